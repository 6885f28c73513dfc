//! The typed table of the cases of a study.

use std::collections::{BTreeMap, BTreeSet};

use crate::container;
use crate::conversions::Counted;
use crate::doubtful_number::{Doubt, DoubtfulNumber};
use crate::error::{IngestError, IngestErrors, KEPT};
use crate::excluded::exclude;
use crate::figures::Figures;
use crate::gap;
use crate::grid::Grid;
use crate::layout_error::LayoutError;
use crate::limits::Limits;
use crate::merged_names;
use crate::missing_cell::{MissingBecause, MissingCell};
use crate::nearest::nearest;
use crate::panel;
use crate::text_column::{TextColumn, key};
use crate::variable_notes::VariableNotes;
use crate::wanted::Wanted;
use crate::wording::kept;
use equifinal_study::config::{TableLayout, TimeKeys};
use equifinal_study::missing::MISSING;
use equifinal_study::panel::Panel;
use equifinal_study::table::{CaseTable, Cells, Column, ColumnKind};
use equifinal_study::table_notes::{Conversion, ConversionKind};
use rayon::prelude::*;

/// Reads the table of a file: CSV or TSV in UTF-8, UTF-16, GBK or GB18030, with commas, semicolons or tabs; the first
/// sheet with a table of an Excel or OpenDocument workbook; SPSS, Stata, Parquet or JSON. Titles, notes and totals around
/// the table are passed over, and named in the notes of the result.
///
/// `file` is the name used in messages. Cells are trimmed; blank lines are skipped. Columns are returned in the order
/// of `wanted`.
///
/// # Errors
/// All mistakes in the file at once: see [`IngestError`].
pub fn read_cases(file: &str, bytes: &[u8], wanted: &Wanted, limits: Limits) -> Result<CaseTable, IngestErrors> {
    let of_file = |error| IngestErrors::one(file, error);
    let named: Vec<&str> = wanted.exclude.iter().map(|one| one.case.as_str()).collect();
    let read = read_grid(bytes, &wanted.names(), (&wanted.layout, &named), limits);
    let (mut grid, mut errors) = read.map_err(of_file)?;
    let mut detected = grid.detected(None);
    let (mut times, mut percents) = (None, None);
    match &wanted.time {
        None => {}
        Some(TimeKeys::Column(column)) => times = Some(panel::periods(&grid, column)),
        Some(TimeKeys::Wide(wide)) => {
            let shown = container::percents(bytes, &grid).map_err(of_file)?;
            let long = panel::long(&grid, (wanted, wide), &shown, limits, &mut errors).map_err(of_file)?;
            (grid, times, percents) = (long.grid, Some(long.times), Some(long.percents));
            detected.are_cases = false;
        }
    }
    let place = grid.header.iter().position(|header| *header == wanted.id);
    let (mut cases, labelled) = place.map(|place| ids(&grid, place)).unwrap_or_default();
    let mut panel = times.map(|times| panel::named(&mut cases, times));
    let excluded = exclude(wanted, &mut grid, (&mut cases, panel.as_mut()), &mut errors);
    let percents = match percents {
        Some(percents) => percents,
        None => container::percents(bytes, &grid).map_err(of_file)?,
    };
    let (columns, conversions) = columns(wanted, &grid, (&cases, &percents), &mut errors);
    detected.notes.conversions.extend(labelled.finish().into_iter().chain(conversions));
    match &panel {
        Some(panel) => panel::check(&grid, wanted, panel, &mut errors),
        None => check_ids(&wanted.id, &cases, &grid.lines, &mut errors),
    }
    detected.notes.panel = panel.as_ref().map(Panel::shape);
    if errors.is_empty() {
        Ok(CaseTable { file: file.to_owned(), cases, lines: grid.lines, excluded, columns, panel, detected })
    } else {
        Err(IngestErrors { file: file.to_owned(), errors })
    }
}

/// The wanted columns that the table has, with the conversions of their cells.
fn columns(
    wanted: &Wanted,
    grid: &Grid,
    (cases, percents): (&[String], &BTreeMap<usize, usize>),
    errors: &mut Vec<IngestError>,
) -> (Vec<Column>, Vec<Conversion>) {
    let (mut columns, mut conversions) = (Vec::with_capacity(wanted.columns.len()), Vec::new());
    for column in &wanted.columns {
        let (name, kind) = column;
        let Some(place) = grid.header.iter().position(|header| header == name) else { continue };
        let cells = match kind {
            // A code that is declared missing counts only where the study gives it a membership by name.
            ColumnKind::Text => {
                let texts = grid.columns.get(place).map(texts).unwrap_or_default();
                let missing = texts.iter().enumerate().filter(|(_, cell)| is_gap(grid, place, cell));
                let missing = missing.map(|(case, _)| case).collect();
                Cells::Texts(texts, missing)
            }
            ColumnKind::Number => {
                let may_lack = wanted.may_lack.contains(column);
                let (numbers, mut counted) = numbers(grid, place, (cases, may_lack), errors);
                if let Some(count) = percents.get(&place) {
                    counted.shown_as_percent(name, *count, &numbers);
                }
                conversions.extend(counted.finish());
                Cells::Numbers(numbers)
            }
        };
        let labels = grid.notes.get(place).map(|notes| notes.values.clone()).unwrap_or_default();
        columns.push(Column { labels, ..Column::of_file(name.clone(), cells) });
    }
    (columns, conversions)
}

