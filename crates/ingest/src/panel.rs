//! Panels: a table with one column a period becomes one with a row a unit and period, and its cases get their names.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::{TimeKeys, WideKeys};
use equifinal_study::panel::{Panel, identity, period};

use crate::error::{IngestError, KEPT};
use crate::gap;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, Limits, ROW};
use crate::nearest::nearest;
use crate::panel_error::PanelError;
use crate::text_column::TextColumnBuilder;
use crate::wanted::Wanted;
use crate::wording::kept;

/// A table with a row a unit and period.
pub(crate) struct Long {
    /// Its cells: the column of the units, then each wanted column once.
    pub(crate) grid: Grid,
    /// The period of each row.
    pub(crate) times: Vec<String>,
    /// The columns that the file shows as percentages, with the number of these cells.
    pub(crate) percents: BTreeMap<usize, usize>,
}

/// The places of one wanted column in a wide table.
enum Places {
    /// One column a period, in the order of the periods.
    Periods(Vec<usize>),
    /// The same column in every period.
    Same(usize),
}

impl Places {
    fn at(&self, period: usize) -> usize {
        match self {
            Self::Periods(places) => places.get(period).copied().unwrap_or(usize::MAX),
            Self::Same(place) => *place,
        }
    }
}

/// The rows of a wide table as rows of a unit in a period. A unit without any value in a period is no case in it.
/// Columns that are not there are added to `errors`.
///
/// # Errors
/// [`IngestError::TooMuchMemory`].
pub(crate) fn long(
    grid: &Grid,
    (wanted, wide): (&Wanted, &WideKeys),
    percents: &BTreeMap<usize, usize>,
    limits: Limits,
    errors: &mut Vec<IngestError>,
) -> Result<Long, IngestError> {
    let names: BTreeSet<&str> = wanted.columns.iter().map(|(name, _)| name.as_str()).collect();
    let found = names.into_iter().filter_map(|name| Some((name, places(grid, name, wide, errors)?)));
    let found: Vec<(&str, Places)> = found.collect();
    let units = grid.header.iter().position(|header| *header == wanted.id).unwrap_or(usize::MAX);
    let cells = grid.height().saturating_mul(wide.times.len());
    Budget::new(limits).take_each(cells, CELL.saturating_mul(found.len() + 2).saturating_add(ROW))?;
    let rows: Vec<(usize, usize)> = (0..grid.height())
        .flat_map(|row| (0..wide.times.len()).map(move |period| (row, period)))
        .filter(|&(row, period)| has_value(grid, &found, row, period))
        .collect();
    let column = |places: &Places| {
        let mut column = TextColumnBuilder::with_capacity(rows.len());
        rows.iter().for_each(|&(row, period)| column.push(grid.cell(row, places.at(period))));
        column.finish()
    };
    let all: Vec<(&str, Places)> = std::iter::once((wanted.id.as_str(), Places::Same(units))).chain(found).collect();
    let notes = |(_, places): &(&str, Places)| grid.notes.get(places.at(0)).cloned().unwrap_or_default();
    let shown = |places: &Places| match places {
        Places::Periods(places) => places.iter().filter_map(|place| percents.get(place)).sum(),
        Places::Same(place) => percents.get(place).copied().unwrap_or_default(),
    };
    let percents = all.iter().enumerate().map(|(at, (_, places))| (at, shown(places))).filter(|(_, count)| *count > 0);
    Ok(Long {
        percents: percents.collect(),
        times: rows.iter().filter_map(|&(_, period)| wide.times.get(period)).cloned().collect(),
        grid: Grid {
            header: all.iter().map(|(name, _)| (*name).to_owned()).collect(),
            columns: all.iter().map(|(_, places)| column(places)).collect(),
            lines: rows.iter().filter_map(|&(row, _)| grid.lines.get(row)).copied().collect(),
            notes: if grid.notes.is_empty() { Vec::new() } else { all.iter().map(notes).collect() },
            found: grid.found.clone(),
            top: grid.top.clone(),
            ..*grid
        },
    })
}

