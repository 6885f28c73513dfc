//! JSON: a list of objects, an object a line, or the answers of Tencent's interface.

use equifinal_study::detected::FileKind;
use serde_json::{Map, Value};

use super::{number, unreadable};
use crate::error::IngestError;
use crate::grid::{Grid, GridBuilder};
use crate::limits::Limits;

const CONTAINER: &str = "JSON file";

/// Objects inside objects are columns `outer/inner`, this deep at most.
const DEPTH: usize = 8;

/// Whether text begins like JSON that is not a line of names, or is a list of anything.
pub(super) fn starts(text: &[u8]) -> bool {
    let next =
        |text: &[u8]| text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(2).collect::<Vec<_>>();
    match next(text).as_slice() {
        [b'[', b'{' | b']' | b'['] | [b'{', b'"' | b'}'] => true,
        [b'[', _] => serde_json::from_slice::<Value>(text).is_ok(),
        _ => false,
    }
}

/// Reads a list of objects, an object a line, the list of a single key, or one object alone.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Grid, IngestError> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > limits.json {
        return Err(IngestError::TooManyBytes { found: length, limit: limits.json });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_slice(bytes).into_iter().collect();
    let mut values = values.map_err(|error| unreadable(CONTAINER, error))?;
    // An object a line is a list of them.
    let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
    let mut objects = Vec::new();
    for object in list(&value) {
        let Value::Object(object) = object else {
            return Err(unreadable(CONTAINER, "it must hold a list of objects, one for each response"));
        };
        let mut cells = Vec::new();
        flatten(object, "", 0, &mut cells);
        objects.push(cells);
    }
    let mut places: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut header: Vec<(usize, String)> = Vec::new();
    for (name, _) in objects.iter().flatten() {
        if !places.contains_key(name.as_str()) {
            places.insert(name, header.len());
            header.push((header.len(), name.clone()));
        }
    }
    if header.len() > limits.columns {
        return Err(IngestError::TooManyCells { limit: limits.cells });
    }
    let mut grid = GridBuilder::new(limits);
    grid.record(1, &header)?;
    for (line, cells) in objects.iter().enumerate() {
        let mut record: Vec<(usize, String)> =
            cells.iter().filter_map(|(name, cell)| Some((*places.get(name.as_str())?, cell.clone()))).collect();
        record.sort_by_key(|(place, _)| *place);
        grid.record(line + 1, &record)?;
    }
    let mut grid = grid.finish(FileKind::Json)?;
    grid.header_line = 0;
    Ok(grid)
}

/// The responses: the list, the first list of objects under a key (also one level deeper), or the object itself.
fn list(value: &Value) -> Vec<&Value> {
    let is_list = |value: &&Value| value.as_array().is_some_and(|list| list.first().is_some_and(Value::is_object));
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(object) if object.contains_key("answer") => vec![value],
        Value::Object(object) => {
            let inner = object.values().filter_map(Value::as_object).flat_map(Map::values);
            match object.values().chain(inner).find(is_list) {
                Some(list) => list.as_array().into_iter().flatten().collect(),
                None => vec![value],
            }
        }
        other => vec![other],
    }
}

fn flatten(object: &Map<String, Value>, prefix: &str, depth: usize, cells: &mut Vec<(String, String)>) {
    for (key, value) in object {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}/{key}") };
        match value {
            Value::Array(pages) if key == "answer" && depth == 0 => {
                pages.iter().for_each(|page| questions(page, cells))
            }
            Value::Object(inner) if depth < DEPTH => flatten(inner, &name, depth + 1, cells),
            Value::Array(list) => cells.push((name, list.iter().map(scalar).collect::<Vec<_>>().join("┋"))),
            value => cells.push((name, scalar(value))),
        }
    }
}

/// The questions of a page of Tencent's interface: `questions[{id, text | options[{text, checked}] | groups}]`.
fn questions(page: &Value, cells: &mut Vec<(String, String)>) {
    for question in page.get("questions").and_then(Value::as_array).into_iter().flatten() {
        let id = question.get("id").map(scalar).unwrap_or_default();
        match question.get("groups").and_then(Value::as_array) {
            Some(groups) => groups.iter().for_each(|group| {
                let row = group.get("id").map(scalar).unwrap_or_default();
                cells.push((format!("{id}/{row}"), answer(group)));
            }),
            None => cells.push((id, answer(question))),
        }
    }
}

fn answer(question: &Value) -> String {
    let Some(options) = question.get("options").and_then(Value::as_array) else {
        return question.get("text").map(scalar).unwrap_or_default();
    };
    let is_checked = |option: &&Value| match option.get("checked") {
        Some(Value::Bool(checked)) => *checked,
        Some(checked) => scalar(checked) == "1",
        None => true,
    };
    let checked = options.iter().filter(is_checked).filter_map(|option| option.get("text")).map(scalar);
    checked.collect::<Vec<_>>().join("┋")
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.as_f64().map_or_else(
            || value.to_string(),
            |as_float| {
                if value.is_f64() { number(as_float) } else { value.to_string() }
            },
        ),
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => String::new(),
    }
}
