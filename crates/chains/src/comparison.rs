//! The terms that QCA and coincidence analysis find for the same outcome, side by side.
//!
//! Terms are compared as parts of the space of configurations: two are the same, one lies within the other, or they
//! have no configuration in common. A method contradicts a term if no model of it allows the outcome in any
//! configuration of the term.

use std::collections::BTreeMap;

use equifinal_qca::findings::{Condition, Findings, Model, Path, Refusal, Solution};
use equifinal_qca::space::Cube;
use equifinal_study::config::{FitMeasure, SolutionType};
use equifinal_study::expression::Literal;

use crate::findings::{ChainFindings, OutcomeFindings};

/// The literals of a term, in the order of the factors or conditions.
type Literals = Vec<Literal>;

/// The methods compared for one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The outcome's literal, in the space of the chain.
    pub outcome: Cube,
    /// The methods, in the order of the columns.
    pub methods: Vec<Compared>,
    /// Every term of a listed model of any method, those of most methods first.
    pub terms: Vec<ComparedTerm>,
}

/// One method with its models of the outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The method.
    pub method: Method,
    /// Number of models listed, or the reason why there is no solution.
    pub models: Result<usize, Refusal>,
    /// Consistency of the first model, as Ragin (2006) defines it.
    pub consistency: Option<f64>,
    /// Its coverage.
    pub coverage: Option<f64>,
}

/// A method of finding terms.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// The models of the coincidence analysis.
    Cna,
    /// The truth table of the factors minimised.
    Minimised,
    /// A solution of an analysis.
    Qca {
        /// The analysis.
        analysis: String,
        /// The solution type.
        kind: SolutionType,
    },
}

/// A term and its relation to each method.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedTerm {
    /// Its literals, in the order of the factors or conditions.
    pub literals: Vec<Literal>,
    /// The term as written in study files.
    pub expression: String,
    /// Its consistency as a sufficient condition, as Ragin (2006) defines it, over the cases of the first method that
    /// has it.
    pub consistency: Option<f64>,
    /// Its raw coverage.
    pub coverage: Option<f64>,
    /// One entry for each method; `None` if the method has no model.
    pub relations: Vec<Option<TermRelation>>,
}

/// The relation of a term to the models of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRelation {
    /// It is a term of this number of models.
    Shared {
        /// Number of listed models.
        models: usize,
    },
    /// It lies within a shorter term.
    Within,
    /// It contains a longer term.
    Around,
    /// It has some configurations in common with the models.
    Overlapping,
    /// It has none in common with any model.
    Contradicted,
}

impl TermRelation {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shared { .. } => "shared",
            Self::Within => "within",
            Self::Around => "around",
            Self::Overlapping => "overlapping",
            Self::Contradicted => "contradicted",
        }
    }
}

/// The models of one method: of each term its literals and fit.
struct Found {
    compared: Compared,
    models: Vec<Vec<(Literals, Fit)>>,
}

/// Consistency and coverage.
type Fit = (Option<f64>, Option<f64>);

/// Compares the methods for every outcome of the chain that another method explains too.
pub fn compare(chain: &ChainFindings, analyses: &[Findings]) -> Vec<Comparison> {
    chain.outcomes.iter().filter_map(|outcome| one(chain, outcome, analyses)).collect()
}

fn one(chain: &ChainFindings, outcome: &OutcomeFindings, analyses: &[Findings]) -> Option<Comparison> {
    let literal = chain.factors.literal_of(outcome.outcome)?;
    let minimised = chain.minimised.iter().find(|one| one.outcome == outcome.outcome);
    let minimised = minimised.map(|one| {
        let models = one.formulas.iter().map(|formula| of_terms(chain, outcome.outcome, &formula.terms)).collect();
        found(Method::Minimised, one.solution.as_ref(), models)
    });
    let of_analyses = analyses.iter().filter(|findings| findings.analysis.outcome == literal).flat_map(of_analysis);
    let others: Vec<Found> = of_analyses.chain(minimised).collect();
    if others.is_empty() {
        return None;
    }
    let all: Vec<Found> = std::iter::once(of_chain(chain, outcome)).chain(others).collect();
    let terms = terms(&all);
    Some(Comparison { outcome: outcome.outcome, terms, methods: all.into_iter().map(|one| one.compared).collect() })
}

fn of_chain(chain: &ChainFindings, outcome: &OutcomeFindings) -> Found {
    let formulas = outcome.models.listed.iter().map(|model| &model.formula.terms);
    let first = outcome.models.listed.first().map(|model| &model.fit);
    let compared = Compared {
        method: Method::Cna,
        models: Ok(outcome.models.listed.len()),
        consistency: first.and_then(|fit| fit.consistency(FitMeasure::Standard)),
        coverage: first.and_then(|fit| fit.coverage(FitMeasure::Standard)),
    };
    Found { compared, models: formulas.map(|terms| of_terms(chain, outcome.outcome, terms)).collect() }
}

/// The terms of a model of the chain.
fn of_terms(chain: &ChainFindings, outcome: Cube, terms: &[Cube]) -> Vec<(Literals, Fit)> {
    let target = chain.factors.target(outcome);
    let term = |&term: &Cube| {
        let fit = chain.factors.fit(&target, &[term]);
        let fit = (fit.consistency(FitMeasure::Standard), fit.coverage(FitMeasure::Standard));
        (chain.factors.literals(term), fit)
    };
    terms.iter().map(term).collect()
}

