//! Tests the message of every verdict in both languages, with its numbers.

use equifinal_qca::findings::Refusal;
use equifinal_study::config::AgreementMeasure;
use equifinal_study::config::{Anchor, NumericDecision};

use super::*;
use crate::fixture::message::Given::{self, Count as Counted, Message, Names as Listed, Words};
use crate::fixture::message::{Message as Sentence, say};
use crate::fixture::study::{LEVELS, run};
use crate::fixture::{Fixture, lipset};

/// Compares the message of a broken claim: decisions, result, and the edge before it.
fn check(counterexample: Counterexample, setting: Given<'_>, sentence: Sentence<'_>, edge: Option<Sentence<'_>>) {
    let fixture = lipset();
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let judged = JudgedClaim {
            id: "claim".to_owned(),
            verdict: Verdict::Broken(counterexample.clone()),
            settings: 1,
            exact: true,
            margins: Vec::new(),
        };
        let said = why(&judged, Names::of(&fixture.input(), speaker)).unwrap();
        let found = say(speaker, sentence);
        let mut expected = vec![say(speaker, ("claim-why", &[("setting", setting), ("found", Words(&found))]))];
        expected.extend(edge.map(|edge| say(speaker, edge)));
        assert_eq!(said, speaker.sentences(expected));
    }
}

fn own(found: Found) -> Counterexample {
    Counterexample { decisions: Vec::new(), edge: None, found }
}

fn check_found(found: Found, sentence: Sentence<'_>) {
    check(own(found), Message("claim-own"), sentence, None);
}

#[test]
fn every_finding_against_a_claim_has_its_message_and_its_numbers() {
    let model = |position, tied| Found::Model { expression: "A*B + ~C".to_owned(), position, tied };
    check_found(model(1, 1), ("found-model", &[("expression", Words("A*B + ~C"))]));
    check_found(
        model(2, 3),
        ("found-tied-model", &[("expression", Words("A*B + ~C")), ("position", Words("2")), ("tied", Words("3"))]),
    );
    check_found(
        Found::NoSolution(Refusal::NoPositiveRow),
        ("found-no-solution", &[("reason", Message("refusal-no-positive-row"))]),
    );
    check_found(Found::NoSuchPath("A*B".to_owned()), ("found-no-path", &[("path", Words("A*B"))]));
    check_found(Found::NotNecessary("A".to_owned()), ("found-not-necessary", &[("expression", Words("A"))]));
    let others = ["A", "B + ~C"];
    check_found(
        Found::AlsoNecessary(others.map(str::to_owned).to_vec()),
        ("found-also-necessary", &[("others", Listed(&others))]),
    );
    let finders = vec![equifinal_study::config::Finder::Cna];
    check_found(Found::NotFoundBy(finders), ("found-not-by", &[("methods", Message("chains-by-cna"))]));
    for count in [0, 1, 2] {
        check_found(Found::Count(count), ("found-count", &[("count", Counted(count as u64))]));
    }
    for (core, key) in [
        (Standing::Always, "found-core"),
        (Standing::Sometimes, "found-sometimes-core"),
        (Standing::Never, "found-peripheral"),
    ] {
        let found = Found::Standing { literal: "~A".to_owned(), path: "~A*B".to_owned(), core };
        check_found(found, (key, &[("literal", Words("~A")), ("path", Words("~A*B"))]));
    }
    check_found(
        Found::Order(vec![("A*B".to_owned(), Some(0.12345)), ("C".to_owned(), None)]),
        ("found-order", &[("values", Listed(&["A*B 0.123", "C –"]))]),
    );
}

#[test]
fn values_are_distinguished_from_their_cutoffs() {
    for (found, claimed, [said, cut]) in [
        (Some(0.7), 0.8, ["0.700", "0.8"]),
        (Some(0.799_96), 0.8, ["0.79996", "0.8"]),
        (Some(0.799_999_999_6), 0.8, ["0.7999999996", "0.8"]),
        (Some(0.85), 0.854_25, ["0.850", "0.854"]),
        (None, 0.8, ["–", "0.8"]),
        (Some(0.0), 0.5, ["0.000", "0.5"]),
        (Some(-0.0), 0.5, ["0.000", "0.5"]),
    ] {
        assert_eq!(distinguished(found, claimed), (said.to_owned(), cut.to_owned()), "{found:?} {claimed}");
    }
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let one = |name: &str, found: &str, cut: &str| {
            let words = [("name", Message(name)), ("found", Words(found)), ("cut", Words(cut))];
            say(speaker, ("found-value", &words))
        };
        let said = values(&[("unique_coverage", Some(0.0125), 0.02), ("pri", None, 0.5)], speaker);
        assert_eq!(said, speaker.list([one("unique-coverage", "0.012", "0.02"), one("pri", "–", "0.5")]));
    }
}

