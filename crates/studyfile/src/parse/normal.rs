//! A study file in normal form, without comments, layout, quotes and notation of numbers.

use serde_json::Value as Json;

use super::include;
use super::include::Resolve;
use super::source_text::text_of;
use super::style;
use crate::problem::{Problems, Refused, Sources};
use crate::tree;

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
            tree::read(text).map_err(|unread| (unread.span, unread.message))
        }
        Err((text, span, message)) => {
            sources.add(file, text);
            Err((span, message))
        }
    };
    let root = root.map(|root| include::merge(root, file, resolve, &mut sources, &problems));
    let root = root.map(|root| style::merge(root, file, resolve, &mut sources, &problems));
    match root {
        Ok(root) if problems.is_empty() => Ok(root.json()),
        Ok(_) => Err(problems.refuse(sources)),
        Err((span, message)) => {
            problems.add(span, message);
            Err(problems.refuse(sources))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order of keys decides the order of conditions, and so rows; the crate itself requests it with the feature
    /// `preserve_order` that the workspace sets for JSON.
    #[test]
    fn keys_stay_in_their_order() {
        let source = b"z: 1\na: {y: [2, 1], b: 02}\nm: {}\n";
        let found = normal_form("small.yaml", source, &|file| Err(format!("there is no shared file {file}").into()))
            .map(|json| json.to_string());
        assert_eq!(found.ok().as_deref(), Some(r#"{"z":1.0,"a":{"y":[2.0,1.0],"b":"02"},"m":{}}"#));
    }
}
