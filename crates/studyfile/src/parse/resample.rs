//! Parses resampling: the study with other cases, or redrawn values.

use crate::fields::{Fields, count, number};
use crate::grammar::{BELOW_ONE, CODER_DISAGREEMENT, LIMITS, MEASUREMENT_ERROR, NOISE, PERTURB, RESAMPLE};
use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::config::{
    Calibration, Limits, MeasurementError, MembershipNoise, Perturbation, Resample, ScoreSource, SetSpec,
};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// The context from the rest of the study.
struct Scope<'a> {
    sets: &'a [SetSpec],
    /// True if the sets have no mistakes, so that an unknown name is a mistake here.
    sound: bool,
    problems: &'a Problems,
}

/// Reads `resample`; names of sets are looked up if these are `sound`.
pub(super) fn read(node: &Node, sets: &[SetSpec], sound: bool, problems: &Problems) -> Option<Resample> {
    let scope = &Scope { sets, sound, problems };
    let fields = Fields::open(node, &RESAMPLE, problems)?;
    let limits = fields.get("limits").and_then(|node| limits(node, problems)).unwrap_or_default();
    let draws = |name| draws(&fields, name, limits);
    let noise = |node| {
        let fields = Fields::open(node, &NOISE, problems)?;
        let (sd, draws) = (fields.number("sd"), self::draws(&fields, "draws", limits));
        Some(MembershipNoise { sd: sd?, draws: draws? })
    };
    let perturbation = |node| {
        let fields = Fields::open(node, &PERTURB, problems)?;
        let (probability, draws) = (fields.number("probability"), self::draws(&fields, "draws", limits));
        Some(Perturbation { probability: probability?, draws: draws? })
    };
    let cases = |name| {
        let cases = fields.get(name).and_then(|node| count(node, 1, name, problems));
        cases.and_then(|count| usize::try_from(count).ok())
    };
    Some(Resample {
        leave_out: cases("leave_out"),
        reverse: cases("reverse"),
        perturb: fields.get("perturb").and_then(perturbation),
        bootstrap: draws("bootstrap"),
        membership_noise: fields.get("membership_noise").and_then(noise),
        measurement_error: fields.get("measurement_error").and_then(|node| measurement_error(node, limits, scope)),
        coder_disagreement: fields.get("coder_disagreement").and_then(|node| coder_disagreement(node, limits, scope)),
        permutation: draws("permutation"),
        random_data: draws("random_data"),
        limits,
    })
}

/// The limits of resampling, with defaults.
fn limits(node: &Node, problems: &Problems) -> Option<Limits> {
    let fields = Fields::open(node, &LIMITS, problems)?;
    let limit = |name, least, otherwise| {
        let Some(node) = fields.get(name) else { return Some(otherwise) };
        let limit = count(node, least, name, problems)?;
        if limit > Limits::MOST {
            fields.blame(name, say!("limit-too-large", name, limit, most = Limits::MOST));
        }
        Some(limit.min(Limits::MOST))
    };
    let usual = Limits::default();
    let (draws, orders) = (limit("draws", 1, usual.draws), limit("orders", 0, usual.orders));
    let ways = limit("ways", 1, usual.ways);
    Some(Limits { draws: draws?, orders: orders?, ways: ways? })
}

/// A number of draws within the limit.
fn draws(fields: &Fields<'_>, name: &str, limits: Limits) -> Option<u64> {
    let wanted = count(fields.get(name)?, 1, name, fields.problems)?;
    if wanted > limits.draws {
        let message = say!("draws-over-limit", name, wanted, draws = limits.draws, most = Limits::MOST);
        fields.blame(name, message);
    }
    Some(wanted)
}

fn measurement_error(node: &Node, limits: Limits, scope: &Scope<'_>) -> Option<MeasurementError> {
    let problems = scope.problems;
    let fields = Fields::open(node, &MEASUREMENT_ERROR, problems)?;
    let mut reliability: Vec<(&SetSpec, f64)> = Vec::new();
    for entry in fields.named("reliability") {
        let set = entry.name().unwrap_or_default();
        let value = number(&entry.value, BELOW_ONE, set, problems);
        let Some(spec) = scope.sets.iter().find(|spec| spec.name == set) else {
            if scope.sound {
                let hint = meant(set, scope.sets.iter().map(|spec| spec.name.as_str()));
                problems.add(entry.key.span.clone(), say!("not-set", name = quoted(set), hint));
            }
            continue;
        };
        if matches!(spec.calibrate, Calibration::Recode(_) | Calibration::Temporal | Calibration::Composite { .. }) {
            let message = say!("no-raw-numbers", set = quoted(set));
            problems.add(entry.key.span.clone(), message);
        }
        let Some(value) = value else { continue };
        let twin = |(other, given): &&(&SetSpec, f64)| same_column(other, spec) && given.total_cmp(&value).is_ne();
        if let Some((other, given)) = reliability.iter().find(twin) {
            let message = say!("same-scores", name = quoted(&other.name), given);
            problems.add(entry.value.span.clone(), message);
        }
        reliability.push((spec, value));
    }
    let measured = scope.sets.iter().any(|spec| spec.source == ScoreSource::Construct);
    if scope.sound && !measured && fields.get("reliability").is_none() {
        let message = say!("no-construct-set");
        problems.add(node.heading(), message);
    }
    let draws = draws(&fields, "draws", limits)?;
    let reliability = reliability.into_iter().map(|(spec, value)| (spec.name.clone(), value)).collect();
    Some(MeasurementError { reliability, draws })
}

fn same_column(one: &SetSpec, other: &SetSpec) -> bool {
    one.column == other.column && one.source == other.source
}

fn coder_disagreement(node: &Node, limits: Limits, scope: &Scope<'_>) -> Option<u64> {
    let fields = Fields::open(node, &CODER_DISAGREEMENT, scope.problems)?;
    if scope.sound && !scope.sets.iter().any(|spec| matches!(spec.source, ScoreSource::Coding(_))) {
        let message = say!("no-coding-set");
        scope.problems.add(node.heading(), message);
    }
    draws(&fields, "draws", limits)
}
