//! Reads JSON: a list of objects, one object per line, or the answers of Tencent's API.

mod value;

use std::borrow::Cow;
use std::collections::BTreeMap;

use equifinal_study::detected::FileKind;
use serde_json::{Map, Value};

use self::value::CONTAINER;
use super::cell_text::number;
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::grid::{Filled, Grid, GridBuilder};
use crate::limits::Budget;
use crate::wording::beginning;

/// Maximum depth of nested objects, which become columns `outer/inner`.
const DEPTH: usize = 8;

/// True if a text begins like a JSON object or list, and not like a header line.
pub(super) fn starts(text: &[u8]) -> bool {
    let next =
        |text: &[u8]| text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(2).collect::<Vec<_>>();
    match next(text).as_slice() {
        [b'[', b'{' | b']' | b'['] | [b'{', b'"' | b'}'] => true,
        [b'[', _] => serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok(),
        _ => false,
    }
}

/// Reads a list of objects, one object per line, the list under a single key, or one object.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Grid, IngestError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value = value::read(bytes, budget)?;
    let mut objects = Vec::new();
    for object in list(&value) {
        let Value::Object(object) = object else {
            return Err(unreadable(CONTAINER, "it must hold a list of objects, one for each response"));
        };
        let mut cells = Cells { budget, found: Vec::new() };
        cells.flatten(object, "", 0)?;
        objects.push(cells.found);
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut header: Vec<Filled<'_>> = Vec::new();
    for (name, _) in objects.iter().flatten() {
        if !places.contains_key(name.as_str()) {
            places.insert(name, header.len());
            header.push((header.len(), Cow::Borrowed(name)));
        }
    }
    let mut grid = GridBuilder::new(budget);
    grid.record(1, &header)?;
    for (line, cells) in objects.iter().enumerate() {
        let place = |(name, cell)| Some((*places.get::<str>(name)?, Cow::Borrowed(cell)));
        let named = cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str()));
        let mut record: Vec<Filled<'_>> = named.filter_map(place).collect();
        record.sort_by_key(|(place, _)| *place);
        if let Some([(twice, _), _]) = record.array_windows().find(|[a, b]| a.0 == b.0) {
            let name = header.get(*twice).map_or("", |(_, name)| name.as_ref());
            let problem = format!("object {} gives `{}` two values", line + 1, beginning(name));
            return Err(unreadable(CONTAINER, problem));
        }
        grid.record(line + 1, &record)?;
    }
    let mut grid = grid.finish(FileKind::Json)?;
    grid.header_line = 0;
    grid.found.header_lines.clear();
    Ok(grid)
}

/// The responses: the list, the first list of objects under a key (up to one level deeper), or the object itself.
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

/// The cells of one response, by the names of their columns.
struct Cells<'a> {
    budget: &'a Budget,
    found: Vec<(String, String)>,
}

impl Cells<'_> {
    fn push(&mut self, name: String, cell: String) -> Result<(), IngestError> {
        self.budget.take(size_of::<(String, String)>().saturating_mul(2).saturating_add(cell.len()))?;
        self.found.push((name, cell));
        Ok(())
    }

    /// The name of a nested column, whose length is limited.
    fn joined(&self, outer: &str, inner: &str) -> Result<String, IngestError> {
        self.budget.take(outer.len().saturating_add(inner.len()))?;
        Ok(if outer.is_empty() { inner.to_owned() } else { [outer, "/", inner].concat() })
    }

    fn flatten(&mut self, object: &Map<String, Value>, prefix: &str, depth: usize) -> Result<(), IngestError> {
        for (key, value) in object {
            let name = self.joined(prefix, key)?;
            match value {
                Value::Array(pages) if key == "answer" && depth == 0 => {
                    pages.iter().try_for_each(|page| self.questions(page))?;
                }
                Value::Object(inner) if depth < DEPTH => self.flatten(inner, &name, depth + 1)?,
                Value::Array(list) => self.push(name, list.iter().map(scalar).collect::<Vec<_>>().join("┋"))?,
                value => self.push(name, scalar(value))?,
            }
        }
        Ok(())
    }

    /// The questions of a page of Tencent's API: `questions[{id, text | options[{text, checked}] | groups}]`.
    fn questions(&mut self, page: &Value) -> Result<(), IngestError> {
        for question in page.get("questions").and_then(Value::as_array).into_iter().flatten() {
            let id = question.get("id").map(scalar).unwrap_or_default();
            let Some(groups) = question.get("groups").and_then(Value::as_array) else {
                self.push(id, answer(question))?;
                continue;
            };
            for group in groups {
                let row = group.get("id").map(scalar).unwrap_or_default();
                let name = self.joined(&id, &row)?;
                self.push(name, answer(group))?;
            }
        }
        Ok(())
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
        // Not a value of one cell, such as a repeated group: kept as JSON, so that it is not lost.
        Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
