//! One whole analysis (necessity, truth table, three solutions with all models) of generated crisp cases.

use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{
    Analysis, AtCrossover, Expect, Expectation, Frequency, Minimise, NecessityCuts, SolutionType, TruthTableCuts,
};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

fn main() {
    divan::main();
}

const CASES: usize = 50;

/// Cases from a fixed linear congruential generator (Knuth's MMIX constants), the last set being the outcome.
fn generated(conditions: usize) -> Memberships {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u8::from(state >> 63 == 1))
    };
    let names = (1..=conditions).map(|at| format!("C{at}")).chain(["Y".to_owned()]);
    let sets = names.map(|name| Set { name, kind: SetKind::Crisp, values: (0..CASES).map(|_| next()).collect() });
    Memberships { sets: sets.collect(), cases: (1..=CASES).map(|case| format!("case {case:02}")).collect() }
}

fn analysis(conditions: usize) -> Analysis {
    Analysis {
        name: "generated".to_owned(),
        outcome: Literal { set: "Y".to_owned(), level: None, negated: false },
        conditions: (1..=conditions).map(|at| format!("C{at}")).collect(),
        necessity: NecessityCuts::default(),
        truth_table: TruthTableCuts {
            frequency: Frequency::Count(1),
            consistency: 0.8,
            pri: 0.0,
            contradiction_floor: None,
        },
        at_crossover: AtCrossover::Warn,
        expectations: vec![Expectation { expect: Expect::Present, because: None }; conditions],
        expectations_joint: Vec::new(),
        implausible: Vec::new(),
        enhanced: None,
        interpret: SolutionType::Intermediate,
        paths: Vec::new(),
        minimise: Minimise::default(),
    }
}

#[divan::bench(args = [6, 8, 10, 12])]
fn crisp_cases_50(bencher: divan::Bencher<'_, '_>, conditions: usize) {
    let memberships = generated(conditions);
    let analysis = analysis(conditions);
    bencher.bench(|| analyse(&analysis, &memberships, &Budget::default()));
}
