//! Every universe of a plan, independent of threads and order, and surviving findings.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::chance::permutations;
use equifinal_robustness::multiverse::{Break, Multiverse, Row, Sweep};
use equifinal_robustness::plan::Plan;
use equifinal_robustness::random_tables::random_data;
use equifinal_robustness::resample::{Kind, Ways, resample};
use equifinal_robustness::tally::Tally;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Decision, Frequency, Kept, NumericDecision, Study};
use equifinal_study::table::CaseTable;

use crate::small::committed;

const VARY: &str = "robustness:
  multiverse:
    vary:
      consistency: {from: 0.7, to: 0.9, step: 0.02}
      pri: [0.5, 0.6, 0.7]
      frequency: [1, 2]
      anchors: {DEV: {crossover: [500, 550, 600]}, LIT: {together: [70, 75]}}
      solution: [intermediate, parsimonious]
      drop_conditions: [[], IND]
";

fn study(vary: &str) -> (Study, CaseTable, Vec<Findings>) {
    let (study, table) = committed("lipset-democracy", Some(vary));
    let memberships = equifinal_calibrate::calibrate(&table, &study.sets).expect("good data").memberships;
    let findings = study.analyses.iter().map(|analysis| analyse(analysis, &memberships, &Budget::default()));
    let findings = findings.collect::<Result<Vec<_>, _>>().expect("findings");
    (study, table, findings)
}

fn explored(vary: &str) -> Multiverse {
    let (study, table, findings) = study(vary);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    Multiverse::explore(&reanalysis, plan, &findings)
}

#[test]
fn a_full_factorial_counts_every_universe_once() {
    let found = explored(VARY);
    assert_eq!(found.size, 11 * 3 * 2 * 3 * 2 * 2 * 2);
    for tally in &found.tallies {
        assert_eq!(tally.universes, found.size);
        assert_eq!((tally.possible(), tally.undecided), (found.size, 0));
        assert!(tally.same_models() > 0 && tally.same_models() <= tally.solved && tally.solved <= tally.universes);
        assert!(tally.same_models() <= tally.no_contradiction());
        for (path, fates) in &tally.paths {
            assert_eq!(fates.iter().sum::<u64>(), found.size, "{path}");
            assert!(fates[0] >= tally.same_models(), "{path}");
        }
        for (literal, parts) in &tally.parts {
            assert_eq!(parts.iter().sum::<u64>(), found.size, "{literal}");
        }
        assert_eq!(tally.solutions.values().map(|found| found.0).sum::<u64>(), tally.solved);
        for levels in &tally.levels {
            assert_eq!(levels.iter().map(|level| level.universes).sum::<u64>(), found.size);
        }
        // The smallest change that breaks the solution is one decision, since ranges end.
        assert_eq!(tally.followed.solution(Kept::Exact).nearest.map(|nearest| nearest.decisions), Some(1));
        let effects = tally.effects();
        let shares: Vec<f64> = effects.iter().filter_map(|effect| effect.same_models).collect();
        assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)) && shares.iter().sum::<f64>() <= 1.0 + 1e-9);
    }
    // Survival has a literacy condition in both; its necessity does not hang on the truth table.
    let tally = &found.tallies[0];
    let literacy = tally.necessary.iter().position(|literal| literal == "LIT").expect("literacy is necessary");
    assert!(tally.followed.necessary(literacy).kept > 0);
}

#[test]
fn every_universe_agrees_with_the_whole_study_under_its_decisions() {
    let (study, table, findings) = study(VARY);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let sweep = Sweep::new(&reanalysis, plan.clone(), &findings);
    let mut compared = 0;
    for universe in (0..plan.size()).step_by(37) {
        let whole = reanalysis.findings(&plan.decisions(universe)).expect("findings");
        for (row, whole) in sweep.rows(universe, universe + 1).iter().zip(whole) {
            let whole = whole.expect("findings");
            let solution = whole.solution(whole.analysis.interpret);
            assert_eq!(row.verdict.solution.is_ok(), solution.is_ok());
            let Ok(solution) = solution else { continue };
            assert_eq!((row.verdict.models, row.fit), (solution.model_count, solution.models[0].fit));
            compared += 1;
        }
    }
    assert!(compared > 50, "{compared}");
}

