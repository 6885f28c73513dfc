//! Small data, on which every conjunction and every disjunction can be examined.

use equifinal_chains::{Budget, analyse};
use equifinal_study::config::{Chain, FitCut, FitMeasure};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use proptest::prelude::*;

use crate::cases::own_literal;

type Term = Vec<(usize, bool)>;

/// A table whose last column is the outcome.
struct Table<'a> {
    factors: &'a [Vec<f64>],
    outcome: &'a [f64],
    cut: f64,
}

impl Table<'_> {
    fn conjunction(&self, term: &[(usize, bool)], case: usize) -> f64 {
        let degree = |&(factor, value): &(usize, bool)| {
            if value { self.factors[factor][case] } else { 1.0 - self.factors[factor][case] }
        };
        term.iter().map(degree).fold(1.0_f64, f64::min)
    }

    /// True if an antecedent reaches the cutoff of consistency, and of coverage.
    fn reaches(&self, antecedent: impl Fn(usize) -> f64) -> (bool, bool) {
        let cases = 0..self.outcome.len();
        let both: f64 = cases.clone().map(|case| antecedent(case).min(self.outcome[case])).sum();
        let (x, y): (f64, f64) = (cases.map(antecedent).sum(), self.outcome.iter().sum());
        (both / x + 1e-8 > self.cut, both / y + 1e-8 > self.cut)
    }

    /// The minimal ones of all consistent conjunctions with a case.
    fn sufficient(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = vec![Vec::new()];
        for factor in 0..self.factors.len() {
            let longer = terms.iter().flat_map(|term| {
                [true, false].map(|value| term.iter().copied().chain([(factor, value)]).collect::<Term>())
            });
            terms.extend(longer.collect::<Vec<_>>());
        }
        let is_observed = |term: &Term| {
            let holds = |case: usize| term.iter().all(|literal| (self.factors[literal.0][case] >= 0.5) == literal.1);
            (0..self.outcome.len()).any(holds)
        };
        let is_consistent = |term: &Term| self.reaches(|case| self.conjunction(term, case)).0;
        terms.retain(|term| !term.is_empty() && is_observed(term) && is_consistent(term));
        let is_part = |part: &Term, of: &Term| part.len() < of.len() && part.iter().all(|literal| of.contains(literal));
        terms.iter().filter(|term| !terms.iter().any(|other| is_part(other, term))).cloned().collect()
    }

    /// The minimal ones of all disjunctions of `terms` that reach both cutoffs.
    fn necessary(&self, terms: &[Term]) -> Vec<Vec<Term>> {
        let chosen = |pick: u32| (0..terms.len()).filter(move |at| pick >> at & 1 == 1).collect::<Vec<_>>();
        let disjunction = |pick: u32, case: usize| {
            chosen(pick).into_iter().map(|at| self.conjunction(&terms[at], case)).fold(0.0_f64, f64::max)
        };
        let reaches = |pick: &u32| self.reaches(|case| disjunction(*pick, case)) == (true, true);
        let all: Vec<u32> = (1..1_u32 << terms.len()).filter(reaches).collect();
        let is_minimal = |pick: &&u32| !all.iter().any(|part| part != *pick && part & !**pick == 0);
        let terms_of = |&pick: &u32| chosen(pick).into_iter().map(|at| terms[at].clone()).collect();
        all.iter().filter(is_minimal).map(terms_of).collect()
    }

    /// True if the outcome is present in some and absent in other cases that agree with the model.
    fn varies(&self, terms: &[Term]) -> bool {
        let row = |case: usize| {
            (0..self.factors.len()).fold(0, |row, at| row | usize::from(self.factors[at][case] >= 0.5) << at)
        };
        let agrees = |case: &usize| holds(terms, row(*case)) == (self.outcome[*case] >= 0.5);
        let values: Vec<bool> = (0..self.outcome.len()).filter(agrees).map(|case| self.outcome[case] >= 0.5).collect();
        values.contains(&true) && values.contains(&false)
    }
}

