//! A first codebook: from the form that a platform was given, or guessed from an export.

mod dictionary;
mod guess;
mod xlsform;

use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};

use crate::container;
use crate::dialect;
use crate::error::{IngestError, IngestErrors};
use crate::limits::Limits;
use crate::responses::Source;

/// A codebook that nobody has checked yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// The items, scales and private columns.
    pub instrument: Instrument,
    /// Names of items whose kind or scale is a guess from the cells and not said by the file.
    pub guessed: Vec<String>,
    /// What the file is, for the author.
    pub detected: String,
}

/// Reads an XLSForm, a data dictionary of REDCap, or the export of any platform.
///
/// Items are named after their columns, in letters, digits and underscores. Private columns are items of no codebook.
///
/// # Errors
/// Everything wrong with the file, at once: see [`IngestError`].
pub fn read_codebook(source: &Source<'_>, bytes: &[u8], limits: Limits) -> Result<Codebook, IngestErrors> {
    let alone = |error| IngestErrors::one(source.file, error);
    if let Some(form) = container::read_sheets(bytes, &xlsform::SHEETS, limits).map_err(alone)? {
        return xlsform::read(&form).map_err(alone);
    }
    let (grid, errors) = container::read(bytes, limits).map_err(alone)?;
    if !errors.is_empty() {
        return Err(IngestErrors { file: source.file.to_owned(), errors });
    }
    if dictionary::fits(&grid) {
        return Ok(dictionary::read(&grid));
    }
    let layout = dialect::layout(&grid, source.file, source.format).map_err(alone)?;
    let grid = grid.below(layout.header_records);
    Ok(guess::read(&grid, &layout))
}

impl Codebook {
    fn new(detected: &str) -> Self {
        Self { instrument: Instrument::default(), guessed: Vec::new(), detected: detected.to_owned() }
    }

    /// Adds an item; a scale that an earlier item has, too, is shared.
    fn add(&mut self, name: &str, column: &str, kind: ItemKind, scale: Option<Scale>, private: bool) -> String {
        let name = self.free_name(name);
        let scale = scale.filter(|scale| !scale.codes.is_empty()).map(|scale| {
            let scales = &mut self.instrument.scales;
            let same = scales.iter().find(|(_, other)| **other == scale).map(|(name, _)| name.clone());
            same.unwrap_or_else(|| {
                scales.insert(name.clone(), scale);
                name.clone()
            })
        });
        let column = ColumnRef::Header(column.to_owned());
        self.instrument.items.push(Item { name: name.clone(), column, kind, scale, reversed: false, private });
        name
    }

    /// The text as a name that no other item has.
    fn free_name(&self, text: &str) -> String {
        let mut name = String::new();
        for sign in text.chars() {
            let sign = if sign.is_ascii_alphanumeric() { sign } else { '_' };
            if !(sign == '_' && (name.is_empty() || name.ends_with('_'))) {
                name.push(sign);
            }
        }
        let name = name.trim_end_matches('_');
        let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic());
        let base = if is_name { name.to_owned() } else { format!("q{name}") };
        let is_free = |name: &str| self.instrument.items.iter().all(|item| item.name != name);
        let numbered = (2_usize..).map(|number| format!("{base}_{number}"));
        std::iter::once(base.clone()).chain(numbered).find(|name| is_free(name)).unwrap_or(base)
    }
}

/// Labels in order with their codes; those that are no numbers are counted from 1.
fn scale_of(options: &[(String, String)]) -> Scale {
    let numbers: Option<Vec<f64>> = options.iter().map(|(code, _)| crate::cases::finite(code)).collect();
    let counted = || (1_u32..).map(f64::from).take(options.len()).collect();
    let codes = numbers.unwrap_or_else(counted);
    Scale { codes: options.iter().map(|(_, label)| label.clone()).zip(codes).collect() }
}

/// An error of a form that lacks a column.
fn lacks(form: &crate::grid::Grid, name: &str) -> IngestError {
    IngestError::MissingColumn {
        line: form.header_line,
        name: name.to_owned(),
        nearest: None,
        header: form.header.clone(),
    }
}
