//! Reads `.sav` and `.zsav`: SPSS data with labels and codes declared missing. The format follows the PSPP developers'
//! guide, "System File Format".

mod bytes;
mod cases;
mod dictionary;
mod records;
#[cfg(test)]
mod tests;

use equifinal_study::detected::FileKind;

use self::bytes::{Order, damaged, filled};
use self::cases::{Cases, SYSTEM_MISSING, Storage};
use self::dictionary::{Dictionary, Kind, Variable};
use super::cell_text::{date, number, timestamp};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::TextColumnBuilder;

/// Days from 14 October 1582, SPSS's epoch, to 1970.
const DAYS_TO_1970: i64 = 141_428;

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
            let text = cell(&dictionary, variable, &case);
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
    })
}

/// The text of a variable's value in a case.
fn cell(dictionary: &Dictionary, variable: &Variable, case: &[u8]) -> String {
    let mut places = variable.places.iter().map(|place| case.get(place.clone()).unwrap_or_default());
    if variable.kind == Kind::Text {
        let bytes = places.collect::<Vec<_>>().concat();
        return dictionary.encoding.decode_without_bom_handling(filled(&bytes)).0.into_owned();
    }
    let value = places.next().and_then(|bytes| bytes.first_chunk()).map(|value| dictionary.order.real(*value));
    let Some(value) = value.filter(|value| value.total_cmp(&SYSTEM_MISSING).is_ne()) else { return String::new() };
    match variable.kind {
        Kind::Day => date(whole(value).div_euclid(86_400) - DAYS_TO_1970),
        Kind::Moment => timestamp(whole(value).saturating_sub(DAYS_TO_1970 * 86_400)),
        Kind::Duration => whole(value).to_string(),
        Kind::Number | Kind::Text => number(value),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and dates that far are none")]
fn whole(value: f64) -> i64 {
    value.floor() as i64
}
