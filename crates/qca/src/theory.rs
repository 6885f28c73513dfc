//! Theory evaluation: theoretical expectations compared with the solution (Ragin 1987; Schneider & Wagemann 2012, ch.
//! 11).
//!
//! Theory T and interpreted solution S divide the cases into four areas: expected and found, found only, expected only,
//! neither. The outcome divides each in two, so a case is covered or uncovered, consistent or inconsistent, and most or
//! least likely according to the theory.
//!
//! Membership in an area is the minimum of two memberships, and its fit is that of this minimum. The configurations of
//! an area are its simplification over crisp sets: over fuzzy sets they have another fit, and there may be none
//! although cases have memberships in the area.

use equifinal_study::config::Analysis;
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::expression::{Expression, Literal};

use crate::algebra::Algebra;
use crate::condition::Condition;
use crate::dnf::Misfit;
use crate::error::QcaError;
use crate::fit::{SufficiencyFit, sufficiency};
use crate::fuzzy::least;
use crate::relation::degrees;
use crate::sample::Sample;
use crate::solution::{Model, Path, SolutionResult};
use crate::space::Cube;

/// A theory compared with the models of the interpreted solution.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryEvaluation {
    /// The theory as written.
    pub theory: String,
    /// Its own fit as a sufficient condition.
    pub fit: SufficiencyFit,
    /// Number of models of the interpreted solution.
    pub model_count: u128,
    /// For each of the first models, at most [`TheoryEvaluation::COMPARED`]: T*S, ~T*S, T*~S, ~T*~S.
    pub models: Vec<[Area; 4]>,
}

impl TheoryEvaluation {
    /// The most models that a theory is compared with.
    pub const COMPARED: usize = 10;
}

/// One of the four areas of theory and solution.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// True if the theory expects the outcome here.
    pub expected: bool,
    /// True if the solution has the outcome here.
    pub found: bool,
    /// The conjunction of theory and solution as written, which has the fit of the area; `None` if the solution covers
    /// everything or nothing here.
    pub expression: Option<String>,
    /// The configurations of the area, simplified as for crisp sets; `None` if there are too many.
    pub configurations: Option<Configurations>,
    /// Fit of the membership in the area as a sufficient condition.
    pub fit: SufficiencyFit,
    /// Cases in the area with the outcome (memberships above 0.5), as indices.
    pub with_outcome: Vec<usize>,
    /// Cases in the area without the outcome (membership below 0.5).
    pub without_outcome: Vec<usize>,
}

/// Configurations of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Configurations {
    /// There are none over crisp sets.
    None,
    /// These, as a sum of terms.
    Some(String),
}

impl Area {
    /// The name in results, `T*~S`.
    pub fn name(&self) -> &'static str {
        match (self.expected, self.found) {
            (true, true) => "T*S",
            (false, true) => "~T*S",
            (true, false) => "T*~S",
            (false, false) => "~T*~S",
        }
    }

    /// The formula of the membership, `min(T, 1 - S)`.
    pub fn membership(&self) -> &'static str {
        match (self.expected, self.found) {
            (true, true) => "min(T, S)",
            (false, true) => "min(1 - T, S)",
            (true, false) => "min(T, 1 - S)",
            (false, false) => "min(1 - T, 1 - S)",
        }
    }
}

/// Evaluates the theory of an analysis, if any, with its interpreted solution, if any.
///
/// # Errors
/// A theory with sets or levels that do not exist.
pub(crate) fn evaluate(
    sample: &Sample,
    analysis: &Analysis,
    solution: &SolutionResult,
) -> Result<Option<TheoryEvaluation>, QcaError> {
    let Some(theory) = &analysis.theory else { return Ok(None) };
    let misfit = |misfit: Misfit| misfit.of(&analysis.name, &theory.expression);
    let expected = degrees(&theory.expression, sample.cases.len(), &|literal| sample.in_literal(literal));
    let expected = expected.map_err(misfit)?;
    let Ok(solution) = solution else { return Ok(None) };
    if solution.models.is_empty() {
        return Ok(None);
    }
    let compared = solution.models.iter().take(TheoryEvaluation::COMPARED);
    Ok(Some(TheoryEvaluation {
        theory: theory.expression.to_string(),
        fit: sufficiency(&expected, &sample.outcome),
        model_count: solution.model_count,
        models: compared.map(|model| areas(sample, &theory.expression, &expected, model)).collect(),
    }))
}

