//! Ids and names: their letters, their length, and that they differ.

use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::names::quoted;

/// An id: lower-case letters, digits and hyphens.
pub(super) fn id(node: &Node, problems: &Problems) -> Option<String> {
    let fits =
        |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let id = node.scalar().filter(|id| fits(id));
    if id.is_none() {
        let found = node.found();
        problems.add(node.span.clone(), format!("the id is {found}: an id is made of a to z, 0 to 9 and `-`"));
    }
    check_length(node, problems);
    id.map(str::to_owned)
}

/// An id that is unique among `earlier` ones.
pub(super) fn unique_id(node: &Node, earlier: &mut Vec<String>, problems: &Problems) -> Option<String> {
    let id = id(node, problems)?;
    if earlier.contains(&id) {
        problems.add(node.span.clone(), format!("the id `{id}` is given twice: ids differ"));
        return None;
    }
    earlier.push(id.clone());
    Some(id)
}

/// Maximum length of an id or name: report files are named after one or two of them.
const LONGEST_NAME: usize = 100;

fn check_length(node: &Node, problems: &Problems) {
    let length = node.scalar().map_or(0, |name| name.chars().count());
    if length > LONGEST_NAME {
        let message = format!("{} has {length} letters: names and ids have at most {LONGEST_NAME}", node.found());
        problems.add(node.span.clone(), message);
    }
}

/// Records a key that is not a valid name, or that equals another apart from case.
pub(super) fn check_name(key: &Node, earlier: &[&str], extra: &[u8], what: &str, problems: &Problems) {
    let name = key.scalar().unwrap_or_default();
    let mut bytes = name.bytes();
    let fits = matches!(key.value, Value::Text(_))
        && bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_' || extra.contains(&b));
    if !fits {
        let hyphen = if extra.is_empty() { "" } else { " or `-`" };
        problems.add(
            key.span.clone(),
            format!("{} is not a valid name of {what}: a letter, then letters, digits, `_`{hyphen}", quoted(name)),
        );
    }
    check_length(key, problems);
    let twin = earlier.iter().find(|other| **other != name && other.eq_ignore_ascii_case(name));
    if let Some(twin) = twin {
        let message = format!("the names {} and {} differ only in case: rename one", quoted(twin), quoted(name));
        problems.add(key.span.clone(), message);
    }
}
