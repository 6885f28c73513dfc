//! Resampled cases, permutations and random tables in `results.json`.

use equifinal_robustness::chance::Permuted;
use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::measurement_error::Basis;
use equifinal_robustness::nca_resample::{NcaDraws, NcaResampled};
use equifinal_robustness::random_tables::{RandomAt, RandomData};
use equifinal_robustness::resample::{Intervals, Kind, Resampled, Ways};
use serde_json::{Map, Value, json};

use super::multiverse::fates;

/// Adds the results to `whole`.
pub(super) fn add(robustness: &RobustnessResults, whole: &mut Map<String, Value>) {
    if !robustness.resampled.is_empty() {
        whole.insert("resample".to_owned(), robustness.resampled.iter().map(resampled).collect());
    }
    if !robustness.nca_resampled.is_empty() {
        whole.insert("nca_resample".to_owned(), robustness.nca_resampled.iter().map(nca).collect());
    }
    if !robustness.permuted.is_empty() {
        whole.insert("permutation".to_owned(), robustness.permuted.iter().map(permuted).collect());
    }
    if !robustness.random_data.is_empty() {
        let each = robustness.random_data.iter();
        whole.insert("random_data".to_owned(), each.map(random).collect());
    }
}

fn random(found: &RandomData) -> Value {
    let cell = |one: &RandomAt| {
        json!({
            "frequency": one.frequency,
            "consistency": one.consistency,
            "any_solution": one.any_solution,
            "own_solution": one.own,
        })
    };
    json!({
        "analysis": found.analysis,
        "draws": found.draws,
        "any_solution": found.any_solution,
        "cutoffs": found.grid.iter().map(cell).collect::<Vec<_>>(),
    })
}

fn nca(found: &NcaResampled) -> Value {
    let condition = |one: &NcaDraws| {
        json!({
            "condition": one.condition,
            "effect_size": quantiles(one.effect_size),
            "large": one.large,
            "necessary": one.necessary,
        })
    };
    json!({
        "kind": found.kind.name(),
        "analysis": found.analysis,
        "draws": found.draws,
        "impossible": found.impossible,
        "permutations": found.permutations,
        "conditions": found.conditions.iter().map(condition).collect::<Vec<_>>(),
    })
}

fn resampled(found: &Resampled) -> Value {
    let paths = found.paths.iter().map(|(path, each)| (path.clone(), fates(each)));
    let necessary = found.necessary.iter().map(|(literal, held)| (literal.clone(), json!(held)));
    let (left_out, reversed) = match found.kind {
        Kind::LeaveOut(count) => (Some(count), None),
        Kind::Reverse(count) => (None, Some(count)),
        Kind::PerturbLeaveOut
        | Kind::PerturbReverse
        | Kind::Bootstrap
        | Kind::MembershipNoise
        | Kind::MeasurementError
        | Kind::CoderDisagreement => (None, None),
    };
    let ways = found.ways.and_then(|ways| match ways {
        Ways::Every => Some(found.draws),
        Ways::Sample { of } => of,
    });
    json!({
        "kind": found.kind.name(),
        "left_out": left_out,
        "reversed": reversed,
        "ways": ways,
        "complete": found.ways.map(|ways| ways == Ways::Every),
        "analysis": found.analysis,
        "draws": found.draws,
        "impossible": found.impossible,
        "undecided": found.undecided,
        "solved": found.solved,
        "same_models": found.same_models,
        "no_contradiction": found.no_contradiction,
        "paths": paths.collect::<Map<_, _>>(),
        "necessary": necessary.collect::<Map<_, _>>(),
        "decisive": found.decisive,
        "consistency": quantiles(found.consistency),
        "coverage": quantiles(found.coverage),
        "reported": intervals(&found.reported),
        "terms": found.terms.iter().map(|(term, found)| (term.clone(), intervals(found))).collect::<Map<_, _>>(),
        "redrawn": redrawn(found),
    })
}

fn quantiles([low, middle, high]: [Option<f64>; 3]) -> Value {
    json!({"2.5": low, "50": middle, "97.5": high})
}

fn intervals(found: &Intervals) -> Value {
    json!({"consistency": quantiles(found.consistency), "coverage": quantiles(found.coverage)})
}

/// The method of drawing scores, by set, and the sets that keep theirs; null if memberships or cases are drawn.
fn redrawn(found: &Resampled) -> Value {
    let method = match found.kind {
        Kind::MeasurementError => "plausible_true_scores",
        Kind::CoderDisagreement => "one_of_the_codings",
        Kind::LeaveOut(_)
        | Kind::Reverse(_)
        | Kind::PerturbLeaveOut
        | Kind::PerturbReverse
        | Kind::Bootstrap
        | Kind::MembershipNoise => return Value::Null,
    };
    let moved = found.redrawn.moved.iter().map(|(set, basis)| {
        let basis = match basis {
            Basis::Reliability(scores) => json!({
                "reliability": scores.reliability,
                "mean": scores.mean,
                "standard_error_of_estimation": scores.standard_error,
            }),
            Basis::Codings(divided) => json!({"divided": divided}),
        };
        (set.clone(), basis)
    });
    json!({"method": method, "sets": moved.collect::<Map<_, _>>(), "kept": found.redrawn.kept})
}

fn permuted(found: &Permuted) -> Value {
    let paths = found.paths.iter().map(|path| {
        json!({
            "expression": path.expression,
            "consistency": path.consistency,
            "cases": path.cases,
            "counterexamples": path.counterexamples,
            "as_consistent": path.as_consistent,
            "p": path.p,
            "p_standard_error": path.standard_error,
            "p_holm": path.adjusted,
            "p_benjamini_hochberg": path.discovery,
            "p_exact": path.binomial,
            "power": path.power,
        })
    });
    json!({
        "analysis": found.analysis,
        "method": found.method.name(),
        "draws": found.draws,
        "orders": found.orders,
        "family": found.family,
        "any_solution": found.any_solution,
        "paths": paths.collect::<Vec<_>>(),
    })
}