/// The three solutions of an analysis.
fn of_analysis(findings: &Findings) -> Vec<Found> {
    let kinds = [SolutionType::Conservative, SolutionType::Intermediate, SolutionType::Parsimonious];
    let one = |kind: SolutionType| {
        let solution = findings.solution(kind);
        let models = solution.iter().flat_map(|solution| &solution.models);
        let models = models.map(|model| of_model(&findings.conditions, model)).collect();
        found(Method::Qca { analysis: findings.analysis.name.clone(), kind }, solution.as_ref(), models)
    };
    kinds.into_iter().map(one).collect()
}

fn of_model(conditions: &[Condition], model: &Model) -> Vec<(Literals, Fit)> {
    let literal = |(condition, level): (&Condition, &Option<usize>)| {
        let (level, has_levels) = ((*level)?, condition.kind.is_multi_value());
        let set = condition.name.clone();
        Some(Literal { set, level: has_levels.then_some(level), negated: !has_levels && level == 0 })
    };
    let path = |path: &Path| {
        let literals = conditions.iter().zip(&path.term.levels).filter_map(literal).collect();
        (literals, (path.fit.consistency, path.fit.coverage))
    };
    model.paths.iter().map(path).collect()
}

fn found(method: Method, solution: Result<&Solution, &Refusal>, models: Vec<Vec<(Literals, Fit)>>) -> Found {
    let fit = solution.ok().and_then(|solution| solution.models.first()).map(|model| model.fit);
    let compared = Compared {
        method,
        models: solution.map(|solution| solution.models.len()).map_err(Clone::clone),
        consistency: fit.and_then(|fit| fit.consistency),
        coverage: fit.and_then(|fit| fit.coverage),
    };
    Found { compared, models }
}

/// Every term with its relations, those of most methods first, shorter ones before longer ones.
fn terms(all: &[Found]) -> Vec<ComparedTerm> {
    let mut known: BTreeMap<Literals, (Literals, Fit)> = BTreeMap::new();
    for (literals, fit) in all.iter().flat_map(|found| found.models.iter().flatten()) {
        known.entry(sorted(literals)).or_insert_with(|| (literals.clone(), *fit));
    }
    let compared = |(literals, (consistency, coverage)): (Literals, Fit)| ComparedTerm {
        expression: literals.iter().map(ToString::to_string).collect::<Vec<_>>().join("*"),
        relations: all.iter().map(|found| relation(&literals, &found.models)).collect(),
        consistency,
        coverage,
        literals,
    };
    let mut terms: Vec<(usize, ComparedTerm)> =
        known.into_values().map(|term| (term.0.len(), compared(term))).collect();
    let finders = |term: &ComparedTerm| {
        term.relations.iter().filter(|one| matches!(one, Some(TermRelation::Shared { .. }))).count()
    };
    terms.sort_by_cached_key(|(length, term)| (std::cmp::Reverse(finders(term)), *length, term.expression.clone()));
    terms.into_iter().map(|(_, term)| term).collect()
}

fn relation(term: &Literals, models: &[Vec<(Literals, Fit)>]) -> Option<TermRelation> {
    if models.is_empty() {
        return None;
    }
    let own = sorted(term);
    let others = || models.iter().flatten().map(|(other, _)| sorted(other));
    let shared = models.iter().filter(|model| model.iter().any(|(other, _)| sorted(other) == own)).count();
    let is_part = |short: &Literals, long: &Literals| short.iter().all(|literal| long.contains(literal));
    Some(if shared > 0 {
        TermRelation::Shared { models: shared }
    } else if others().any(|other| is_part(&other, &own)) {
        TermRelation::Within
    } else if others().any(|other| is_part(&own, &other)) {
        TermRelation::Around
    } else if others().all(|other| excludes(&own, &other)) {
        TermRelation::Contradicted
    } else {
        TermRelation::Overlapping
    })
}

/// True if no configuration is in both terms.
fn excludes(one: &Literals, other: &Literals) -> bool {
    one.iter().any(|mine| other.iter().any(|theirs| mine.set == theirs.set && mine != theirs))
}

fn sorted(literals: &Literals) -> Literals {
    let mut literals = literals.clone();
    literals.sort();
    literals
}

#[cfg(test)]
mod tests {
    use super::*;
    use equifinal_study::expression::Expression;

    fn literals(term: &str) -> Literals {
        let one = |text: &str| match Expression::parse(text) {
            Ok(Expression::Literal(literal)) => literal,
            other => panic!("{other:?}"),
        };
        term.split('*').map(one).collect()
    }

    #[test]
    fn terms_are_compared_by_their_configurations() {
        for (term, models, expected) in [
            ("A*B", vec!["A*B + C", "B*A"], Some(TermRelation::Shared { models: 2 })),
            ("A*B", vec!["A + C"], Some(TermRelation::Within)),
            ("A", vec!["A*B"], Some(TermRelation::Around)),
            ("A*B", vec!["A*C"], Some(TermRelation::Overlapping)),
            ("A*B", vec!["~A + ~B*C"], Some(TermRelation::Contradicted)),
            ("A*B", vec!["~A", "C"], Some(TermRelation::Overlapping)),
            ("L[1]", vec!["L[2]*A"], Some(TermRelation::Contradicted)),
            ("A", vec![], None),
        ] {
            let model = |model: &&str| model.split(" + ").map(|term| (literals(term), (None, None))).collect();
            let models: Vec<Vec<(Literals, Fit)>> = models.iter().map(model).collect();
            assert_eq!(relation(&literals(term), &models), expected, "{term}");
        }
    }
}
