//! The ranges in which numbers may vary.

use equifinal_calibrate::direct;
use equifinal_study::config::{Anchor, Anchors, Calibration, NumericDecision, SetSpec, Shape, Study};
use equifinal_study::missing::known;
use equifinal_study::table::CaseTable;

/// The range in which a number may vary, and its scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Domain {
    /// The excluded lower bound.
    pub(crate) low: f64,
    /// The excluded upper bound.
    pub(crate) high: f64,
    /// True if the lower bound is only the limit of the search.
    pub(crate) open_below: bool,
    /// True if the upper bound is only the limit of the search.
    pub(crate) open_above: bool,
    /// A relevant distance.
    pub(crate) scale: f64,
}

/// Maximum search distance for anchors, as a multiple of the extent of raw values and anchors.
const REACH: f64 = 10.0;

/// The range in which a decision about a set may vary.
pub(crate) fn domain(number: &NumericDecision, study: &Study, table: &CaseTable) -> Option<Domain> {
    let spec = study.sets.iter().find(|spec| Some(spec.name.as_str()) == number.set())?;
    let raw = raw(table, spec)?;
    match (number, &spec.calibrate) {
        (NumericDecision::Idm { .. }, _) => {
            Some(Domain { low: LEAST_IDM, high: 1.0, open_below: false, open_above: false, scale: 0.1 })
        }
        (NumericDecision::Anchor { anchor, .. }, Calibration::Direct { anchors, .. }) => {
            Some(of_raw_anchors(*anchors, *anchor, &raw))
        }
        (NumericDecision::Anchor { anchor, .. }, Calibration::Percentiles { anchors, .. }) => {
            Some(of_percentiles(*anchors, *anchor))
        }
        (NumericDecision::Anchor { anchor: Anchor::Threshold(at), .. }, calibration) => {
            let thresholds = calibration.thresholds()?;
            let (low, high) = extent(&raw, thresholds);
            let scale = if high > low { high - low } else { high.abs().max(1.0) };
            let before = at.checked_sub(1).and_then(|at| thresholds.get(at)).copied();
            let after = thresholds.get(at + 1).copied();
            Some(Domain {
                low: before.unwrap_or(low - REACH * scale),
                high: after.unwrap_or(high + REACH * scale),
                open_below: before.is_none(),
                open_above: after.is_none(),
                scale,
            })
        }
        _ => None,
    }
}

/// The value of an anchor beyond which no membership of its set changes; `None` if unknown.
///
/// An exclusion or inclusion anchor moves every membership on its side to 0.5, a threshold puts every case below or
/// above it, and anchors moved together put every membership at 0 or 1.
pub(crate) fn last_change(number: &NumericDecision, study: &Study, table: &CaseTable, upwards: bool) -> Option<f64> {
    let NumericDecision::Anchor { set, anchor } = number else { return None };
    let spec = study.sets.iter().find(|spec| spec.name == *set)?;
    let far = if upwards { FAR } else { -FAR };
    match (&spec.calibrate, anchor) {
        (_, Anchor::Threshold(_)) | (Calibration::Direct { .. }, Anchor::Exclusion | Anchor::Inclusion) => Some(far),
        (&Calibration::Direct { anchors, idm, shape }, Anchor::Together) => {
            let raw = raw(table, spec)?;
            let (low, high) = extent(&raw, &[anchors.exclusion, anchors.inclusion]);
            let steep = if shape == Shape::Logistic { libm::log(idm / (1.0 - idm)) } else { VANISHED };
            let distance = (high - low) * (1.0 + VANISHED / steep);
            let value = anchors.crossover + if upwards { distance } else { -distance };
            let moved = anchors.shifted(value);
            let all = direct::memberships(&raw, moved, idm, shape);
            let is_final = |membership: &f64| membership.total_cmp(&0.0).is_eq() || membership.total_cmp(&1.0).is_eq();
            (direct::are_in_order(moved) && all.iter().all(is_final)).then_some(value)
        }
        _ => None,
    }
}

/// An anchor so far away that distances between raw values are negligible.
const FAR: f64 = 1e300;

/// The logarithm of a double that is 0 is below minus this.
const VANISHED: f64 = 800.0;

/// The raw values of a set, ascending, of the cases that have one.
pub(crate) fn raw(table: &CaseTable, spec: &SetSpec) -> Option<Vec<f64>> {
    let mut numbers: Vec<f64> = known(&table.numbers(spec)?).collect();
    numbers.sort_unstable_by(f64::total_cmp);
    Some(numbers)
}

/// The minimum membership at the inclusion anchor in a search: lower values would put every case at 0.5.
const LEAST_IDM: f64 = 0.50001;

/// The distance from a crossover, as a share of the distance between the anchors, at which a raw value counts as lying
/// on it: its membership is 0.5 within the tolerance of `equifinal_study::crossover`.
const ON_IT: f64 = 1e-8;

/// The raw value at which a change between two values of an anchor occurs, if there is one; `scale` is the distance
/// between the anchors.
pub(crate) fn landmark(raw: &[f64], (here, next): (f64, f64), scale: f64) -> Option<f64> {
    let slack = ON_IT * scale;
    raw.iter().copied().find(|value| (here.min(next) - slack..=here.max(next) + slack).contains(value))
}

/// Number of ways in which a set contains, or equals, another. With a single way it changes monotonically with the
/// other.
pub(crate) fn ways(study: &Study, set: &str, other: &str) -> usize {
    if set == other {
        return 1;
    }
    match study.sets.iter().find(|spec| spec.name == set).map(|spec| &spec.calibrate) {
        Some(Calibration::Composite { of, .. }) => of.iter().map(|part| ways(study, &part.set, other)).sum(),
        _ => 0,
    }
}

/// The lowest and the highest of raw values and anchors.
fn extent(raw: &[f64], anchors: &[f64]) -> (f64, f64) {
    let all = raw.iter().chain(anchors);
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| (low.min(value), high.max(value)))
}

fn of_raw_anchors(anchors: Anchors, anchor: Anchor, raw: &[f64]) -> Domain {
    let Anchors { exclusion, crossover, inclusion } = anchors;
    let (low, high) = extent(raw, &[exclusion, inclusion]);
    let scale = (inclusion - exclusion).abs();
    let far = REACH * (high - low);
    let (lower, upper) = (exclusion.min(inclusion), exclusion.max(inclusion));
    let below = Domain { low: low - far, high: crossover, open_below: true, open_above: false, scale };
    let above = Domain { low: crossover, high: high + far, open_below: false, open_above: true, scale };
    match anchor {
        Anchor::Exclusion if exclusion < inclusion => below,
        Anchor::Exclusion => above,
        Anchor::Inclusion if exclusion < inclusion => above,
        Anchor::Inclusion => below,
        Anchor::Together => Domain { low: low - far, high: high + far, open_below: true, open_above: true, scale },
        Anchor::Crossover | Anchor::Threshold(_) => {
            Domain { low: lower, high: upper, open_below: false, open_above: false, scale }
        }
    }
}

fn of_percentiles(percents: Anchors, anchor: Anchor) -> Domain {
    let Anchors { exclusion, crossover, inclusion } = percents;
    let (low, high) = match anchor {
        Anchor::Exclusion if exclusion < inclusion => (0.0, crossover),
        Anchor::Exclusion => (crossover, 100.0),
        Anchor::Inclusion if exclusion < inclusion => (crossover, 100.0),
        Anchor::Inclusion => (0.0, crossover),
        _ => (exclusion.min(inclusion), exclusion.max(inclusion)),
    };
    Domain { low, high, open_below: false, open_above: false, scale: 10.0 }
}
