//! `.xls`: its reader spans a rectangle over all cells, so their places are looked at first.

use std::io::{Cursor, Read};

use calamine::{Reader, Xls};
use equifinal_study::detected::FileKind;

use super::unreadable;
use super::workbook::{Sheet, check_place, first_sheet, grid_of};
use crate::error::IngestError;
use crate::limits::Limits;

const CONTAINER: &str = "Excel 97 workbook";

/// Records of the binary format that begin with the row and column of a cell, [MS-XLS] 2.3.
const CELLS: [u16; 10] = [0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e];

/// The record that says that the rest is encrypted, [MS-XLS] 2.4.117.
const FILE_PASS: u16 = 0x002f;

/// The record that begins a sheet, [MS-XLS] 2.4.21.
const BEGIN: u16 = 0x0809;

/// Reads the first sheet.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Sheet, IngestError> {
    check(bytes, limits)?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    let sheets = workbook.sheet_names();
    let sheet = first_sheet(CONTAINER, &sheets)?;
    let cells = range(&mut workbook, &sheet)?;
    let formulas = workbook.worksheet_formula(&sheet).map_err(|error| unreadable(CONTAINER, error))?;
    grid_of(&cells, &formulas, limits, FileKind::Excel97(sheets.len()))
}

#[expect(clippy::disallowed_methods, reason = "the places of the cells have been checked")]
fn range(workbook: &mut Xls<Cursor<&[u8]>>, sheet: &str) -> Result<calamine::Range<calamine::Data>, IngestError> {
    workbook.worksheet_range(sheet).map_err(|error| unreadable(CONTAINER, error))
}

/// Refuses macros, encryption, far cells and sheets that span more cells than allowed.
fn check(bytes: &[u8], limits: Limits) -> Result<(), IngestError> {
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    if compound.exists("/EncryptedPackage") {
        return Err(IngestError::NotData { found: "an encrypted workbook" });
    }
    if compound.exists("/_VBA_PROJECT_CUR") || compound.exists("/Macros") {
        return Err(IngestError::NotData { found: "a workbook with macros" });
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| compound.exists(path)) else {
        return Err(IngestError::NotData { found: "a compound file without a workbook" });
    };
    let mut stream = Vec::new();
    let opened = compound.open_stream(path).map_err(|error| unreadable(CONTAINER, error))?;
    opened.take(limits.bytes).read_to_end(&mut stream).map_err(|error| unreadable(CONTAINER, error))?;
    let mut rest = stream.as_slice();
    let (mut spans, mut cells) = (Span::default(), 0_usize);
    while let [kind_low, kind_high, length_low, length_high, after @ ..] = rest {
        let kind = u16::from_le_bytes([*kind_low, *kind_high]);
        let length = usize::from(u16::from_le_bytes([*length_low, *length_high]));
        let record = after.get(..length).unwrap_or(after);
        rest = after.get(length..).unwrap_or_default();
        match (kind, record) {
            (FILE_PASS, _) => return Err(IngestError::NotData { found: "an encrypted workbook" }),
            (BEGIN, _) => spans = Span::default(),
            (kind, [a, b, c, d, ..]) if CELLS.contains(&kind) => {
                let (row, column) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
                let last = if kind == 0x00bd || kind == 0x00be { last_column(record) } else { column };
                check_place(u32::from(row), u32::from(column.max(last)), limits)?;
                cells = cells.max(spans.over(row, column, last));
            }
            _ => {}
        }
        if cells > limits.cells {
            return Err(IngestError::TooManyCells { limit: limits.cells });
        }
    }
    Ok(())
}

/// The last column of a record of several cells: its last two bytes.
fn last_column(record: &[u8]) -> u16 {
    match record {
        [.., low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    }
}

/// The rectangle over the cells seen so far.
#[derive(Default)]
struct Span(Option<[u16; 4]>);

impl Span {
    /// Widens it, and gives the number of its cells.
    fn over(&mut self, row: u16, first: u16, last: u16) -> usize {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        let wider = [top.min(row), bottom.max(row), left.min(first), right.max(last)];
        self.0 = Some(wider);
        let [top, bottom, left, right] = wider.map(usize::from);
        (bottom - top + 1).saturating_mul(right.saturating_sub(left) + 1)
    }
}
