//! Tests of printed intervals, changes beyond their ends, and axes.

use equifinal_qca::findings::{Output, Refusal};
use equifinal_robustness::impossible::Ground;
use equifinal_robustness::ranges::{Break, ChangedRow};
use equifinal_study::config::Anchor;
use equifinal_study::diagnosis::Descriptives;

use super::*;
use crate::fixture::lipset;
use crate::names::Names;
use crate::view::path_book::PathBook;

fn anchor() -> NumericDecision {
    NumericDecision::Anchor { set: "DEV".to_owned(), anchor: Anchor::Crossover }
}

fn broken(rows: &[u64]) -> Cause {
    let row = |&number: &u64| ChangedRow {
        number,
        configuration: "DEV*URB".to_owned(),
        before: Output::Positive,
        after: Output::Negative,
    };
    Cause::Break(Break { rows: rows.iter().map(row).collect(), ..Break::default() })
}

fn end(at: f64, included: bool, cause: &Cause) -> End {
    End { at, included, cause: cause.clone() }
}

/// An interval of a decision as a table prints it.
fn check(decision: &NumericDecision, low: (f64, bool, &Cause), high: (f64, bool, &Cause), printed: &str) {
    let interval = Interval { low: end(low.0, low.1, low.2), high: end(high.0, high.1, high.2) };
    assert_eq!(print(Speaker::of("en").unwrap(), decision, &interval), printed);
}

#[test]
fn intervals_say_where_they_end_and_where_only_the_search_does() {
    let (row, limit) = (&broken(&[22]), &Cause::Limit);
    let stopped = |why| Cause::Stopped(why);
    let [reach, intervals, undecided] = [Stopped::Reach, Stopped::Intervals, Stopped::Undecided].map(stopped);
    let impossible = &Cause::Impossible(Ground::AnchorsCoincide);
    let cutoff = &NumericDecision::Consistency;
    check(cutoff, (0.7055, false, row), (0.8065, true, row), "(0.706, 0.806]");
    check(cutoff, (0.0, true, limit), (1.0, true, limit), "[0.000, 1.000]");
    check(cutoff, (0.9995, true, row), (0.9996, false, row), "[1.000, 1.000)");
    check(&NumericDecision::Pri, (-0.0, true, limit), (0.5, false, row), "[0.000, 0.500)");
    check(&NumericDecision::Frequency, (1.0, true, limit), (12.0, true, row), "[1, 12]");
    check(&anchor(), (545.691, true, row), (1042.25, true, row), "[545.691, 1042.2]");
    check(&anchor(), (-1042.25, false, limit), (999.999_6, false, limit), "(-1042.2, 1000.000)");
    check(&anchor(), (0.0, false, &Cause::Unbounded), (0.0, false, &Cause::Unbounded), "(−∞, ∞)");
    check(&anchor(), (-40.0, true, &reach), (40.0, true, &intervals), "(… -40.000, 40.000 …)");
    check(&anchor(), (-40.0, true, &undecided), (5.0, true, impossible), "(… -40.000, 5.000]");
    check(&NumericDecision::Idm { set: "DEV".to_owned() }, (0.5, false, limit), (1.0, false, limit), "(0.500, 1.000)");
}

/// Compares the cell of an end on the page and in files.
fn check_cause(cause: &Cause, said: &str, small: Option<&str>, full: Option<&str>) {
    let mut fixture = lipset();
    fixture.robustness.cases = fixture.memberships.cases.clone().into();
    let (input, speaker) = (fixture.input(), Speaker::of("en").unwrap());
    let (paths, names) = (PathBook::of(&input), Names::of(&input, speaker));
    let context = Context { input: &input, speaker, names, paths: &paths, concerns: &[] };
    let cell = super::cause(context, &end(0.5, true, cause));
    assert_eq!((cell.text.as_str(), cell.small.as_deref(), cell.full.as_deref()), (said, small, full));
}

