//! Systems of several outcomes, for machines.

use equifinal_qca::condition_search::{SearchFindings, Searched};
use equifinal_qca::findings::{Path, SufficiencyFit};
use equifinal_qca::systems::{Function, Implicant, System, SystemFindings, Systems};
use serde_json::{Map, Value, json};

/// The entry of several outcomes together, which stands before the analyses of each of them.
pub(super) fn of(found: &SystemFindings, searched: Option<&SearchFindings>) -> Value {
    let mut object = json!({
        "outcome": found.outcomes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "conditions": found.conditions.iter().map(|condition| &condition.name).collect::<Vec<_>>(),
        "analyses": found.analyses,
        "cases": found.cases.len(),
        "systems": found.found.as_ref().map_or_else(
            |refusal| {
                let outcome = refusal.outcome.and_then(|at| found.outcomes.get(at)).map(ToString::to_string);
                json!({"refused": refusal.reason.to_string(), "outcome": outcome})
            },
            |systems| all(found, systems),
        ),
    });
    if let (Value::Object(object), Some(searched)) = (&mut object, searched) {
        object.insert("condition_search".to_owned(), search(searched));
    }
    object
}

/// The sets of conditions that were searched, and how well each explains the outcomes.
pub(super) fn search(found: &SearchFindings) -> Value {
    let set = |one: &Searched| {
        let fit = one.fit.as_ref();
        json!({
            "conditions": one.conditions,
            "model_count": one.count.to_string(),
            "model_count_is": if one.count_is_exact { "exact" } else { "at_least" },
            "consistency": fit.and_then(|fit| fit.consistency),
            "coverage": fit.and_then(|fit| fit.coverage),
            "score": one.score(),
            "refused": one.refusal.as_ref().map(ToString::to_string),
        })
    };
    json!({
        "searched": {"from": found.sizes.from, "to": found.sizes.to, "sets": found.sets.len(), "complete": found.complete},
        "sets": found.sets.iter().map(set).collect::<Vec<_>>(),
        "smallest": found.smallest().into_iter().map(|one| &one.conditions).collect::<Vec<_>>(),
    })
}

fn all(found: &SystemFindings, systems: &Systems) -> Value {
    json!({
        "model_count": systems.count.to_string(),
        "model_count_is": if systems.count_is_exact { "exact" } else { "at_least" },
        "listed": systems.listed.len(),
        "models": systems.listed.iter().map(|one| system(found, systems, one)).collect::<Vec<_>>(),
        "prime_implicants": systems.prime_implicants.iter().map(|one| implicant(found, one)).collect::<Vec<_>>(),
        // Systems that the check rejects never get here: they are an error instead.
        "certificate": "holds",
    })
}

fn system(found: &SystemFindings, systems: &Systems, one: &System) -> Value {
    let implicants = || one.implicants.iter().filter_map(|&at| systems.prime_implicants.get(at));
    let write = |implicant: &Implicant| found.write_term(&implicant.term);
    let functions = found.outcomes.iter().zip(&one.functions);
    let functions: Map<String, Value> =
        functions.map(|(outcome, of)| (outcome.to_string(), function(found, of))).collect();
    json!({
        "implicants": implicants().map(write).collect::<Vec<_>>(),
        "shared": implicants().filter(|one| one.outcomes.len() > 1).map(write).collect::<Vec<_>>(),
        "functions": functions,
        "consistency": one.fit.consistency,
        "coverage": one.fit.coverage,
    })
}

fn function(found: &SystemFindings, of: &Function) -> Value {
    let written: Vec<String> = of.paths.iter().map(|path| found.write_term(&path.term)).collect();
    let mut object = json!({
        "expression": written.join(" + "),
        "terms": of.paths.iter().zip(&written).map(|(path, written)| term(found, path, written)).collect::<Vec<_>>(),
    });
    insert_fit(&mut object, &of.fit);
    object
}

fn term(found: &SystemFindings, path: &Path, written: &str) -> Value {
    json!({
        "expression": written,
        "consistency": path.fit.consistency,
        "pri": path.fit.pri,
        "raw_coverage": path.fit.coverage,
        "unique_coverage": path.unique_coverage,
        "cases": path.cases.iter().filter_map(|&case| found.cases.get(case)).collect::<Vec<_>>(),
    })
}

fn implicant(found: &SystemFindings, one: &Implicant) -> Value {
    let outcomes = one.outcomes.iter().filter_map(|&at| found.outcomes.get(at)).map(ToString::to_string);
    let mut object = json!({
        "expression": found.write_term(&one.term),
        "outcomes": outcomes.collect::<Vec<_>>(),
    });
    insert_fit(&mut object, &one.fit);
    object
}

fn insert_fit(object: &mut Value, fit: &SufficiencyFit) {
    if let Value::Object(object) = object {
        object.insert("consistency".to_owned(), json!(fit.consistency));
        object.insert("pri".to_owned(), json!(fit.pri));
        object.insert("coverage".to_owned(), json!(fit.coverage));
    }
}
