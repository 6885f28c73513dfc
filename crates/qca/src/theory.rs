//! Theory evaluation: what a theory expects against what the cases show (Ragin 1987; Schneider & Wagemann 2012, ch. 11).
//!
//! Theory T and interpreted solution S cut the cases into four: expected and found, found only, expected only,
//! neither. The outcome cuts each in two, so a case is covered or uncovered, consistent or inconsistent, and
//! most or least likely so by the theory.

use equifinal_study::config::Analysis;
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::expression::Expression;

use crate::algebra::Algebra;
use crate::dnf::Misfit;
use crate::error::QcaError;
use crate::findings::{Model, SolutionResult, SufficiencyFit};
use crate::fit::sufficiency;
use crate::relation::degrees;
use crate::sample::{Sample, least};
use crate::space::Cube;

/// A theory held against the first model of the interpreted solution.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryEvaluation {
    /// The theory as written.
    pub theory: String,
    /// Its own fit as a sufficient condition.
    pub fit: SufficiencyFit,
    /// Of how many models the one held against it is the first.
    pub model_count: u128,
    /// T*S, ~T*S, T*~S, ~T*~S.
    pub areas: [Area; 4],
}

/// One of the four parts into which theory and solution cut the cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Whether the theory expects the outcome here.
    pub expected: bool,
    /// Whether the solution has it here.
    pub found: bool,
    /// The configurations here, simplified; `0` where there are none, nothing where there are too many to write.
    pub expression: Option<String>,
    /// Fit as a sufficient condition.
    pub fit: SufficiencyFit,
    /// Cases here with the outcome, memberships above 0.5, as positions.
    pub with_outcome: Vec<usize>,
    /// Cases here without the outcome, membership in it below 0.5.
    pub without_outcome: Vec<usize>,
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
}

/// Holds the theory of an analysis, where it has one, against its interpreted solution, where there is one.
///
/// # Errors
/// A theory that speaks of sets or levels that do not exist.
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
    let Some(model) = solution.models.first() else { return Ok(None) };
    let forms = forms(sample, &theory.expression, model);
    let area = |i: usize, wants: [bool; 2]| area(sample, &expected, &model.memberships, wants, forms[i].clone());
    Ok(Some(TheoryEvaluation {
        theory: theory.expression.to_string(),
        fit: sufficiency(&expected, &sample.outcome),
        model_count: solution.model_count,
        areas: [area(0, [true, true]), area(1, [false, true]), area(2, [true, false]), area(3, [false, false])],
    }))
}

fn area(sample: &Sample, expected: &[f64], found: &[f64], wants: [bool; 2], expression: Option<String>) -> Area {
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
        expression,
        fit: sufficiency(&here, &sample.outcome),
        with_outcome: inside(is_in),
        without_outcome: inside(is_out),
    }
}

/// The configurations of the four areas, in their order.
fn forms(sample: &Sample, theory: &Expression, model: &Model) -> [Option<String>; 4] {
    const NONE: [Option<String>; 4] = [const { None }; 4];
    let Ok(algebra) = Algebra::new(sample.conditions.clone()) else { return NONE };
    let Ok(expected) = algebra.cubes(theory) else { return NONE };
    let found: Vec<Cube> = model.paths.iter().map(|path| sample.space.cube(&path.term)).collect();
    let (unexpected, unfound) = (algebra.negated(&expected), algebra.negated(&found));
    let form = |t: &Result<Vec<Cube>, Misfit>, s: &Result<Vec<Cube>, Misfit>| {
        let (Ok(t), Ok(s)) = (t, s) else { return None };
        algebra.intersected(t, s).ok().map(|cubes| algebra.write(&cubes))
    };
    let (expected, found) = (Ok(expected), Ok(found));
    [form(&expected, &found), form(&unexpected, &found), form(&expected, &unfound), form(&unexpected, &unfound)]
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Frequency, SolutionType, Theory, TruthTableCuts};
    use equifinal_study::expression::Literal;
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use super::*;
    use crate::minimise::budget::Budget;

    /// Each case: its name tells what the theory (T, t), the solution (S, s) and the outcome (Y, y) say of it.
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

    fn evaluated(theory: &str) -> Result<Option<TheoryEvaluation>, QcaError> {
        let set = |name: &str, at: usize| Set {
            name: name.to_owned(),
            kind: SetKind::Fuzzy,
            values: CASES.iter().map(|(_, values)| values[at]).collect(),
        };
        let memberships = Memberships {
            cases: CASES.iter().map(|(case, _)| (*case).to_owned()).collect(),
            sets: vec![set("A", 0), set("B", 1), set("Y", 2)],
        };
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
        crate::analyse(&analysis, &memberships, &Budget::default()).map(|findings| findings.theory)
    }

    #[test]
    fn theory_and_solution_cut_the_cases_into_eight() {
        let found = evaluated("A").unwrap().unwrap();
        let names = |cases: &[usize]| {
            let mut sorted: Vec<&str> = CASES.iter().map(|(case, _)| *case).collect();
            sorted.sort_unstable();
            cases.iter().map(|&case| sorted[case].split_once(' ').unwrap().1.to_owned()).collect::<Vec<_>>()
        };
        let shown = found.areas.each_ref().map(|area| {
            let expression = area.expression.clone().unwrap();
            (area.name(), expression, names(&area.with_outcome).join(","), names(&area.without_outcome).join(","))
        });
        let expected = [
            ("T*S", "A*B", "TSY", ""),
            ("~T*S", "~A*B", "tSY,tSY 2", "tSy"),
            ("T*~S", "A*~B", "TsY", "Tsy"),
            ("~T*~S", "~A*~B", "tsY", "tsy"),
        ];
        assert_eq!(shown, expected.map(|(name, form, y, not)| (name, form.to_owned(), y.to_owned(), not.to_owned())));
        // T*S: memberships .8 .2 .3 .1 .3 .2 .1 .1 against the outcome; every one but the fifth lies within it.
        let fit = found.areas[0].fit;
        let close = |value: Option<f64>, expected: f64| (value.unwrap() - expected).abs() < 1e-12;
        assert!(close(fit.consistency, 2.1 / 2.1) && close(fit.coverage, 2.1 / 5.0), "{fit:?}");
        assert!(close(found.fit.coverage, 3.0 / 5.0) && found.model_count == 1, "{:?}", found.fit);
    }

    #[test]
    fn a_theory_may_be_all_or_nothing_but_not_of_other_sets() {
        let all = evaluated("A + ~A").unwrap().unwrap();
        let forms = all.areas.map(|area| area.expression.unwrap());
        assert_eq!(forms, ["B", "0", "~B", "0"]);
        assert!(matches!(evaluated("Z"), Err(QcaError::NoCondition { .. })));
    }
}