/// The four areas of a theory, given the memberships in it, and a model.
fn areas(sample: &Sample, theory: &Expression, expected: &[f64], model: &Model) -> [Area; 4] {
    let [both, found, wanted, neither] = forms(sample, theory, model);
    let area = |wants: [bool; 2], configurations: Option<Configurations>| Area {
        expression: joined(sample, theory, model, wants),
        configurations,
        ..area(sample, expected, &model.memberships, wants)
    };
    [area([true, true], both), area([false, true], found), area([true, false], wanted), area([false, false], neither)]
}

/// The conjunction of theory and solution, or of their negations.
fn joined(sample: &Sample, theory: &Expression, model: &Model, wants: [bool; 2]) -> Option<String> {
    let literal = |condition: usize, level: usize| {
        let Condition { name, kind } = &sample.conditions[condition];
        let multi_value = kind.is_multi_value();
        let level_of = multi_value.then_some(level);
        Expression::Literal(Literal { set: name.clone(), level: level_of, negated: !multi_value && level == 0 })
    };
    let term = |path: &Path| {
        let literals = path.term.levels.iter().enumerate();
        let literals = literals.filter_map(|(condition, level)| Some(literal(condition, (*level)?)));
        one_or(literals.collect(), Expression::And)
    };
    // A term without literals covers everything.
    let solution = model.paths.iter().map(term).collect::<Option<Vec<_>>>();
    let side = |of: Expression, wanted: bool| if wanted { of } else { Expression::Not(Box::new(of)) };
    let theory = side(theory.clone(), wants[0]);
    match (solution.and_then(|terms| one_or(terms, Expression::Or)), wants[1]) {
        (Some(solution), wanted) => Some(Expression::And(vec![theory, side(solution, wanted)]).to_string()),
        (None, true) => Some(theory.to_string()),
        (None, false) => None,
    }
}

