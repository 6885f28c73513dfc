//! Exact ranges compared with a search in ten thousand steps, and with the search of the reference.

use equifinal_qca::findings::Output;
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::judgement::{Break, ChangedRow, Original};
use equifinal_robustness::memory::Memory;
use equifinal_robustness::ranges::{Anchor, Cause, Interval, Knob, Range, Stopped, ranges};
use equifinal_robustness::universe::Laboratory;
use rayon::prelude::*;

use crate::small::{committed, run, table};

/// The scale of the search: steps of 1e-4 of it, outwards from the chosen value.
fn scale(range: &Range, laboratory: &Laboratory<'_>) -> f64 {
    match &range.knob {
        Knob::Consistency | Knob::Pri => 1.0,
        Knob::Frequency => 10_000.0,
        Knob::Idm { .. } => 0.45,
        Knob::Anchor { set, .. } => {
            let anchor = |anchor| Knob::Anchor { set: set.clone(), anchor };
            let study = laboratory.study();
            let chosen = |knob: Knob| knob.chosen(study, &study.analyses[0], 0).expect("an anchor");
            (chosen(anchor(Anchor::Inclusion)) - chosen(anchor(Anchor::Exclusion))).abs()
        }
    }
}

/// Every step inside the interval keeps the solution, and the first outside does not.
fn agrees_with_a_walk(range: &Range, at: usize, original: &Original, laboratory: &Laboratory<'_>) -> usize {
    let mut memory = Memory::default();
    let step = 1e-4 * scale(range, laboratory);
    let mut looked = 0;
    let mut holds = |value: f64| {
        let decisions = range.knob.decisions(laboratory.study(), value);
        original.holds(&laboratory.universe_of(&mut memory, at, &decisions))
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
                assert!(held[degree] == Some(true) || !wanted[degree], "{:?}: {value} is in {interval:?}", range.knob);
            }
            looked += 1;
        }
    }
    for (degree, interval) in range.intervals.iter().enumerate() {
        for (end, direction) in [(&interval.low, -1.0), (&interval.high, 1.0)] {
            let fine = match range.knob {
                _ if !end.included => 0.0,
                Knob::Frequency => 1.0,
                Knob::Consistency | Knob::Pri => 1e-7,
                _ => 1e-4 * step,
            };
            let beyond = end.at + direction * fine;
            if matches!(end.cause, Cause::Break(_)) {
                assert!(!interval.holds(beyond), "{:?}: {beyond} is beyond {interval:?}", range.knob);
                assert_eq!(
                    holds(beyond)[degree],
                    Some(false),
                    "{:?}: nothing breaks at {beyond} beyond {interval:?}",
                    range.knob
                );
            }
        }
    }
    looked
}

#[test]
fn ranges_agree_with_a_walk_in_small_steps() {
    for study in ["lipset-democracy", "county-alliance-capacity"] {
        let (study, table) = committed(study, None);
        let laboratory = Laboratory::new(&study, &table).expect("good data");
        let found = ranges(&laboratory);
        assert_eq!(found.len(), study.analyses.len());
        let looked: usize = found
            .par_iter()
            .enumerate()
            .map(|(at, found)| {
                let own = laboratory.universe_of(&mut Memory::default(), at, &Default::default());
                let original = Original::new(own.expect("a universe")).expect("a solution");
                let walked = found.ranges.iter().map(|range| agrees_with_a_walk(range, at, &original, &laboratory));
                walked.sum::<usize>()
            })
            .sum();
        assert!(looked > 10_000, "only {looked} steps were walked");
    }
}

