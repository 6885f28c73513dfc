//! Coincidence analyses, for machines.

use equifinal_chains::{
    ChainFindings, Compared, ComparedTerm, Comparison, Counted, Factors, Fit, Formula, Method, MinimisedFindings,
    ModelFindings, Optimum, OutcomeFindings, Overall, Robustness, Scored, StructureFindings, SufficientFindings,
    TermRelation, compare,
};
use equifinal_qca::findings::{Findings, Model};
use equifinal_study::config::{Chain, FitCut, FitMeasure, SolutionType};
use serde_json::{Map, Value, json};

/// Every analysis by its name.
pub(super) fn chains(findings: &[ChainFindings], analyses: &[Findings]) -> Value {
    Value::Object(findings.iter().map(|found| (found.chain.name.clone(), chain(found, analyses))).collect())
}

fn chain(found: &ChainFindings, analyses: &[Findings]) -> Value {
    let ChainFindings { chain, factors, outcomes, structures, minimised, optima, robustness } = found;
    let of = |one: &OutcomeFindings| {
        let mut object = outcome(chain, factors, one);
        let minimised = minimised.iter().find(|other| other.outcome == one.outcome);
        if let (Some(minimised), Value::Object(object)) = (minimised, &mut object) {
            object.insert("qca".to_owned(), by_truth_table(factors, minimised));
        }
        let optimum = optima.iter().find(|other| other.outcome == one.outcome);
        if let (Some(optimum), Value::Object(object)) = (optimum, &mut object) {
            object.insert("optimum".to_owned(), attainable(factors, optimum));
        }
        (factors.write(one.outcome), object)
    };
    let outcomes = outcomes.iter().map(of);
    let mut object = json!({
        "factors": chain.factors,
        "cases": factors.cases,
        "left_out": factors.left_out,
        "frequency": chain.frequency,
        "rare": factors.rare,
        "configurations": factors.configurations.len(),
        "consistency": cut(&chain.consistency),
        "coverage": cut(&chain.coverage),
        "sufficient_at_least": chain.sufficient_at_least.unwrap_or(chain.consistency.at_least),
        "redundant": chain.redundant,
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
    let Value::Object(entries) = &mut object else { return object };
    if let Some(robustness) = robustness {
        entries.insert("robustness".to_owned(), scores(chain, factors, robustness));
    }
    let compared = compare(found, analyses);
    if !compared.is_empty() {
        let entry = |one: &Comparison| (factors.write(one.outcome), comparison(one));
        entries.insert("comparison".to_owned(), Value::Object(compared.iter().map(entry).collect()));
    }
    object
}

/// The parsimonious solution of the truth table of the factors.
fn by_truth_table(factors: &Factors, found: &MinimisedFindings) -> Value {
    let solution = match &found.solution {
        Ok(solution) => solution,
        Err(refusal) => return json!({"refused": refusal.to_string()}),
    };
    let model = |(model, formula): (&Model, &Formula)| {
        json!({
            "condition": formula.write(factors),
            "consistency": model.fit.consistency,
            "pri": model.fit.pri,
            "coverage": model.fit.coverage,
        })
    };
    json!({
        "model_count": solution.model_count.to_string(),
        "model_count_is": if solution.count_is_exact { "exact" } else { "at_least" },
        "models": solution.models.iter().zip(&found.formulas).map(model).collect::<Vec<_>>(),
    })
}

/// The best attainable fit of an outcome.
fn attainable(factors: &Factors, found: &Optimum) -> Value {
    let point = |(consistency, coverage): &(f64, f64)| json!({"consistency": consistency, "coverage": coverage});
    json!({
        "points": found.points.iter().map(point).collect::<Vec<_>>(),
        "best": found.points.get(found.best).map(point),
        "conditions": found.shortest.formulas.iter().map(|formula| formula.write(factors)).collect::<Vec<_>>(),
    })
}

/// The methods of one outcome side by side.
fn comparison(found: &Comparison) -> Value {
    let method = |one: &Compared| {
        let mut object = match &one.method {
            Method::Cna => json!({"method": "cna"}),
            Method::Minimised => json!({"method": "qca", "solution": SolutionType::Parsimonious.name()}),
            Method::Qca { analysis, kind } => {
                json!({"method": "qca", "analysis": analysis, "solution": kind.name()})
            }
        };
        let more = match &one.models {
            Ok(models) => json!({"models": models, "consistency": one.consistency, "coverage": one.coverage}),
            Err(refusal) => json!({"refused": refusal.to_string()}),
        };
        if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
            object.extend(more);
        }
        object
    };
    let relation = |one: &Option<TermRelation>| match one {
        Some(TermRelation::Shared { models }) => json!({"relation": "shared", "models": models}),
        Some(other) => json!({"relation": other.name()}),
        None => Value::Null,
    };
    let term = |one: &ComparedTerm| {
        json!({
            "expression": one.expression,
            "consistency": one.consistency,
            "coverage": one.coverage,
            "methods": one.relations.iter().map(relation).collect::<Vec<_>>(),
        })
    };
    json!({
        "methods": found.methods.iter().map(method).collect::<Vec<_>>(),
        "terms": found.terms.iter().map(term).collect::<Vec<_>>(),
    })
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

fn scores(chain: &Chain, factors: &Factors, robustness: &Robustness) -> Value {
    let scored = |(one, fit): (&Scored, &Fit)| {
        json!({
            "expression": one.structure.write(factors),
            "consistency": fit.consistency(chain.consistency.measure),
            "coverage": fit.coverage(chain.coverage.measure),
            "found": one.found,
            "score": one.score,
            "normalised_score": one.normalised,
            "ideal_score": one.ideal,
        })
    };
    json!({
        "analyses": robustness.analyses,
        "incomplete": robustness.incomplete,
        "models": robustness.models.iter().zip(&robustness.fits).map(scored).collect::<Vec<_>>(),
    })
}
