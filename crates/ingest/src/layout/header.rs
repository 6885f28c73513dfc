//! Finds the lines of the column names, and joins their levels.

use equifinal_study::config::TableLayout;

use super::figures::{is_figure, is_mark, is_year};
use super::seen::{EXAMINED, Seen};
use crate::error::IngestError;
use crate::layout_error::LayoutError;

/// Maximum number of levels of column names.
const LEVELS: usize = 4;

/// Between the levels of a name.
const JOINT: &str = " / ";

/// The records with the column names, ascending.
pub(super) fn lines(seen: &Seen<'_>, said: &TableLayout) -> Result<Vec<usize>, IngestError> {
    if !said.header_rows.is_empty() {
        let found: Option<Vec<usize>> = said.header_rows.iter().map(|line| seen.record(*line)).collect();
        return found.ok_or_else(|| no_such_lines(seen, "header_rows"));
    }
    let before = said.rows.and_then(|rows| rows.from).unwrap_or(usize::MAX);
    let end = (0..seen.height()).find(|record| seen.line(*record) >= before).unwrap_or_else(|| seen.height());
    let first = first(seen, end.min(EXAMINED));
    let Some(first) = first else {
        let why = "why-no-names";
        return if end == 0 { Err(undecided(seen, why)) } else { Ok(vec![0]) };
    };
    if first > 0 && is_row(seen, first) {
        return Err(undecided(seen, "why-numbers"));
    }
    let mut found = vec![first];
    while let Some(next) = found.last().map(|last| last + 1).filter(|next| *next < end)
        && found.len() < LEVELS
        && next + 1 < seen.height()
        && continues(seen, &found, next)
    {
        found.push(next);
    }
    Ok(found)
}

/// The first record that may hold column names.
fn first(seen: &Seen<'_>, end: usize) -> Option<usize> {
    let usual = seen.usual();
    (0..end).find(|record| {
        let filled = seen.filled(*record);
        let is_broad = filled >= usual.min(2) && 2 * filled >= usual;
        let is_caption = filled < usual && seen.cells(*record).filter(|cell| !cell.is_empty()).all(is_caption);
        !is_caption && (is_broad || (filled >= 2 && is_completed(seen, *record, usual)))
    })
}

/// True if the next record fills the blanks of a line of merged names.
fn is_completed(seen: &Seen<'_>, record: usize, usual: usize) -> bool {
    let next = record + 1;
    let (label, filled) = (seen.first_column(), |at: usize| !seen.cell(next, at).is_empty());
    let either = (0..seen.width()).filter(|at| filled(*at) || !seen.cell(record, *at).is_empty()).count();
    // The first name stands above the blank, or below it where only the other columns are grouped.
    let is_above = !filled(label) && !seen.cell(record, label).is_empty();
    let is_below = filled(label)
        && seen.cell(record, label).is_empty()
        && (0..seen.width()).all(|at| filled(at) || seen.cell(record, at).is_empty());
    (is_above || is_below) && !is_row(seen, next) && either >= usual
}

/// True if a record holds numbers that are not years.
fn is_row(seen: &Seen<'_>, record: usize) -> bool {
    seen.cells(record).any(|cell| is_figure(cell) && !is_year(cell))
}

/// True if a record is a further level of the column names.
fn continues(seen: &Seen<'_>, found: &[usize], next: usize) -> bool {
    if seen.filled(next) == 0 || is_row(seen, next) {
        return false;
    }
    let label = seen.first_column();
    let above = |column: usize| found.iter().any(|record| !seen.cell(*record, column).is_empty());
    let has_years = seen.cells(next).any(is_year);
    let filled: Vec<usize> = (0..seen.width()).filter(|at| *at != label && !seen.cell(next, *at).is_empty()).collect();
    let is_name = |cell: &str| !is_figure(cell) && !is_mark(cell);
    if seen.cell(next, label).is_empty() {
        // Names below merged names, or units: the cell above spans more than one column or the rows hold numbers.
        return above(label) && filled.iter().any(|at| !above(*at) || seen.is_numeric(*at, next));
    }
    if !above(label) {
        return !has_years && filled.iter().all(|at| is_name(seen.cell(next, *at))) && !filled.is_empty();
    }
    // Names in a second language: words wherever the rows hold numbers.
    let numeric: Vec<usize> = (0..seen.width()).filter(|at| *at != label && seen.is_numeric(*at, next)).collect();
    let words = numeric.iter().filter(|at| !seen.cell(next, **at).is_empty());
    !has_years
        && 2 * words.clone().count() >= numeric.len()
        && words.clone().count() > 0
        && words.into_iter().all(|at| is_name(seen.cell(next, *at)))
}

/// True if a cell above a table is a unit, a date or a number of a table, and not the name of a column.
fn is_caption(cell: &str) -> bool {
    const STARTS: [&str; 12] =
        ["单位", "计量单位", "表", "续表", "时间", "日期", "制表", "填报", "unit", "units", "table", "date"];
    let plain = cell.to_lowercase();
    let plain = plain.trim_start_matches(['(', '（', '[', '【']);
    is_year(plain) || STARTS.iter().any(|start| plain.starts_with(start))
}

/// The name of each column: its levels, joined.
pub(super) fn names(seen: &Seen<'_>, found: &[usize]) -> Vec<String> {
    let mut levels: Vec<Vec<&str>> = found.iter().map(|record| seen.cells(*record).collect()).collect();
    for level in 0..levels.len().saturating_sub(1) {
        let mut open = "";
        for column in 0..seen.width() {
            let below = levels.iter().skip(level + 1).any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
            // A merged name ends where one above it begins.
            let begins = found.iter().take(level).any(|record| !seen.cell(*record, column).is_empty());
            let Some(cell) = levels.get_mut(level).and_then(|row| row.get_mut(column)) else { continue };
            if !cell.is_empty() || begins || !below {
                open = cell;
            } else {
                *cell = open;
            }
        }
    }
    let name = |column: usize| {
        let mut parts: Vec<&str> = levels.iter().filter_map(|row| row.get(column).copied()).collect();
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        parts.join(JOINT)
    };
    (0..seen.width()).map(name).collect()
}

/// The refusal of a table whose column names cannot be found.
pub(super) fn undecided(seen: &Seen<'_>, why: &'static str) -> IngestError {
    LayoutError::Undecided { why, shown: seen.shown() }.into()
}

/// The refusal of lines that the study names and the file does not have.
pub(super) fn no_such_lines(seen: &Seen<'_>, key: &'static str) -> IngestError {
    LayoutError::BlankLines { key, shown: seen.shown() }.into()
}
