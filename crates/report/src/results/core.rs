//! Core and peripheral literals of the interpreted solution in `results.json`.

use std::collections::BTreeSet;

use equifinal_qca::core::{Discrimination, Interpreted, RULE};
use equifinal_qca::findings::Findings;
use equifinal_qca::term::{Term, write_literal};
use serde_json::{Map, Value, json};

/// The core of every path of the listed models, by path; `None` if the interpreted solution is refused.
pub(super) fn cores(findings: &Findings) -> Option<Value> {
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let interpreted = Interpreted::of(findings);
    let discrimination = interpreted.discrimination(0);
    let definition = match discrimination {
        Discrimination::Parsimonious => "all_core",
        Discrimination::Yes | Discrimination::Coincides | Discrimination::Unknown if interpreted.is_extension() => {
            "extended_to_conservative"
        }
        Discrimination::Yes | Discrimination::Coincides | Discrimination::Unknown => "fiss_2011",
    };
    let mut seen: BTreeSet<&Term> = BTreeSet::new();
    let paths = solution.models.iter().flat_map(|model| &model.paths).map(|path| &path.term);
    let paths = paths.filter(|term| seen.insert(term));
    let paths: Map<String, Value> =
        paths.map(|term| (findings.write_term(term), path(findings, &interpreted, term))).collect();
    let mut object = json!({
        "rule": RULE,
        "definition": definition,
        "discriminates": discrimination.name(),
        "paths": paths,
    });
    let several = solution.models.len() > 1;
    if let (Value::Object(object), true) = (&mut object, several) {
        let by_model = (0..solution.models.len()).map(|model| interpreted.discrimination(model).name());
        object.insert("discriminates_in_model".to_owned(), by_model.collect());
    }
    Some(object)
}

fn path(findings: &Findings, interpreted: &Interpreted<'_>, term: &Term) -> Value {
    let core = interpreted.core(term);
    let literals = findings.conditions.iter().zip(&term.levels).zip(&core.standing);
    let literals = literals.filter_map(|((condition, level), standing)| {
        let standing = standing.map_or(Value::Null, |standing| json!(standing.name()));
        level.map(|level| (write_literal(condition, level), standing))
    });
    let mut object = Map::new();
    object.insert("literals".to_owned(), Value::Object(literals.collect()));
    if let Some(covering) = &core.composite {
        let covering: Vec<String> = covering.iter().map(|term| findings.write_term(term)).collect();
        object.insert("composite_of".to_owned(), json!(covering));
    }
    Value::Object(object)
}
