//! Reads XLSForm, the form of KoboToolbox and ODK: sheets `survey` and `choices`.

use std::collections::BTreeMap;

use equifinal_study::config::{ColumnRef, ItemKind};

use super::draft::{Codebook, kind_of, scale_of};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::Budget;
use crate::privacy;

/// The sheets that make a workbook a form.
pub(super) const SHEETS: [&str; 2] = ["survey", "choices"];

/// Bytes of memory per option of a question, besides its name.
const OPTION: usize = 128;

/// The codebook of a form; columns are named with their groups, as in exports.
pub(super) fn read(sheets: &[Grid], budget: &Budget) -> Result<Codebook, IngestError> {
    let [survey, choices] = sheets else { return Err(IngestError::Empty) };
    let lists = lists(choices)?;
    let kinds = column(survey, "type").ok_or_else(|| lacks(survey, "type"))?;
    let names = column(survey, "name").ok_or_else(|| lacks(survey, "name"))?;
    let labels = column(survey, "label");
    let mut codebook = Codebook::new("XLSForm");
    // The names of the groups that are open, each behind those around it.
    let mut groups: Vec<String> = Vec::new();
    for record in 0..survey.height() {
        let (kind, name) = (survey.cell(record, kinds), survey.cell(record, names));
        let (kind, list) = kind.split_once(' ').map_or((kind, ""), |(kind, list)| (kind, list.trim()));
        let around = groups.last().map_or("", String::as_str);
        // Groups in groups have ever longer names, and every question a copy of its options.
        let options = lists.get(list).map_or(&[][..], Vec::as_slice);
        let copied = options.iter().map(|(option, label)| OPTION.saturating_add(option.len() + label.len()));
        budget.take(copied.fold(2 * (around.len() + name.len()), usize::saturating_add))?;
        let header = if groups.is_empty() { name.to_owned() } else { format!("{around}/{name}") };
        let label = labels.map_or("", |place| survey.cell(record, place));
        if privacy::kind(name, label).is_some() || kind.starts_with("geo") {
            codebook.instrument.private.push(ColumnRef::Header(header));
            continue;
        }
        let named = |header: &str| ColumnRef::Header(header.to_owned());
        // What stands in the cells of an export is the name of the option, not its label.
        let own = |(name, _): &(String, String)| (name.clone(), name.clone());
        let scale = || scale_of(&options.iter().map(own).collect::<Vec<_>>());
        match (kind, list) {
            ("begin_group" | "begin_repeat", _) | ("begin", "group" | "repeat") => groups.push(header),
            ("end_group" | "end_repeat", _) | ("end", "group" | "repeat") => {
                groups.pop();
            }
            ("select_one", _) => {
                let kind = kind_of(options.iter().map(|(_, label)| label.as_str()));
                codebook.add(name, named(&header), kind, Some(scale()), label);
            }
            ("select_multiple", _) => {
                codebook.add(name, named(&header), ItemKind::Multiple { separator: None }, None, label);
            }
            ("rank", _) => {
                codebook.add(name, named(&header), ItemKind::Ranking { separator: None }, None, label);
            }
            ("integer" | "decimal" | "range", _) => {
                codebook.add(name, named(&header), ItemKind::Number, None, label);
            }
            ("date" | "dateTime", _) => {
                codebook.add(name, named(&header), ItemKind::Date, None, label);
            }
            _ => {}
        }
    }
    Ok(codebook)
}

/// A column by its name, or the first in any language: `label::English`.
fn column(sheet: &Grid, name: &str) -> Option<usize> {
    let translated = format!("{name}::");
    let exact = sheet.header.iter().position(|header| header == name);
    exact.or_else(|| sheet.header.iter().position(|header| header.starts_with(&translated)))
}

/// The options by list, each with its label.
fn lists(choices: &Grid) -> Result<BTreeMap<String, Vec<(String, String)>>, IngestError> {
    let list = column(choices, "list_name").or_else(|| column(choices, "list name"));
    let list = list.ok_or_else(|| lacks(choices, "list_name"))?;
    let name = column(choices, "name").ok_or_else(|| lacks(choices, "name"))?;
    let label = column(choices, "label").unwrap_or(name);
    let mut lists: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for record in 0..choices.height() {
        let option = (choices.cell(record, name).to_owned(), choices.cell(record, label).to_owned());
        lists.entry(choices.cell(record, list).to_owned()).or_default().push(option);
    }
    Ok(lists)
}

/// An error of a form that lacks a column.
fn lacks(form: &Grid, name: &str) -> IngestError {
    IngestError::MissingColumn {
        line: form.header_line,
        name: name.to_owned(),
        nearest: None,
        header: form.header.clone(),
    }
}
