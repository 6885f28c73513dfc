//! Detects a row of totals or means among the cases.

use equifinal_study::config::{Calibration, ScoreSource, Study, TableKind};
use equifinal_study::diagnosis::Concern;
use equifinal_study::missing::is_missing;
use equifinal_study::table::{CaseTable, Cells, Column};

/// Minimum number of other cases, and of columns that agree.
const OTHERS: usize = 3;
const COLUMNS: usize = 2;

/// A mean is distinguished from a value near it if its last digit is smaller than this share of the standard deviation.
const FINE: f64 = 0.02;

/// The judgement of one column about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judgement {
    /// The value is the sum or the mean of the others.
    Total,
    /// The value may be their mean, but is written too coarsely to tell.
    Unclear,
    /// It is neither.
    Case,
}

/// A concern for each case that is the sum or the mean of the others in every column of numbers that sets calibrate.
pub(crate) fn check(study: &Study, table: &CaseTable) -> Vec<Concern> {
    if study.tables_of(TableKind::Cases).all(|own| own.file != table.file) {
        return Vec::new();
    }
    let calibrated = |column: &&Column| {
        let mut sets = study.sets.iter().filter(|set| column.serves(set));
        sets.any(|set| !matches!(set.calibrate, Calibration::Given(_) | Calibration::Recode(_) | Calibration::Temporal))
    };
    let columns = table.columns.iter().filter(|column| column.source == ScoreSource::Table).filter(calibrated);
    let columns = columns.filter_map(|column| match &column.cells {
        Cells::Numbers(numbers) => Some((column.name.as_str(), numbers.as_slice())),
        Cells::Texts(..) => None,
    });
    let columns: Vec<(&str, &[f64])> = columns.collect();
    let is_total = |case: usize| {
        let judged = columns.iter().filter_map(|(_, numbers)| judge(numbers, case)).collect::<Vec<_>>();
        judged.iter().filter(|one| **one == Judgement::Total).count() >= COLUMNS && !judged.contains(&Judgement::Case)
    };
    let totals = table.cases.iter().enumerate().filter(|(case, _)| is_total(*case));
    let names: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    totals.map(|(_, case)| Concern::TotalOfOthers { case: case.clone(), columns: names.clone() }).collect()
}

/// The judgement of a column; `None` if it has no value for the case, or cannot judge.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn judge(numbers: &[f64], case: usize) -> Option<Judgement> {
    let value = numbers.get(case).copied().filter(|value| !is_missing(*value))?;
    let others = numbers.iter().enumerate().filter(|(other, number)| *other != case && !is_missing(**number));
    let mut others: Vec<f64> = others.map(|(_, number)| *number).collect();
    // In one order, since sums of doubles depend on it.
    others.sort_unstable_by(f64::total_cmp);
    let (least, greatest) = (*others.first()?, *others.last()?);
    if others.len() < OTHERS || least >= greatest {
        return None;
    }
    let (count, sum) = (others.len() as f64, others.iter().sum::<f64>());
    let mean = sum / count;
    let squares: f64 = others.iter().map(|other| (other - mean) * (other - mean)).sum();
    let spread = libm::sqrt(squares / (count - 1.0));
    let step = last_digit(value) / 2.0;
    let is = |total: f64| (value - total).abs() <= step + 1e-9 * total.abs();
    if value > greatest && is(sum) {
        return Some(Judgement::Total);
    }
    Some(match is(mean) {
        true if step <= FINE * spread => Judgement::Total,
        true => Judgement::Unclear,
        false => Judgement::Case,
    })
}

/// The unit of the last digit of a number as written in decimals.
fn last_digit(value: f64) -> f64 {
    let written = value.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    libm::pow(10.0, -f64::from(u32::try_from(decimals).unwrap_or(u32::MAX)))
}
