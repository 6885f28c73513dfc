//! Exact ranges compared with a search in ten thousand steps, and with the search of the reference.

use equifinal_qca::findings::Output;
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::judgement::{Break, ChangedRow, Original};
use equifinal_robustness::memory::Memory;
use equifinal_robustness::ranges::{Cause, Interval, Range, Stopped, ranges};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Anchor, NumericDecision};
use rayon::prelude::*;

use crate::small::{committed, run, table};

/// The scale of the search: steps of 1e-4 of it, outwards from the chosen value.
fn scale(range: &Range, reanalysis: &Reanalysis<'_>) -> f64 {
    match &range.decision {
        NumericDecision::Consistency | NumericDecision::Pri | NumericDecision::Method { .. } => 1.0,
        NumericDecision::Frequency => 10_000.0,
        NumericDecision::Idm { .. } => 0.45,
        NumericDecision::Anchor { set, .. } => {
            let anchor = |anchor| NumericDecision::Anchor { set: set.clone(), anchor };
            let study = reanalysis.study();
            let chosen =
                |decision: NumericDecision| decision.chosen(&study.sets, &study.analyses[0], 0).expect("an anchor");
            (chosen(anchor(Anchor::Inclusion)) - chosen(anchor(Anchor::Exclusion))).abs()
        }
    }
}

/// Every step inside the interval keeps the solution, and the first outside does not.
fn agrees_with_a_fine_search(range: &Range, at: usize, original: &Original, reanalysis: &Reanalysis<'_>) -> usize {
    let mut memory = Memory::default();
    let step = 1e-4 * scale(range, reanalysis);
    let mut looked = 0;
    let mut holds = |value: f64| {
        let decisions = Decisions::with(&reanalysis.study().sets, &range.decision, value);
        original.holds(&reanalysis.universe_of(&mut memory, at, &decisions))
    };
    for direction in [-1.0, 1.0] {
        for walked in 0..10_000 {
            let value = range.chosen + direction * step * f64::from(walked);
            let wanted = [0, 1, 2].map(|degree| range.intervals[degree].holds(value));
            if wanted == [false; 3] {
                break;
            }
            let held = holds(value);
            for (degree, interval) in range.intervals.iter().enumerate() {
                assert!(
                    held[degree] == Some(true) || !wanted[degree],
                    "{:?}: {value} is in {interval:?}",
                    range.decision
                );
            }
            looked += 1;
        }
    }
    for (degree, interval) in range.intervals.iter().enumerate() {
        for (end, direction) in [(&interval.low, -1.0), (&interval.high, 1.0)] {
            let fine = match range.decision {
                _ if !end.included => 0.0,
                NumericDecision::Frequency => 1.0,
                NumericDecision::Consistency | NumericDecision::Pri => 1e-7,
                _ => 1e-4 * step,
            };
            let beyond = end.at + direction * fine;
            if matches!(end.cause, Cause::Break(_)) {
                assert!(!interval.holds(beyond), "{:?}: {beyond} is beyond {interval:?}", range.decision);
                assert_eq!(
                    holds(beyond)[degree],
                    Some(false),
                    "{:?}: nothing breaks at {beyond} beyond {interval:?}",
                    range.decision
                );
            }
        }
    }
    looked
}

#[test]
fn ranges_agree_with_a_fine_search() {
    for study in ["lipset-democracy", "county-alliance-capacity"] {
        let (study, table) = committed(study, None);
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        let found = ranges(&reanalysis);
        assert_eq!(found.len(), study.analyses.len());
        let looked: usize = found
            .par_iter()
            .enumerate()
            .map(|(at, found)| {
                let own = reanalysis.universe_of(&mut Memory::default(), at, &Default::default());
                let original = Original::new(own.expect("a universe")).expect("a solution");
                let walked =
                    found.ranges.iter().map(|range| agrees_with_a_fine_search(range, at, &original, &reanalysis));
                walked.sum::<usize>()
            })
            .sum();
        assert!(looked > 10_000, "only {looked} steps were walked");
    }
}

#[test]
fn every_broken_range_names_a_row_and_holds_the_chosen_value() {
    let (study, table) = committed("lipset-democracy", None);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis);
    for range in &found[0].ranges {
        for interval in &range.intervals {
            assert!(interval.holds(range.chosen), "{range:?}");
            for end in [&interval.low, &interval.high] {
                if let Cause::Break(broken) = &end.cause {
                    assert!(!broken.rows.is_empty(), "{:?} breaks without a row: {broken:?}", range.decision);
                }
            }
        }
        let [models, _, related] = &range.intervals;
        assert!(related.low.at <= models.low.at && related.high.at >= models.high.at, "{range:?}");
    }
}

fn row(number: u64, configuration: &str, before: Output, after: Output) -> ChangedRow {
    ChangedRow { number, configuration: configuration.to_owned(), before, after }
}

