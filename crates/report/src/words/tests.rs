//! Every reason has its message, with its numbers in their places.

use equifinal_qca::findings::Unproven;
use equifinal_study::config::{NumericDecision, SolutionType};

use super::*;
use crate::fixture::message::Given::{Message, Of, Words};
use crate::fixture::message::{Message as Sentence, say};

fn check(refused: &Refusal, sentence: Sentence<'_>) {
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let expected = say(speaker, sentence);
        assert_eq!(refusal(refused, speaker), expected);
        // The same reason where a change, or what was before it, has no solution.
        assert_eq!(no_solution(&NoSolution::After(refused.clone()), speaker), expected);
        let before: Sentence<'_> = ("before-the-change", &[("reason", Of(sentence))]);
        assert_eq!(no_solution(&NoSolution::Before(refused.clone()), speaker), say(speaker, before));
        let reason = Box::new(refused.clone());
        let underived = Refusal::Underived { solution: SolutionType::Parsimonious, reason: reason.clone() };
        let derived = [("solution", Message("parsimonious")), ("reason", Of(sentence))];
        assert_eq!(refusal(&underived, speaker), say(speaker, ("refusal-underived", &derived)));
        let one: Sentence<'_> = ("refusal-one-unknown", &[("reason", Of(sentence))]);
        let unknown = Refusal::AssumptionsUnknown { reason: Some(reason) };
        let expected = say(speaker, ("refusal-assumptions-unknown", &[("reason", Of(one))]));
        assert_eq!(refusal(&unknown, speaker), expected);
    }
}

#[test]
fn refusals_are_said_with_their_numbers() {
    check(&Refusal::NoPositiveRow, ("refusal-no-positive-row", &[]));
    check(&Refusal::NoNegativeRow, ("refusal-no-negative-row", &[]));
    check(&Refusal::NothingBetween, ("refusal-nothing-between", &[]));
    let too_many: Sentence<'_> = ("refusal-too-many-terms", &[("remedy", Message("remedy-smaller"))]);
    check(&Refusal::AssumptionsUnknown { reason: None }, ("refusal-assumptions-unknown", &[("reason", Of(too_many))]));
    let [expression, found, asked] = ["A", "0.800 / 0.900 / 0.700", "0.9 / 0 / 0"];
    check(
        &Refusal::NotNecessary { expression: expression.to_owned(), found: found.to_owned(), asked: asked.to_owned() },
        (
            "refusal-not-necessary",
            &[("expression", Words(expression)), ("found", Words(found)), ("asked", Words(asked))],
        ),
    );
    check(
        &Refusal::Inconsistent { row: 12, cutoff: "0.85".to_owned() },
        ("refusal-inconsistent", &[("row", Words("12")), ("cutoff", Words("0.85"))]),
    );
}

/// A limit names its key and a higher value, or only ways to make the analysis smaller if there is none.
#[test]
fn limits_are_said_with_their_remedy() {
    for limit in [Limit::PrimeImplicants, Limit::Complement, Limit::Search] {
        for most in [1000, u64::MAX] {
            let raised = Budget::raised(most).map(|raised| format!("budget: {{{}: {raised}}}", limit.key()));
            let smaller = ("smaller", Message("remedy-smaller"));
            let setting = [("setting", Words(raised.as_deref().unwrap_or_default())), smaller];
            let remedy = if raised.is_some() { Of(("remedy-raise", &setting)) } else { Message("remedy-smaller") };
            let number = most.to_string();
            let values = [("limit", Words(limit.key())), ("most", Words(&number)), ("remedy", remedy)];
            check(&Refusal::Budget { limit, most }, ("refusal-budget", &values));
        }
    }
}

#[test]
fn what_is_known_of_an_unproven_minimum_is_said() {
    let known = |search| {
        let known = Unproven { prime_implicants: 2000, rows: 31, at_least: 4, search, ..Unproven::default() };
        Refusal::Unproven(Box::new(Unproven { cover: vec![1; 7], ..known }))
    };
    let counts = [("primes", Words("2000")), ("rows", Words("31")), ("least", Words("4")), ("most", Words("7"))];
    let raised = format!("budget: {{search: {}}}", Budget::raised(1000).unwrap());
    let raise = [("setting", Words(&raised)), ("smaller", Message("remedy-smaller"))];
    let remedy = |remedy| [counts.as_slice(), &[("remedy", remedy)]].concat();
    check(&known(Some(1000)), ("refusal-unproven", &remedy(Of(("remedy-raise", &raise)))));
    check(&known(None), ("refusal-hopeless", &remedy(Message("remedy-smaller"))));
}

#[test]
fn models_that_are_not_all_listed_are_no_result() {
    let speaker = Speaker::of("zh").unwrap();
    let unlisted = NoSolution::Unlisted { listed: 10, models: 1 << 70 };
    let given = [("listed", Words("10")), ("models", Words("1180591620717411303424"))];
    assert_eq!(no_solution(&unlisted, speaker), say(speaker, ("reason-listed", &given)));
}

#[test]
fn decisions_of_a_universe_are_written_as_study_files_write_them() {
    let speaker = Speaker::of("en").unwrap();
    let number = |value| Decision::Number(NumericDecision::Pri, value);
    for (decision, said) in [
        (number(0.8), "0.8"),
        (number(550.0), "550"),
        (number(-2.0), "-2"),
        (number(0.0125), "0.012"),
        (number(1234.5), "1234.5"),
        (Decision::Solution(SolutionType::Parsimonious), "parsimonious"),
        (Decision::DropCases(Vec::new()), "none"),
    ] {
        assert_eq!(decided(&decision, speaker), said);
        let name = decision.name();
        assert_eq!(changes(&[decision.clone(), decision], speaker), format!("{name} {said}, {name} {said}"));
    }
}

#[test]
fn every_ground_has_words_of_its_own() {
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let mut said: Vec<String> = Ground::ALL.iter().map(|ground| impossible(*ground, speaker)).collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), Ground::ALL.len(), "{said:?}");
    }
}
