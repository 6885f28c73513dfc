//! Universes that are not possible, and upper limits of shares.

use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::multiverse::{Multiverse, Row, Sweep};
use equifinal_robustness::plan::Plan;
use equifinal_robustness::universe::Reanalysis;
use equifinal_robustness::verdict::State;
use equifinal_study::config::Kept;

use crate::small::committed;

/// Half of these universes have anchors out of order, and a quarter have no condition.
const VARY: &str = "robustness:
  multiverse:
    vary:
      consistency: [0.75, 0.8]
      anchors: {DEV: {crossover: [550, 950]}}
      drop_conditions: [[], [DEV, URB, LIT, IND, STB]]
      solution: [intermediate, parsimonious, conservative]
";

#[test]
fn impossible_universes_are_counted_apart_and_lose_nothing() {
    let (study, table) = committed("lipset-democracy", Some(VARY));
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let findings = reanalysis.findings(&Decisions::default()).expect("findings");
    let findings: Vec<_> = findings.into_iter().collect::<Result<_, _>>().expect("findings");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let found = Multiverse::explore(&reanalysis, plan.clone(), &findings);
    assert_eq!(found.size, 24);
    for tally in &found.tallies {
        assert_eq!(tally.impossible, [(Ground::AnchorsOutOfOrder, 12), (Ground::NoConditions, 6)].into());
        assert_eq!((tally.possible(), tally.undecided), (6, 0));
        for (path, fates) in &tally.paths {
            assert_eq!(fates.iter().sum::<u64>(), 6, "{path}");
        }
        assert_eq!(
            tally.levels.iter().map(|levels| levels.iter().map(|one| one.universes).sum()).collect::<Vec<u64>>(),
            [6; 4]
        );
        // The nearest universe that loses the solution is one that can be carried out.
        let nearest = tally.followed.solution(Kept::Exact).nearest.expect("a universe");
        let own = reanalysis.universe_of(&mut Memory::default(), 0, &plan.decisions(nearest.universe));
        assert!(own.is_ok(), "{own:?}");
    }
}

/// The upper limit of a share is the number of universes in which solution type and dropped conditions alone, with
/// every other decision as in the study, do not lose the finding.
#[test]
fn shares_are_limited_to_attainable_universes() {
    let vary = "robustness:
  multiverse:
    vary: {consistency: {from: 0.7, to: 0.9, step: 0.02}, drop_conditions: [[], IND, URB], solution: [intermediate, parsimonious, conservative]}
";
    let (study, table) = committed("lipset-democracy", Some(vary));
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let findings = reanalysis.findings(&Decisions::default()).expect("findings");
    let findings: Vec<_> = findings.into_iter().collect::<Result<_, _>>().expect("findings");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let sweep = Sweep::new(&reanalysis, plan.clone(), &findings);
    let rows = sweep.rows(0, plan.size());
    let found = Multiverse::explore(&reanalysis, plan.clone(), &findings);
    // The consistency cutoff is the last of the dimensions and the study's own is its sixth value.
    let own_cutoff = |row: &Row| {
        let universe = row.universe / 11 * 11 + 5;
        rows.iter().find(|other| other.universe == universe && other.analysis == row.analysis).expect("a row")
    };
    for (analysis, tally) in found.tallies.iter().enumerate() {
        let of_analysis = || rows.iter().filter(|row| row.analysis == analysis);
        assert!(of_analysis().all(|row| row.verdict.state != State::Undecided));
        for kept in [Kept::Exact, Kept::Core, Kept::Related] {
            let keeps = |row: &Row| row.verdict.keeps(kept) == Some(true);
            let attainable = of_analysis().filter(|row| keeps(row) || keeps(own_cutoff(row))).count() as u64;
            let count = tally.followed.solution(kept);
            assert_eq!(count.attainable, attainable, "{kept:?}");
            assert!(count.kept <= attainable);
        }
        let count = tally.followed.solution(Kept::Exact);
        assert!(count.attainable < tally.possible(), "{count:?}");
    }
}
