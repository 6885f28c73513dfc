//! The universe of the study's own decisions, the shares of all universes, and the order of cases and columns.

use std::collections::BTreeMap;

use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::checks::run_checks;
use equifinal_robustness::fate::Fate;
use equifinal_robustness::multiverse::{Count, Multiverse, Sweep};
use equifinal_robustness::plan::Plan;
use equifinal_robustness::universe::Reanalysis;
use equifinal_robustness::varied::varied;
use equifinal_robustness::verdict::State;
use equifinal_study::config::{Decision, Kept};
use equifinal_study::table::{CaseTable, Cells};

use crate::kinds::{CALIBRATIONS, cases, every, findings, models, study};

/// Every dimension begins with the study's own value.
const OWN_FIRST: &str = "robustness:
  multiverse:
    vary:
      consistency: [0.75, 0.85]
      pri: [0.5, 0.6]
      frequency: [1, 2]
      expectations: {B: [present, any]}
      at_crossover: [warn, drop]
      drop_conditions: [[], C]
      drop_cases: [[], k2, [k5, k9]]
";

#[test]
fn the_first_universe_is_the_study() {
    let mut solved = 0;
    let seen = every(OWN_FIRST, |study, table, name| {
        let reanalysis = Reanalysis::new(study, table).expect("good data");
        let own = findings(&reanalysis);
        let plan = Plan::new(study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
        assert_eq!(plan.size(), 2 * 2 * 2 * 2 * 2 * 2 * 3, "{name}");
        let first: Vec<_> = plan.by_dimension(0).map(|decision| Some(decision.into_owned())).collect();
        assert_eq!(plan.own(), first, "{name}");
        // The number of a universe stands for its decisions, and those of the first change nothing.
        let variant = varied(study, &[Decision::Universe(0)]).expect("a universe");
        assert_eq!((&variant.sets, &variant.analyses), (&study.sets, &study.analyses), "{name}");
        assert!(variant.drop_cases.is_empty(), "{name}");
        let sweep = Sweep::new(&reanalysis, plan, &own);
        for row in sweep.rows(0, 1) {
            let named = sweep.analyses()[row.analysis];
            let findings = own.iter().find(|findings| findings.analysis.name == named).expect("an analysis");
            let solution = findings.solution(findings.analysis.interpret).as_ref().expect("a solution");
            let verdict = &row.verdict;
            assert_eq!(verdict.state, State::Solved, "{name}: {named}");
            assert_eq!(Kept::ALL.map(|kept| verdict.keeps(kept)), [Some(true); 5], "{name}: {named}");
            assert!(verdict.fates.iter().all(|fate| *fate == Some(Fate::Exact)), "{name}: {verdict:?}");
            assert!(row.necessary.iter().all(|still| still), "{name}: {named}");
            assert_eq!((verdict.models, row.fit), (solution.model_count, solution.models[0].fit), "{name}: {named}");
            solved += 1;
        }
    });
    assert!(solved > seen, "only {solved} solutions in {seen} studies");
}

/// The share of universes with the study's own models, counted again from the whole study under their decisions, and
/// the order of the ways of keeping a finding.
#[test]
fn survivals_are_counted_and_ordered() {
    const VARY: &str = "robustness:
  multiverse:
    vary: {consistency: [0.7, 0.75, 0.8, 0.9], frequency: [1, 2, 3], drop_conditions: [[], C], solution: [intermediate, parsimonious]}
";
    let mut lost = 0;
    every(VARY, |study, table, name| {
        let reanalysis = Reanalysis::new(study, table).expect("good data");
        let own = findings(&reanalysis);
        let plan = Plan::new(study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
        let found = Multiverse::explore(&reanalysis, plan.clone(), &own);
        let universes: Vec<_> =
            (0..plan.size()).map(|at| reanalysis.findings(&plan.decisions(at)).expect("good data")).collect();
        for tally in &found.tallies {
            let at = own.iter().position(|findings| findings.analysis.name == tally.analysis).expect("an analysis");
            let of_study = models(&own[at]);
            let others = || universes.iter().map(|all| models(all[at].as_ref().expect("findings")));
            let same = others().filter(|models| *models == of_study).count() as u64;
            assert_eq!(tally.same_models(), same, "{name}: {}", tally.analysis);
            let solved = others().flatten().count() as u64;
            assert_eq!((tally.universes, tally.solved), (48, solved), "{name}: {}", tally.analysis);
            // The path is exactly kept where every model has it.
            for (path, (written, fates)) in tally.paths.iter().enumerate() {
                let keeps = |models: &Vec<Vec<String>>| models.iter().all(|model| model.contains(written));
                let kept = others().flatten().filter(keeps).count() as u64;
                assert_eq!((fates[0], tally.followed.path(path, Kept::Exact).kept), (kept, kept), "{name}: {written}");
                in_order(|kept| tally.followed.path(path, kept), name);
            }
            let solution = tally.followed.solution(Kept::Exact);
            assert!(solution.kept <= tally.followed.solution(Kept::Related).kept, "{name}: {solution:?}");
            lost += tally.possible() - solution.kept;
        }
    });
    assert!(lost > 100, "only {lost} universes lose a solution");
}

/// A path that is kept exactly is kept in every other way, and one that is kept in any way has a related path.
fn in_order(count: impl Fn(Kept) -> Count, name: &str) {
    let exact = count(Kept::Exact);
    for way in [Kept::Narrower, Kept::Wider] {
        let (wide, widest) = (count(way), count(Kept::Related));
        for [less, more] in [[exact, wide], [wide, widest]] {
            assert!(less.kept <= more.kept && less.attainable <= more.attainable, "{name}: {way:?} {less:?} {more:?}");
            assert!(less.kept <= less.attainable, "{name}: {less:?}");
            // What loses the wider form of a finding loses the narrower one, so that is not farther away.
            let is_nearer = match (less.nearest, more.nearest) {
                (Some(less), Some(more)) => less <= more,
                (_, None) => true,
                (None, Some(_)) => false,
            };
            assert!(is_nearer, "{name}: {way:?} {less:?} {more:?}");
        }
    }
}

/// Everything that can be checked at once.
const ALL: &str = "robustness:
  seed: 3
  ranges: {maps: [{consistency: [0.7, 0.8], pri: [0.4, 0.6]}]}
  multiverse: {vary: {consistency: {from: 0.7, to: 0.9, step: 0.05}, frequency: [1, 2], drop_cases: [[], [k4, k12]]}}
  resample: {leave_out: 1, bootstrap: 15, membership_noise: {sd: 0.05, draws: 15}, permutation: 15, random_data: 15}
  alternatives: [{id: fewer, drop_cases: [k10, k3]}, {id: stricter, truth_table: {pri: 0.7}}]
";

/// The cases in the order of a permutation: every `step`th one, from `start` on.
fn reordered(table: &CaseTable, start: usize, step: usize) -> CaseTable {
    let count = table.cases.len();
    let order: Vec<usize> = (0..count).map(|at| (start + at * step) % count).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    assert!(sorted.iter().enumerate().all(|(at, case)| at == *case), "every case once");
    let mut other = table.clone();
    other.cases = order.iter().map(|&case| table.cases[case].clone()).collect();
    other.lines = order.iter().map(|&case| table.lines[case]).collect();
    for column in &mut other.columns {
        if let Cells::Numbers(numbers) = &mut column.cells {
            *numbers = order.iter().map(|&case| numbers[case]).collect();
        }
    }
    other
}

/// The columns of the first in another order.
fn turned(table: &CaseTable, by: usize) -> CaseTable {
    let mut other = table.clone();
    other.columns.rotate_left(by);
    other
}

#[test]
fn the_order_of_cases_and_columns_changes_nothing() {
    let table = cases();
    for calibration in CALIBRATIONS {
        let study = study(calibration, "intermediate", ALL);
        let everything = |table: &CaseTable| -> BTreeMap<&str, String> {
            let reanalysis = Reanalysis::new(&study, table).expect("good data");
            let own = findings(&reanalysis);
            let others = alternatives(&study, table, &own).expect("certified solutions");
            let found = run_checks(&study, table, &own, &others);
            [
                ("findings", format!("{own:?}")),
                ("alternatives", format!("{others:?}")),
                ("protocols", format!("{:?}", found.protocols)),
                ("ranges", format!("{:?}", found.ranges)),
                ("maps", format!("{:?}", found.maps)),
                ("thresholds", format!("{:?}", found.thresholds)),
                ("multiverse", format!("{:?}", found.multiverse)),
                ("resampled", format!("{:?}", found.resampled)),
                ("permuted", format!("{:?}", found.permuted)),
                ("random data", format!("{:?}", found.random_data)),
                ("untried", format!("{:?} {:?}", found.untried, found.cases)),
            ]
            .into()
        };
        let first = everything(&table);
        for other in
            [reordered(&table, 17, 17), reordered(&table, 4, 5), turned(&table, 1), turned(&reordered(&table, 9, 7), 3)]
        {
            assert_ne!(other, table);
            for ((name, one), (_, two)) in first.iter().zip(everything(&other)) {
                assert_eq!(*one, two, "{name} of {calibration}");
            }
        }
    }
}