/// Reads a table whose columns are known by name, and collects the errors in its shape. `named` are ids that the study
/// names itself, see `layout::arranged`.
///
/// Fails at once if no further check is possible: no table, no header, or too large.
pub(crate) fn read_grid(
    bytes: &[u8],
    names: &[&str],
    (layout, named): (&TableLayout, &[&str]),
    limits: Limits,
) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let (mut grid, shape) = container::read_table(bytes, layout, named, limits)?;
    merged_names::fill(bytes, &mut grid)?;
    grid.declare_missing(&layout.missing);
    let mut errors = check_header(&grid, names);
    if !grid.top.is_empty() && errors.iter().any(|error| matches!(error, IngestError::MissingColumn { .. })) {
        let (lines, shown) = (grid.found.header_lines.clone(), grid.top.clone());
        errors.push(LayoutError::FoundElsewhere { lines, shown }.into());
    }
    errors.extend(shape);
    if grid.height() == 0 && errors.is_empty() {
        errors.push(IngestError::NoCases);
    }
    Ok((grid, errors))
}

fn check_header(grid: &Grid, names: &[&str]) -> Vec<IngestError> {
    let (line, header) = (grid.header_line, &grid.header);
    let mut errors = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, name) in header.iter().map(String::as_str).enumerate().filter(|(_, name)| !name.is_empty()) {
        if let Some(first) = places.get(name) {
            let (name, first, second) = (name.to_owned(), *first, position + 1);
            errors.push(IngestError::DuplicateColumn { line, name, first, second });
        } else {
            places.insert(name, position + 1);
        }
    }
    for (i, name) in names.iter().enumerate() {
        let asked_before = names.iter().take(i).any(|earlier| earlier == name);
        if asked_before || header.iter().any(|column| column == name) {
            continue;
        }
        errors.push(IngestError::MissingColumn {
            line,
            name: (*name).to_owned(),
            nearest: nearest(name, header.iter().map(String::as_str)).map(str::to_owned),
            header: header.clone(),
        });
    }
    errors
}

/// Adds an error for each empty or duplicate id, in the order of the records.
pub(crate) fn check_ids(column: &str, ids: &[String], lines: &[usize], errors: &mut Vec<IngestError>) {
    // By key first: that is a comparison of numbers.
    let mut sorted: Vec<(u64, &str, usize)> =
        ids.iter().zip(lines).map(|(id, line)| (key(id), id.as_str(), *line)).collect();
    sorted.par_sort_unstable();
    let mut wrong = Vec::new();
    for same in sorted.chunk_by(|a, b| a.1 == b.1) {
        let Some(((_, id, first), others)) = same.split_first() else { continue };
        if wrong.len() >= KEPT {
            break;
        }
        let column = || kept(column);
        if id.is_empty() {
            wrong.extend(
                same.iter()
                    .take(KEPT)
                    .map(|(.., line)| (*line, IngestError::EmptyId { line: *line, column: column() })),
            );
        } else {
            wrong.extend(others.iter().take(KEPT).map(|(.., line)| {
                (*line, IngestError::DuplicateId { line: *line, column: column(), id: kept(id), first: *first })
            }));
        }
    }
    wrong.sort_by_key(|(line, _)| *line);
    errors.extend(wrong.into_iter().map(|(_, error)| error));
}

pub(crate) fn texts(cells: &TextColumn) -> Vec<String> {
    cells.iter().map(str::to_owned).collect()
}

/// The cells of a column as text; a cell without a value is empty.
pub(crate) fn values(grid: &Grid, place: usize) -> Vec<String> {
    let notes = grid.notes.get(place);
    let value = |cell: &str| if gap::of(notes, cell).is_some() { String::new() } else { cell.to_owned() };
    grid.columns.get(place).map(|cells| cells.iter().map(value).collect()).unwrap_or_default()
}