/// For every way of keeping a finding: no universe that loses it has fewer changes than the nearest one.
#[test]
fn the_nearest_losing_universe_matches_a_full_search() {
    let (study, table, findings) = study(VARY);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let sweep = Sweep::new(&reanalysis, plan.clone(), &findings);
    let rows = sweep.rows(0, plan.size());
    let found = Multiverse::explore(&reanalysis, plan.clone(), &findings);
    let taken_otherwise = |universe: u64| {
        let taken = plan.by_dimension(universe).zip(plan.own());
        taken.filter(|(decision, own)| Some(&**decision) != own.as_ref()).count()
    };
    let mut compared = 0;
    for (analysis, tally) in found.tallies.iter().enumerate() {
        let mut check = |nearest: Option<Break>, keeps: &dyn Fn(&Row) -> bool| {
            let lost = rows.iter().filter(|row| row.analysis == analysis && !keeps(row)).map(|row| row.universe);
            let lost: BTreeMap<u64, usize> = lost.map(|universe| (universe, taken_otherwise(universe))).collect();
            assert_eq!(nearest.map(|nearest| nearest.decisions), lost.values().min().copied());
            let Some(nearest) = nearest else { return };
            assert_eq!(lost.get(&nearest.universe), Some(&nearest.decisions));
            assert_eq!(found.changes(nearest).len(), nearest.decisions);
            compared += 1;
        };
        for kept in Kept::ALL {
            check(tally.followed.solution(kept).nearest, &|row| row.verdict.keeps(kept) == Some(true));
            for at in 0..tally.paths.len() {
                check(tally.followed.path(at, kept).nearest, &|row| {
                    row.verdict.fates[at].is_some_and(|fate| fate.keeps(kept))
                });
            }
        }
        for at in 0..tally.necessary.len() {
            check(tally.followed.necessary(at).nearest, &|row| row.necessary.iter().nth(at) == Some(true));
        }
    }
    assert!(compared > 20, "{compared}");
}

fn same(a: &Tally, b: &Tally) {
    assert_eq!(format!("{a:?}"), format!("{b:?}"));
}

#[test]
fn tallies_do_not_depend_on_threads_or_on_how_universes_are_divided() {
    let (study, table, findings) = study(VARY);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let sweep = Sweep::new(&reanalysis, plan.clone(), &findings);
    let whole = sweep.tally(0, plan.size());
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        for cut in [1, 700, plan.size()] {
            let parts = pool.install(|| [sweep.tally(0, cut), sweep.tally(cut, plan.size())]);
            let [mut first, second] = parts;
            first.iter_mut().zip(second).for_each(|(first, second)| first.merge(second));
            first.iter().zip(&whole).for_each(|(a, b)| same(a, b));
        }
    }
}

#[test]
fn samples_stay_within_their_ranges_and_are_spread_evenly() {
    for sample in ["latin_hypercube: 100", "sobol: 128"] {
        let vary = format!(
            "robustness:\n  multiverse: {{sample: {{{sample}}}, vary: {{consistency: {{from: 0.7, to: 0.9}}, pri: [0.5, 0.6], anchors: {{DEV: {{crossover: {{from: 500, to: 600}}}}}}}}}}\n"
        );
        let (study, table, _) = study(&vary);
        let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
        let mut second = 0;
        for universe in 0..plan.size() {
            let numbers: Vec<f64> = plan.by_dimension(universe).map(|one| one.number().expect("a number")).collect();
            assert!((500.0..600.0).contains(&numbers[0]) && (0.7..0.9).contains(&numbers[2]), "{numbers:?}");
            second += u64::from(numbers[1] > 0.55);
        }
        assert_eq!(second * 2, plan.size(), "{sample}");
    }
}

