//! Turns delimited text into a grid: blocks of records are read in parallel and stacked in order.

use std::borrow::Cow;

use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::TableNotes;
use rayon::prelude::*;

use crate::csv::{Records, blocks};
use crate::delimiter;
use crate::encoding;
use crate::error::{IngestError, KEPT};
use crate::grid::{Filled, Grid, GridBuilder};
use crate::limits::{Budget, CELL, COLUMN, MISTAKE, ROW};
use crate::text_column::{TextColumn, TextColumnBuilder, trimmed};

/// Approximate size of a block in bytes; large enough for some records of the first one's width.
const BLOCK: usize = 1 << 20;
const RECORDS: usize = 64;

/// Reads CSV or TSV, and collects the errors in its shape.
///
/// Fails at once if no further check is possible: no text, no header, or too large.
pub(crate) fn read(bytes: &[u8], budget: &Budget) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let decoded = encoding::decode(bytes, budget)?;
    let text = decoded.text.as_ref();
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let before = text.get(..at).unwrap_or_default();
        return Err(IngestError::Nul { line: 1 + before.matches('\n').count() });
    }
    let separator = delimiter::detect(text);
    let (encoding, is_marked) = (decoded.encoding.name(), decoded.is_marked);
    let kind = FileKind::Delimited { encoding, is_marked, separator };
    // Every block of a wide table has all its columns.
    let first = text.trim_start().find('\n').unwrap_or_default();
    stack(blocks(text, BLOCK.max(RECORDS.saturating_mul(first)), separator), budget, kind)
}

/// Reads CSV or TSV whose records differ in width: all of them, with the line and the width of each.
pub(crate) fn read_loose(bytes: &[u8], budget: &Budget) -> Result<(Grid, Vec<(usize, usize)>), IngestError> {
    let decoded = encoding::decode(bytes, budget)?;
    let text = decoded.text.as_ref();
    let separator = delimiter::of_most(text);
    let mut records = Records::new(text, 1, separator);
    budget.take_each(records.separators(), size_of::<usize>() * 2)?;
    let (mut grid, mut widths) = (GridBuilder::new(budget), Vec::new());
    while records.advance() {
        let line = records.line();
        let cells: Vec<Filled<'_>> = records.cells().map(Cow::Borrowed).enumerate().collect();
        grid.record(line, &cells)?;
        budget.take(size_of::<(usize, usize)>().saturating_mul(2))?;
        widths.push((line, cells.len()));
    }
    let (encoding, is_marked) = (decoded.encoding.name(), decoded.is_marked);
    Ok((grid.finish(FileKind::Delimited { encoding, is_marked, separator })?, widths))
}

/// Reads blocks of records, the first with the header.
fn stack(
    mut blocks: Vec<Records<'_>>,
    budget: &Budget,
    kind: FileKind,
) -> Result<(Grid, Vec<IngestError>), IngestError> {
    // While a record is read, the ends of its cells are kept.
    let most = blocks.iter().map(Records::separators).max().unwrap_or_default();
    budget.take_each(most, size_of::<usize>() * 2)?;
    let first = blocks.iter_mut().find_map(|block| block.advance().then_some(block)).ok_or(IngestError::Empty)?;
    budget.take_each(first.width(), COLUMN)?;
    let header: Vec<String> = first.cells().map(|name| trimmed(name).to_owned()).collect();
    let header_line = first.line();
    let read = blocks.into_par_iter().map(|records| Block::read(records, header.len(), budget));
    let blocks = read.collect::<Result<Vec<Block>, IngestError>>()?;
    let (mut columns, mut lines, mut errors) = (vec![Vec::new(); header.len()], Vec::new(), Vec::new());
    for block in blocks {
        columns
            .iter_mut()
            .zip(block.columns)
            .for_each(|(parts, cells): (&mut Vec<_>, TextColumnBuilder)| parts.push(cells));
        lines.extend(block.lines);
        errors.extend(block.errors);
    }
    let columns = columns.into_par_iter().map(TextColumn::stacked).collect();
    let found = TableNotes { header_lines: vec![header_line], ..TableNotes::default() };
    Ok((
        Grid {
            header,
            header_line,
            columns,
            lines,
            notes: Vec::new(),
            kind,
            found,
            top: equifinal_study::message::Message::empty(),
        },
        errors,
    ))
}