#[test]
fn every_broken_range_names_a_row_and_holds_the_chosen_value() {
    let (study, table) = committed("lipset-democracy", None);
    let laboratory = Laboratory::new(&study, &table).expect("good data");
    let found = ranges(&laboratory);
    for range in &found[0].ranges {
        for interval in &range.intervals {
            assert!(interval.holds(range.chosen), "{range:?}");
            for end in [&interval.low, &interval.high] {
                if let Cause::Break(broken) = &end.cause {
                    assert!(!broken.rows.is_empty(), "{:?} breaks without a row: {broken:?}", range.knob);
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
fn a_break_is_told_with_its_rows_cases_and_paths() {
    let (study, table) = committed("lipset-democracy", None);
    let laboratory = Laboratory::new(&study, &table).expect("good data");
    let found = ranges(&laboratory);
    let of = |knob: Knob| found[0].ranges.iter().find(|range| range.knob == knob).expect("a range");
    let paths = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
    // The first case that a rising crossover of DEV throws out is Czechoslovakia, at its own 586 dollars: it leaves row 32
    // for row 16, which was a remainder.
    let crossover = of(Knob::Anchor { set: "DEV".to_owned(), anchor: Anchor::Crossover });
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
    let low = &of(Knob::Consistency).intervals[0].low;
    let broken = Break {
        rows: vec![row(24, "DEV*~URB*LIT*IND*STB", Output::Negative, Output::Positive)],
        lost: paths(&["DEV*URB*LIT*STB", "DEV*LIT*~IND*STB"]),
        gained: paths(&["DEV*LIT*STB"]),
        ..Break::default()
    };
    assert_eq!(low.cause, Cause::Break(broken));
    let findings = laboratory.findings(&Default::default()).expect("findings").remove(0).expect("findings");
    let consistency = findings.rows.iter().find(|row| row.number == 24).and_then(|row| row.consistency);
    assert_eq!(Some(low.at), consistency);
}

/// A claim of unboundedness is tested with values up to a billion times as far off; where the search only stopped,
/// something may change.
#[test]
fn a_range_is_infinite_only_where_nothing_beyond_changes_anything() {
    let (mut study, table) = committed("lipset-democracy", Some("robustness: {ranges: {}}\n"));
    for analysis in &mut study.analyses {
        (analysis.truth_table.consistency, analysis.truth_table.pri) = (0.556, 0.0);
    }
    let laboratory = Laboratory::new(&study, &table).expect("good data");
    let (mut stopped, mut changed) = (0, 0);
    for (at, found) in ranges(&laboratory).into_iter().enumerate() {
        let mut memory = Memory::default();
        let own = laboratory.universe_of(&mut memory, at, &Default::default()).expect("a universe");
        let original = Original::new(own).expect("a solution");
        for range in &found.ranges {
            let mut holds = |value: f64, degree: usize| {
                let decisions = range.knob.decisions(&study, value);
                original.holds(&laboratory.universe_of(&mut memory, at, &decisions))[degree] == Some(true)
            };
            for (degree, interval) in range.intervals.iter().enumerate() {
                for (end, direction) in [(&interval.low, -1.0), (&interval.high, 1.0)] {
                    let beyond = (0..30).map(|step| end.at + direction * f64::from(1_u32 << step));
                    match &end.cause {
                        Cause::Unbounded => beyond.for_each(|value| {
                            assert!(holds(value, degree), "{:?}: {value} breaks {interval:?}", range.knob);
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
fn a_range_is_infinite_where_that_is_proven() {
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
        let laboratory = Laboratory::new(&study, &table).expect("good data");
        let knob = Knob::Anchor { set: "A".to_owned(), anchor };
        let found = ranges(&laboratory);
        let range = found[0].ranges.iter().find(|range| range.knob == knob).expect("a range");
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
fn percentiles_that_fall_on_one_value_end_a_range() {
    let table = table("id A Y\na 1 1\nb 2 0\nc 2 1\nd 2 0\ne 5 1\nf 6 1");
    let percentiles = "A: {calibrate: {percentiles: {exclusion: 0, crossover: 50, inclusion: 100}}}";
    let keys = format!(
        "sets:\n  {percentiles}\n  Y: {{calibrate: {{given: crisp}}}}\nanalyses:\n  main: {{outcome: Y, conditions: [A], interpret: conservative, truth_table: {{consistency: 0.6, pri: 0}}}}\n"
    );
    let (study, ..) = run(&keys, &table);
    let laboratory = Laboratory::new(&study, &table).expect("good data");
    let found = ranges(&laboratory);
    let knob = Knob::Anchor { set: "A".to_owned(), anchor: Anchor::Exclusion };
    let range = found[0].ranges.iter().find(|range| range.knob == knob).expect("a range");
    let high = &range.intervals[0].high;
    assert!(high.cause == Cause::Impossible(Ground::AnchorsCoincide) && high.at < 50.0, "{high:?}");
}
