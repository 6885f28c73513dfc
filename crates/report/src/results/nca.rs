//! Necessary condition analyses in `results.json`.

use equifinal_nca::bottleneck::Required;
use equifinal_nca::findings::{Analysed, CeilingFindings, ConditionFindings, Findings, GroupFindings};
use equifinal_nca::outliers::Influence;
use equifinal_nca::permutation::PValue;
use equifinal_robustness::nca_ranges::threshold_ranges;
use serde_json::{Map, Value, json};

use crate::input::Input;
use crate::nca_agreement::{Agreement, agreement};

/// Every necessary condition analysis by its name.
pub(super) fn all(input: &Input<'_>) -> Value {
    input.nca.iter().map(|findings| (findings.spec.name.clone(), one(findings, input))).collect::<Map<_, _>>().into()
}

fn one(findings: &Findings, input: &Input<'_>) -> Value {
    let spec = &findings.spec;
    let conditions: Vec<Value> = findings.conditions.iter().map(|one| condition(one, findings)).collect();
    let mut object = json!({
        "outcome": spec.outcome,
        "on": spec.on.name(),
        "cases": findings.sample.cases.len(),
        "without_value": findings.sample.without_value,
        "decide_by": spec.deciding().map(|ceiling| ceiling.name()),
        "power": findings.power,
        "conditions": conditions,
        "bottleneck": bottlenecks(findings),
        "agreement": agreement(findings, input).iter().map(agreed).collect::<Vec<_>>(),
    });
    if let (Value::Object(object), Some(chosen)) = (&mut object, &findings.chosen) {
        object.insert("level".to_owned(), json!({"outcome": chosen.shown, "value": chosen.value}));
    }
    if let (Value::Object(object), false) = (&mut object, findings.left_out.is_empty()) {
        object.insert("left_out".to_owned(), json!(findings.left_out));
    }
    if let (Value::Object(object), true) = (&mut object, input.study.robustness.ranges) {
        let ranges = threshold_ranges(findings);
        object.insert("ranges".to_owned(), json!({"effect_size": ranges.effect_size, "p": ranges.p}));
    }
    object
}

fn condition(one: &ConditionFindings, findings: &Findings) -> Value {
    let head = json!({
        "condition": one.condition,
        "corner": one.corner.name(),
        "corner_is_stated": one.corner_is_stated,
    });
    let Value::Object(mut object) = head else { return head };
    match &one.analysed {
        Err(reason) => {
            object.insert("refused".to_owned(), json!(reason.to_string()));
        }
        Ok(analysed) => {
            let scope = &analysed.cloud.scope;
            object.insert("scope".to_owned(), json!([scope.x.0, scope.x.1, scope.y.0, scope.y.1]));
            object.insert("ceilings".to_owned(), ceilings(analysed));
            object.insert("necessary".to_owned(), json!(analysed.necessary));
            object.insert("at_level".to_owned(), demand(analysed));
            let outliers = analysed.outliers.iter().map(|one| influence(one, findings));
            object.insert("outliers".to_owned(), outliers.collect());
            if !analysed.groups.is_empty() {
                object.insert("groups".to_owned(), analysed.groups.iter().map(group).collect());
            }
        }
    }
    Value::Object(object)
}

fn ceilings(analysed: &Analysed) -> Value {
    let named = |one: &CeilingFindings| (one.kind.name().to_owned(), ceiling(one));
    analysed.ceilings.iter().map(named).collect::<Map<_, _>>().into()
}

