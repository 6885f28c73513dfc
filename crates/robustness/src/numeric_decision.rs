//! Decisions that are numbers, varied one at a time.

use equifinal_calibrate::direct;
pub use equifinal_study::config::Anchor;
use equifinal_study::config::{
    Analysis, AnchorName, Anchors, Calibration, Dimension, Frequency, SetSpec, Shape, Study,
};
use equifinal_study::table::CaseTable;

use crate::decisions::Decisions;

/// A number chosen by the researcher.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumericDecision {
    /// The raw-consistency cutoff.
    Consistency,
    /// The PRI cutoff.
    Pri,
    /// The frequency cutoff, in cases.
    Frequency,
    /// An anchor of a set.
    Anchor {
        /// The set.
        set: String,
        /// The anchor.
        anchor: Anchor,
    },
    /// The membership at the inclusion anchor.
    Idm {
        /// The set.
        set: String,
    },
}

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

impl NumericDecision {
    /// An anchor by its name.
    pub(crate) fn of(anchor: &AnchorName) -> Self {
        Self::Anchor { set: anchor.set.clone(), anchor: anchor.kind }
    }

    /// The set that the decision belongs to.
    pub fn set(&self) -> Option<&str> {
        match self {
            Self::Anchor { set, .. } | Self::Idm { set } => Some(set),
            Self::Consistency | Self::Pri | Self::Frequency => None,
        }
    }

    /// The number that a dimension varies; `None` if it varies no number.
    pub(crate) fn of_dimension(dimension: &Dimension) -> Option<Self> {
        Some(match dimension {
            Dimension::Consistency(_) => Self::Consistency,
            Dimension::Pri(_) => Self::Pri,
            Dimension::Frequency(_) => Self::Frequency,
            Dimension::Anchor { set, anchor, .. } => Self::Anchor { set: set.clone(), anchor: *anchor },
            Dimension::Idm { set, .. } => Self::Idm { set: set.clone() },
            _ => return None,
        })
    }

    /// The study's own value for an analysis of `cases` cases.
    pub fn chosen(&self, study: &Study, analysis: &Analysis, cases: usize) -> Option<f64> {
        let cuts = &analysis.truth_table;
        let calibration = |set: &str| study.sets.iter().find(|spec| spec.name == set).map(|spec| &spec.calibrate);
        match self {
            Self::Consistency => Some(cuts.consistency),
            Self::Pri => Some(cuts.pri),
            #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
            Self::Frequency => Some(cuts.frequency.count(cases) as f64),
            Self::Idm { set } => match calibration(set)? {
                Calibration::Direct { idm, .. } | Calibration::Percentiles { idm, .. } => Some(*idm),
                _ => None,
            },
            Self::Anchor { set, anchor } => of_anchor(calibration(set)?, *anchor),
        }
    }

    /// The study's decisions with this one changed.
    pub fn with_value(&self, study: &Study, value: f64) -> Decisions {
        let mut decisions = Decisions::default();
        self.set_value(study, value, &mut decisions);
        decisions
    }

    /// Changes this decision and keeps the others.
    pub fn set_value(&self, study: &Study, value: f64, decisions: &mut Decisions) {
        match self {
            Self::Consistency => decisions.consistency = Some(value),
            Self::Pri => decisions.pri = Some(value),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of cases")]
            Self::Frequency => decisions.frequency = Some(Frequency::Count(value.max(1.0) as usize)),
            Self::Anchor { set, .. } | Self::Idm { set } => {
                let own = study.sets.iter().find(|spec| spec.name == *set).map(|spec| &spec.calibrate);
                let Some(mut calibration) = decisions.calibrations.get(set).or(own).cloned() else { return };
                match self {
                    Self::Anchor { anchor, .. } => move_anchor(&mut calibration, *anchor, value),
                    _ => {
                        if let Calibration::Direct { idm, .. } | Calibration::Percentiles { idm, .. } = &mut calibration
                        {
                            *idm = value;
                        }
                    }
                }
                decisions.calibrations.insert(set.clone(), calibration);
            }
        }
    }

    /// The numeric decisions about sets that an analysis uses, in the order of the study.
    pub fn of_sets(study: &Study, analysis: &Analysis) -> Vec<Self> {
        let used = used(study, analysis);
        let sets = study.sets.iter().filter(|spec| used.contains(&spec.name.as_str()));
        sets.flat_map(of_set).collect()
    }