/// The parts joined, or the only one; `None` without parts.
fn one_or(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

/// One area without its expressions.
fn area(sample: &Sample, expected: &[f64], found: &[f64], wants: [bool; 2]) -> Area {
    let side = |degree: f64, wanted: bool| if wanted { degree } else { 1.0 - degree };
    let here: Vec<f64> =
        expected.iter().zip(found).map(|(&t, &s)| least(side(t, wants[0]), side(s, wants[1]))).collect();
    let inside = |with: fn(f64) -> bool| {
        let cases = 0..here.len();
        cases.filter(|&case| is_in(here[case]) && with(sample.outcome[case])).collect()
    };
    Area {
        expected: wants[0],
        found: wants[1],
        expression: None,
        configurations: None,
        fit: sufficiency(&here, &sample.outcome),
        with_outcome: inside(is_in),
        without_outcome: inside(is_out),
    }
}

/// The configurations of the four areas, in their order.
fn forms(sample: &Sample, theory: &Expression, model: &Model) -> [Option<Configurations>; 4] {
    const NONE: [Option<Configurations>; 4] = [const { None }; 4];
    let Ok(algebra) = Algebra::new(sample.conditions.clone()) else { return NONE };
    let Ok(expected) = algebra.cubes(theory) else { return NONE };
    let found: Vec<Cube> = model.paths.iter().map(|path| sample.space.cube(&path.term)).collect();
    let (unexpected, unfound) = (algebra.negated(&expected), algebra.negated(&found));
    let form = |t: &Result<Vec<Cube>, Misfit>, s: &Result<Vec<Cube>, Misfit>| {
        let (Ok(t), Ok(s)) = (t, s) else { return None };
        let cubes = algebra.intersected(t, s).ok()?;
        Some(if cubes.is_empty() { Configurations::None } else { Configurations::Some(algebra.write(&cubes)) })
    };
    let (expected, found) = (Ok(expected), Ok(found));
    [form(&expected, &found), form(&unexpected, &found), form(&expected, &unfound), form(&unexpected, &unfound)]
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Frequency, SolutionType, Theory, TruthTableCuts};
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use super::*;
    use crate::minimise::budget::Budget;
    use crate::relation::memberships_in;

    /// Each case; its name gives theory (T, t), solution (S, s) and outcome (Y, y).
    const CASES: [(&str, [f64; 3]); 8] = [
        ("AB TSY", [0.9, 0.8, 1.0]),
        ("Ab Tsy", [0.9, 0.2, 0.3]),
        ("Ab TsY", [0.8, 0.3, 0.7]),
        ("aB tSY", [0.1, 0.9, 0.9]),
        ("aB tSy", [0.3, 0.8, 0.4]),
        ("aB tSY 2", [0.2, 1.0, 1.0]),
        ("ab tsy", [0.1, 0.2, 0.1]),
        ("ab tsY", [0.4, 0.1, 0.6]),
    ];

    fn memberships() -> Memberships {
        let set = |name: &str, at: usize| Set {
            name: name.to_owned(),
            kind: SetKind::Fuzzy,
            values: CASES.iter().map(|(_, values)| values[at]).collect(),
        };
        Memberships {
            cases: CASES.iter().map(|(case, _)| (*case).to_owned()).collect(),
            sets: vec![set("A", 0), set("B", 1), set("Y", 2)],
        }
    }

    fn evaluated(theory: &str) -> Result<Option<TheoryEvaluation>, QcaError> {
        let truth_table =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.85, pri: 0.0, contradiction_floor: None };
        let analysis = Analysis {
            interpret: SolutionType::Conservative,
            theory: Some(Theory { expression: Expression::parse(theory).unwrap(), because: None }),
            ..Analysis::new(
                "one",
                Literal { set: "Y".to_owned(), level: None, negated: false },
                vec!["A".to_owned(), "B".to_owned()],
                truth_table,
            )
        };
        crate::analyse(&analysis, &memberships(), &Budget::default()).map(|findings| findings.theory)
    }

    #[test]
    fn theory_and_solution_cut_the_cases_into_eight() {
        let found = evaluated("A").unwrap().unwrap();
        let names = |cases: &[usize]| {
            let mut sorted: Vec<&str> = CASES.iter().map(|(case, _)| *case).collect();
            sorted.sort_unstable();
            cases.iter().map(|&case| sorted[case].split_once(' ').unwrap().1.to_owned()).collect::<Vec<_>>()
        };
        let shown = found.models[0].each_ref().map(|area| {
            let Some(Configurations::Some(form)) = &area.configurations else { panic!("{area:?}") };
            (area.name(), form.clone(), names(&area.with_outcome).join(","), names(&area.without_outcome).join(","))
        });
        let expected = [
            ("T*S", "A*B", "TSY", ""),
            ("~T*S", "~A*B", "tSY,tSY 2", "tSy"),
            ("T*~S", "A*~B", "TsY", "Tsy"),
            ("~T*~S", "~A*~B", "tsY", "tsy"),
        ];
        assert_eq!(shown, expected.map(|(name, form, y, not)| (name, form.to_owned(), y.to_owned(), not.to_owned())));
        // T*S: memberships .8 .2 .3 .1 .3 .2 .1 .1 against the outcome; every one but the fifth lies within it.
        let fit = found.models[0][0].fit;
        let close = |value: Option<f64>, expected: f64| (value.unwrap() - expected).abs() < 1e-12;
        assert!(close(fit.consistency, 2.1 / 2.1) && close(fit.coverage, 2.1 / 5.0), "{fit:?}");
        assert!(close(found.fit.coverage, 3.0 / 5.0) && found.model_count == 1, "{:?}", found.fit);
    }

    /// An area's expression has the fit printed beside it; the crisp configurations need not.
    #[test]
    fn the_expression_of_an_area_has_its_fit() {
        for theory in ["A", "A*B + ~A", "~(A + ~B)"] {
            for area in evaluated(theory).unwrap().unwrap().models.remove(0) {
                let expression = Expression::parse(area.expression.as_ref().unwrap()).unwrap();
                let x = memberships_in(&expression, &memberships()).unwrap();
                let y = &memberships().sets[2].values;
                assert_eq!(sufficiency(&x, y), area.fit, "{theory}: {area:?}");
            }
        }
        let found = evaluated("A").unwrap().unwrap();
        let expressions = found.models[0].each_ref().map(|area| area.expression.clone().unwrap());
        assert_eq!(expressions, ["A*B", "~(A)*B", "A*~(B)", "~(A)*~(B)"]);
    }

    #[test]
    fn a_theory_may_be_all_or_nothing_but_not_of_other_sets() {
        let all = evaluated("A + ~A").unwrap().unwrap();
        let some = |text: &str| Some(Configurations::Some(text.to_owned()));
        let none = || Some(Configurations::None);
        assert_eq!(
            all.models[0].each_ref().map(|area| area.configurations.clone()),
            [some("B"), none(), some("~B"), none()]
        );
        assert!(matches!(evaluated("Z"), Err(QcaError::NoCondition { .. })));
    }
}
