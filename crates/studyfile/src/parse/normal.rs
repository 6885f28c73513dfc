//! A study file in normal form, without comments, layout, quotes and notation of numbers.

use serde_json::{Map, Number, Value as Json};

use super::include;
use super::include::Resolve;
use super::source_text::text_of;
use crate::problem::{Problems, Refused, Sources};
use crate::tree::{self, Node, Value};

/// The study file as JSON, with included files in place; keys and lists keep their order, which decides rows.
///
/// Two files with equal normal forms are the same study. The content of the study is not checked here.
///
/// # Errors
/// A file that is not valid YAML, or includes one that is not.
pub fn normal_form(file: &str, source: &[u8], resolve: &Resolve<'_>) -> Result<Json, Refused> {
    let problems = Problems::default();
    let mut sources = Sources::default();
    let root = match text_of(source) {
        Ok(text) => {
            sources.add(file, text);
            tree::read(text)
        }
        Err((text, span, message)) => {
            sources.add(file, text);
            Err((span, message))
        }
    };
    let root = root.map(|root| include::merge(root, file, resolve, &mut sources, &problems));
    match root {
        Ok(root) if problems.is_empty() => Ok(json(&root)),
        Ok(_) => Err(problems.refuse(sources)),
        Err((span, message)) => {
            problems.add(span, message);
            Err(problems.refuse(sources))
        }
    }
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Truth(truth) => Json::Bool(*truth),
        Value::Number(number, text) => number_or_text(*number, text),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => {
            let entry = |entry: &tree::Entry| (entry.name().unwrap_or_default().to_owned(), json(&entry.value));
            Json::Object(entries.iter().map(entry).collect::<Map<_, _>>())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The order of keys decides the order of conditions, and so rows; the crate itself requests it with the feature
    /// `preserve_order` that the workspace sets for JSON.
    #[test]
    fn keys_stay_in_their_order() {
        let source = b"z: 1\na: {y: [2, 1], b: 02}\nm: {}\n";
        let found = normal_form("small.yaml", source, &|file| Err(format!("there is no shared file {file}")))
            .map(|json| json.to_string());
        assert_eq!(found.ok().as_deref(), Some(r#"{"z":1.0,"a":{"y":[2.0,1.0],"b":"02"},"m":{}}"#));
    }
}
