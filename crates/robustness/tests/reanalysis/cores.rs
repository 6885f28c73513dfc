//! Cores under other decisions follow the single rule of `equifinal_qca::core`.

use equifinal_qca::findings::Refusal;
use equifinal_robustness::claims::{Counterexample, Found, Record, Verdict as Judged, judge};
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::universe::Reanalysis;
use equifinal_robustness::verdict::{Baseline, Part};
use equifinal_study::config::{Frequency, Numbers};

use crate::small::{run, table};

const STUDY: &str = "
sets:
  A: {calibrate: {given: crisp}}
  B: {calibrate: {given: crisp}}
  Y: {calibrate: {given: crisp}}
analyses:
  main:
    outcome: Y
    conditions: [A, B]
    interpret: conservative
    truth_table: {frequency: 1, consistency: 0.8}
";

/// The roles of A, ~A, B and ~B, and true if the core is the same with a frequency cutoff of two.
fn check(cases: &str, parts: [Part; 4], same_core: bool) {
    let table = table(cases);
    let (study, _, findings) = run(STUDY, &table);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let mut memory = Memory::default();
    let own = reanalysis.universe_of(&mut memory, 0, &Decisions::default()).expect("a universe");
    let baseline = Baseline::new(&findings[0], &own).expect("a solution");
    let verdict = baseline.judge(&own);
    assert_eq!((&verdict.parts[..], verdict.same_core), (&parts[..], Some(true)), "{cases}");
    let decisions = Decisions { frequency: Some(Frequency::Count(2)), ..Decisions::default() };
    let other = reanalysis.universe_of(&mut memory, 0, &decisions).expect("a universe");
    assert_eq!(baseline.judge(&other).same_core, Some(same_core), "{cases}");
}

#[test]
fn core_in_some_tied_models_is_distinguished() {
    let (sometimes, none) = (Part::SometimesCore, Part::None);
    check("id A B Y\nv 1 1 1\nw 1 1 1\nx 0 0 0\ny 0 0 0", [sometimes, none, sometimes, none], true);
}

#[test]
fn without_a_parsimonious_solution_no_core_is_known() {
    let none = Part::None;
    // Where a row needs two cases the path is A*B instead of A.
    check("id A B Y\nv 1 1 1\nw 1 1 1\nx 1 0 1", [Part::Unknown, none, none, none], false);
}

#[test]
fn nothing_is_peripheral_without_a_parsimonious_solution() {
    for claim in ["core", "peripheral"] {
        let table = table("id A B Y\nv 1 1 1\nw 1 0 1");
        let keys = format!(
            "{STUDY}claims: [{{id: one, text: said, claim: {{{claim}: {{analysis: main, expression: A}}}}}}]\n"
        );
        let (study, memberships, findings) = run(&keys, &table);
        let record = Record {
            study: &study,
            table: &table,
            memberships: &memberships,
            findings: &findings,
            nca: &[],
            chains: &[],
            alternatives: &[],
            multiverse: None,
            numbers: &Numbers::new(),
        };
        let judged = judge(record).expect("certified solutions");
        let Judged::Broken(Counterexample { found, .. }) = &judged[0].verdict else { panic!("{claim}: {judged:?}") };
        assert_eq!(*found, Found::NoSolution(Refusal::NoNegativeRow), "{claim}");
    }
}
