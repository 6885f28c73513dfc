//! The columns that name the cases of a drafted panel: a unit in a period.

use std::collections::BTreeSet;

use equifinal_ingest::PreviewCells;
use equifinal_ingest::preview::PreviewColumn;
use equifinal_study::panel::period;

/// The years that a column of periods without dates may hold.
const YEARS: std::ops::RangeInclusive<f64> = 1800.0..=2200.0;

/// The columns of units and periods, if these two identify every row together and no word or code alone does: the first
/// column of periods, with the first of words or codes.
pub(crate) fn identity(columns: &[PreviewColumn]) -> Option<(&PreviewColumn, &PreviewColumn)> {
    let time = columns.iter().find(|column| are_periods(column))?;
    let periods = texts(time);
    let is_pair = |unit: &&PreviewColumn| {
        let units = texts(unit);
        let pairs: BTreeSet<(&String, &String)> = units.iter().zip(&periods).collect();
        let several = units.iter().collect::<BTreeSet<_>>().len() < units.len();
        units.len() == periods.len() && several && pairs.len() == units.len()
    };
    let unit = columns.iter().filter(|column| column.name != time.name && are_units(column)).find(is_pair)?;
    Some((unit, time))
}

/// True for years, months or days, in more than one period and each more than once.
fn are_periods(column: &PreviewColumn) -> bool {
    let is_period = match &column.cells {
        PreviewCells::Numbers(numbers) => numbers.iter().all(|number| number.fract() == 0.0 && YEARS.contains(number)),
        PreviewCells::Texts(texts) => texts.iter().all(|text| period(text).is_some()),
    };
    let texts = texts(column);
    let distinct = texts.iter().collect::<BTreeSet<_>>().len();
    is_period && column.missing.is_empty() && distinct > 1 && distinct < texts.len()
}

/// True for words or codes, none of them missing, that name no person.
fn are_units(column: &PreviewColumn) -> bool {
    let is_code = match &column.cells {
        PreviewCells::Numbers(numbers) => numbers.iter().all(|number| number.fract() == 0.0),
        PreviewCells::Texts(texts) => texts.iter().all(|text| !text.is_empty()),
    };
    is_code && column.missing.is_empty() && column.private.is_none()
}

fn texts(column: &PreviewColumn) -> Vec<String> {
    match &column.cells {
        PreviewCells::Numbers(numbers) => numbers.iter().map(f64::to_string).collect(),
        PreviewCells::Texts(texts) => texts.iter().map(|text| period(text).unwrap_or_else(|| text.clone())).collect(),
    }
}
