//! Reads `.xls`, the records of the binary format [MS-XLS]. Existing readers allocate what a sheet declares and read
//! all sheets; this one streams the cells of one.

mod cells;
mod globals;
mod record;

use std::io::{Cursor, Read};

use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::SheetFound;

use self::record::damaged;
use super::spreadsheet::Sheet;
use crate::error::IngestError;
use crate::grid::GridBuilder;
use crate::limits::Budget;

/// The names of the sheets.
pub(super) fn names(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    let globals = globals::read(&stream(bytes, budget)?, budget)?;
    Ok(globals.sheets.into_iter().map(|(_, name)| name).collect())
}

/// Reads the sheet at this place, from 0; macros and encryption are refused.
pub(super) fn read(bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    let stream = stream(bytes, budget)?;
    let globals = globals::read(&stream, budget)?;
    let found = globals.sheets.get(at);
    let sheet = found.and_then(|(start, _)| stream.get(usize::try_from(*start).ok()?..));
    let sheet = sheet.ok_or_else(|| damaged("it has no sheet"))?;
    let mut grid = GridBuilder::new(budget);
    let (errors, formulas) = cells::read(sheet, &globals, &mut grid, budget)?;
    let mut grid = grid.finish(FileKind::Excel97(globals.sheets.len()))?;
    let name = found.map(|(_, name)| name.clone()).unwrap_or_default();
    grid.found.sheet = Some(SheetFound { number: at.saturating_add(1), name });
    grid.found.formulas = formulas;
    Ok((grid, errors))
}

/// The workbook stream of the compound file.
fn stream(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>, IngestError> {
    // The tables of a compound file and its streams are as long as the file, if they are not longer than they can be.
    budget.take_each(bytes.len(), 2)?;
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if compound.exists("/EncryptedPackage") {
        return Err(IngestError::NotData { found: "found-encrypted-workbook" });
    }
    if compound.exists("/_VBA_PROJECT_CUR") || compound.exists("/Macros") {
        return Err(IngestError::NotData { found: "found-macros" });
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| compound.exists(path)) else {
        return Err(IngestError::NotData { found: "found-compound" });
    };
    let mut stream = Vec::new();
    let longest = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    compound.open_stream(path).and_then(|opened| opened.take(longest).read_to_end(&mut stream)).map_err(damaged)?;
    Ok(stream)
}