#[test]
fn survival_says_the_share_the_ceiling_and_what_loses_it() {
    let found = |kept, attainable, changes: &[NumericDecision]| Found::Survival {
        kept,
        of: 80,
        attainable,
        claimed: 0.6,
        changes: changes.iter().map(|number| Decision::Number(number.clone(), 0.85)).collect(),
    };
    let counts: [(&str, Given<'_>); 4] =
        [("kept", Words("10")), ("of", Words("80")), ("share", Words("0.125")), ("cut", Words("0.6"))];
    check_found(found(10, 80, &[]), ("found-survival", &counts));
    let with_ceiling = [counts.as_slice(), &[("attainable", Words("40"))]].concat();
    check_found(found(10, 40, &[]), ("found-survival-attainable", &with_ceiling));
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let fixture = lipset();
        let judged = JudgedClaim {
            id: "claim".to_owned(),
            verdict: Verdict::Broken(own(found(10, 80, &[NumericDecision::Consistency, NumericDecision::Pri]))),
            settings: 80,
            exact: true,
            margins: Vec::new(),
        };
        let survival = say(speaker, ("found-survival", &counts));
        let changes = ("changes", Listed(&["consistency 0.85", "pri 0.85"]));
        let lost = say(speaker, ("found-lost", &[changes, ("survival", Words(&survival))]));
        let expected = say(speaker, ("claim-why", &[("setting", Message("claim-own")), ("found", Words(&lost))]));
        assert_eq!(why(&judged, Names::of(&fixture.input(), speaker)), Some(expected));
    }
}

#[test]
fn the_edge_before_a_counterexample_is_named() {
    let anchor = NumericDecision::Anchor { set: "DEV".to_owned(), anchor: Anchor::Crossover };
    let cutoff = NumericDecision::Consistency;
    for (number, changed, above, row, key) in [
        (&cutoff, 0.75, true, Some(22), "claim-edge-above"),
        (&cutoff, 0.75, false, Some(22), "claim-edge-below"),
        (&anchor, 600.0, true, None, "claim-edge-anchor-above"),
        (&anchor, 600.0, false, None, "claim-edge-anchor-below"),
    ] {
        let edge = Edge { decision: number.clone(), value: 0.804_123_456_7, above, row };
        let decisions = vec![Decision::Number(number.clone(), changed)];
        let found = Found::NotNecessary("A".to_owned());
        let counterexample = Counterexample { decisions: decisions.clone(), edge: Some(edge), found };
        let value = [("value", Words("0.804123"))];
        let of_row = [value[0], ("decision", Message("consistency")), ("row", Words("22"))];
        let edge: Sentence<'_> = (key, if row.is_some() { &of_row } else { &value });
        let sentence: Sentence<'_> = ("found-not-necessary", &[("expression", Words("A"))]);
        check(counterexample, Words(&write(&decisions)), sentence, Some(edge));
    }
}

/// Compares the message of an undecided claim.
fn check_reason(reason: Reason, sentence: Sentence<'_>) {
    let fixture = lipset();
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let names = Names::of(&fixture.input(), speaker);
        assert_eq!(self::reason(&reason, names), say(speaker, sentence), "{reason:?}");
        let verdict = Verdict::Undecided { decisions: Vec::new(), reason: reason.clone() };
        let judged = JudgedClaim { id: "claim".to_owned(), verdict, settings: 1, exact: false, margins: Vec::new() };
        let found = say(speaker, sentence);
        let expected = say(speaker, ("claim-why", &[("setting", Message("claim-own")), ("found", Words(&found))]));
        assert_eq!(why(&judged, names), Some(expected), "{reason:?}");
    }
}

#[test]
fn every_reason_for_no_answer_has_its_message_and_its_numbers() {
    let listed = |exact| Reason::Listed { listed: 10, models: 40, exact };
    let counts = [("listed", Words("10")), ("models", Words("40"))];
    check_reason(listed(true), ("reason-listed", &counts));
    check_reason(listed(false), ("reason-listed-more", &counts));
    check_reason(Reason::Refused(Refusal::NoNegativeRow), ("refusal-no-negative-row", &[]));
    check_reason(
        Reason::Disorder { set: "A".to_owned(), anchors: [1.0, 2.5, 2.0] },
        ("reason-disorder", &[("set", Words("A")), ("anchors", Words("1, 2.5, 2"))]),
    );
    let too_many = |settings| Reason::TooMany { settings, most: 100_000 };
    let limits = |settings| [("settings", Words(settings)), ("most", Words("100000"))];
    let [settings, most] = limits("200000");
    check_reason(
        too_many(200_000),
        ("reason-too-many", &[settings, most, ("setting", Words("budget: {combinations: 200000}"))]),
    );
    check_reason(too_many(20_000_000), ("reason-far-too-many", &limits("20000000")));
    for (reason, key) in [
        (LeftOut::OtherOutcome, "reason-other-outcome"),
        (LeftOut::OtherCases, "reason-other-cases"),
        (LeftOut::NoSolution, "reason-no-solution"),
    ] {
        let left_out = Reason::LeftOut { alternative: "stricter".to_owned(), reason };
        check_reason(left_out, (key, &[("alternative", Words("stricter"))]));
    }
    check_reason(Reason::NotFollowed, ("reason-not-followed", &[]));
    check_reason(Reason::NonePossible { universes: 12 }, ("reason-none-possible", &[("universes", Words("12"))]));
    check_reason(
        Reason::UndecidedUniverses { kept: 3, undecided: 4, of: 9 },
        ("reason-undecided-universes", &[("kept", Words("3")), ("undecided", Words("4")), ("of", Words("9"))]),
    );
    check_reason(
        Reason::NotAllowed(equifinal_study::message::Message::verbatim("no such case")),
        ("reason-not-allowed", &[("error", Words("no such case"))]),
    );
    for (reason, key) in [
        (WhyNoNumber::Year, "no-number-year"),
        (WhyNoNumber::Base, "no-number-base"),
        (WhyNoNumber::Answers, "no-number-answers"),
        (WhyNoNumber::Reliability, "no-number-reliability"),
        (WhyNoNumber::Condition, "no-number-condition"),
        (WhyNoNumber::Agreement, "no-number-agreement"),
    ] {
        let number = Number::Indicator { name: "visits".to_owned(), year: None };
        check_reason(Reason::NoNumber { number, reason }, (key, &[("name", Words("visits"))]));
    }
}

