//! Gives the text of merged cells to every row that they cover: a region beside its three provinces.

use equifinal_study::table_notes::{Conversion, ConversionKind};

use crate::container;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::text_column::TextColumn;
use crate::wording::kept;

/// Fills the blank cells of merged texts in the rows of a table, and notes how many. A number is left alone: over
/// several rows it may be their sum.
pub(crate) fn fill(bytes: &[u8], grid: &mut Grid) -> Result<(), IngestError> {
    if !grid.columns.iter().any(has_words_and_blanks) {
        return Ok(());
    }
    for merged in container::merged(bytes, grid)? {
        let start = grid.lines.partition_point(|line| line < merged.lines.start());
        let end = grid.lines.partition_point(|line| line <= merged.lines.end());
        let text = kept(grid.cell(start, merged.column));
        // The first of the cells may be in a line that is no row.
        if grid.lines.get(start) != Some(merged.lines.start()) || !is_words(&text) {
            continue;
        }
        let Some(cells) = grid.columns.get_mut(merged.column) else { continue };
        let blank: Vec<usize> = (start..end).filter(|record| cells.get(*record).is_empty()).collect();
        blank.iter().for_each(|record| cells.repeat(start, *record));
        let column = grid.header.get(merged.column).map(|name| kept(name)).unwrap_or_default();
        let notes = &mut grid.found.conversions;
        match notes.iter_mut().find(|note| note.kind == ConversionKind::Merged && note.column == column) {
            Some(note) => note.count = note.count.saturating_add(blank.len()),
            None if blank.is_empty() => {}
            None => {
                let (kind, count) = (ConversionKind::Merged, blank.len());
                notes.push(Conversion { column, kind, count, written: merged.range, read: text });
            }
        }
    }
    Ok(())
}

fn is_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// True if a column may hold merged texts.
fn has_words_and_blanks(column: &TextColumn) -> bool {
    column.texts().any(str::is_empty) && column.texts().any(is_words)
}