#[test]
fn what_breaks_is_named_in_full_in_files_and_shortened_for_reading() {
    let speaker = Speaker::of("en").unwrap();
    let rows = |rows: &str| speaker.say_of("break-rows", &[("rows", rows.into())]);
    let one = rows("22 1→0");
    check_cause(&broken(&[22]), &one, None, Some(&one));
    let (short, long) = (rows("1 1→0, 2 1→0, 3 1→0 +2"), rows("1 1→0, 2 1→0, 3 1→0, 4 1→0, 5 1→0"));
    check_cause(&broken(&[1, 2, 3, 4, 5]), &short, None, Some(&long));
    let Cause::Break(mut found) = broken(&[22]) else { unreachable!("it breaks") };
    found.cases = vec![0, 1, 2, 3];
    (found.lost, found.gained) = (vec!["A*B".to_owned(), "~C".to_owned()], vec!["D".to_owned(), "E".to_owned()]);
    let cases = |cases: &str| speaker.say_of("break-cases", &[("cases", cases.into()), ("rows", one.clone().into())]);
    let (short, long) = (cases("AU, BE, CZ +1"), cases("AU, BE, CZ, DE"));
    let paths = format!("{long} (−A*B, −~C, +D, +E)");
    check_cause(&Cause::Break(found.clone()), &short, None, Some(&paths));
    found.refused = Some(Refusal::NoPositiveRow);
    let none_left = speaker.say("break-none-left");
    check_cause(&Cause::Break(found.clone()), &short, Some(&none_left), Some(&long));
    found.rows.clear();
    check_cause(&Cause::Break(found), &speaker.say("refusal-no-positive-row"), None, None);
}

#[test]
fn ends_that_break_nothing_say_why_they_end() {
    let speaker = Speaker::of("en").unwrap();
    check_cause(&Cause::Limit, "–", None, None);
    check_cause(&Cause::Unbounded, "–", None, None);
    for (why, key) in [
        (Stopped::Reach, "stopped-reach"),
        (Stopped::Intervals, "stopped-intervals"),
        (Stopped::Undecided, "stopped-undecided"),
    ] {
        check_cause(&Cause::Stopped(why), &speaker.say(key), None, None);
    }
    check_cause(&Cause::Impossible(Ground::AnchorsCoincide), &speaker.say("ground-anchors-coincide"), None, None);
}

#[test]
fn axes_reach_beyond_what_is_known() {
    let range = |decision: NumericDecision, chosen, low: (f64, Cause), high: (f64, Cause)| {
        let interval = Interval { low: end(low.0, true, &low.1), high: end(high.0, true, &high.1) };
        Range { decision, chosen, intervals: [interval.clone(), interval.clone(), interval] }
    };
    let (row, stopped, open) = (broken(&[1]), Cause::Stopped(Stopped::Reach), Cause::Unbounded);
    for (range, expected) in [
        (range(NumericDecision::Consistency, 0.8, (0.7, row.clone()), (0.9, row.clone())), [0.0, 1.0]),
        (range(NumericDecision::Idm { set: "A".to_owned() }, 0.9, (0.7, row.clone()), (0.99, row.clone())), [0.5, 1.0]),
        (range(anchor(), 10.0, (6.0, row.clone()), (12.0, row.clone())), [5.6, 14.4]),
        (range(anchor(), 10.0, (-90.0, stopped.clone()), (12.0, row.clone())), [7.8, 12.2]),
        (range(anchor(), 10.0, (0.0, open.clone()), (0.0, open.clone())), [-1.0, 21.0]),
        (range(anchor(), 0.0, (0.0, open.clone()), (0.0, open)), [-1.1, 1.1]),
    ] {
        let found = axis(&range);
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{range:?}: {found:?}");
    }
}

