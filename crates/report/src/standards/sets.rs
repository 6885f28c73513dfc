//! Rules about sets and their calibration.

use equifinal_study::config::{Calibration, SetSpec};
use equifinal_study::diagnosis::{Concern, SetDiagnosis};

use super::verdict::Verdict;
use crate::input::Input;
use crate::weaknesses::follows_sample;

/// The names of the sets that violate a check.
fn against<'a>(sets: impl IntoIterator<Item = &'a SetSpec>, wrong: impl Fn(&SetSpec) -> bool) -> Verdict {
    Verdict::unless(sets.into_iter().filter(|set| wrong(set)).map(|set| set.name.clone()).collect())
}

/// Every set has a label.
pub(super) fn labels(input: &Input<'_>) -> Verdict {
    against(&input.study.sets, |set| set.label.is_none())
}

/// Every calibration has a reason of its own, long enough to be one.
pub(super) fn anchor_reasons(input: &Input<'_>) -> Verdict {
    let sets = &input.study.sets;
    let shared = |set: &SetSpec| {
        sets.iter().any(|other| {
            other.name != set.name
                && set.because.as_ref().is_some_and(|own| other.because.as_ref().is_some_and(|o| o.text == own.text))
        })
    };
    let doubted = |set: &SetSpec| {
        let doubts = |concern: &Concern| matches!(concern, Concern::NoReason { set: of } | Concern::ShortReason { set: of } if *of == set.name);
        input.diagnosis.concerns.iter().any(doubts)
    };
    against(sets, |set| needs_reason(set) && (doubted(set) || shared(set)))
}

/// Every reason says what kind of ground it is.
pub(super) fn anchor_sources(input: &Input<'_>) -> Verdict {
    against(&input.study.sets, |set| needs_reason(set) && set.because.as_ref().is_none_or(|why| why.source.is_none()))
}

/// Anchors that follow the sample are varied by an alternative.
pub(super) fn sample_anchors(input: &Input<'_>) -> Verdict {
    let sets: Vec<&SetSpec> = input.study.sets.iter().filter(|set| follows_sample(set)).collect();
    if sets.is_empty() {
        return Verdict::NotApplicable;
    }
    let varied = |set: &SetSpec| {
        let others = input.study.alternatives.iter().flat_map(|alternative| &alternative.variant.sets);
        others.into_iter().any(|other| other.name == set.name && other.calibrate != set.calibrate)
    };
    against(sets, |set| !varied(set))
}

/// No set holds nearly all or nearly none of the cases.
pub(super) fn skewness(input: &Input<'_>) -> Verdict {
    let skewed = input.diagnoses.iter().filter(|diagnosis| skew(diagnosis).is_some());
    Verdict::unless(skewed.map(|diagnosis| diagnosis.set.clone()).collect())
}

/// Above this share of cases on one side of its crossover a set is skewed.
const SKEWED: f64 = 0.8;

/// The share of cases in a set, where too many lie on one side of its crossover.
fn skew(diagnosis: &SetDiagnosis) -> Option<f64> {
    diagnosis.share_in.filter(|&share| !(1.0 - SKEWED..=SKEWED).contains(&share))
}

/// True if a calibration depends on a choice that needs a reason.
fn needs_reason(set: &SetSpec) -> bool {
    !matches!(set.calibrate, Calibration::Given(_) | Calibration::Composite { .. })
}