#[test]
fn changes_are_reported_with_rows_cases_and_paths() {
    let (study, table) = committed("lipset-democracy", None);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis);
    let of =
        |decision: NumericDecision| found[0].ranges.iter().find(|range| range.decision == decision).expect("a range");
    let paths = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
    // The first case that a rising crossover of DEV throws out is Czechoslovakia, at its own 586 dollars: it leaves row 32
    // for row 16, which was a remainder.
    let crossover = of(NumericDecision::Anchor { set: "DEV".to_owned(), anchor: Anchor::Crossover });
    let high = &crossover.intervals[0].high;
    let broken = Break {
        rows: vec![row(16, "~DEV*URB*LIT*IND*STB", Output::Remainder, Output::Positive)],
        cases: vec![table.cases.iter().position(|case| case == "CZ").expect("a case")],
        lost: paths(&["DEV*URB*LIT*STB"]),
        gained: paths(&["URB*LIT*IND*STB"]),
        refused: None,
    };
    assert_eq!((high.at, high.included, &high.cause), (586.0, true, &Cause::Break(broken)));
    // A falling cutoff meets the next row below, whose consistency stands in the truth table; no case moves.
    let low = &of(NumericDecision::Consistency).intervals[0].low;
    let broken = Break {
        rows: vec![row(24, "DEV*~URB*LIT*IND*STB", Output::Negative, Output::Positive)],
        lost: paths(&["DEV*URB*LIT*STB", "DEV*LIT*~IND*STB"]),
        gained: paths(&["DEV*LIT*STB"]),
        ..Break::default()
    };
    assert_eq!(low.cause, Cause::Break(broken));
    let findings = reanalysis.findings(&Default::default()).expect("findings").remove(0).expect("findings");
    let consistency = findings.rows.iter().find(|row| row.number == 24).and_then(|row| row.consistency);
    assert_eq!(Some(low.at), consistency);
}

/// A claim of unboundedness is tested with values up to a billion times as far off; where the search only stopped,
/// something may change.
#[test]
fn unbounded_ranges_have_no_change_beyond() {
    let (mut study, table) = committed("lipset-democracy", Some("robustness: {ranges: {}}\n"));
    for analysis in &mut study.analyses {
        (analysis.truth_table.consistency, analysis.truth_table.pri) = (0.556, 0.0);
    }
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let (mut stopped, mut changed) = (0, 0);
    for (at, found) in ranges(&reanalysis).into_iter().enumerate() {
        let mut memory = Memory::default();
        let own = reanalysis.universe_of(&mut memory, at, &Default::default()).expect("a universe");
        let original = Original::new(own).expect("a solution");
        for range in &found.ranges {
            let mut holds = |value: f64, degree: usize| {
                let decisions = Decisions::with(&study.sets, &range.decision, value);
                original.holds(&reanalysis.universe_of(&mut memory, at, &decisions))[degree] == Some(true)
            };
            for (degree, interval) in range.intervals.iter().enumerate() {
                for (end, direction) in [(&interval.low, -1.0), (&interval.high, 1.0)] {
                    let beyond = (0..30).map(|step| end.at + direction * f64::from(1_u32 << step));
                    match &end.cause {
                        Cause::Unbounded => beyond.for_each(|value| {
                            assert!(holds(value, degree), "{:?}: {value} breaks {interval:?}", range.decision);
                        }),
                        Cause::Stopped(Stopped::Reach) => {
                            stopped += 1;
                            assert!(holds(end.at, degree) && !interval.holds(end.at + direction), "{interval:?}");
                            changed += usize::from(beyond.into_iter().any(|value| !holds(value, degree)));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(stopped > 0 && changed > 0, "{stopped} searches stopped, {changed} of them before a change");
}

#[test]
fn proven_ranges_are_unbounded() {
    let table = table("id A B Y\na 1 1 1\nb 2 0 0\nc 3 1 1\nd 4 0 0\ne 5 1 1\nf 6 0 0");
    for (calibration, anchor) in [
        ("crisp: {threshold: 3.5}", Anchor::Threshold(0)),
        ("direct: {exclusion: 0, crossover: 10, inclusion: 20}", Anchor::Inclusion),
        ("direct: {exclusion: -20, crossover: -10, inclusion: 0}", Anchor::Exclusion),
        ("direct: {exclusion: 2, crossover: 3.5, inclusion: 5, shape: linear}", Anchor::Together),
    ] {
        let keys = format!(
            "sets:\n  A: {{calibrate: {{{calibration}}}}}\n  B: {{calibrate: {{given: crisp}}}}\n  Y: {{calibrate: {{given: crisp}}}}\nanalyses:\n  main: {{outcome: Y, conditions: [A, B], interpret: parsimonious, truth_table: {{consistency: 0.6, pri: 0}}}}\n"
        );
        let (study, ..) = run(&keys, &table);
        let reanalysis = Reanalysis::new(&study, &table).expect("good data");
        let decision = NumericDecision::Anchor { set: "A".to_owned(), anchor };
        let found = ranges(&reanalysis);
        let range = found[0].ranges.iter().find(|range| range.decision == decision).expect("a range");
        let Interval { low, high } = &range.intervals[0];
        let ends = match anchor {
            Anchor::Inclusion => vec![high],
            Anchor::Exclusion => vec![low],
            _ => vec![low, high],
        };
        assert!(ends.iter().all(|end| end.cause == Cause::Unbounded), "{calibration}: {:?}", range.intervals[0]);
    }
}

#[test]
fn coinciding_percentiles_end_a_range() {
    let table = table("id A Y\na 1 1\nb 2 0\nc 2 1\nd 2 0\ne 5 1\nf 6 1");
    let percentiles = "A: {calibrate: {percentiles: {exclusion: 0, crossover: 50, inclusion: 100}}}";
    let keys = format!(
        "sets:\n  {percentiles}\n  Y: {{calibrate: {{given: crisp}}}}\nanalyses:\n  main: {{outcome: Y, conditions: [A], interpret: conservative, truth_table: {{consistency: 0.6, pri: 0}}}}\n"
    );
    let (study, ..) = run(&keys, &table);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis);
    let decision = NumericDecision::Anchor { set: "A".to_owned(), anchor: Anchor::Exclusion };
    let range = found[0].ranges.iter().find(|range| range.decision == decision).expect("a range");
    let high = &range.intervals[0].high;
    assert!(high.cause == Cause::Impossible(Ground::AnchorsCoincide) && high.at < 50.0, "{high:?}");
}
