//! Ids and names: their letters, their length, and that they differ.

use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::message::Message;
use equifinal_study::names::{are_twins, is_id, is_in_name, is_letter, quoted};
use equifinal_study::say;
use equifinal_study::signs::in_plain;

/// An id: lower-case letters of any script, digits and hyphens.
pub(super) fn id(node: &Node, problems: &Problems) -> Option<String> {
    let id = node.scalar().filter(|id| is_id(id));
    if id.is_none() {
        let found = node.scalar().unwrap_or_default();
        let near: String = found.trim().to_lowercase().replace([' ', '_', '.', '/'], "-");
        let hint = if is_id(&near) { say!("such-as", near = quoted(&near)) } else { Message::empty() };
        let message = say!("id-letters", found = node.found(), hint);
        problems.add(node.span.clone(), message);
    }
    check_length(node, problems);
    id.map(str::to_owned)
}

/// An id that is unique among `earlier` ones.
pub(super) fn unique_id(node: &Node, earlier: &mut Vec<String>, problems: &Problems) -> Option<String> {
    let id = id(node, problems)?;
    if earlier.contains(&id) {
        problems.add(node.span.clone(), say!("id-twice", id));
        return None;
    }
    earlier.push(id.clone());
    Some(id)
}

/// Maximum length of an id or name in bytes: report files are named after one or two of them.
const LONGEST_NAME: usize = 100;

fn check_length(node: &Node, problems: &Problems) {
    let name = node.scalar().unwrap_or_default();
    if name.len() > LONGEST_NAME {
        let (length, chinese) = (name.chars().count(), LONGEST_NAME / '中'.len_utf8());
        let most = if name.is_ascii() {
            Message::verbatim(LONGEST_NAME.to_string())
        } else {
            say!("latin-or-chinese", most = LONGEST_NAME, chinese)
        };
        let message = say!("name-too-long", found = node.found(), length, most);
        problems.add(node.span.clone(), message);
    }
}

/// Records a key that is not a valid name, or that equals another apart from case.
pub(super) fn check_name(key: &Node, earlier: &[&str], extra: &[char], what: &Message, problems: &Problems) {
    let name = key.scalar().unwrap_or_default();
    let mut signs = name.chars();
    let fits = matches!(key.value, Value::Text(_))
        && signs.next().is_some_and(is_letter)
        && signs.all(|sign| is_in_name(sign) || extra.contains(&sign));
    if !fits {
        let hyphen = if extra.is_empty() { Message::empty() } else { say!("or-hyphen") };
        let hint = instead(name).map_or_else(Message::empty, |name| say!("such-as", near = quoted(&name)));
        let message = say!("not-name", name = quoted(name), what, hyphen, hint);
        problems.add(key.span.clone(), message);
    }
    check_length(key, problems);
    let twin = earlier.iter().find(|other| **other != name && are_twins(other, name));
    if let Some(twin) = twin {
        let message = say!("names-twins", twin = quoted(twin), name = quoted(name));
        problems.add(key.span.clone(), message);
    }
}

/// A valid name like one that is not valid.
fn instead(name: &str) -> Option<String> {
    let kept: String = in_plain(name).chars().map(|sign| if is_in_name(sign) { sign } else { '_' }).collect();
    let kept = kept.trim_matches('_');
    let first = kept.chars().next()?;
    Some(if is_letter(first) { kept.to_owned() } else { format!("x{kept}") })
}
