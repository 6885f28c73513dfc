//! Reads `.sav` and `.zsav`: SPSS data with labels and codes declared missing. The format follows the PSPP developers'
//! guide, "System File Format".

mod bytes;
mod cases;
mod dictionary;
mod records;
#[cfg(test)]
mod tests;
mod value;

use equifinal_study::detected::FileKind;
use equifinal_study::names::quoted;
use equifinal_study::table_notes::TableNotes;

use self::bytes::{Order, damaged};
use self::cases::{Cases, SYSTEM_MISSING, Storage};
use self::dictionary::{Dictionary, Variable, decoded, undecodable};
use self::value::Kind;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::TextColumnBuilder;

/// Reads all variables.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Grid, IngestError> {
    let storage = Storage::read(bytes, Order::of(bytes)?)?;
    let dictionary = dictionary::read(bytes, budget)?;
    if dictionary.variables.is_empty() {
        return Err(IngestError::Empty);
    }
    let width = dictionary.variables.len();
    budget.take_each(width, COLUMN)?;
    let mut columns: Vec<_> = dictionary.variables.iter().map(|_| TextColumnBuilder::default()).collect();
    let data = storage.data(bytes, &dictionary, budget)?;
    let mut cases = Cases::new(&data, &storage, &dictionary);
    let (mut case, mut height) = (Vec::new(), 0_usize);
    while cases.next(&mut case)? {
        height = height.saturating_add(1);
        budget.take(width.saturating_mul(CELL).saturating_add(ROW))?;
        for (cells, variable) in columns.iter_mut().zip(&dictionary.variables) {
            let text = cell(&dictionary, variable, &case).ok_or_else(|| {
                let what = format!("{} of case {height}", quoted(&variable.name));
                damaged(undecodable(&what, dictionary.encoding))
            })?;
            budget.take(text.len())?;
            cells.push(&text);
        }
    }
    // A file that was cut off between two cases looks whole but for this.
    if let Some(declared) = storage.cases.filter(|cases| *cases != height) {
        return Err(damaged(format!("it declares {declared} cases and holds {height}")));
    }
    let (header, notes) = dictionary.variables.into_iter().map(|variable| (variable.name, variable.notes)).unzip();
    Ok(Grid {
        notes,
        header,
        header_line: 0,
        columns: columns.into_iter().map(TextColumnBuilder::finish).collect(),
        lines: (1..=height).collect(),
        kind: FileKind::Spss,
        found: TableNotes::default(),
        top: equifinal_study::message::Message::empty(),
    })
}

/// The text of a variable's value in a case; a text may not be valid in the file's encoding.
fn cell(dictionary: &Dictionary, variable: &Variable, case: &[u8]) -> Option<String> {
    let mut places = variable.places.iter().map(|place| case.get(place.clone()).unwrap_or_default());
    if variable.kind == Kind::Text {
        return decoded(dictionary.encoding, &places.collect::<Vec<_>>().concat());
    }
    let value = places.next().and_then(|bytes| bytes.first_chunk()).map(|value| dictionary.order.real(*value));
    // A range of days that are declared missing cannot be compared with a day as it is written.
    let is_missing = |value: &f64| {
        let range = variable.notes.missing_range.filter(|_| variable.kind != Kind::Number);
        value.total_cmp(&SYSTEM_MISSING).is_eq() || range.is_some_and(|(low, high)| (low..=high).contains(value))
    };
    Some(value.filter(|value| !is_missing(value)).map(|value| variable.kind.shown(value)).unwrap_or_default())
}
