//! The study with its percentile anchors moved: the sensitivity run that such anchors bring along.
//!
//! Percentiles are a choice without a ground outside the sample, so a study that takes them is run again with all of them
//! shifted down and up, and drawn together and apart, by five points.

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, Refuted};
use equifinal_study::config::{Alternative, Analysis, Anchors, Calibration, NumericDecision, SetSpec, Study, Variant};
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::alternatives::{AlternativeFindings, compared};

/// The size of a shift, in points of a percentile.
const POINTS: f64 = 5.0;

/// A shift: its name, and what it adds to the anchors of exclusion, crossover and inclusion, if inclusion is the highest.
const SHIFTS: [(&str, [f64; 3]); 4] = [
    ("lower", [-POINTS, -POINTS, -POINTS]),
    ("higher", [POINTS, POINTS, POINTS]),
    ("narrower", [POINTS, 0.0, -POINTS]),
    ("wider", [-POINTS, 0.0, POINTS]),
];

/// Every analysis with percentile anchors under each shift, compared with the study's own `findings`; nothing without such
/// anchors.
///
/// # Errors
/// A solution that the independent check rejects.
pub fn percentile_shifts(
    study: &Study,
    table: &CaseTable,
    findings: &[Findings],
) -> Result<Vec<AlternativeFindings>, Refuted> {
    let budget = Budget::from(&study.budget);
    let uses = |analysis: &&Analysis| {
        let numbers = NumericDecision::of_sets(&study.sets, analysis);
        numbers.iter().any(|number| number.set().is_some_and(|set| follows(&study.sets, set)))
    };
    let analyses: Vec<Analysis> = study.analyses.iter().filter(uses).cloned().collect();
    if analyses.is_empty() {
        return Ok(Vec::new());
    }
    let run = |(name, by): &(&str, [f64; 3])| {
        let sets = study.sets.iter().map(|spec| shifted(spec, *by)).collect();
        let (nca, chains) = (study.nca.clone(), study.chains.clone());
        let variant = Variant { sets, analyses: analyses.clone(), nca, chains, drop_cases: Vec::new() };
        let (id, changes) = ((*name).to_owned(), Vec::new());
        let alternative = Alternative { id, label: None, because: None, changes, variant };
        compared(&alternative, table, findings, &budget)
    };
    let reruns = SHIFTS.par_iter().map(run);
    // Of several errors the first in order counts, whichever thread came first.
    reruns.collect::<Vec<_>>().into_iter().collect()
}

/// True if the anchors of a set are percentiles.
fn follows(sets: &[SetSpec], set: &str) -> bool {
    sets.iter().any(|spec| spec.name == set && matches!(spec.calibrate, Calibration::Percentiles { .. }))
}

/// A set with its percentile anchors moved, within 0 and 100.
fn shifted(spec: &SetSpec, by: [f64; 3]) -> SetSpec {
    let mut spec = spec.clone();
    if let Calibration::Percentiles { anchors, .. } = &mut spec.calibrate {
        let falls = anchors.exclusion > anchors.inclusion;
        let [low, middle, high] = by;
        let (exclusion, inclusion) = if falls { (high, low) } else { (low, high) };
        let within = |anchor: f64, by: f64| (anchor + by).clamp(0.0, 100.0);
        *anchors = Anchors {
            exclusion: within(anchors.exclusion, exclusion),
            crossover: within(anchors.crossover, middle),
            inclusion: within(anchors.inclusion, inclusion),
        };
    }
    spec
}