#[test]
fn every_number_has_its_name() {
    let name = || "visits".to_owned();
    let fixture = lipset();
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let names = Names::of(&fixture.input(), speaker);
        let plain = [("name", Words("visits"))];
        for (number, sentence) in [
            (
                Number::Indicator { name: name(), year: Some(2019) },
                ("number-in-year", [plain[0], ("year", Words("2019"))].as_slice()),
            ),
            (Number::Ratio { indicator: name() }, ("number-ratio", &plain)),
            (Number::Growth { indicator: name() }, ("number-growth", &plain)),
            (Number::Mean { table: "t".to_owned(), item: name() }, ("number-mean", &plain)),
            (Number::Theme { name: name(), interviews: true }, ("number-interviews", &plain)),
            (Number::Theme { name: name(), interviews: false }, ("number-passages", &plain)),
            (Number::Reliability { construct: name(), omega: true }, ("number-omega", &plain)),
            (Number::Reliability { construct: name(), omega: false }, ("number-alpha", &plain)),
            (
                Number::Agreement { coding: name(), condition: None, measure: AgreementMeasure::Percent },
                ("number-agreement", &[plain[0], ("measure", Message("measure-percent"))]),
            ),
        ] {
            assert_eq!(super::number_name(&number, names), say(speaker, sentence), "{number:?}");
        }
        let share = Number::Share { table: "t".to_owned(), name: name() };
        assert_eq!(super::number_name(&share, names), "visits");
    }
}

#[test]
fn bounds_are_printed_with_as_many_decimals_as_tell_them_apart() {
    let figure = |text: &str| text.parse::<Figure>().unwrap();
    for (found, bound, said, key, cut) in [
        (0.123_456, Bound::Printed(figure("0.13")), "0.1235", None, "0.13"),
        (12.0, Bound::Printed(figure("13")), "12.00", None, "13"),
        (0.575, Bound::Percent(figure("58.0")), "57.500%", None, "58.0%"),
        (0.5, Bound::AtLeast(0.6), "0.500", Some("bound-at-least"), "0.6"),
        (0.599_99, Bound::AtLeast(0.6), "0.59999", Some("bound-at-least"), "0.6"),
        (7.0, Bound::AtMost(5.0), "7", Some("bound-at-most"), "5"),
        (0.6, Bound::Below(0.6), "0.6000000000", Some("bound-below"), "0.6"),
        (0.25, Bound::Above(0.5), "0.250", Some("bound-above"), "0.5"),
    ] {
        for language in crate::messages::languages() {
            let speaker = Speaker::of(language).unwrap();
            let cut = key.map_or_else(|| cut.to_owned(), |key| say(speaker, (key, &[("cut", Words(cut))])));
            assert_eq!(against(found, bound, speaker), (said.to_owned(), cut), "{found} {bound:?}");
        }
    }
}

/// Compares the claims of a study with their verdicts, and checks that the messages agree.
fn check_verdicts(fixture: &Fixture, expected: &[(&str, &str)]) {
    let verdicts = verdicts(&fixture.input(), "en").unwrap();
    let found: Vec<(&str, &str)> = verdicts.iter().map(|one| (one.id.as_str(), one.verdict.name())).collect();
    assert_eq!(found, expected);
    for one in &verdicts {
        assert_eq!(one.why.is_some(), !one.verdict.holds(), "{one:?}");
        assert!(one.setting.is_empty() || !one.verdict.holds(), "{one:?}");
    }
}

#[test]
fn claims_of_a_run_are_reported_with_their_verdicts() {
    check_verdicts(&run(LEVELS), &[("broken", "broken"), ("held", "held"), ("lasts", "broken")]);
    check_verdicts(&lipset(), &[]);
}
