//! Ranges, maps and the protocol of Oana & Schneider (2024) in `results.json`.

use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::maps::{Axis, Cell, PairMap};
use equifinal_robustness::protocol::{InitialModel, LeftOut, Protocol};
use equifinal_robustness::ranges::{AnalysisRanges, Break, Cause, End, Interval, Range, Sameness};
use equifinal_robustness::thresholds::{FoundModel, Thresholds};
use equifinal_robustness::untried::{Task, Untried};
use equifinal_study::config::NumericDecision;
use serde_json::{Map, Value, json};

use super::solution;
use crate::words::anchor_name;

/// All robustness results, by kind, with the seed of random draws; `None` if there are none.
pub(super) fn robustness(robustness: &RobustnessResults, seed: u64) -> Option<Value> {
    let mut whole = Map::new();
    if !robustness.protocols.is_empty() {
        let each = robustness.protocols.iter().map(|one| (one.analysis.clone(), protocol(one)));
        whole.insert("protocol".to_owned(), each.collect::<Map<_, _>>().into());
    }
    if !robustness.ranges.is_empty() {
        let each = robustness.ranges.iter().map(|one| (one.analysis.clone(), ranges(one, &robustness.cases)));
        whole.insert("ranges".to_owned(), each.collect::<Map<_, _>>().into());
        whole.insert("maps".to_owned(), robustness.maps.iter().map(map).collect());
    }
    if !robustness.thresholds.is_empty() {
        let each = robustness.thresholds.iter().map(|one| (one.analysis.clone(), thresholds(one, &robustness.cases)));
        whole.insert("thresholds".to_owned(), each.collect::<Map<_, _>>().into());
    }
    if !robustness.untried.is_empty() {
        whole.insert("not_tried".to_owned(), robustness.untried.iter().map(not_tried).collect());
    }
    super::multiverse::add(robustness, &mut whole);
    super::resample::add(robustness, &mut whole);
    let draws = [&robustness.resampled.is_empty(), &robustness.permuted.is_empty(), &robustness.random_data.is_empty()];
    if draws.contains(&&false) {
        whole.insert("seed".to_owned(), json!(seed));
    }
    (!whole.is_empty()).then(|| whole.into())
}

/// An analysis that could not be run, with the reason.
fn not_tried(one: &Untried) -> Value {
    let numbers: Vec<Value> = one.task.numbers().iter().map(|one| decision(one).into()).collect();
    json!({
        "analysis": one.analysis,
        "task": one.task.name(),
        "numbers": numbers,
        "reason": one.reason.name(),
        "why": one.reason.to_string(),
    })
}

fn ranges(found: &AnalysisRanges, cases: &[String]) -> Value {
    match found.untried.iter().find(|one| one.task == Task::Ranges) {
        Some(one) => json!({"refused": one.reason.to_string()}),
        None => found.ranges.iter().map(|one| range(one, cases)).collect(),
    }
}

fn range(range: &Range, cases: &[String]) -> Value {
    let mut whole = decision(&range.decision);
    whole.insert("chosen".to_owned(), json!(range.chosen));
    for (degree, interval) in Sameness::ALL.into_iter().zip(&range.intervals) {
        let Interval { low, high } = interval;
        whole.insert(degree.name().to_owned(), json!({"low": end(low, cases), "high": end(high, cases)}));
    }
    whole.into()
}

/// A decision in the terms of the study file.
pub(super) fn decision(decision: &NumericDecision) -> Map<String, Value> {
    let name = match decision {
        NumericDecision::Anchor { anchor, .. } => anchor_name(*anchor),
        NumericDecision::Consistency
        | NumericDecision::Pri
        | NumericDecision::Frequency
        | NumericDecision::Idm { .. }
        | NumericDecision::Method { .. } => decision.kind().to_owned(),
    };
    let set = decision.set().map(|set| ("set".to_owned(), json!(set)));
    std::iter::once(("decision".to_owned(), json!(name))).chain(set).collect()
}

fn end(end: &End, cases: &[String]) -> Value {
    match &end.cause {
        Cause::Break(broken) => json!({"at": end.at, "included": end.included, "breaks": breaks(broken, cases)}),
        Cause::Limit => json!({"at": end.at, "included": end.included, "limit": true}),
        Cause::Impossible(ground) => {
            json!({"at": end.at, "included": end.included, "limit": true, "impossible": ground.name()})
        }
        Cause::Unbounded => json!({"at": null, "unbounded": true}),
        Cause::Stopped(why) => json!({"at": null, "looked_as_far_as": end.at, "stopped": why.name()}),
    }
}

fn breaks(broken: &Break, cases: &[String]) -> Value {
    let rows = broken.rows.iter().map(|row| {
        json!({
            "row": row.number,
            "configuration": row.configuration,
            "before": row.before.sign(),
            "after": row.after.sign(),
        })
    });
    json!({
        "rows": rows.collect::<Vec<_>>(),
        "cases": named(&broken.cases, cases),
        "lost": broken.lost,
        "gained": broken.gained,
        "refused": broken.refused.as_ref().map(ToString::to_string),
    })
}

fn named<'a>(positions: &[usize], cases: &'a [String]) -> Vec<&'a str> {
    positions.iter().filter_map(|&case| cases.get(case)).map(String::as_str).collect()
}