/// The ids of cases: labels instead of codes where the file gives each its own. A cell that the study declares missing
/// may be an id (NA is Namibia).
fn ids(grid: &Grid, place: usize) -> (Vec<String>, Counted) {
    let (cells, mut counted) = (grid.columns.get(place), Counted::default());
    let name = grid.header.get(place).map_or("", String::as_str);
    let notes = grid.notes.get(place).map(|notes| VariableNotes { said_missing: Vec::new(), ..notes.clone() });
    let has_value = |cell: &str| gap::of(notes.as_ref(), cell).is_none();
    let label = |cell: &str| notes.as_ref().and_then(|notes| notes.label_of(cell)).unwrap_or_default();
    let is_told_apart = || {
        let cells = cells.into_iter().flat_map(TextColumn::iter);
        let used: BTreeSet<&str> = cells.filter(|cell| has_value(cell)).collect();
        let labels: BTreeSet<&str> = used.iter().map(|cell| label(cell)).collect();
        labels.len() == used.len() && !labels.contains("")
    };
    let is_labelled = notes.as_ref().is_some_and(|notes| !notes.values.is_empty()) && is_told_apart();
    let mut value = |cell: &str| match (has_value(cell), is_labelled) {
        (false, _) => String::new(),
        (true, false) => cell.to_owned(),
        (true, true) => {
            counted.add(name, ConversionKind::Label, cell, &|| label(cell).to_owned());
            label(cell).to_owned()
        }
    };
    let ids = cells.map(|cells| cells.iter().map(&mut value).collect()).unwrap_or_default();
    (ids, counted)
}

/// True if the cell of this column is not a value.
fn is_gap(grid: &Grid, place: usize, cell: &str) -> bool {
    gap::of(grid.notes.get(place), cell).is_some()
}

/// The cells of a column as finite numbers. A cell without a value is missing where the column `may_lack` some; any
/// other cell adds an error and is read as zero.
fn numbers(
    grid: &Grid,
    place: usize,
    (cases, may_lack): (&[String], bool),
    errors: &mut Vec<IngestError>,
) -> (Vec<f64>, Counted) {
    let Some(cells) = grid.columns.get(place) else { return Default::default() };
    let (notes, name) = (grid.notes.get(place), grid.header.get(place).map_or("", String::as_str));
    let (figures, mut counted) = (figures(grid, place), Counted::default());
    let mut numbers = Vec::with_capacity(grid.height());
    let most = errors.len().saturating_add(KEPT);
    for ((cell, &line), row) in cells.iter().zip(&grid.lines).zip(0..) {
        let why = match number(notes, &figures, cell) {
            Ok((value, kind)) => {
                numbers.push(value);
                kind.into_iter().for_each(|kind| counted.add(name, kind, cell, &|| value.to_string()));
                continue;
            }
            Err(NoValue::Missing(why)) if may_lack => {
                numbers.push(MISSING);
                if why == MissingBecause::Said {
                    counted.add(name, ConversionKind::Missing, cell, &String::new);
                }
                continue;
            }
            Err(why) => why,
        };
        numbers.push(0.0);
        if errors.len() >= most {
            continue;
        }
        let (column, value) = (kept(name), kept(cell));
        let case = kept(cases.get(row).map_or("", String::as_str));
        errors.push(match why {
            NoValue::Doubt(Doubt::NoNumber) => IngestError::NotANumber { line, column, case, value },
            NoValue::Doubt(doubt) => DoubtfulNumber { line, column, case, value, doubt }.into(),
            NoValue::Missing(why) => MissingCell { line, column, case, value, why }.into(),
        });
    }
    (numbers, counted)
}

/// The way in which the numbers of a column are written.
pub(crate) fn figures(grid: &Grid, place: usize) -> Figures {
    let notes = grid.notes.get(place);
    let cells = grid.columns.get(place).into_iter().flat_map(TextColumn::texts);
    Figures::of(cells, |cell| gap::of(notes, cell).is_some(), grid.kind.is_by_semicolons())
}

/// The reason why a cell gives no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoValue {
    /// It holds no value.
    Missing(MissingBecause),
    /// It does not hold a number, or one of several.
    Doubt(Doubt),
}

/// The cell as a finite number with its conversion, or the reason why it gives none. Negative zero becomes zero.
pub(crate) fn number(
    notes: Option<&VariableNotes>,
    figures: &Figures,
    cell: &str,
) -> Result<(f64, Option<ConversionKind>), NoValue> {
    match gap::of(notes, cell) {
        Some(gap) => Err(NoValue::Missing(gap.into())),
        None => figures.read(cell).map_err(NoValue::Doubt),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::Size;

    #[test]
    fn a_table_beyond_the_limits_is_refused() {
        let wanted = Wanted { id: "id".to_owned(), ..Wanted::default() };
        let check = |memory: u64, expected: Option<IngestError>| {
            let found = read_cases("a.csv", b"id,a\nx,1\ny,2\n", &wanted, Limits { memory }).err();
            assert_eq!(found.map(|found| found.errors), expected.map(|error| vec![error]));
        };
        check(25, Some(IngestError::TooManyBytes { found: 13, limit: Size(12) }));
        check(26, Some(IngestError::TooMuchMemory { limit: Size(26) }));
        check(10_000, None);
    }
}
