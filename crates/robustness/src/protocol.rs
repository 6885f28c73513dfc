//! Fit- and case-oriented robustness (Oana & Schneider 2024, Sociological Methods & Research 53:57–88).
//!
//! Every tied model of the initial solution is compared with all test solutions at once: every model of every
//! comparable alternative is one. All of them enter the smallest and the largest test solution, in full precision; R
//! `SetMethods` uses the first and the last and rounds on the way.

mod robust_core;
mod standing;

use std::sync::Arc;

use equifinal_qca::findings::{Findings, Model, Solution};
use equifinal_study::memberships::Memberships;

use crate::alternatives::AlternativeFindings;
pub use robust_core::CoreExpression;
use robust_core::Shared;
pub use standing::{Bounds, Standing, Zones, similarity};

/// The robustness of one analysis against its test solutions.
#[derive(Debug, Clone)]
pub struct Protocol {
    /// The analysis.
    pub analysis: String,
    /// The ids of the cases.
    pub cases: Arc<Vec<String>>,
    /// Outcome memberships.
    pub outcome: Vec<f64>,
    /// The tied models of the interpreted solution, at least one, each compared with all test solutions.
    pub models: Vec<InitialModel>,
    /// Number of models, or a lower bound of it.
    pub model_count: u128,
    /// Memberships in the first model.
    pub initial: Vec<f64>,
    /// The test solutions.
    pub tests: Vec<TestSolution>,
    /// Their intersection and union.
    pub bounds: Bounds,
    /// Alternatives with unlisted models: numbers of listed and of all models.
    pub cut_short: Vec<(String, usize, u128)>,
    /// Alternatives that are not test solutions, with the reason.
    pub left_out: Vec<(String, LeftOut)>,
}

/// One model of the initial solution.
#[derive(Debug, Clone, PartialEq)]
pub struct InitialModel {
    /// The model.
    pub expression: String,
    /// Its position among all test solutions.
    pub all: Standing,
    /// Its similarity to each test solution (Σ min / Σ max), and its rank by that test alone, see [`Standing::rank`].
    pub each: Vec<(Option<f64>, u8)>,
    /// The robust core as an expression, if it is small enough.
    pub core: Option<CoreExpression>,
}

/// One model of one alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TestSolution {
    /// The alternative.
    pub alternative: String,
    /// The model.
    pub expression: String,
}

/// The reasons why an alternative gives no test solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// It has another outcome.
    OtherOutcome,
    /// It has other cases.
    OtherCases,
    /// It has no solution.
    NoSolution,
}

/// The protocol of every analysis with a solution and at least one test solution; `memberships` are the study's own.
pub fn protocols(
    findings: &[Findings],
    alternatives: &[AlternativeFindings],
    memberships: &Memberships,
) -> Vec<Protocol> {
    findings.iter().filter_map(|findings| protocol(findings, alternatives, memberships)).collect()
}

fn protocol(findings: &Findings, alternatives: &[AlternativeFindings], memberships: &Memberships) -> Option<Protocol> {
    let initial = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let (mut left_out, mut cut_short) = (Vec::new(), Vec::new());
    let mut tests: Vec<(&Findings, &Model)> = Vec::new();
    let mut named: Vec<TestSolution> = Vec::new();
    for alternative in alternatives {
        let own = alternative.comparisons.iter().find(|one| one.analysis == findings.analysis.name);
        let Some(comparison) = own else { continue };
        let id = &alternative.id;
        match test_solution(findings, comparison.changed.as_ref().ok()) {
            Ok((changed, solution)) => {
                if !solution.is_complete() {
                    cut_short.push((id.clone(), solution.models.len(), solution.model_count));
                }
                let name = |model| TestSolution { alternative: id.clone(), expression: changed.write_model(model) };
                named.extend(solution.models.iter().map(name));
                tests.extend(solution.models.iter().map(|model| (changed, model)));
            }
            Err(reason) => left_out.push((id.clone(), reason)),
        }
    }
    let in_tests: Vec<&[f64]> = tests.iter().map(|(_, model)| model.memberships.as_slice()).collect();
    let bounds = Bounds::of(&in_tests)?;
    let shared = Shared::new(findings, &tests, memberships);
    let outcome = &findings.outcome;
    let alone: Vec<Bounds> = in_tests.iter().filter_map(|test| Bounds::of(&[test])).collect();
    let model = |model: &Model| {
        let each = alone.iter().map(|test| {
            let standing = Standing::new(&model.memberships, outcome, test);
            (standing.rf_sc_min, standing.rank())
        });
        InitialModel {
            expression: findings.write_model(model),
            all: Standing::new(&model.memberships, outcome, &bounds),
            each: each.collect(),
            core: shared.as_ref().and_then(|shared| shared.with(findings, model)),
        }
    };
    Some(Protocol {
        analysis: findings.analysis.name.clone(),
        cases: Arc::clone(&findings.cases),
        outcome: outcome.clone(),
        initial: initial.models.first()?.memberships.clone(),
        models: initial.models.iter().map(model).collect(),
        model_count: initial.model_count,
        tests: named,
        left_out,
        cut_short,
        bounds,
    })
}

/// The solution of an alternative, if its models can be compared with the initial solution case by case.
pub(crate) fn test_solution<'a>(
    findings: &Findings,
    changed: Option<&'a Findings>,
) -> Result<(&'a Findings, &'a Solution), LeftOut> {
    let changed = changed.ok_or(LeftOut::NoSolution)?;
    if changed.analysis.outcome != findings.analysis.outcome {
        return Err(LeftOut::OtherOutcome);
    }
    if changed.cases != findings.cases {
        return Err(LeftOut::OtherCases);
    }
    match changed.solution(changed.analysis.interpret) {
        Ok(solution) => Ok((changed, solution)),
        Err(_) => Err(LeftOut::NoSolution),
    }
}
