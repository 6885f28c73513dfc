//! Reads the table of a file where it stands in it: on its sheet, below titles, above notes.

use equifinal_study::config::{SheetRef, TableLayout};

use super::{Container, detect, of_file, read, workbook};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::layout::arranged;
use crate::layout_error::LayoutError;
use crate::limits::Limits;
use crate::{delimited, wording};

/// Maximum number of sheets that are tried; each is read from the start of the file.
const TRIED: usize = 20;

/// The table of a file, and the errors in its shape.
type Table = (Grid, Vec<IngestError>);

/// Reads the table of a file of any kind, and collects the errors in its shape. `kept` are ids that are never passed
/// over as totals.
///
/// Fails at once if no further check is possible.
pub(crate) fn read_table(
    bytes: &[u8],
    said: &TableLayout,
    kept: &[&str],
    limits: Limits,
) -> Result<Table, IngestError> {
    let container = detect(bytes)?;
    match container {
        Container::Delimited => read_delimited(bytes, said, kept, limits),
        Container::Archive | Container::Compound => {
            Workbook { bytes, is_archive: container == Container::Archive, said, kept, limits }.table()
        }
        Container::Spss | Container::Stata | Container::Parquet | Container::Json => {
            let (grid, errors) = read(bytes, limits)?;
            Ok((arranged(grid, said, kept)?, errors))
        }
    }
}

/// Reads delimited text; if its records differ in width, once more, to find what stands around the table.
fn read_delimited(bytes: &[u8], said: &TableLayout, kept: &[&str], limits: Limits) -> Result<Table, IngestError> {
    if said.sheet.is_some() {
        return Err(LayoutError::NoLines { key: "sheet" }.into());
    }
    let (grid, errors) = read(bytes, limits)?;
    if !errors.iter().any(|error| matches!(error, IngestError::Ragged { .. })) {
        return Ok((arranged(grid, said, kept)?, errors));
    }
    let (loose, widths) = delimited::read_loose(bytes, &of_file(bytes, limits)?)?;
    let arranged = match arranged(loose, said, kept) {
        Ok(arranged) => arranged,
        // A table that begins in its first line has no layout to find.
        Err(IngestError::Layout(LayoutError::Undecided { .. })) if grid.width() > 1 => return Ok((grid, errors)),
        Err(error) => return Err(error),
    };
    let width = |line: usize| widths.iter().find(|(at, _)| *at == line).map_or(0, |(_, width)| *width);
    let expected = width(arranged.header_line);
    let is_ragged = |line: &&usize| width(**line) != expected;
    if arranged.found == grid.found {
        return Ok((grid, errors));
    }
    let mut wrong: Vec<IngestError> =
        errors.into_iter().filter(|error| !matches!(error, IngestError::Ragged { .. })).collect();
    let ragged = arranged.lines.iter().filter(is_ragged);
    wrong.extend(ragged.map(|&line| IngestError::Ragged { line, found: width(line), expected }));
    Ok((arranged, wrong))
}

/// A workbook whose table is looked for.
struct Workbook<'a> {
    bytes: &'a [u8],
    is_archive: bool,
    said: &'a TableLayout,
    kept: &'a [&'a str],
    limits: Limits,
}

impl Workbook<'_> {
    /// The table of the sheet that the study names, or of the first with a table.
    fn table(&self) -> Result<Table, IngestError> {
        if let Some(wanted) = &self.said.sheet {
            let names = self.names()?;
            let Some(at) = place(wanted, &names) else {
                let wanted = match wanted {
                    SheetRef::Name(name) => format!("`{}`", wording::kept(name)),
                    SheetRef::Number(number) => number.to_string(),
                };
                return Err(LayoutError::NoSheet { wanted, sheets: names }.into());
            };
            return self.read(at);
        }
        let first = self.read(0);
        let others = match &first {
            Ok((grid, _)) if is_table(grid) => return first,
            Ok((grid, _)) => grid.kind.sheets(),
            Err(IngestError::Empty | IngestError::Layout(LayoutError::Undecided { .. })) => self.names()?.len(),
            Err(_) => return first,
        };
        let tables = (1..others.min(TRIED)).filter_map(|at| self.read(at).ok());
        tables.into_iter().find(|(grid, _)| is_table(grid)).map_or(first, Ok)
    }

    fn names(&self) -> Result<Vec<String>, IngestError> {
        let budget = &of_file(self.bytes, self.limits)?;
        if self.is_archive {
            workbook::names_in_archive(self.bytes, budget)
        } else {
            workbook::names_in_compound(self.bytes, budget)
        }
    }

    /// The table of the sheet at this place, from 0. Formulas without a value matter only within the table.
    fn read(&self, at: usize) -> Result<Table, IngestError> {
        let budget = &of_file(self.bytes, self.limits)?;
        let (grid, mut errors) = if self.is_archive {
            workbook::read_archive(self.bytes, at, budget)?
        } else {
            workbook::read_compound(self.bytes, at, budget)?
        };
        let grid = arranged(grid, self.said, self.kept)?;
        let is_read = |line: &usize| grid.found.header_lines.contains(line) || grid.lines.binary_search(line).is_ok();
        errors.retain(|error| !matches!(error, IngestError::Formula { line, .. } if !is_read(line)));
        Ok((grid, errors))
    }
}

/// True if a sheet holds a table: two named columns and a row.
fn is_table(grid: &Grid) -> bool {
    grid.height() > 0 && grid.header.iter().filter(|name| !name.is_empty()).nth(1).is_some()
}

/// The place of a sheet, from 0. A number beyond the last sheet may be a name, such as 2019.
fn place(wanted: &SheetRef, names: &[String]) -> Option<usize> {
    let named = |wanted: &str| names.iter().position(|name| name.trim() == wanted.trim());
    match wanted {
        SheetRef::Name(name) => named(name),
        SheetRef::Number(number) if *number <= names.len() => number.checked_sub(1),
        SheetRef::Number(number) => named(&number.to_string()),
    }
}
