//! If a budget is reached, nothing is decided, nothing is lost, and nothing is called complete.

use equifinal_qca::{Budget, analyse};
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::judgement::Original;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::multiverse::Multiverse;
use equifinal_robustness::plan::Plan;
use equifinal_robustness::ranges::{Cause, Stopped, ranges};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::Kept;

use crate::small::committed;

const VARY: &str = "robustness: {multiverse: {vary: {consistency: {from: 0.3, to: 0.95, step: 0.05}}}}\n";

#[test]
fn a_universe_beyond_a_budget_is_not_decided() {
    let (mut study, table) = committed("lipset-democracy", Some(VARY));
    let memberships = equifinal_calibrate::calibrate(&table, &study.sets).expect("good data").memberships;
    let mut met = 0;
    for limit in 1..40 {
        study.budget.prime_implicants = limit;
        let budget = Budget::from(&study.budget);
        let findings: Vec<_> =
            study.analyses.iter().map(|one| analyse(one, &memberships, &budget).expect("findings")).collect();
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
        let found = Multiverse::explore(&reanalysis, plan, &findings);
        for tally in found.tallies.iter().filter(|tally| tally.undecided > 0) {
            met += 1;
            assert!(!found.is_complete());
            for (path, fates) in &tally.paths {
                assert_eq!(fates.iter().sum::<u64>(), tally.possible() - tally.undecided, "{path}");
            }
            let count = tally.followed.solution(Kept::Exact);
            assert_eq!(count.undecided, tally.undecided);
            assert!(count.kept + count.undecided <= count.attainable);
            if let Some(nearest) = count.nearest {
                let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), 0);
                let at = study.analyses.iter().position(|one| one.name == tally.analysis).expect("an analysis");
                let lost = reanalysis.universe_of(&mut Memory::default(), at, &plan.decisions(nearest.universe));
                let lost = lost.expect("a universe");
                assert!(lost.interpreted().as_ref().err().is_none_or(|refusal| !refusal.is_budget()), "{nearest:?}");
            }
        }
    }
    assert!(met > 0, "no budget bound in some universes only");
}

#[test]
fn ranges_end_at_budgets_and_report_it() {
    let (mut study, table) = committed("lipset-democracy", Some("robustness: {ranges: {}}\n"));
    let (mut by_budget, mut by_intervals) = (0, 0);
    for (limit, intervals) in (1..40).map(|limit| (limit, 20_000)).chain([(1_000_000, 3)]) {
        (study.budget.prime_implicants, study.budget.intervals) = (limit, intervals);
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        for (at, found) in ranges(&reanalysis).into_iter().enumerate() {
            for range in &found.ranges {
                let mut memory = Memory::default();
                let own = reanalysis.universe_of(&mut memory, at, &Default::default()).expect("a universe");
                let original = Original::new(own).expect("a solution");
                for interval in &range.intervals {
                    for end in [&interval.low, &interval.high] {
                        match end.cause {
                            Cause::Stopped(Stopped::Undecided) => by_budget += 1,
                            Cause::Stopped(Stopped::Intervals) => {
                                by_intervals += 1;
                                let decisions = Decisions::with(&study.sets, &range.decision, end.at);
                                let there = reanalysis.universe_of(&mut memory, at, &decisions);
                                assert_eq!(original.holds(&there)[2], Some(true), "{range:?}");
                            }
                            Cause::Break(ref broken) => {
                                assert!(broken.refused.as_ref().is_none_or(|refusal| !refusal.is_budget()), "{end:?}");
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
    }
    assert!(by_budget > 0 && by_intervals > 0, "{by_budget} ends by a budget, {by_intervals} by intervals");
}
