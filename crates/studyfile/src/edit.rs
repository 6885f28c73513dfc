//! Writes keys back into the text of a study file: comments, order, quotes and layout of everything else stay.

use std::str::FromStr;

use serde_json::{Map, Value as Json};
use thiserror::Error;
use yaml_edit::Document;
use yaml_edit::path::YamlPath;

use crate::tree;

/// A change of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// Gives the key this value, written in YAML on one line: `0.8`, `[A, B]`, `{crisp: {threshold: 5}}`. A key that is
    /// absent is added, with the maps above it.
    Set(&'a str),
    /// Removes the key and its value.
    Remove,
}

/// The reasons why a change cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// The study file or the new value is not valid YAML.
    #[error("{what} is not valid YAML: {problem}")]
    NotYaml {
        /// The study file or the value.
        what: String,
        /// The first mistake.
        problem: String,
    },
    /// The path leads through a value that is not a map or a list, or to nothing.
    #[error("`{path}` does not lead to a value of the study: {problem}")]
    NoPlace {
        /// The keys, joined by dots.
        path: String,
        /// The key that is missing or in the way.
        problem: String,
    },
    /// The text cannot be changed at this place alone.
    #[error("`{path}` cannot be changed without changing other keys: write it into the file by hand")]
    Entangled {
        /// The keys, joined by dots.
        path: String,
    },
}

/// The text of a study file with one value changed.
///
/// `path` lists the keys that lead to the value; an entry of a list is named by its number from 0. Afterwards the text is
/// read again: it differs from the study file in this value alone. The study itself is not checked.
///
/// ```
/// use equifinal_studyfile::edit::{Change, edit};
///
/// let file = "sets:\n  DEV:\n    calibrate: {direct: {exclusion: 4, crossover: 5, inclusion: 9}} # US dollars\n";
/// let path = ["sets", "DEV", "calibrate", "direct", "crossover"];
/// assert_eq!(edit(file, &path, Change::Set("5.5"))?, file.replace("5,", "5.5,"));
/// # Ok::<(), equifinal_studyfile::edit::EditError>(())
/// ```
///
/// # Errors
/// [`EditError`].
pub fn edit(text: &str, path: &[&str], change: Change<'_>) -> Result<String, EditError> {
    let joined = path.join(".");
    let no_place = |problem: String| EditError::NoPlace { path: joined.clone(), problem };
    let (file, value) = ("the study file", "the value");
    let set = match change {
        Change::Set(text) => Some((content(value, text)?, document(value, text)?)),
        Change::Remove => None,
    };
    let mut wanted = content(file, text)?;
    place(&mut wanted, path, set.as_ref().map(|(value, _)| value))
        .ok_or_else(|| no_place("a key on the way is missing or holds neither a map nor a list".to_owned()))?;
    let document = document(file, text)?;
    match set {
        Some((_, value)) => document.try_set_path(&joined, value),
        None => document.try_remove_path(&joined).map(|_| ()),
    }
    .map_err(|error| no_place(error.to_string()))?;
    let edited = document.to_string();
    if content(file, &edited).is_ok_and(|found| found == wanted) {
        Ok(edited)
    } else {
        Err(EditError::Entangled { path: joined })
    }
}

fn document(what: &str, text: &str) -> Result<Document, EditError> {
    Document::from_str(text).map_err(|error| EditError::NotYaml { what: what.to_owned(), problem: error.to_string() })
}

/// The content of a text, without layout and comments.
fn content(what: &str, text: &str) -> Result<Json, EditError> {
    let root = tree::read(text);
    root.map(|root| root.json())
        .map_err(|unread| EditError::NotYaml { what: what.to_owned(), problem: unread.message.to_string() })
}

/// Sets a value in the content, or removes it if there is none; `None` if the path leads nowhere.
fn place(root: &mut Json, path: &[&str], value: Option<&Json>) -> Option<()> {
    let (last, way) = path.split_last()?;
    let mut at = root;
    for key in way {
        if let (Json::Object(map), Some(_)) = (&mut *at, value) {
            map.entry(*key).or_insert_with(|| Json::Object(Map::new()));
        }
        at = child(at, key)?;
    }
    match (at, value) {
        (Json::Object(map), None) => map.shift_remove(*last).map(|_| ()),
        (_, None) => None,
        (Json::Object(map), Some(value)) => {
            map.insert((*last).to_owned(), value.clone());
            Some(())
        }
        (at, Some(value)) => {
            *child(at, last)? = value.clone();
            Some(())
        }
    }
}

fn child<'a>(node: &'a mut Json, key: &str) -> Option<&'a mut Json> {
    match node {
        Json::Object(map) => map.get_mut(key),
        Json::Array(items) => items.get_mut(key.parse::<usize>().ok()?),
        _ => None,
    }
}
