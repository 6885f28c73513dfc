//! Decisions that are numbers.

use std::fmt;

use super::MethodNumber;
use crate::config::{Analysis, Calibration, SetSpec, Shape, with_parts};

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
    /// The membership at the inclusion anchor of a set.
    Idm {
        /// The set.
        set: String,
    },
    /// A number of a necessary condition analysis or a coincidence analysis.
    Method {
        /// The analysis.
        analysis: String,
        /// The number.
        number: MethodNumber,
    },
}

/// The anchors that can be varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Full non-membership.
    Exclusion,
    /// The crossover alone.
    Crossover,
    /// Full membership.
    Inclusion,
    /// All three, shifted together; the number is that of the crossover.
    Together,
    /// A threshold of a crisp or multi-value set, by index.
    Threshold(usize),
}

impl NumericDecision {
    /// The set that the number belongs to.
    pub fn set(&self) -> Option<&str> {
        match self {
            Self::Anchor { set, .. } | Self::Idm { set } => Some(set),
            Self::Consistency | Self::Pri | Self::Frequency | Self::Method { .. } => None,
        }
    }

    /// The kind of number, without its set: a name in study files and the key of a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Consistency => "consistency",
            Self::Pri => "pri",
            Self::Frequency => "frequency",
            Self::Anchor { anchor, .. } => anchor.name(),
            Self::Idm { .. } => "idm",
            Self::Method { number, .. } => number.name(),
        }
    }

    /// The own value of a study with these sets, for an analysis of `cases` cases; `None` for a number of another kind
    /// of analysis (see [`Self::of_method`]).
    pub fn chosen(&self, sets: &[SetSpec], analysis: &Analysis, cases: usize) -> Option<f64> {
        let cuts = &analysis.truth_table;
        let calibration = |set: &str| sets.iter().find(|spec| spec.name == set).map(|spec| &spec.calibrate);
        match self {
            Self::Consistency => Some(cuts.consistency),
            Self::Pri => Some(cuts.pri),
            #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
            Self::Frequency => Some(cuts.frequency.count(cases) as f64),
            Self::Idm { set } => calibration(set)?.idm(),
            Self::Anchor { set, anchor } => of_anchor(calibration(set)?, *anchor),
            Self::Method { .. } => None,
        }
    }

    /// The numeric decisions about sets that an analysis uses, in the order of the study.
    pub fn of_sets(sets: &[SetSpec], analysis: &Analysis) -> Vec<Self> {
        let used = with_parts(analysis.sets(), sets);
        let sets = sets.iter().filter(|spec| used.contains(spec.name.as_str()));
        sets.flat_map(of_set).collect()
    }

    /// A calibration with another value of this number; unchanged if it does not have it.
    #[must_use]
    pub fn changed(&self, calibration: &Calibration, value: f64) -> Calibration {
        let mut changed = calibration.clone();
        match (self, &mut changed) {
            (Self::Anchor { anchor, .. }, changed) => move_anchor(changed, *anchor, value),
            (
                Self::Idm { .. },
                Calibration::Direct { idm, .. } | Calibration::Percentiles { idm, .. } | Calibration::Bell { idm, .. },
            ) => *idm = value,
            (Self::Idm { .. } | Self::Consistency | Self::Pri | Self::Frequency | Self::Method { .. }, _) => {}
        }
        changed
    }
}

impl fmt::Display for NumericDecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(owner) = self.set().or(self.method()) {
            write!(f, "{owner}.")?;
        }
        f.write_str(self.kind())
    }
}

impl Anchor {
    /// The anchors that study files name; a threshold of a crisp set.
    pub const ALL: [Self; 5] = [Self::Exclusion, Self::Crossover, Self::Inclusion, Self::Together, Self::Threshold(0)];

    /// The anchor of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|anchor| anchor.name() == name)
    }

    /// True if a calibration has it and can vary it alone.
    pub fn moves_in(self, calibration: &Calibration) -> bool {
        match calibration {
            Calibration::Direct { .. } => !matches!(self, Self::Threshold(_)),
            Calibration::Percentiles { .. } => !matches!(self, Self::Threshold(_) | Self::Together),
            Calibration::Crisp { .. } => self == Self::Threshold(0),
            _ => false,
        }
    }

    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exclusion => "exclusion",
            Self::Crossover => "crossover",
            Self::Inclusion => "inclusion",
            Self::Together => "together",
            Self::Threshold(_) => "threshold",
        }
    }
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
            let count = calibration.thresholds().map_or(0, <[f64]>::len);
            (0..count).map(|at| anchor(Anchor::Threshold(at))).collect()
        }
    }
}

fn of_anchor(calibration: &Calibration, anchor: Anchor) -> Option<f64> {
    match (calibration, anchor) {
        (_, Anchor::Threshold(at)) => calibration.thresholds()?.get(at).copied(),
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
            Anchor::Together => *anchors = anchors.shifted(value),
            Anchor::Threshold(_) => {}
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Anchors;

    /// A number of a set is read from its calibration where it is written to it, for every calibration that has it.
    #[test]
    fn a_changed_number_is_the_one_that_is_read() {
        let [anchors, falling] = [[1.0, 2.0, 3.0], [9.0, 8.0, 7.0]].map(|[exclusion, crossover, inclusion]| Anchors {
            exclusion,
            crossover,
            inclusion,
        });
        let (idm, shape) = (0.95, Shape::Logistic);
        let set = || "A".to_owned();
        let anchor = |anchor| NumericDecision::Anchor { set: set(), anchor };
        for (calibration, numbers) in [
            (
                Calibration::Direct { anchors, idm, shape },
                vec![Anchor::Exclusion, Anchor::Crossover, Anchor::Inclusion, Anchor::Together],
            ),
            (
                Calibration::Percentiles { anchors, idm, shape },
                vec![Anchor::Exclusion, Anchor::Crossover, Anchor::Inclusion],
            ),
            (Calibration::Bell { low: anchors, high: falling, idm, shape }, Vec::new()),
            (Calibration::Crisp { threshold: 2.0 }, vec![Anchor::Threshold(0)]),
            (Calibration::Levels { thresholds: vec![1.0, 2.0] }, vec![Anchor::Threshold(0), Anchor::Threshold(1)]),
        ] {
            let idm = calibration.idm().map(|_| NumericDecision::Idm { set: set() });
            for number in numbers.into_iter().map(anchor).chain(idm) {
                let changed = number.changed(&calibration, 0.75);
                let read = match &number {
                    NumericDecision::Anchor { anchor, .. } => of_anchor(&changed, *anchor),
                    _ => changed.idm(),
                };
                assert_eq!(read, Some(0.75), "{number} of {calibration:?}");
                assert_ne!(changed, calibration);
            }
        }
        let together = anchor(Anchor::Together).changed(&Calibration::Direct { anchors, idm, shape }, 5.0);
        let shifted = Anchors { exclusion: 4.0, crossover: 5.0, inclusion: 6.0 };
        assert_eq!(together, Calibration::Direct { anchors: shifted, idm, shape });
    }
}
