//! Detects raw values beyond the anchors of their set, such as percentages where the anchors are shares.

use equifinal_study::config::{Anchors, Calibration, SetSpec};
use equifinal_study::diagnosis::Concern;

/// The factor between a share and a percentage.
const HUNDRED: f64 = 100.0;

/// The lowest and the highest anchor or threshold of a set.
struct Outer {
    low: f64,
    high: f64,
    /// True if values between them have degrees of membership, false if a single threshold decides.
    has_degrees: bool,
}

/// A concern if the anchors of a set distinguish no values: all lie on one side of them, or none between them.
pub(crate) fn check(spec: &SetSpec, raw: &[f64]) -> Option<Concern> {
    let [min, max] = range(raw)?;
    let Outer { low, high, has_degrees } = outer(&spec.calibrate)?;
    // A value equal to a threshold has reached it; one equal to an anchor lies at it and not beyond.
    let one_sided = max < low || if has_degrees { min > high } else { min >= high };
    let is_between = |value: &f64| (low..=high).contains(value);
    if !one_sided && (!has_degrees || raw.iter().any(is_between)) {
        return None;
    }
    let reaches = |factor: &f64| min * factor <= high && low <= max * factor;
    let factor = Some(if max < low { HUNDRED } else { 1.0 / HUNDRED }).filter(reaches);
    Some(Concern::BeyondAnchors { set: spec.name.clone(), range: [min, max], anchors: [low, high], one_sided, factor })
}

/// The smallest and the largest value; `None` if there are none.
pub(crate) fn range(raw: &[f64]) -> Option<[f64; 2]> {
    let ends = raw.iter().map(|value| [*value; 2]);
    ends.reduce(|[min, max], [value, _]| [value.min(min), value.max(max)])
}

fn outer(calibration: &Calibration) -> Option<Outer> {
    let of_anchors = |first: Anchors, second: Anchors| Outer {
        low: first.exclusion.min(first.inclusion),
        high: second.exclusion.max(second.inclusion),
        has_degrees: true,
    };
    let of_thresholds =
        |low: Option<&f64>, high: Option<&f64>| Some(Outer { low: *low?, high: *high?, has_degrees: false });
    match calibration {
        Calibration::Direct { anchors, .. } | Calibration::Ecdf { anchors: Some(anchors) } => {
            Some(of_anchors(*anchors, *anchors))
        }
        Calibration::Bell { low, high, .. } => Some(of_anchors(*low, *high)),
        Calibration::Crisp { threshold } => of_thresholds(Some(threshold), Some(threshold)),
        Calibration::Levels { thresholds } => of_thresholds(thresholds.first(), thresholds.last()),
        // Percentiles lie among the values, groups without a case are refused, and the others have no anchors.
        Calibration::Percentiles { .. }
        | Calibration::Indirect { .. }
        | Calibration::Ecdf { anchors: None }
        | Calibration::Given(_)
        | Calibration::Tfr { .. }
        | Calibration::Recode(_)
        | Calibration::Temporal
        | Calibration::Composite { .. } => None,
    }
}
