//! JSON that a person can read and a diff can follow: a container without containers stays on one line.

use serde_json::Value;

use crate::error::ReportError;

/// A value as text, ending with a line feed.
pub(super) fn write(value: &Value) -> Result<String, ReportError> {
    let mut text = String::new();
    lay_out(value, 0, &mut text)?;
    text.push('\n');
    Ok(text)
}

/// Characters up to which a container may hold further containers and still stay on one line.
const SHORT: usize = 100;

fn lay_out(value: &Value, depth: usize, text: &mut String) -> Result<(), ReportError> {
    if is_flat(value) {
        text.push_str(&serde_json::to_string(value)?);
        return Ok(());
    }
    let break_line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
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

/// Whether a value fits on a line: a scalar, a container of scalars, or a short container of those.
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
        let text = write(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert!(text.starts_with("{\n  \"a\": [1,2.5,null],\n  \"b\": [\n    {\n      \"c\": [1],\n"), "{text}");
        assert!(text.ends_with("\"e\": {}\n}\n"), "{text}");
    }
}
