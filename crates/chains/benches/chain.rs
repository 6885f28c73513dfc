//! A noisy fuzzy outcome: the search at the size of the largest field studies.

use equifinal_chains::{Budget, analyse};
use equifinal_study::config::{Chain, FitCut, FitMeasure, MostComplex};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

fn main() {
    divan::main();
}

/// Fuzzy cases from Knuth's MMIX generator, with the outcome F1*F2 + ~F3*F4, which every tenth case breaks.
fn noisy(factors: usize, cases: usize) -> Memberships {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from((state >> 40) as u32 % 101) / 100.0
    };
    let mut columns: Vec<Vec<f64>> = (1..factors).map(|_| (0..cases).map(|_| next()).collect()).collect();
    let outcome = |case: usize| {
        let f = |i: usize| columns[i][case];
        let y = f(0).min(f(1)).max((1.0 - f(2)).min(f(3)));
        if case % 10 == 9 { 1.0 - y } else { y }
    };
    let outcome = (0..cases).map(outcome).collect();
    columns.push(outcome);
    let names = (1..factors).map(|at| format!("F{at}")).chain(["Y".to_owned()]);
    let sets = names.zip(columns).map(|(name, values)| Set { name, kind: SetKind::Fuzzy, values });
    Memberships { sets: sets.collect(), cases: (1..=cases).map(|case| format!("c{case}")).collect() }
}

/// One outcome, consistency and coverage 0.75, at most four literals a term and four terms. The bar for 12 factors and
/// 500 cases is ten seconds on two cores.
#[divan::bench(args = [8, 12], sample_count = 3, sample_size = 1)]
fn fuzzy_500_cases(bencher: divan::Bencher<'_, '_>, factors: usize) {
    let memberships = noisy(factors, 500);
    let names = memberships.sets.iter().map(|set| set.name.clone()).collect();
    let cut = FitCut { measure: FitMeasure::Standard, at_least: 0.75 };
    let chain = Chain {
        outcomes: vec![Literal { set: "Y".to_owned(), level: None, negated: false }],
        consistency: cut,
        coverage: cut,
        most: MostComplex { literals: Some(4), terms: Some(4), complexity: None },
        ..Chain::new("bench", names)
    };
    bencher.bench(|| analyse(&chain, &memberships, &Budget::default()));
}
