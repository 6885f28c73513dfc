//! Implications between conditions: literals that hold wherever another one does.
//!
//! Conditions that imply each other leave rows of the truth table empty, whatever their part in the outcome is, and a
//! solution may name either. The direction matters: a literal implies another if it is sufficient for it, which is to
//! say that the other is necessary for it, to the degree that the analysis asks of necessary conditions.

use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::cuts::at_least;
use rayon::prelude::*;

use crate::findings::Findings;
use crate::fit::{NecessityFit, necessity, subsethood};
use crate::term::write_literal;

/// A literal that implies a literal of another condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Implication {
    /// The position and the level of the condition that implies (1 the set, 0 its negation).
    pub given: (usize, usize),
    /// Those of the one that is implied.
    pub implied: (usize, usize),
    /// Both literals as written in study files.
    pub expressions: [String; 2],
    /// The fit of the implied literal as a necessary condition of the other: its consistency is that of the implication,
    /// a low relevance says that it holds nearly always.
    pub fit: NecessityFit,
    /// Number of cases in the literal that implies.
    pub cases: usize,
    /// Those of them that are out of the implied one, as indices.
    pub contrary: Vec<usize>,
}

impl Findings {
    /// The implications between literals of different conditions that reach the consistency which the analysis asks of
    /// necessary conditions: in the order of the conditions.
    ///
    /// A literal without a case in it implies nothing here.
    pub fn implications(&self) -> Vec<Implication> {
        let literals = || {
            let levels = self.degrees.iter().enumerate();
            // What cannot be said of an order is not a literal.
            levels.flat_map(|(condition, _)| {
                (0..self.space.literals(condition)).rev().map(move |level| (condition, level))
            })
        };
        let given: Vec<(usize, usize)> = literals().collect();
        let found = given.into_par_iter().flat_map_iter(|given| {
            let has_cases = self.in_literal(given.0, given.1).iter().any(|&x| is_in(x));
            let others = literals().filter(move |(condition, _)| *condition != given.0 && has_cases);
            others.filter_map(move |implied| self.implication(given, implied))
        });
        found.collect()
    }

    fn implication(&self, given: (usize, usize), implied: (usize, usize)) -> Option<Implication> {
        let [x, z] = [given, implied].map(|(condition, level)| self.in_literal(condition, level));
        // The other measures are computed for the few that reach the cutoff.
        at_least(subsethood(x, z), self.analysis.necessity.consistency).then_some(())?;
        let fit = necessity(z, x);
        let written = |(condition, level): (usize, usize)| Some(write_literal(self.conditions.get(condition)?, level));
        Some(Implication {
            given,
            implied,
            expressions: [written(given)?, written(implied)?],
            fit,
            cases: x.iter().filter(|&&x| is_in(x)).count(),
            contrary: (0..x.len()).filter(|&case| is_in(x[case]) && is_out(z[case])).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Analysis, Frequency, TruthTableCuts};
    use equifinal_study::expression::Literal;
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use crate::minimise::budget::Budget;

    /// The implications between A, B and C, each with its consistency, relevance and cases.
    fn check(kind: SetKind, columns: [&[f64]; 3], expected: &[&str]) {
        let set = |(name, values): (&str, &[f64])| Set { name: name.to_owned(), kind, values: values.to_vec() };
        let outcome: Vec<f64> = (0..columns[0].len()).map(|case| f64::from(u8::from(case == 0))).collect();
        let mut sets: Vec<Set> = ["A", "B", "C"].into_iter().zip(columns).map(set).collect();
        sets.push(Set { name: "Y".to_owned(), kind: SetKind::Crisp, values: outcome });
        let cases = (0..columns[0].len()).map(|case| format!("c{case}")).collect();
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
        let analysis = Analysis::new("one", outcome, ["A", "B", "C"].map(str::to_owned).to_vec(), cuts);
        let findings = crate::analyse(&analysis, &Memberships { cases, sets }, &Budget::default()).unwrap();
        let shown = findings.implications().into_iter().map(|one| {
            let [given, implied] = &one.expressions;
            let [consistency, relevance] = [one.fit.consistency, one.fit.relevance].map(|fit| fit.unwrap_or(f64::NAN));
            format!("{given} > {implied}: {consistency:.3} {relevance:.3}, {} of {}", one.contrary.len(), one.cases)
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_holds_wherever_another_does_is_implied() {
        // A is within B, which no case contradicts; by contraposition not B is within not A.
        check(
            SetKind::Crisp,
            [&[1.0, 1.0, 0.0, 0.0, 0.0, 0.0], &[1.0, 1.0, 1.0, 1.0, 0.0, 0.0], &[1.0, 0.0, 1.0, 0.0, 1.0, 0.0]],
            &["A > B: 1.000 0.500, 0 of 2", "~B > ~A: 1.000 0.500, 0 of 2"],
        );
        // Σ min(A, B) = .9 + .6 + .2 = 1.7 of Σ A = 1.8; relevance of B: Σ(1−B) = 1.2 of Σ(1−min) = 1.3. The second case
        // is in A and in B; nothing else reaches 0.9 (C is 0.5 throughout and holds no case).
        check(
            SetKind::Fuzzy,
            [&[0.9, 0.7, 0.2], &[1.0, 0.6, 0.2], &[0.5, 0.5, 0.5]],
            &[
                "A > B: 0.944 0.923, 0 of 2",
                "~A > ~B: 0.917 0.947, 0 of 1",
                "B > A: 0.944 0.923, 0 of 2",
                "~B > ~A: 0.917 0.947, 0 of 1",
            ],
        );
    }
}
