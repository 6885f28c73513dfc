//! Coincidence analyses, for machines.

use equifinal_chains::{
    ChainFindings, Counted, Factors, Fit, ModelFindings, OutcomeFindings, Overall, Robustness, Scored,
    StructureFindings, SufficientFindings,
};
use equifinal_study::config::{Chain, FitCut, FitMeasure};
use serde_json::{Map, Value, json};

/// Every analysis by its name.
pub(super) fn chains(findings: &[ChainFindings]) -> Value {
    Value::Object(findings.iter().map(|found| (found.chain.name.clone(), chain(found))).collect())
}

fn chain(found: &ChainFindings) -> Value {
    let ChainFindings { chain, factors, outcomes, structures, robustness } = found;
    let outcomes = outcomes.iter().map(|one| (factors.write(one.outcome), outcome(chain, factors, one)));
    let mut object = json!({
        "factors": chain.factors,
        "cases": factors.cases,
        "left_out": factors.left_out,
        "consistency": cut(&chain.consistency),
        "coverage": cut(&chain.coverage),
        "searched": {
            "literals": chain.most.literals,
            "terms": chain.most.terms,
            "complexity": chain.most.complexity,
        },
        "outcomes": Value::Object(outcomes.collect()),
        "structure_count": structures.count.to_string(),
        "structure_count_is": counted(structures),
        "structures": structures.listed.iter().map(|one| structure(chain, factors, one)).collect::<Vec<_>>(),
    });
    if let (Some(robustness), Value::Object(object)) = (robustness, &mut object) {
        object.insert("robustness".to_owned(), scores(factors, robustness));
    }
    object
}

fn cut(cut: &FitCut) -> Value {
    json!({"measure": cut.measure.name(), "at_least": cut.at_least})
}

fn counted<T>(counted: &Counted<T>) -> &'static str {
    if counted.exact { "exact" } else { "at_least" }
}

fn outcome(chain: &Chain, factors: &Factors, found: &OutcomeFindings) -> Value {
    let OutcomeFindings { sufficient, models, .. } = found;
    json!({
        "model_count": models.count.to_string(),
        "model_count_is": counted(models),
        "models": models.listed.iter().map(|one| model(chain, factors, one)).collect::<Vec<_>>(),
        "sufficient_count": sufficient.count.to_string(),
        "sufficient_count_is": counted(sufficient),
        "sufficient": sufficient.listed.iter().map(|one| term(chain, factors, one)).collect::<Vec<_>>(),
    })
}

fn term(chain: &Chain, factors: &Factors, found: &SufficientFindings) -> Value {
    json!({
        "condition": factors.write(found.term),
        "consistency": found.fit.consistency(chain.consistency.measure),
        "coverage": found.fit.coverage(chain.coverage.measure),
        "complexity": found.term.count_ones(),
    })
}

fn model(chain: &Chain, factors: &Factors, found: &ModelFindings) -> Value {
    let overall = found.overall.unwrap_or_default();
    json!({
        "condition": found.formula.write(factors),
        "consistency": found.fit.consistency(chain.consistency.measure),
        "coverage": found.fit.coverage(chain.coverage.measure),
        "complexity": found.formula.complexity(),
        "exhaustiveness": overall.exhaustiveness,
        "faithfulness": overall.faithfulness,
        "measures": measures(&found.fit),
    })
}

fn structure(chain: &Chain, factors: &Factors, found: &StructureFindings) -> Value {
    let Overall { coherence, exhaustiveness, faithfulness } = found.overall.unwrap_or_default();
    let mut object = json!({
        "expression": found.structure.write(factors),
        "consistency": found.fit.consistency(chain.consistency.measure),
        "coverage": found.fit.coverage(chain.coverage.measure),
        "complexity": found.structure.complexity(),
        "coherence": coherence,
        "exhaustiveness": exhaustiveness,
        "faithfulness": faithfulness,
        "cyclic": found.cyclic,
        "measures": measures(&found.fit),
    });
    if let (Some((score, normalised)), Value::Object(object)) = (found.score, &mut object) {
        object.insert("score".to_owned(), json!(score));
        object.insert("normalised_score".to_owned(), json!(normalised));
    }
    object
}

/// Consistency and coverage in all families.
fn measures(fit: &Fit) -> Value {
    let family = |measure: FitMeasure| {
        let both = json!({"consistency": fit.consistency(measure), "coverage": fit.coverage(measure)});
        (measure.name().to_owned(), both)
    };
    Value::Object(FitMeasure::ALL.into_iter().map(family).collect::<Map<_, _>>())
}

fn scores(factors: &Factors, robustness: &Robustness) -> Value {
    let scored = |one: &Scored| {
        json!({
            "expression": one.structure.write(factors),
            "found": one.found,
            "score": one.score,
            "normalised_score": one.normalised,
        })
    };
    json!({
        "analyses": robustness.analyses,
        "incomplete": robustness.incomplete,
        "models": robustness.models.iter().map(scored).collect::<Vec<_>>(),
    })
}