/// The content of a block of records.
struct Block {
    columns: Vec<TextColumnBuilder>,
    lines: Vec<usize>,
    errors: Vec<IngestError>,
}

impl Block {
    /// Reads the records of this width; others are errors.
    fn read(mut records: Records<'_>, width: usize, budget: &Budget) -> Result<Self, IngestError> {
        let most = records.most(width);
        budget.take(records.bytes())?;
        budget.take_each(width, COLUMN.saturating_add(most.saturating_mul(CELL)))?;
        let columns = (0..width).map(|_| TextColumnBuilder::with_capacity(most)).collect();
        let mut block = Self { columns, lines: Vec::with_capacity(most), errors: Vec::new() };
        while records.advance() {
            let line = records.line();
            if records.width() != width {
                if block.errors.len() < KEPT {
                    budget.take(MISTAKE)?;
                    block.errors.push(IngestError::Ragged { line, found: records.width(), expected: width });
                }
                continue;
            }
            block.columns.iter_mut().zip(records.cells()).for_each(|(column, cell)| column.push(cell));
            budget.take(ROW)?;
            block.lines.push(line);
        }
        block.errors.extend(records.unclosed_quote().map(|line| IngestError::UnclosedQuote { line }));
        Ok(block)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use equifinal_study::detected::Separator;

    use super::*;
    use crate::limits::Limits;

    /// Header, lines, cells and errors of a text read in blocks of this size.
    fn read(text: &str, size: usize) -> (Vec<String>, Vec<usize>, Vec<Vec<String>>, Vec<IngestError>) {
        let blocks = blocks(text, size, Separator::Comma);
        let budget = Budget::new(Limits::default());
        let Ok((grid, errors)) = stack(blocks, &budget, FileKind::default()) else {
            return Default::default();
        };
        let cells = grid.columns.iter().map(|column| column.iter().map(str::to_owned).collect());
        (grid.header, grid.lines, cells.collect(), errors)
    }

    fn check(text: &str, lines: &[usize], wrong: &[usize]) {
        let whole = read(text, text.len());
        assert_eq!(whole.1, lines, "{text:?}");
        let line = |error: &IngestError| match error {
            IngestError::Ragged { line, .. } | IngestError::UnclosedQuote { line } => *line,
            other => panic!("{other}"),
        };
        assert_eq!(whole.3.iter().map(line).collect::<Vec<_>>(), wrong, "{text:?}");
        (0..text.len()).for_each(|size| assert_eq!(read(text, size), whole, "{text:?} in blocks of {size}"));
    }

    #[test]
    fn records_are_found_in_blocks_of_any_size() {
        check("id,a,b\nx,1,\ny,, 2\nz,,\n", &[2, 3, 4], &[]);
        check("\n\r\nid,a,b\r\nx,1,很好\r\ny,,2", &[4, 5], &[]);
        check("id,a,b\nx,1\ny,2,3,4\nz,1,2\n", &[4], &[2, 3]);
        check("id,a,b\n\n\nx,1,2\n \n\ny,3,4\n", &[4, 7], &[]);
        check("id,a,b\nx,\"1\n1\",2\ny,3,4\n", &[2, 4], &[]);
        check("id,a,b\nx,5\" \"wide\",\"2\n\" \"2\ny,3,\"\"\n", &[2, 4], &[]);
        check("id,a,b\nx,1\",\"2\n2\"", &[2], &[]);
        check("id,a,b\nx,1,2\ny,\"3,4\nz,5,6\n", &[2], &[3, 3]);
        check("id,a,b\rx,1,2\r\ry,3,4", &[2, 4], &[]);
        check("id,a,b\nx,1,2\r\n\ry,3,4\n\r", &[2, 4], &[]);
    }

    proptest! {
        #[test]
        fn blocks_hold_whole_records(text in "[ab,\"\n\r ]{0,60}", size in 0..60_usize) {
            prop_assert_eq!(read(&text, size), read(&text, text.len()));
        }
    }
}
