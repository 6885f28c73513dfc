//! Parses JSON values, counting the memory of each before it is kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;
use crate::wording::beginning;

/// The format, in messages.
pub(super) const CONTAINER: &str = "container-json";

/// Bytes of memory per value, per non-empty list or object, and per key with its value, besides their texts. Containers
/// grow by doubling, from four values.
const VALUE: usize = 2 * size_of::<Value>();
const LIST: usize = 4 * size_of::<Value>();
const OBJECT: usize = 6 * size_of::<Value>();
const ENTRY: usize = 3 * size_of::<Value>();

/// Reads the consecutive values of a text; several values become a list.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Value, IngestError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let mut values = Vec::new();
    while deserializer.end().is_err() {
        let value = Counted(budget).deserialize(&mut deserializer);
        values.push(value.map_err(|error| match budget.is_spent() {
            true => budget.spend(),
            false => unreadable(CONTAINER, error),
        })?);
    }
    // An object a line is a list of them.
    Ok(if values.len() == 1 { values.remove(0) } else { Value::Array(values) })
}

/// A value that draws on the memory budget.
#[derive(Clone, Copy)]
struct Counted<'a>(&'a Budget);

impl Counted<'_> {
    fn take<E: Error>(self, bytes: usize) -> Result<(), E> {
        self.0.take(bytes).map_err(E::custom)
    }
}

impl<'de> DeserializeSeed<'de> for Counted<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.take(VALUE)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Counted<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.take(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(self)? {
            if values.is_empty() {
                self.take(LIST)?;
            }
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            let more = if values.is_empty() { OBJECT } else { ENTRY };
            self.take(key.len().saturating_add(more))?;
            if values.contains_key(&key) {
                return Err(A::Error::custom(format!("`{}` stands twice in one object", beginning(&key))));
            }
            values.insert(key, object.next_value_seed(self)?);
        }
        Ok(Value::Object(values))
    }
}