#[test]
fn numbers_are_called_as_study_files_call_them() {
    let of = |anchor| NumericDecision::Anchor { set: "DEV".to_owned(), anchor };
    for (decision, expected) in [
        (NumericDecision::Consistency, "consistency"),
        (NumericDecision::Pri, "pri"),
        (NumericDecision::Frequency, "frequency"),
        (NumericDecision::Idm { set: "DEV".to_owned() }, "DEV.idm"),
        (of(Anchor::Exclusion), "DEV.exclusion"),
        (of(Anchor::Crossover), "DEV.crossover"),
        (of(Anchor::Inclusion), "DEV.inclusion"),
        (of(Anchor::Together), "DEV.together"),
        (of(Anchor::Threshold(0)), "DEV.threshold"),
        (of(Anchor::Threshold(2)), "DEV.threshold 3"),
    ] {
        assert_eq!(code(&decision), expected);
    }
}

/// An axis of a map by its values: where it begins, and the upper ends of its columns.
fn check_columns(decision: NumericDecision, chosen: f64, values: &[f64], exact: bool, from: f64, ends: &[f64]) {
    let (found, columns) = columns(&Axis { decision, chosen, values: values.to_vec(), exact });
    assert!((found - from).abs() < 1e-9, "{values:?}: begins at {found}");
    let near = columns.iter().zip(ends).all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(near && columns.len() == ends.len(), "{values:?}: {columns:?}");
}

#[test]
fn every_value_of_a_map_lies_within_its_own_column() {
    check_columns(NumericDecision::Consistency, 0.8, &[0.71, 0.9, 1.0], true, 0.6, &[0.71, 0.9, 1.0]);
    check_columns(NumericDecision::Frequency, 1.0, &[1.0, 2.0], true, 0.0, &[1.0, 2.0]);
    check_columns(anchor(), 2.0, &[1.0, 2.0, 4.0], false, 0.5, &[1.5, 3.0, 5.0]);
    check_columns(anchor(), 10.0, &[10.0], false, 5.0, &[15.0]);
    check_columns(anchor(), 0.0, &[0.0], false, -0.5, &[0.5]);
}

#[test]
fn the_shift_of_an_anchor_is_said_in_the_units_of_its_scale() {
    let raw = Descriptives { mean: 10.0, sd: Some(4.0), min: 2.0, max: 22.0 };
    let (row, endless, stopped) = (&broken(&[22]), &Cause::Unbounded, &Cause::Stopped(Stopped::Intervals));
    for (decision, raw, low, high, expected) in [
        (anchor(), Some(raw), (9.0, row), (16.0, row), Some("down 0.75 and up 1.00 SD, 15.0% and 20.0% of the range")),
        (anchor(), Some(raw), (0.0, endless), (13.0, row), Some("down ∞ and up 0.25 SD, ∞ and 5.0% of the range")),
        (
            anchor(),
            Some(raw),
            (9.0, stopped),
            (16.0, row),
            Some("down at least 0.75 and up 1.00 SD, at least 15.0% and 20.0% of the range"),
        ),
        (anchor(), Some(Descriptives { sd: Some(0.0), ..raw }), (9.0, row), (16.0, row), None),
        (anchor(), None, (9.0, row), (16.0, row), None),
        (NumericDecision::Idm { set: "DEV".to_owned() }, Some(raw), (0.6, row), (0.9, row), None),
        (NumericDecision::Consistency, Some(raw), (0.6, row), (0.9, row), None),
    ] {
        let mut fixture = lipset();
        fixture.diagnoses.iter_mut().filter(|one| one.set == "DEV").for_each(|one| one.raw = raw);
        let (input, speaker) = (fixture.input(), Speaker::of("en").unwrap());
        let (paths, names) = (PathBook::of(&input), Names::of(&input, speaker));
        let context = Context { input: &input, speaker, names, paths: &paths, concerns: &[] };
        let interval = Interval { low: end(low.0, true, low.1), high: end(high.0, true, high.1) };
        let intervals = [interval.clone(), interval.clone(), interval];
        let found = shift(context, &Range { decision, chosen: 12.0, intervals });
        assert_eq!(found.as_deref(), expected);
    }
}