    /// The range in which a decision about a set may vary.
    pub(crate) fn domain(&self, study: &Study, table: &CaseTable) -> Option<Domain> {
        let spec = study.sets.iter().find(|spec| Some(spec.name.as_str()) == self.set())?;
        let raw = raw(table, spec)?;
        match (self, &spec.calibrate) {
            (Self::Idm { .. }, _) => {
                Some(Domain { low: LEAST_IDM, high: 1.0, open_below: false, open_above: false, scale: 0.1 })
            }
            (Self::Anchor { anchor, .. }, Calibration::Direct { anchors, .. }) => {
                Some(of_raw_anchors(*anchors, *anchor, &raw))
            }
            (Self::Anchor { anchor, .. }, Calibration::Percentiles { anchors, .. }) => {
                Some(of_percentiles(*anchors, *anchor))
            }
            (Self::Anchor { anchor: Anchor::Threshold(at), .. }, calibration) => {
                let thresholds = thresholds(calibration)?;
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
    pub(crate) fn last_change(&self, study: &Study, table: &CaseTable, upwards: bool) -> Option<f64> {
        let Self::Anchor { set, anchor } = self else { return None };
        let spec = study.sets.iter().find(|spec| spec.name == *set)?;
        let far = if upwards { FAR } else { -FAR };
        match (&spec.calibrate, anchor) {
            (_, Anchor::Threshold(_)) | (Calibration::Direct { .. }, Anchor::Exclusion | Anchor::Inclusion) => {
                Some(far)
            }
            (&Calibration::Direct { anchors, idm, shape }, Anchor::Together) => {
                let raw = raw(table, spec)?;
                let (low, high) = extent(&raw, &[anchors.exclusion, anchors.inclusion]);
                let steep = if shape == Shape::Logistic { libm::log(idm / (1.0 - idm)) } else { VANISHED };
                let distance = (high - low) * (1.0 + VANISHED / steep);
                let value = anchors.crossover + if upwards { distance } else { -distance };
                let moved = moved_together(anchors, value);
                let all = direct::memberships(&raw, moved, idm, shape);
                let is_final =
                    |membership: &f64| membership.total_cmp(&0.0).is_eq() || membership.total_cmp(&1.0).is_eq();
                (direct::are_in_order(moved) && all.iter().all(is_final)).then_some(value)
            }
            _ => None,
        }
    }
}

/// An anchor so far away that distances between raw values are negligible.
const FAR: f64 = 1e300;

/// The logarithm of a double that is 0 is below minus this.
const VANISHED: f64 = 800.0;

/// The raw values of a set, ascending.
pub(crate) fn raw(table: &CaseTable, spec: &SetSpec) -> Option<Vec<f64>> {
    let mut numbers = table.numbers(spec)?.to_vec();
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

/// The sets that an analysis uses, including parts of its composites.
fn used<'a>(study: &'a Study, analysis: &'a Analysis) -> Vec<&'a str> {
    let mut used: Vec<&str> = analysis.conditions.iter().map(String::as_str).collect();
    used.push(&analysis.outcome.set);
    let mut next = 0;
    while let Some(&name) = used.get(next) {
        next += 1;
        let spec = study.sets.iter().find(|spec| spec.name == name);
        if let Some(Calibration::Composite { of, .. }) = spec.map(|spec| &spec.calibrate) {
            let parts = of.iter().map(|part| part.set.as_str());
            let new: Vec<&str> = parts.filter(|part| !used.contains(part)).collect();
            used.extend(new);
        }
    }
    used
}

fn of_set(spec: &SetSpec) -> Vec<NumericDecision> {
    let anchor = |anchor| NumericDecision::Anchor { set: spec.name.clone(), anchor };
    let three = [Anchor::Exclusion, Anchor::Crossover, Anchor::Inclusion];
    match &spec.calibrate {
        Calibration::Direct { shape, .. } | Calibration::Percentiles { shape, .. } => {
            let mut numbers: Vec<NumericDecision> = three.map(anchor).to_vec();
            if matches!(spec.calibrate, Calibration::Direct { .. }) {
                numbers.push(anchor(Anchor::Together));
            }
            if *shape == Shape::Logistic {
                numbers.push(NumericDecision::Idm { set: spec.name.clone() });
            }
            numbers
        }
        calibration => {
            let count = thresholds(calibration).map_or(0, <[f64]>::len);
            (0..count).map(|at| anchor(Anchor::Threshold(at))).collect()
        }
    }
}

fn thresholds(calibration: &Calibration) -> Option<&[f64]> {
    match calibration {
        Calibration::Crisp { threshold } => Some(std::slice::from_ref(threshold)),
        Calibration::Levels { thresholds } => Some(thresholds),
        _ => None,
    }
}

fn of_anchor(calibration: &Calibration, anchor: Anchor) -> Option<f64> {
    match (calibration, anchor) {
        (_, Anchor::Threshold(at)) => thresholds(calibration)?.get(at).copied(),
        (Calibration::Direct { anchors, .. } | Calibration::Percentiles { anchors, .. }, _) => Some(match anchor {
            Anchor::Exclusion => anchors.exclusion,
            Anchor::Inclusion => anchors.inclusion,
            _ => anchors.crossover,
        }),
        _ => None,
    }
}

fn move_anchor(calibration: &mut Calibration, anchor: Anchor, value: f64) {
    match (calibration, anchor) {
        (Calibration::Crisp { threshold }, Anchor::Threshold(0)) => *threshold = value,
        (Calibration::Levels { thresholds }, Anchor::Threshold(at)) => {
            if let Some(threshold) = thresholds.get_mut(at) {
                *threshold = value;
            }
        }
        (Calibration::Direct { anchors, .. } | Calibration::Percentiles { anchors, .. }, _) => match anchor {
            Anchor::Exclusion => anchors.exclusion = value,
            Anchor::Crossover => anchors.crossover = value,
            Anchor::Inclusion => anchors.inclusion = value,
            Anchor::Together => *anchors = moved_together(*anchors, value),
            Anchor::Threshold(_) => {}
        },
        _ => {}
    }
}

/// All three anchors shifted together, with the crossover at `value`.
fn moved_together(anchors: Anchors, value: f64) -> Anchors {
    let distance = value - anchors.crossover;
    Anchors { exclusion: anchors.exclusion + distance, crossover: value, inclusion: anchors.inclusion + distance }
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