fn map(map: &PairMap) -> Value {
    let axis = |axis: &Axis| {
        let mut whole = decision(&axis.decision);
        whole.insert("chosen".to_owned(), json!(axis.chosen));
        whole.insert(if axis.exact { "up_to" } else { "values" }.to_owned(), json!(axis.values));
        Value::from(whole)
    };
    let rows = map.cells.iter().map(|row| row.iter().map(|cell| json!(cell_name(*cell))).collect::<Value>());
    json!({"analysis": map.analysis, "x": axis(&map.x), "y": axis(&map.y), "cells": rows.collect::<Vec<_>>()})
}

/// The name of a rectangle's result in a map.
pub(crate) fn cell_name(cell: Cell) -> &'static str {
    match cell {
        Cell::Solution(Some(degree)) => degree.name(),
        Cell::Solution(None) => "contradiction",
        Cell::Refused => "no_solution",
        Cell::Undecided => "undecided",
        Cell::Impossible => "impossible",
    }
}

fn protocol(found: &Protocol) -> Value {
    let left_out = found.left_out.iter().map(|(alternative, reason)| {
        let reason = match reason {
            LeftOut::OtherOutcome => "other_outcome",
            LeftOut::OtherCases => "other_cases",
            LeftOut::NoSolution => "no_solution",
        };
        json!({"alternative": alternative, "reason": reason})
    });
    let cut_short = found.cut_short.iter().map(|(alternative, listed, models)| {
        json!({"alternative": alternative, "listed": listed, "model_count": models.to_string()})
    });
    let mut whole = found.models.first().map(|first| initial_model(found, first)).unwrap_or_default();
    whole.insert("initial_models".to_owned(), json!(found.model_count.to_string()));
    whole.insert("left_out".to_owned(), left_out.collect());
    if !found.cut_short.is_empty() {
        whole.insert("cut_short".to_owned(), cut_short.collect());
    }
    if found.models.len() > 1 {
        let models = found.models.iter().map(|model| Value::from(initial_model(found, model)));
        whole.insert("models".to_owned(), models.collect());
    }
    whole.into()
}

/// One tied model of the initial solution compared with all test solutions.
fn initial_model(found: &Protocol, model: &InitialModel) -> Map<String, Value> {
    let tests = found.tests.iter().zip(&model.each).map(|(test, (similarity, rank))| {
        json!({
            "alternative": test.alternative,
            "expression": test.expression,
            "similarity": similarity,
            "rank": rank,
        })
    });
    let all = &model.all;
    let zone = |zone: &[Vec<usize>; 2], inside: &str, outside: &str| {
        let [with, without] = zone;
        json!({inside: named(with, &found.cases), outside: named(without, &found.cases)})
    };
    let core = json!({
        "expression": model.core.as_ref().map(|core| &core.expression),
        "fit": model.core.as_ref().and_then(|core| core.fit.as_ref()).map(solution::fit),
        "minimum": solution::fit(&all.core),
    });
    let object = json!({
        "initial": model.expression,
        "tests": tests.collect::<Vec<_>>(),
        "robust_core": core,
        "rf_cov": all.rf_cov,
        "rf_cons": all.rf_cons,
        "rf_sc_min": all.rf_sc_min,
        "rf_sc_max": all.rf_sc_max,
        "rcr_typ": all.rcr_typ(),
        "rcr_dev": all.rcr_dev(),
        "rank": all.rank(),
        "cases": {
            "robust": zone(&all.zones.robust, "typical", "deviant"),
            "shaky": zone(&all.zones.shaky, "typical", "deviant"),
            "possible": zone(&all.zones.possible, "typical", "deviant"),
            "outside": zone(&all.zones.outside, "deviant_coverage", "irrelevant"),
        },
    });
    if let Value::Object(object) = object { object } else { Map::new() }
}

fn thresholds(found: &Thresholds, cases: &[String]) -> Value {
    let stretches = found.stretches.iter().map(|stretch| {
        let mut whole = Map::new();
        whole.insert("above".to_owned(), json!(stretch.above));
        whole.insert("up_to".to_owned(), json!(stretch.up_to));
        whole.insert("sufficient_rows".to_owned(), json!(stretch.positive));
        match &stretch.solution {
            Err(refusal) => whole.insert("refused".to_owned(), json!(refusal.to_string())),
            Ok(found) => {
                whole.insert("model_count".to_owned(), json!(found.model_count.to_string()));
                let models = found.models.iter().map(|model| found_model(model, cases));
                whole.insert("models".to_owned(), models.collect())
            }
        };
        Value::from(whole)
    });
    json!({"chosen": found.chosen, "stretches": stretches.collect::<Vec<_>>()})
}

fn found_model(model: &FoundModel, cases: &[String]) -> Value {
    let terms = model.paths.iter().map(|(expression, path)| {
        json!({
            "expression": expression,
            "consistency": path.fit.consistency,
            "pri": path.fit.pri,
            "raw_coverage": path.fit.coverage,
            "unique_coverage": path.unique_coverage,
            "cases": named(&path.cases, cases),
        })
    });
    json!({
        "expression": model.expression,
        "terms": terms.collect::<Vec<_>>(),
        "consistency": model.fit.consistency,
        "pri": model.fit.pri,
        "coverage": model.fit.coverage,
    })
}