/// The columns of a set's column in each period; the column itself where the table has it instead.
fn places(grid: &Grid, name: &str, wide: &WideKeys, errors: &mut Vec<IngestError>) -> Option<Places> {
    let place = |name: &str| grid.header.iter().position(|header| header == name);
    let named: Vec<String> = wide.times.iter().map(|time| wide.named(name, time)).collect();
    let (found, lacking): (Vec<_>, Vec<_>) =
        named.iter().map(|name| (name, place(name))).partition(|one| one.1.is_some());
    if lacking.is_empty() {
        return Some(Places::Periods(found.into_iter().filter_map(|(_, place)| place).collect()));
    }
    if !found.is_empty() {
        let lacking = lacking.into_iter().map(|(name, _)| kept(name)).collect();
        errors.push(PanelError::PeriodsLack { line: grid.header_line, name: kept(name), lacking }.into());
        return None;
    }
    let same = place(name).map(Places::Same);
    if same.is_none() {
        let wanted = named.into_iter().next().unwrap_or_default();
        let nearest = nearest(&wanted, grid.header.iter().map(String::as_str)).map(str::to_owned);
        let (line, header) = (grid.header_line, grid.header.clone());
        errors.push(IngestError::MissingColumn { line, name: wanted, nearest, header });
    }
    same
}

/// True if a unit has a value of at least one column that changes over time; also if there is none.
fn has_value(grid: &Grid, columns: &[(&str, Places)], row: usize, period: usize) -> bool {
    let mut changing = columns.iter().filter(|(_, places)| matches!(places, Places::Periods(_))).peekable();
    let has = |place: usize| gap::of(grid.notes.get(place), grid.cell(row, place)).is_none();
    changing.peek().is_none() || changing.any(|(_, places)| has(places.at(period)))
}

/// The period of each row of a table that has a column of them; empty where a cell is not a period.
pub(crate) fn periods(grid: &Grid, column: &str) -> Vec<String> {
    let place = grid.header.iter().position(|header| header == column);
    let cells = place.and_then(|place| grid.columns.get(place));
    cells.map(|cells| cells.iter().map(|cell| period(cell).unwrap_or_default()).collect()).unwrap_or_default()
}

/// The units and periods of the rows, whose ids become the names of their cases.
pub(crate) fn named(ids: &mut Vec<String>, times: Vec<String>) -> Panel {
    let names = ids.iter().zip(&times).map(|(unit, time)| identity(unit, time)).collect();
    Panel { units: std::mem::replace(ids, names), times }
}

/// Adds an error for each row without a unit or a period, and for each unit that is there twice in a period.
pub(crate) fn check(grid: &Grid, wanted: &Wanted, panel: &Panel, errors: &mut Vec<IngestError>) {
    let column = match &wanted.time {
        Some(TimeKeys::Column(column)) => column.as_str(),
        _ => "",
    };
    let place = grid.header.iter().position(|header| header == column);
    let mut first: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut wrong: Vec<IngestError> = Vec::new();
    let mut last = 0;
    for (((unit, time), &line), row) in panel.units.iter().zip(&panel.times).zip(&grid.lines).zip(0..) {
        if wrong.len() >= KEPT {
            break;
        }
        if unit.is_empty() {
            wrong.push(IngestError::EmptyId { line, column: kept(&wanted.id) });
        } else if time.is_empty() {
            let value = kept(place.map_or("", |place| grid.cell(row, place)));
            wrong.push(PanelError::NotAPeriod { line, column: kept(column), unit: kept(unit), value }.into());
        } else if let Some(&first) = first.get(&(unit.as_str(), time.as_str())) {
            // A line of a wide table is the same unit in every period: it is named once.
            if last != line {
                wrong.push(PanelError::Twice { line, first, unit: kept(unit), time: time.clone() }.into());
            }
            last = line;
        } else {
            first.insert((unit, time), line);
        }
    }
    errors.extend(wrong);
}
