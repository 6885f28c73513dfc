//! JSON that is readable and suited to diffs: a container without inner containers stays on one line.
//!
//! Long lists are generated while they are written, so that only one of their items is in memory.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

/// Writes a part at a depth of containers, from 0.
type Writer<'a> = Box<dyn FnOnce(usize, &mut dyn Write) -> io::Result<()> + 'a>;

/// A part of a JSON document.
pub(super) enum Part<'a> {
    /// A value that is there already.
    Whole(Value),
    /// A list of numbers, on one line.
    Numbers(Vec<u64>),
    /// A list of memberships, on one line.
    Degrees(Cow<'a, [f64]>),
    /// A list of texts, on one line.
    Texts(Vec<&'a str>),
    /// An object of parts, a line each.
    Entries(Vec<(String, Part<'a>)>),
    /// Parts made one after another, a line each.
    List(Box<dyn Iterator<Item = Part<'a>> + 'a>),
    /// A part that writes itself.
    Written(Writer<'a>),
}

impl Part<'_> {
    /// Writes the part at this depth.
    pub(super) fn lay_out(self, depth: usize, to: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Whole(value) => lay_out(&value, depth, to),
            Self::Texts(texts) => Ok(serde_json::to_writer(to, &texts)?),
            Self::Degrees(degrees) => Ok(serde_json::to_writer(to, &degrees)?),
            Self::Numbers(numbers) => Ok(serde_json::to_writer(to, &numbers)?),
            Self::Written(write) => write(depth, to),
            Self::List(parts) => container(to, *b"[]", depth, parts, |to, part| part.lay_out(depth + 1, to)),
            Self::Entries(entries) => container(to, *b"{}", depth, entries, |to, (key, part)| {
                write_key(&key, to)?;
                part.lay_out(depth + 1, to)
            }),
        }
    }
}

/// Writes a document, ending with a line feed.
pub(super) fn write(document: Part<'_>, to: &mut dyn Write) -> io::Result<()> {
    document.lay_out(0, to)?;
    to.write_all(b"\n")
}

/// Writes a container between its brackets, an item a line.
pub(super) fn container<T>(
    to: &mut dyn Write,
    [open, close]: [u8; 2],
    depth: usize,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut dyn Write, T) -> io::Result<()>,
) -> io::Result<()> {
    let mut before = open;
    for item in items {
        to.write_all(&[before])?;
        break_line(depth + 1, to)?;
        write(to, item)?;
        before = b',';
    }
    if before == open {
        return to.write_all(&[open, close]);
    }
    break_line(depth, to)?;
    to.write_all(&[close])
}

/// Writes a list of flat objects at this depth: on one line if it is short, a line each otherwise.
pub(super) fn lay_out_objects<T: Serialize>(objects: &[T], depth: usize, to: &mut dyn Write) -> io::Result<()> {
    if is_short(&objects) {
        return Ok(serde_json::to_writer(to, objects)?);
    }
    container(to, *b"[]", depth, objects, |to, object| Ok(serde_json::to_writer(to, object)?))
}

fn break_line(depth: usize, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"\n")?;
    (0..depth).try_for_each(|_| to.write_all(b"  "))
}

fn write_key(key: &str, to: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *to, key)?;
    to.write_all(b": ")
}

/// Characters up to which a container may hold further containers and still stay on one line.
const SHORT: usize = 100;

/// Writes a value at this depth.
fn lay_out(value: &Value, depth: usize, to: &mut dyn Write) -> io::Result<()> {
    match value {
        Value::Array(items) if !is_flat(value) => {
            container(to, *b"[]", depth, items, |to, item| lay_out(item, depth + 1, to))
        }
        Value::Object(entries) if !is_flat(value) => container(to, *b"{}", depth, entries, |to, (key, entry)| {
            write_key(key, to)?;
            lay_out(entry, depth + 1, to)
        }),
        flat => Ok(serde_json::to_writer(to, flat)?),
    }
}

/// True if a value fits on one line: a scalar, a container of scalars, or a short container of those.
fn is_flat(value: &Value) -> bool {
    let holds_containers = match value {
        Value::Array(items) => items.iter().any(is_container),
        Value::Object(entries) => entries.values().any(is_container),
        _ => false,
    };
    !holds_containers || is_short(value)
}

fn is_short(value: &impl Serialize) -> bool {
    // Writing stops where the room ends.
    serde_json::to_writer([0; SHORT].as_mut_slice(), value).is_ok()
}

fn is_container(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(document: Part<'_>) -> String {
        let mut text = Vec::new();
        write(document, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn flat_containers_stay_on_one_line_and_nothing_is_lost() {
        let long = "x".repeat(SHORT);
        let value = json!({"a": [1, 2.5, null], "b": [{"c": [1], "d": long}], "e": {}});
        let text = text(Part::Whole(value.clone()));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert!(text.starts_with("{\n  \"a\": [1,2.5,null],\n  \"b\": [\n    {\n      \"c\": [1],\n"), "{text}");
        assert!(text.ends_with("\"e\": {}\n}\n"), "{text}");
    }

    #[test]
    fn parts_are_laid_out_as_the_values_that_they_stand_for() {
        let long = "x".repeat(SHORT);
        let item = json!({"name": long, "rows": [1, 2]});
        let mut value = json!({"list": [item, item], "none": [], "rows": [1, 2]});
        let objects = vec![json!({"conservative": 1, "parsimonious": 2}); 4];
        value["few"] = json!(objects[..1]);
        value["many"] = json!(objects);
        value["rest"] = json!({"a": 1});
        let entry = |key: &str, part| (key.to_owned(), part);
        let items = vec![item.clone(), item.clone()];
        let parts = Part::Entries(vec![
            entry("list", Part::List(Box::new(items.into_iter().map(Part::Whole)))),
            entry("none", Part::List(Box::new(std::iter::empty()))),
            entry("rows", Part::Numbers(vec![1, 2])),
            entry("few", Part::Written(Box::new(|depth, to| lay_out_objects(&objects[..1], depth, to)))),
            entry("many", Part::Written(Box::new(|depth, to| lay_out_objects(&objects, depth, to)))),
            entry("rest", Part::Written(Box::new(|depth, to| lay_out(&json!({"a": 1}), depth, to)))),
        ]);
        assert_eq!(text(parts), text(Part::Whole(value)));
    }
}
