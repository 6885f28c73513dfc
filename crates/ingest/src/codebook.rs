//! A first codebook, read from a platform's form or inferred from an export.

mod degree;
mod dictionary;
mod draft;
mod given;
mod guess;
mod ratings;
mod xlsform;

pub(crate) use draft::kind_of;
pub use draft::{Codebook, LeftOut, Origin};

use crate::container::{self, Tables};
use crate::dialect;
use crate::error::IngestErrors;
use crate::limits::{Budget, Limits};
use crate::responses::Source;

/// Reads an XLSForm, a data dictionary of REDCap, or the export of any platform.
///
/// Items are named after their columns, using letters, digits and underscores. Private columns never become items.
///
/// # Errors
/// All mistakes in the file at once: see [`IngestErrors`].
pub fn read_codebook(source: &Source<'_>, bytes: &[u8], limits: Limits) -> Result<Codebook, IngestErrors> {
    let alone = |error| IngestErrors::one(source.file, error);
    let (grid, errors) = match container::read_sheets(bytes, &xlsform::SHEETS, limits).map_err(alone)? {
        Tables::Named(form) => return xlsform::read(&form, &Budget::new(limits)).map_err(alone),
        Tables::First(grid, errors) => (*grid, errors),
    };
    if !errors.is_empty() {
        return Err(IngestErrors { file: source.file.to_owned(), errors });
    }
    if dictionary::fits(&grid) {
        return Ok(dictionary::read(&grid));
    }
    let layout = dialect::layout(&grid, source.file, source.format).map_err(alone)?;
    let grid = grid.below(layout.header_records);
    Ok(guess::read(&grid, layout, Codebook::new("")))
}

/// The codebook of an export with a known form: the form's items, and inferred items for columns that it lacks.
///
/// # Errors
/// All mistakes in the export at once: see [`IngestErrors`].
pub fn fill_codebook(
    form: Codebook,
    source: &Source<'_>,
    bytes: &[u8],
    limits: Limits,
) -> Result<Codebook, IngestErrors> {
    let alone = |error| IngestErrors::one(source.file, error);
    let (grid, errors) = container::read(bytes, limits).map_err(alone)?;
    if !errors.is_empty() {
        return Err(IngestErrors { file: source.file.to_owned(), errors });
    }
    let layout = dialect::layout(&grid, source.file, source.format).map_err(alone)?;
    let grid = grid.below(layout.header_records);
    Ok(guess::read(&grid, layout, form))
}
