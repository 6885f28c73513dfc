//! The fit over periods and units in `results.json`.

use equifinal_panel::{Cells, Clustered, DifferenceTest, Entry, Group, ModelFit, PanelFindings, PanelTests, Step};
use equifinal_study::config::SolutionType;
use serde_json::{Map, Value, json};

/// The fit of the first interpreted model and, if asked for, of the conditions.
pub(super) fn panel(found: &PanelFindings, interpret: SolutionType) -> Value {
    let mut object = json!({
        "distance": found.distance().name(),
        "periods": sizes(&found.cells.periods),
        "units": sizes(&found.cells.units),
        "missing_cells": found.cells.missing(),
    });
    if let Value::Object(object) = &mut object {
        if let Some(model) = found.models(interpret).first() {
            object.extend(fields(found, model));
        }
        if found.spec.necessity {
            object.insert("conditions".to_owned(), named(found, &found.conditions));
        }
        if let Some(tests) = &found.tests {
            object.insert("tests".to_owned(), tested(found, tests, found.models(interpret).first()));
        }
        let moves = found.steps.iter().map(step).collect();
        object.insert("moves".to_owned(), moves);
    }
    object
}

/// The tests of differences between periods, by expression; null without a distance.
fn tested(found: &PanelFindings, tests: &PanelTests, model: Option<&ModelFit>) -> Value {
    let one = |test: &Option<DifferenceTest>| test.map(|test| json!({"p": test.p, "p_holm": test.adjusted}));
    let by_name = |entries: &[(String, Entry)], tests: &[Option<DifferenceTest>]| {
        let named = entries.iter().zip(tests).map(|((name, _), test)| (name.clone(), json!(one(test))));
        Value::Object(named.collect())
    };
    json!({
        "permutations": found.spec.permutations,
        "solution": one(&tests.solution),
        "terms": by_name(model.map_or(&[], |model| &model.terms), &tests.terms),
        "conditions": by_name(&found.conditions, &tests.conditions),
    })
}

/// The moves of units between rows of the truth table from one period to the next.
fn step(step: &Step) -> Value {
    let moves = step.moves.iter().map(|one| json!({"from_row": one.from, "to_row": one.to, "units": one.units}));
    json!({
        "from": step.from,
        "to": step.to,
        "moves": moves.collect::<Vec<_>>(),
        "gone": step.gone,
        "come": step.come,
    })
}

/// The fit of one listed model.
pub(super) fn of_model(found: &PanelFindings, model: &ModelFit) -> Value {
    Value::Object(fields(found, model))
}

fn fields(found: &PanelFindings, model: &ModelFit) -> Map<String, Value> {
    let solution = entry(&model.expression, &model.solution, &found.cells);
    Map::from_iter([("terms".to_owned(), named(found, &model.terms)), ("solution".to_owned(), solution)])
}

fn named(found: &PanelFindings, entries: &[(String, Entry)]) -> Value {
    entries.iter().map(|(expression, fit)| entry(expression, fit, &found.cells)).collect()
}

/// Number of cases by group.
fn sizes(groups: &[Group]) -> Value {
    groups.iter().map(|group| (group.name.clone(), json!(group.cases.len()))).collect::<Map<_, _>>().into()
}

fn entry(expression: &str, fit: &Entry, cells: &Cells) -> Value {
    let both = |of: &dyn Fn(&Clustered) -> Option<f64>| json!({"consistency": of(&fit.consistency), "coverage": of(&fit.coverage)});
    let groups = |groups: &[Group], of: &dyn Fn(&Clustered, usize) -> Option<f64>| {
        let one = |(at, group): (usize, &Group)| (group.name.clone(), both(&|fit| of(fit, at)));
        Value::Object(groups.iter().enumerate().map(one).collect::<Map<_, _>>())
    };
    json!({
        "expression": expression,
        "pooled": both(&|fit| fit.pooled),
        "between": groups(&cells.periods, &|fit, at| fit.between.get(at).copied().flatten()),
        "between_distance": both(&|fit| fit.between_distance),
        "within": groups(&cells.units, &|fit, at| fit.within.get(at).copied().flatten()),
        "within_distance": both(&|fit| fit.within_distance),
    })
}
