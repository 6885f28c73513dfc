//! The ends of ranges: inside, the solution holds, and just beyond it does not.

use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::judgement::Original;
use equifinal_robustness::memory::Memory;
use equifinal_robustness::ranges::{AnalysisRanges, Cause, Interval, Range, ranges};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::NumericDecision;

use crate::kinds::every;
use crate::small::{run, table};

/// A value of the interval at this share of its extent.
fn inside(interval: &Interval, share: f64) -> f64 {
    interval.low.at + share * (interval.high.at - interval.low.at)
}

/// The distance from an end at which the solution is looked at: a ratio may touch its cutoff and fall again, so that
/// what breaks the solution is narrow.
fn beyond_by(range: &Range) -> f64 {
    match range.decision {
        NumericDecision::Frequency => 1.0,
        NumericDecision::Consistency | NumericDecision::Pri | NumericDecision::Method { .. } => 1e-7,
        NumericDecision::Idm { .. } => 4e-9,
        NumericDecision::Anchor { .. } => 1e-8 * range.chosen.abs().max(1.0),
    }
}

#[test]
fn a_solution_holds_up_to_the_ends_of_a_range_and_not_beyond() {
    let (mut held, mut broken) = (0, 0);
    every("robustness: {ranges: {}}\n", |study, table, name| {
        let reanalysis = Reanalysis::new(study, table).expect("good data");
        for (at, found) in ranges(&reanalysis).into_iter().enumerate() {
            let mut memory = Memory::default();
            let own = reanalysis.universe_of(&mut memory, at, &Decisions::default()).expect("a universe");
            let Ok(original) = Original::new(own) else { continue };
            for range in &found.ranges {
                let mut holds = |value: f64| {
                    let decisions = Decisions::with(&study.sets, &range.decision, value);
                    original.holds(&reanalysis.universe_of(&mut memory, at, &decisions))
                };
                for (degree, interval) in range.intervals.iter().enumerate() {
                    let about = format!("{name}, {}: {} {interval:?}", found.analysis, range.decision);
                    assert!(interval.holds(range.chosen), "{about}");
                    let whole = range.decision == NumericDecision::Frequency;
                    for share in [0.01, 0.2, 0.5, 0.8, 0.99] {
                        let value = inside(interval, share);
                        let value = if whole { value.round() } else { value };
                        if interval.holds(value) {
                            assert_eq!(holds(value)[degree], Some(true), "{about} at {value}");
                            held += 1;
                        }
                    }
                    for (end, direction) in [(&interval.low, -1.0), (&interval.high, 1.0)] {
                        if end.included {
                            assert_eq!(holds(end.at)[degree], Some(true), "{about} at its end");
                            held += 1;
                        }
                        if matches!(end.cause, Cause::Break(_)) {
                            let beyond = if end.included { end.at + direction * beyond_by(range) } else { end.at };
                            assert_eq!(holds(beyond)[degree], Some(false), "{about} at {beyond}");
                            broken += 1;
                        }
                    }
                }
            }
        }
    });
    assert!(held > 2000 && broken > 300, "{held} values hold, {broken} break");
}

/// Four rows: of `A*B` three of four cases have the outcome, of `A*~B` two of two, of `~A*B` one of three, of the
/// last none of two. The solution is A.
const FOUR_ROWS: &str = "id A B Y
    a1 6 1 1\na2 7 1 1\na3 8 1 1\na4 9 1 0
    b1 6.5 0 1\nb2 9 0 1
    c1 1 1 1\nc2 2 1 0\nc3 3 1 0
    d1 2.5 0 0\nd2 3.5 0 0";

/// The interval of one number in which the models are the same, as written in mathematics.
fn interval(found: &AnalysisRanges, name: &str) -> String {
    let range = found.ranges.iter().find(|range| range.decision.to_string() == name).expect(name);
    let Interval { low, high } = &range.intervals[0];
    let (open, close) = (if low.included { '[' } else { '(' }, if high.included { ']' } else { ')' });
    let cause = |cause: &Cause| match cause {
        Cause::Break(broken) => {
            let rows = broken.rows.iter().map(|row| format!("{}", row.number)).collect::<Vec<_>>().join("+");
            format!("rows {rows}, {} for {}", broken.gained.join(" + "), broken.lost.join(" + "))
        }
        other => format!("{other:?}"),
    };
    format!("{open}{:.3}, {:.3}{close} {} | {}", low.at, high.at, cause(&low.cause), cause(&high.cause))
}

/// Compares the intervals of the study of four rows under these cutoffs.
fn check(cuts: &str, expected: &[(&str, &str)]) {
    let keys = format!(
        "
sets:
  A: {{calibrate: {{crisp: {{threshold: 5}}}}}}
  B: {{calibrate: {{given: crisp}}}}
  Y: {{calibrate: {{given: crisp}}}}
analyses:
  main: {{outcome: Y, conditions: [A, B], interpret: conservative, truth_table: {{{cuts}}}}}
robustness: {{ranges: {{}}}}
"
    );
    let table = table(FOUR_ROWS);
    let (study, ..) = run(&keys, &table);
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis).remove(0);
    assert_eq!(found.ranges.len(), expected.len(), "{cuts}");
    for (name, expected) in expected {
        assert_eq!(interval(&found, name), *expected, "{cuts}: {name}");
    }
}

#[test]
fn ranges_of_four_rows_are_those_found_by_hand() {
    // `~A*B` has a third of its cases: one cutoff alone lets it pass only where the other does.
    let threshold = ("A.threshold", "(3.500, 6.000] rows 3, A*B for A | rows 4, A*~B for A");
    // Two rows have two cases: with three they are remainders.
    let frequency = ("frequency", "[1.000, 2.000] Limit | rows 1+3, A*B for A");
    let above = "rows 4, A*~B for A";
    check(
        "frequency: 1, consistency: 0.7, pri: 0.5",
        &[
            ("consistency", &format!("[0.000, 0.750] Limit | {above}")),
            ("pri", &format!("[0.000, 0.750] Limit | {above}")),
            frequency,
            threshold,
        ],
    );
    check(
        "frequency: 1, consistency: 0.7, pri: 0.3",
        &[
            ("consistency", &format!("(0.333, 0.750] rows 2, B for  | {above}")),
            ("pri", &format!("[0.000, 0.750] Limit | {above}")),
            frequency,
            threshold,
        ],
    );
    check(
        "frequency: 1, consistency: 0.3, pri: 0.7",
        &[
            ("consistency", &format!("[0.000, 0.750] Limit | {above}")),
            ("pri", &format!("(0.333, 0.750] rows 2, B for  | {above}")),
            frequency,
            threshold,
        ],
    );
}
