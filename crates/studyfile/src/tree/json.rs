//! Nodes as JSON: content without places.

use serde_json::{Map, Number, Value as Json};

use super::{Entry, Node, Value};

impl Node {
    /// The content; keys and lists keep their order.
    pub(crate) fn json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Truth(truth) => Json::Bool(*truth),
            Value::Number(number, text) => number_or_text(*number, text),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => items.iter().map(Self::json).collect(),
            Value::Map(entries) => {
                let entry = |entry: &Entry| (entry.name().unwrap_or_default().to_owned(), entry.value.json());
                Json::Object(entries.iter().map(entry).collect::<Map<_, _>>())
            }
        }
    }
}

/// A number by its value; an id that only looks like a number, such as `007`, as written.
fn number_or_text(number: f64, text: &str) -> Json {
    let digits = text.trim_start_matches(['-', '+']);
    let is_id = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let number = if is_id { None } else { Number::from_f64(number) };
    number.map_or_else(|| Json::String(text.to_owned()), Json::Number)
}