fn ceiling(one: &CeilingFindings) -> Value {
    let measures = &one.measures;
    let peers: Vec<Value> = one.peers.iter().map(|(case, x, y)| json!([case, x, y])).collect();
    json!({
        "ceiling_zone": measures.ceiling_zone,
        "effect_size": measures.effect_size,
        "above": measures.above,
        "slope": measures.slope,
        "intercept": measures.intercept,
        "accuracy": measures.accuracy,
        "fit": measures.fit,
        "condition_inefficiency": measures.condition_inefficiency,
        "outcome_inefficiency": measures.outcome_inefficiency,
        "absolute_inefficiency": measures.absolute_inefficiency,
        "relative_inefficiency": measures.relative_inefficiency,
        "complexity": measures.complexity,
        "p": one.p.map(|p| p.p),
        "p_accuracy": one.p.map(|p| p.accuracy),
        "p_holm": one.holm,
        "p_benjamini_hochberg": one.benjamini_hochberg,
        "permutations": one.p.map(|p| p.orders),
        "p_is_exact": one.p.map(|p| p.exact),
        "peers": peers,
    })
}

fn required(required: &Required) -> Value {
    match required {
        Required::Level { shown, .. } => json!(shown),
        Required::NotNecessary => json!("NN"),
        Required::NotAttainable => json!("NA"),
    }
}

/// The bottleneck table of each ceiling: a row for each level of the outcome.
fn bottlenecks(findings: &Findings) -> Value {
    let mut tables = Map::new();
    for (place, kind) in findings.spec.ceilings.iter().enumerate().filter(|(_, kind)| kind.is_ceiling()) {
        let row = |(at, level): (usize, &equifinal_nca::bottleneck::OutcomeLevel)| {
            let mut row = Map::from_iter([("outcome".to_owned(), json!(level.shown))]);
            for condition in &findings.conditions {
                let table = condition.analysed.as_ref().ok().and_then(|found| found.ceilings.get(place));
                let cell = table.and_then(|ceiling| ceiling.bottleneck.as_ref()?.get(at));
                row.insert(condition.condition.clone(), cell.map_or(Value::Null, required));
            }
            Value::Object(row)
        };
        tables.insert(kind.name().to_owned(), findings.levels.iter().enumerate().map(row).collect());
    }
    Value::Object(tables)
}

fn demand(analysed: &Analysed) -> Value {
    let chosen = &analysed.chosen;
    let value = match chosen.required {
        Required::Level { value, .. } => Some(value),
        Required::NotNecessary | Required::NotAttainable => None,
    };
    json!({
        "bottleneck": required(&chosen.required),
        "value": value,
        "membership": chosen.membership,
        "short": chosen.short,
    })
}

fn influence(one: &Influence, findings: &Findings) -> Value {
    let cases: Vec<&String> = one.cases.iter().filter_map(|&case| findings.sample.cases.get(case)).collect();
    json!({
        "cases": cases,
        "effect_size": one.without,
        "change": one.change,
        "on_ceiling": one.on_ceiling,
        "sets_scope": one.sets_scope,
    })
}

fn group(one: &GroupFindings) -> Value {
    let groups = json!([one.first, one.second]);
    match &one.difference {
        Err(reason) => json!({"groups": groups, "refused": reason.to_string()}),
        Ok(found) => json!({
            "groups": groups,
            "effect_sizes": found.map(|found| [found.first, found.second]),
            "difference": found.map(|found| found.second - found.first),
            "p": found.and_then(|found| found.p).map(|p| p.p),
            "p_accuracy": found.and_then(|found| found.p).map(|p| p.accuracy),
        }),
    }
}

fn agreed(one: &Agreement) -> Value {
    let p = one.p.map(|p: PValue| p.p);
    json!({
        "condition": one.condition,
        "expression": one.literal.to_string(),
        "outcome": one.outcome.to_string(),
        "nca": {
            "effect_size": one.effect_size,
            "p": p,
            "accuracy": one.accuracy,
            "bottleneck": required(&one.bottleneck),
            "necessary": one.in_degree,
        },
        "qca": one.fit.map(|fit| json!({
            "consistency": fit.consistency,
            "coverage": fit.coverage,
            "relevance": fit.relevance,
            "necessary": one.in_kind,
        })),
        "verdict": one.verdict.map(|verdict| verdict.name()),
    })
}