fn holds(terms: &[Term], row: usize) -> bool {
    terms.iter().any(|term| term.iter().all(|literal| (row >> literal.0 & 1 == 1) == literal.1))
}

/// True if no term and no literal can be left out without a change in some of the rows, and the model is not always
/// true.
fn is_free(terms: &[Term], factors: usize) -> bool {
    let same = |other: &[Term]| (0..1_usize << factors).all(|row| holds(terms, row) == holds(other, row));
    let shorter = (0..terms.len()).flat_map(|at| {
        let mut without = terms.to_vec();
        without.remove(at);
        let literals = (0..terms[at].len()).map(move |literal| {
            let mut less = terms.to_vec();
            less[at].remove(literal);
            less
        });
        std::iter::once(without).chain(literals)
    });
    !same(&[Vec::new()]) && !shorter.collect::<Vec<_>>().iter().any(|less| same(less))
}

/// All atomic models of the last set by definition.
fn by_definition(columns: &[Vec<f64>], cut: f64) -> Vec<Vec<Term>> {
    let (outcome, factors) = columns.split_last().unwrap();
    let table = Table { factors, outcome, cut };
    let mut models = table.necessary(&table.sufficient());
    models.retain(|terms| is_free(terms, factors.len()) && table.varies(terms));
    models.iter_mut().for_each(|terms| terms.sort());
    models.sort();
    models
}

fn found(columns: &[Vec<f64>], kind: SetKind, cut: f64) -> Vec<Vec<Term>> {
    let names: Vec<String> = (0..columns.len()).map(|at| format!("F{at}")).collect();
    let outcome = names.last().unwrap().clone();
    let sets = names.iter().zip(columns).map(|(name, values)| Set { name: name.clone(), kind, values: values.clone() });
    let memberships =
        Memberships { sets: sets.collect(), cases: (0..columns[0].len()).map(|case| format!("c{case}")).collect() };
    let cut = FitCut { measure: FitMeasure::Standard, at_least: cut };
    let chain = Chain {
        outcomes: vec![Literal { set: outcome, level: None, negated: false }],
        consistency: cut,
        coverage: cut,
        ..Chain::new("small", names)
    };
    let findings = analyse(&chain, &memberships, &Budget::default()).unwrap();
    let models = &findings.outcomes[0].models;
    assert!(models.exact);
    let literal = |text: &str| {
        let literal = own_literal(text);
        (literal.set[1..].parse::<usize>().unwrap(), !literal.negated)
    };
    let mut written: Vec<Vec<Term>> = models
        .listed
        .iter()
        .map(|model| {
            let text = model.formula.write(&findings.factors);
            let mut terms: Vec<Term> = text.split(" + ").map(|term| term.split('*').map(literal).collect()).collect();
            terms.sort();
            terms
        })
        .collect();
    written.sort();
    written
}

fn table(values: u32) -> impl Strategy<Value = Vec<Vec<f64>>> {
    let cell = move || (0..=values).prop_map(move |value| f64::from(value) / f64::from(values));
    (3_usize..10).prop_flat_map(move |cases| proptest::collection::vec(proptest::collection::vec(cell(), cases), 4))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn crisp_models_are_those_of_the_definition(columns in table(1), cut in prop_oneof![Just(1.0), Just(0.75)]) {
        prop_assume!(columns[3].iter().any(|&y| y > 0.0));
        prop_assert_eq!(found(&columns, SetKind::Crisp, cut), by_definition(&columns, cut));
    }

    #[test]
    fn fuzzy_models_are_those_of_the_definition(columns in table(10), cut in prop_oneof![Just(0.9), Just(0.75), Just(0.6)]) {
        prop_assume!(columns[3].iter().any(|&y| y > 0.0));
        prop_assert_eq!(found(&columns, SetKind::Fuzzy, cut), by_definition(&columns, cut));
    }
}
