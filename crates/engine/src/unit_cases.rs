//! A table of a panel as a table of its units, for studies of scores in fixed periods.

use std::collections::BTreeMap;

use equifinal_study::config::ScoreSource;
use equifinal_study::message::Message;
use equifinal_study::panel::Panel;
use equifinal_study::say;
use equifinal_study::table::{CaseTable, Cells, Column};

use crate::reading::Reading;

/// The first row of each unit in the file, units in natural order.
pub(crate) fn first_rows(panel: &Panel) -> Vec<usize> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (row, unit) in panel.units.iter().enumerate() {
        first.entry(unit).or_insert(row);
    }
    panel.distinct_units().into_iter().filter_map(|unit| first.get(unit).copied()).collect()
}

/// The units as cases, by their first `rows`, with the columns that are of the unit and not of a period: clusters,
/// groups and weights. A problem for each of these that differs between the periods of a unit.
pub(crate) fn of_units(study: &Reading, table: &CaseTable, rows: &[usize], problems: &mut Vec<Message>) -> CaseTable {
    let Some(panel) = &table.panel else { return table.clone() };
    let is_of_units = |column: &Column| {
        let mut uses = study.uses.iter().filter(|one| one.set.is_empty());
        column.source == ScoreSource::Table && uses.any(|one| one.column == column.name)
    };
    problems.extend(table.columns.iter().filter(|column| is_of_units(column)).filter_map(|column| {
        let (unit, line) = differing(column, table, panel)?;
        let problem = say!("unit-differs", line, column = column.name, unit);
        Some(say!("data-file", file = table.file, problem))
    }));
    let mut units = table.picked(rows, is_of_units);
    units.cases = rows.iter().filter_map(|&row| panel.units.get(row)).cloned().collect();
    units.panel = None;
    units
}

/// The first unit with another value of a column in another period, with the line of that value.
fn differing<'a>(column: &Column, table: &CaseTable, panel: &'a Panel) -> Option<(&'a str, usize)> {
    let mut known: BTreeMap<&str, String> = BTreeMap::new();
    for (row, unit) in panel.units.iter().enumerate() {
        let value = match &column.cells {
            Cells::Numbers(numbers) => numbers.get(row).map(f64::to_string),
            Cells::Texts(texts, _) => texts.get(row).cloned(),
        }?;
        let first = known.entry(unit).or_insert_with(|| value.clone());
        if *first != value {
            return Some((unit, *table.lines.get(row)?));
        }
    }
    None
}
