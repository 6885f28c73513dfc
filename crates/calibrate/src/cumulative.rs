//! Memberships from the distribution of the cases: the empirical distribution function, and totally fuzzy and
//! relative sets (Cheli & Lemmi 1995, *Economic Notes* 24).

use equifinal_study::config::{Anchors, SetSpec};
use equifinal_study::table::CaseTable;

use crate::error::{CalibrateError, Fault};

/// The share of cases at or below each value.
///
/// With anchors, as in R `QCA::calibrate` with `ecdf`: cases at or beyond the outer anchors have membership 0 or 1 and
/// are not counted if beyond; for the others the share at the crossover becomes 0.5. `anchors` must be in strict order.
///
/// # Errors
/// Without anchors, if all cases have one value.
pub(crate) fn ecdf(spec: &SetSpec, raw: &[f64], anchors: Option<Anchors>) -> Result<Vec<f64>, CalibrateError> {
    let Some(anchors) = anchors else {
        let distribution = Distribution::of(raw);
        let lowest = raw.iter().copied().fold(f64::INFINITY, f64::min);
        if distribution.at(lowest) >= 1.0 {
            return Err(one_value(spec, lowest));
        }
        return Ok(raw.iter().map(|&value| distribution.at(value)).collect());
    };
    let Anchors { exclusion, crossover, inclusion } = anchors;
    let (low, high) = (exclusion.min(inclusion), exclusion.max(inclusion));
    let between: Vec<f64> = raw.iter().copied().filter(|value| (low..=high).contains(value)).collect();
    let distribution = Distribution::of(&between);
    let middle = distribution.at(crossover);
    let rising = |value: f64| {
        if value <= low {
            0.0
        } else if value >= high {
            1.0
        } else if value < crossover {
            distribution.at(value) / middle / 2.0
        } else if value > crossover {
            1.0 - (1.0 - distribution.at(value)) / (1.0 - middle) / 2.0
        } else {
            0.5
        }
    };
    let membership = |&value: &f64| if exclusion < inclusion { rising(value) } else { 1.0 - rising(value) };
    Ok(raw.iter().map(membership).collect())
}

/// The error if no case lies above `value`.
fn one_value(spec: &SetSpec, value: f64) -> CalibrateError {
    CalibrateError::OneValue { set: spec.name.clone(), column: spec.column.clone(), value }
}

/// The share of cases at or below each value, counted from the lowest value of the scale, which has membership 0.
///
/// R `QCA` counts from the value 1 on any scale, so a scale coded from 0 gives other memberships than the same scale
/// coded from 1; here the coding does not matter. Set `lowest` if the scale's lowest value was never chosen.
///
/// # Errors
/// If values lie below `lowest`, or none above the lowest value.
pub(crate) fn tfr(
    table: &CaseTable,
    spec: &SetSpec,
    raw: &[f64],
    lowest: Option<f64>,
) -> Result<Vec<f64>, CalibrateError> {
    let lowest = lowest.unwrap_or_else(|| raw.iter().copied().fold(f64::INFINITY, f64::min));
    let below = raw.iter().enumerate().filter(|(_, value)| **value < lowest);
    let below: Vec<(usize, String)> = below.map(|(case, value)| (case, value.to_string())).collect();
    if !below.is_empty() {
        return Err(CalibrateError::cells(table, spec, Fault::BelowLowest { lowest: lowest.to_string() }, below));
    }
    let distribution = Distribution::of(raw);
    let floor = distribution.at(lowest);
    if floor >= 1.0 {
        return Err(one_value(spec, lowest));
    }
    Ok(raw.iter().map(|&value| (distribution.at(value) - floor) / (1.0 - floor)).collect())
}

/// The values of the cases, sorted.
struct Distribution(Vec<f64>);

impl Distribution {
    fn of(raw: &[f64]) -> Self {
        let mut sorted = raw.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Self(sorted)
    }

    /// The share of cases at or below `value`; 0 without cases.
    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
    fn at(&self, value: f64) -> f64 {
        let count = self.0.partition_point(|other| *other <= value);
        if self.0.is_empty() { 0.0 } else { count as f64 / self.0.len() as f64 }
    }
}
