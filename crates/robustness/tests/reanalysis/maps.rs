//! Maps of two decisions: every rectangle equals the whole study under both.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model};
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::maps::{Axis, Cell, PairMap, maps};
use equifinal_robustness::ranges::Sameness;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::NumericDecision;

use crate::small::committed;

/// The models of the interpreted solution; `None` without a solution.
fn models(findings: &Findings) -> Option<BTreeSet<BTreeSet<String>>> {
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let terms = |model: &Model| model.paths.iter().map(|path| findings.write_term(&path.term)).collect();
    Some(solution.models.iter().map(terms).collect())
}

#[test]
fn every_rectangle_is_the_study_under_both_decisions() {
    let maps_of = "robustness:
  ranges:
    maps:
      - {anchors: {DEV: {crossover: {from: 420, to: 1000, step: 20}}}, consistency: [0.9, 0.7, 0.8]}
      - {anchors: {DEV: {crossover: [500, 550, 600]}, LIT: {together: [70, 75, 80, 85]}}}
      - {frequency: [1, 2, 3], anchors: {SURV: {crossover: [-1, 0, 2]}}}
";
    let (study, table) = committed("lipset-democracy", Some(maps_of));
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let own = reanalysis.findings(&Decisions::default()).expect("findings");
    let (found, untried) = maps(&reanalysis);
    assert_eq!(untried, []);
    let named = |map: &&PairMap| !map.x.exact && !map.y.exact;
    assert_eq!((found.len(), found.iter().filter(named).count()), (10, 6));
    let (mut same, mut other, mut refused) = (0, 0, 0);
    for map in &found {
        let at = own.iter().position(|found| found.as_ref().is_ok_and(|found| found.analysis.name == map.analysis));
        let at = at.expect("the analysis");
        let of_study = own[at].as_ref().ok().and_then(models);
        let ascends = |axis: &Axis| axis.values.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(ascends(&map.x) && ascends(&map.y));
        assert_eq!((map.cells.len(), map.cells[0].len()), (map.y.values.len(), map.x.values.len()));
        for (&y, row) in map.y.values.iter().zip(&map.cells) {
            for (&x, cell) in map.x.values.iter().zip(row) {
                let mut decisions = Decisions::with(&study.sets, &map.x.decision, x);
                decisions.set(&study.sets, &map.y.decision, y);
                let whole = reanalysis.findings(&decisions);
                let impossible = whole.is_err();
                let there = whole.ok().and_then(|whole| whole[at].as_ref().ok().and_then(models));
                let place = format!("{} {:?} {x} {:?} {y}", map.analysis, map.x.decision, map.y.decision);
                assert_eq!(*cell == Cell::Impossible, impossible, "{place}");
                assert_eq!(*cell == Cell::Refused, !impossible && there.is_none(), "{place}");
                assert_eq!(
                    *cell == Cell::Solution(Some(Sameness::Models)),
                    there.is_some() && there == of_study,
                    "{place}"
                );
                match cell {
                    Cell::Refused => refused += 1,
                    Cell::Impossible => {}
                    Cell::Undecided => panic!("{place}"),
                    Cell::Solution(Some(Sameness::Models)) => same += 1,
                    Cell::Solution(_) => other += 1,
                }
            }
        }
    }
    assert!(same > 20 && other > 20 && refused > 5, "{same} {other} {refused}");
    // Past the inclusion anchor of 900 the anchors are out of order.
    let beyond = found.iter().find(|map| {
        matches!(map.x.decision, NumericDecision::Anchor { .. }) && map.y.decision == NumericDecision::Consistency
    });
    let beyond = beyond.expect("a map");
    assert!(beyond.cells.iter().all(|row| row.last() == Some(&Cell::Impossible)));
}
