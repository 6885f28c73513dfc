//! Examples of keys, as YAML on one line.

use super::{Key, Node, Shape};
use crate::tree::{Entry, Value};

/// The shortest value that a key has in these maps, as `key: value`; else the least value of its shape.
pub(super) fn of(key: &'static Key, nodes: &[&Node]) -> Option<String> {
    let values = nodes.iter().filter_map(|node| node.get(key.name())).map(flow);
    let shortest = values.min_by_key(|value| value.chars().count()).or_else(|| least(key.shape()))?;
    Some(format!("{}: {shortest}", key.name()))
}

/// The least value of a shape without parts.
fn least(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Count(least) => Some(least.to_string()),
        Shape::Choice(words) => words.first().map(|word| (*word).to_owned()),
        Shape::Truth => Some("true".to_owned()),
        _ => None,
    }
}

/// A value in one line of YAML that is read as the same value.
fn flow(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Truth(truth) => truth.to_string(),
        Value::Number(_, text) => text.clone(),
        Value::Text(text) if is_plain(text) => text.clone(),
        Value::Text(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Value::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entry = |entry: &Entry| format!("{}: {}", flow(&entry.key), flow(&entry.value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// True if a text needs no quotes: it begins with a letter and holds no sign of YAML.
fn is_plain(text: &str) -> bool {
    let is_word = !matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    let is_safe = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '_' | '-' | '.' | '/');
    is_word && text.starts_with(char::is_alphabetic) && text.chars().all(is_safe) && !text.ends_with(' ')
}
