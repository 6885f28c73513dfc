//! JSON that is readable and suited to diffs: a container without inner containers stays on one line.
//!
//! Long lists are generated while they are written, so that only one of their items is in memory.

use serde_json::Value;

use crate::error::ReportError;

/// Writes a part at a depth of containers, from 0, to the end of a text.
type Writer<'a> = Box<dyn FnOnce(usize, &mut String) -> Result<(), ReportError> + 'a>;

/// A part of a JSON document.
pub(super) enum Part<'a> {
    /// A value that is there already.
    Whole(Value),
    /// A list of numbers.
    Numbers(&'a [u64]),
    /// An object of parts, a line each.
    Entries(Vec<(String, Part<'a>)>),
    /// Parts made one after another, a line each.
    List(Box<dyn Iterator<Item = Part<'a>> + 'a>),
    /// A part that writes itself.
    Written(Writer<'a>),
}

impl Part<'_> {
    fn lay_out(self, depth: usize, text: &mut String) -> Result<(), ReportError> {
        match self {
            Self::Whole(value) => lay_out(&value, depth, text)?,
            Self::Numbers(numbers) => text.push_str(&serde_json::to_string(numbers)?),
            Self::Written(write) => write(depth, text)?,
            Self::List(parts) => {
                let start = text.len();
                text.push('[');
                for part in parts {
                    text.push_str(if text.len() > start + 1 { "," } else { "" });
                    break_line(text, depth + 1);
                    part.lay_out(depth + 1, text)?;
                }
                if text.len() > start + 1 {
                    break_line(text, depth);
                }
                text.push(']');
            }
            Self::Entries(entries) => {
                text.push('{');
                for (i, (key, part)) in entries.into_iter().enumerate() {
                    text.push_str(if i > 0 { "," } else { "" });
                    break_line(text, depth + 1);
                    text.push_str(&serde_json::to_string(&key)?);
                    text.push_str(": ");
                    part.lay_out(depth + 1, text)?;
                }
                break_line(text, depth);
                text.push('}');
            }
        }
        Ok(())
    }
}

/// A document as text, ending with a line feed.
pub(super) fn write(document: Part<'_>) -> Result<String, ReportError> {
    let mut text = String::new();
    document.lay_out(0, &mut text)?;
    text.push('\n');
    Ok(text)
}

fn break_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

/// Characters up to which a container may hold further containers and still stay on one line.
const SHORT: usize = 100;

/// Adds a value at this depth.
pub(super) fn lay_out(value: &Value, depth: usize, text: &mut String) -> Result<(), ReportError> {
    if is_flat(value) {
        text.push_str(&serde_json::to_string(value)?);
        return Ok(());
    }
    match value {
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i > 0 { "," } else { "" });
                break_line(text, depth + 1);
                lay_out(item, depth + 1, text)?;
            }
            break_line(text, depth);
            text.push(']');
        }
        Value::Object(entries) => {
            text.push('{');
            for (i, (key, entry)) in entries.iter().enumerate() {
                text.push_str(if i > 0 { "," } else { "" });
                break_line(text, depth + 1);
                text.push_str(&serde_json::to_string(key)?);
                text.push_str(": ");
                lay_out(entry, depth + 1, text)?;
            }
            break_line(text, depth);
            text.push('}');
        }
        scalar => text.push_str(&serde_json::to_string(scalar)?),
    }
    Ok(())
}

/// True if a value fits on one line: a scalar, a container of scalars, or a short container of those.
fn is_flat(value: &Value) -> bool {
    let holds_containers = match value {
        Value::Array(items) => items.iter().any(is_container),
        Value::Object(entries) => entries.values().any(is_container),
        _ => false,
    };
    // Writing stops where the room ends.
    !holds_containers || serde_json::to_writer([0; SHORT].as_mut_slice(), value).is_ok()
}

fn is_container(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn flat_containers_stay_on_one_line_and_nothing_is_lost() {
        let long = "x".repeat(SHORT);
        let value = json!({"a": [1, 2.5, null], "b": [{"c": [1], "d": long}], "e": {}});
        let text = write(Part::Whole(value.clone())).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert!(text.starts_with("{\n  \"a\": [1,2.5,null],\n  \"b\": [\n    {\n      \"c\": [1],\n"), "{text}");
        assert!(text.ends_with("\"e\": {}\n}\n"), "{text}");
    }

    #[test]
    fn parts_are_laid_out_as_the_values_that_they_stand_for() {
        let long = "x".repeat(SHORT);
        let item = json!({"name": long, "rows": [1, 2]});
        let value = json!({"list": [item, item], "none": [], "rows": [1, 2], "rest": {"a": 1}});
        let entry = |key: &str, part| (key.to_owned(), part);
        let items = vec![item.clone(), item.clone()];
        let parts = Part::Entries(vec![
            entry("list", Part::List(Box::new(items.into_iter().map(Part::Whole)))),
            entry("none", Part::List(Box::new(std::iter::empty()))),
            entry("rows", Part::Numbers(&[1, 2])),
            entry("rest", Part::Written(Box::new(|depth, text| lay_out(&json!({"a": 1}), depth, text)))),
        ]);
        assert_eq!(write(parts).unwrap(), write(Part::Whole(value)).unwrap());
    }
}