#[test]
fn listed_universes_are_run_in_order() {
    let (study, table, _) = study(
        "robustness:\n  multiverse: {sample: list, vary: {consistency: [0.7, 0.8, 0.9], pri: [0.6, 0.5, 0.4], frequency: [1, 2, 3], drop_conditions: [[], IND, LIT]}}\n",
    );
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let universe = |number| plan.by_dimension(number).map(|decision| decision.value()).collect::<Vec<_>>().join(" ");
    assert_eq!((0..plan.size()).map(universe).collect::<Vec<_>>(), [" 1 0.6 0.7", "IND 2 0.5 0.8", "LIT 3 0.4 0.9"]);
}

#[test]
fn resampling_counts_every_draw_and_repeats_itself() {
    let plan = "robustness:
  seed: 5
  resample: {leave_out: 1, bootstrap: 40, membership_noise: {sd: 0.03, draws: 40}, measurement_error: {reliability: {DEV: 0.8, LIT: 0.9}, draws: 40}, permutation: 99, random_data: 99}
";
    let (study, table, findings) = study(plan);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let wanted = study.robustness.resample.as_ref().expect("a plan");
    let found = resample(&reanalysis, wanted, &findings);
    assert_eq!(found.len(), 4 * findings.len());
    for one in &found {
        assert_eq!(one.draws, if one.kind == Kind::LeaveOut(1) { table.cases.len() as u64 } else { 40 });
        assert!(one.same_models <= one.solved && one.solved <= one.draws);
        for (path, fates) in &one.paths {
            assert_eq!(fates.iter().sum::<u64>(), one.judged(), "{path}");
        }
        if one.kind == Kind::LeaveOut(1) {
            assert_eq!((one.ways, one.impossible), (Some(Ways::Every), 0));
            assert_eq!(one.decisive.len() as u64, one.draws - one.same_models);
        }
        let [low, middle, high] = one.coverage.map(|quantile| quantile.expect("a solution"));
        assert!(low <= middle && middle <= high);
    }
    assert_eq!(format!("{found:?}"), format!("{:?}", resample(&reanalysis, wanted, &findings)));
    // Defect D13 of the reference: a seed that cannot be changed.
    let mut other = study.clone();
    other.robustness.seed = 6;
    let other_laboratory = Reanalysis::new(&other, &table).expect("good data");
    assert_ne!(format!("{found:?}"), format!("{:?}", resample(&other_laboratory, wanted, &findings)));
    for one in permutations(&reanalysis, 99, 0, &findings) {
        assert_eq!(one.draws, 99);
        for path in &one.paths {
            assert!(path.p >= 0.01 && path.p <= path.adjusted && path.adjusted <= 1.0, "{path:?}");
        }
    }
    for one in random_data(&reanalysis, 99, &findings) {
        assert!(one.any_solution <= one.draws);
    }
}

/// A specification curve shows every value of every dimension, and shares of cases count as numbers of cases.
#[test]
fn specification_curves_sample_all_dimensions_evenly() {
    let vary = "robustness:\n  multiverse: {vary: {consistency: {from: 0.75, to: 0.9, step: 0.01}, pri: [0.5, 0.6, 0.7], \
                frequency: [1, 2], anchors: {DEV: {crossover: [500, 550, 600]}}}}\n";
    let (mut study, table, findings) = study(vary);
    study.analyses[0].truth_table.frequency = Frequency::Share(0.1);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), table.cases.len());
    let explored = Multiverse::explore(&reanalysis, plan, &findings);
    let frequency = explored.dimensions.iter().find(|varied| varied.name == "frequency");
    assert_eq!(
        frequency.map(|varied| &varied.own),
        Some(&Some(Decision::Number(NumericDecision::Frequency, 2.0))),
        "a tenth of 18 cases"
    );
    let points = &explored.tallies[0].points;
    assert_eq!(points.len(), 240);
    for (dimension, varied) in explored.dimensions.iter().enumerate() {
        let mut shown: Vec<usize> = points.iter().map(|point| point.levels[dimension]).collect();
        shown.sort_unstable();
        shown.dedup();
        assert_eq!(shown.len(), varied.values.len(), "{}", varied.name);
    }
}
