//! Text with separated cells becomes a grid: blocks of records are read at the same time and stacked in their order.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::csv::{Records, line_ends};
use crate::delimiter::{self, Delimiter};
use crate::encoding;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::text_column::{TextColumn, TextColumnBuilder, trimmed};

/// A block of a text has about this many bytes.
const BLOCK: usize = 4 << 20;

/// Reads CSV or TSV, with everything wrong with the shape of it.
///
/// Fails where nothing more can be said: no text, no header, too large.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let decoded = encoding::decode(bytes)?;
    if let Some(at) = memchr::memchr(0, decoded.text.as_bytes()) {
        let before = decoded.text.get(..at).unwrap_or_default();
        return Err(IngestError::Nul { line: 1 + before.matches('\n').count() });
    }
    let delimiter = delimiter::detect(&decoded.text);
    let detected = format!("{}, {}", decoded.name, delimiter.name());
    stack(blocks(&decoded.text, BLOCK, delimiter), limits, detected)
}

/// The text in blocks of whole records of about `size` bytes; in one where quotation marks may put line ends into cells.
fn blocks(text: &str, size: usize, delimiter: Delimiter) -> Vec<Records<'_>> {
    let size = if memchr::memchr(b'"', text.as_bytes()).is_some() { text.len() } else { size };
    let mut blocks = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let end = rest.as_bytes().get(size..).and_then(|after| memchr::memchr(b'\n', after)).map(|at| size + at + 1);
        let (block, after) = end.and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
        blocks.push(Records::new(block, line, delimiter));
        line += line_ends(block.as_bytes());
        rest = after;
    }
    blocks
}

/// Reads blocks of records, of which the first is the header.
fn stack(
    mut blocks: Vec<Records<'_>>,
    limits: Limits,
    detected: String,
) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let first = blocks.iter_mut().find_map(|block| block.advance().then_some(block)).ok_or(IngestError::Empty)?;
    let header: Vec<String> = first.cells().map(|name| trimmed(name).to_owned()).collect();
    let header_line = first.line();
    let records = AtomicUsize::new(1);
    let is_within = || {
        let records = records.fetch_add(1, Ordering::Relaxed) + 1;
        records.saturating_mul(header.len()) <= limits.text_cells
    };
    let read = blocks.into_par_iter().map(|records| Block::read(records, header.len(), is_within));
    let blocks: Option<Vec<Block>> = read.collect();
    let (mut columns, mut lines, mut errors) = (vec![Vec::new(); header.len()], Vec::new(), Vec::new());
    for block in blocks.ok_or(IngestError::TooManyCells { limit: limits.text_cells })? {
        columns
            .iter_mut()
            .zip(block.columns)
            .for_each(|(parts, cells): (&mut Vec<_>, TextColumnBuilder)| parts.push(cells));
        lines.extend(block.lines);
        errors.extend(block.errors);
    }
    let columns = columns.into_par_iter().map(TextColumn::stacked).collect();
    Ok((Grid { header, header_line, columns, lines, notes: Vec::new(), detected }, errors))
}

/// What a block of records holds.
struct Block {
    columns: Vec<TextColumnBuilder>,
    lines: Vec<usize>,
    errors: Vec<IngestError>,
}

impl Block {
    /// Reads the records of this width, as long as there is room for one more; the others are errors.
    fn read(mut records: Records<'_>, width: usize, has_room: impl Fn() -> bool) -> Option<Self> {
        let mut block =
            Self { columns: vec![TextColumnBuilder::default(); width], lines: Vec::new(), errors: Vec::new() };
        while records.advance() {
            let line = records.line();
            if records.width() != width {
                block.errors.push(IngestError::Ragged { line, found: records.width(), expected: width });
                continue;
            }
            if !has_room() {
                return None;
            }
            block.columns.iter_mut().zip(records.cells()).for_each(|(column, cell)| column.push(cell));
            block.lines.push(line);
        }
        block.errors.extend(records.unclosed_quote().map(|line| IngestError::UnclosedQuote { line }));
        Some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In blocks of any size, a text is the same grid with the same errors.
    fn check(text: &str, lines: &[usize], wrong: &[usize]) {
        let delimiter = delimiter::detect(text);
        let read = |size: usize| stack(blocks(text, size, delimiter), Limits::default(), String::new()).unwrap();
        let (whole, errors) = read(text.len());
        assert_eq!(whole.lines, lines, "{text:?}");
        assert_eq!(errors.iter().map(line).collect::<Vec<_>>(), wrong, "{text:?}");
        for size in 0..text.len() {
            let (blocks, found) = read(size);
            assert_eq!((&blocks.header, blocks.header_line), (&whole.header, whole.header_line), "{text:?}");
            assert_eq!((&blocks.lines, &found), (&whole.lines, &errors), "{text:?}");
            let cells =
                |grid: &Grid| grid.columns.iter().flat_map(TextColumn::iter).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(cells(&blocks), cells(&whole), "{text:?}");
        }
    }

    fn line(error: &IngestError) -> usize {
        match error {
            IngestError::Ragged { line, .. } | IngestError::UnclosedQuote { line } => *line,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn blocks_of_any_size_agree() {
        check("id,a,b\nx,1,\ny,, 2\nz,,\n", &[2, 3, 4], &[]);
        check("\n\r\nid;a;b\r\nx;1;很好\r\ny;;2", &[4, 5], &[]);
        check("id,a,b\nx,1\ny,2,3,4\nz,1,2\n", &[4], &[2, 3]);
        check("id,a,b\n\n\nx,1,2\n \n\ny,3,4\n", &[4, 7], &[]);
        check("id,a,b\nx,\"1\n1\",2\ny,3,4\n", &[2, 4], &[]);
        check("id,a,b\nx,1,2\ny,\"3,4\nz,5,6\n", &[2], &[3, 3]);
        check("id,a,b\rx,1,2\r\ry,3,4", &[2, 4], &[]);
        check("id,a,b\nx,1,2\r\n\ry,3,4\n\r", &[2, 4], &[]);
    }
}
