//! Messages of the report about findings, with their numbers, in both languages, and messages that must not occur.

mod settings;

use equifinal_qca::findings::{Area, Configurations, Refusal, SufficiencyFit, TheoryEvaluation};
use equifinal_study::config::{Provenance, SolutionType};

use super::*;
use crate::fixture::message::Given::{Both, Count, Message, Names, Of, Words};
use crate::fixture::message::{Message as Sentence, say};
use crate::fixture::{Fixture, both, lipset, path, term};
use crate::messages::tests::listen;

/// Checks the edition of `change`d findings: each of `said` occurs, and no message with a key in `silent`.
fn check(change: impl Fn(&mut Fixture), said: &[Sentence<'_>], silent: &[&str]) {
    let mut fixture = lipset();
    change(&mut fixture);
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let mut texts = Vec::new();
        let heard = listen(|| {
            let sections = serde_json::to_value(&edition(&fixture.input(), language).unwrap().sections).unwrap();
            each_text(&sections, &mut |text| texts.push(text.to_owned()));
        });
        for sentence in said {
            let wanted = say(speaker, *sentence);
            assert!(
                heard.contains(sentence.0) && texts.iter().any(|text| text.contains(&wanted)),
                "not said: {wanted}"
            );
        }
        for key in silent {
            assert!(!heard.contains(*key), "{language}: {key} is said");
        }
    }
}

const SURVIVAL: crate::fixture::message::Given<'_> = Both("Survival of democracy", "民主存续");
const BREAKDOWN: crate::fixture::message::Given<'_> = Of(("negation-of", &[("label", SURVIVAL)]));

fn each_text(value: &serde_json::Value, visit: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => visit(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| each_text(item, visit)),
        serde_json::Value::Object(entries) => entries.values().for_each(|entry| each_text(entry, visit)),
        _ => {}
    }
}

#[test]
fn necessity_and_rows_are_put_into_words_and_numbers() {
    check(
        |_| {},
        &[
            (
                "finding-necessary",
                &[
                    ("condition", Both("Stable government", "政府稳定")),
                    ("outcome", SURVIVAL),
                    ("consistency", Words("0.920")),
                    ("coverage", Words("0.707")),
                    ("relevance", Words("0.680")),
                ],
            ),
            (
                "finding-trivial",
                &[
                    ("condition", Both("Literate", "识字率高")),
                    ("outcome", SURVIVAL),
                    ("consistency", Words("0.991")),
                    ("coverage", Words("0.643")),
                    ("relevance", Words("0.509")),
                ],
            ),
            ("finding-none-necessary", &[("outcome", BREAKDOWN), ("consistency", Words("0.900"))]),
            ("truth-table-remainders", &[("remainders", Count(23)), ("possible", Words("32"))]),
        ],
        &["combinations-more", "truth-table-in-no-row", "truth-table-dropped", "truth-table-contradictory"],
    );
}

#[test]
fn solutions_and_their_paths_are_put_into_words_and_numbers() {
    check(
        |_| {},
        &[
            (
                "finding-solution",
                &[
                    ("solution", Message("intermediate")),
                    ("outcome", SURVIVAL),
                    ("count", Count(2)),
                    ("consistency", Words("0.866")),
                    ("coverage", Words("0.660")),
                    ("percent", Words("66.0")),
                ],
            ),
            (
                "finding-path",
                &[
                    ("path", Words("H1")),
                    ("outcome", SURVIVAL),
                    (
                        "conditions",
                        Both(
                            "Urbanised and Stable government (core) and Developed and Literate (peripheral)",
                            "以城市化、政府稳定为核心条件，以经济发达、识字率高为边缘条件",
                        ),
                    ),
                    ("consistency", Words("0.901")),
                    ("raw", Words("0.468")),
                    ("unique", Words("0.378")),
                    ("cases", Names(&["BE", "CZ", "NL", "UK"])),
                ],
            ),
            (
                "counterfactuals",
                &[
                    ("parsimonious", Words("M1")),
                    ("easy", Count(1)),
                    ("easy_rows", Words("30")),
                    ("difficult", Count(11)),
                    ("difficult_rows", Names(&["10", "12", "14", "16–18", "21", "25", "26", "28", "29"])),
                ],
            ),
        ],
        &["role-sometimes", "finding-ambiguous", "solution-refused", "ambiguity", "finding-path-without-cases"],
    );
}

#[test]
fn refusals_are_results() {
    let reason = ("reason", Message("refusal-no-positive-row"));
    check(
        |fixture| {
            fixture.findings[1].solutions = [const { Err(Refusal::NoPositiveRow) }; 3];
            fixture.findings[0].solutions[1] = Err(Refusal::NoNegativeRow);
        },
        &[
            ("solution-refused", &[("outcome", BREAKDOWN), ("solution", Message("intermediate")), reason]),
            ("core-unknown", &[("outcome", SURVIVAL)]),
            (
                "warning-refused",
                &[
                    ("analysis", SURVIVAL),
                    ("solution", Message("parsimonious")),
                    ("reason", Message("refusal-no-negative-row")),
                ],
            ),
        ],
        &["sign-core-present", "sign-peripheral-present", "role-core"],
    );
}

#[test]
fn ambiguity_is_stated_with_what_is_shared() {
    check(
        |fixture| {
            let conditions = fixture.findings[0].conditions.clone();
            let solution = fixture.findings[0].solutions[2].as_mut().unwrap();
            let mut second = solution.models[0].clone();
            second.paths[1].term = term("DEV*URB*IND", &conditions).into();
            solution.models.push(second);
            solution.model_count = 2;
        },
        &[
            ("finding-ambiguous", &[("count", Words("2"))]),
            (
                "ambiguity",
                &[
                    ("solution", Message("intermediate")),
                    ("count", Words("2")),
                    ("shared", Words("DEV*URB*LIT*STB")),
                    ("differing", Names(&["DEV*LIT*~IND*STB", "DEV*URB*IND"])),
                ],
            ),
            ("chart-one-of-models", &[("outcome", SURVIVAL), ("count", Words("2")), ("model", Words("M1"))]),
            ("chart-one-of-models", &[("outcome", SURVIVAL), ("count", Words("2")), ("model", Words("M2"))]),
        ],
        &["at-least"],
    );
}

#[test]
fn a_count_that_was_not_finished_is_said_to_be_one() {
    check(
        |fixture| {
            let solution = fixture.findings[0].solutions[2].as_mut().unwrap();
            (solution.model_count, solution.count_is_exact) = (4000, false);
        },
        &[("finding-ambiguous", &[("count", Of(("at-least", &[("count", Words("4000"))])))])],
        &[],
    );
}

#[test]
fn a_composite_path_is_named_with_its_covering_pair() {
    let note = |path| [("path", Words(path)), ("terms", Names(&["DEV*IND", "URB*~IND"]))];
    let change = |fixture: &mut Fixture| {
        let conditions = fixture.findings[0].conditions.clone();
        let parsimonious = fixture.findings[0].solutions[1].as_mut().unwrap();
        parsimonious.models[0].paths[0].term = term("DEV*IND", &conditions).into();
        parsimonious.models[0].paths[1].term = term("URB*~IND", &conditions).into();
    };
    check(change, &[("core-composite", &note("H1"))], &[]);
    let mut fixture = lipset();
    change(&mut fixture);
    let speaker = Speaker::of("en").unwrap();
    let other = say(speaker, ("core-composite", &note("H2")));
    let edition = fixture.edition("en");
    assert!(edition.tables().flat_map(|table| &table.notes).all(|said| *said != other));
}

#[test]
fn named_paths_are_shown_and_unmatched_ones_reported() {
    check(
        |fixture| {
            let paths = vec![path("urban", "Urban path", "DEV*URB*LIT*STB"), path("lost", "Lost path", "DEV*IND")];
            fixture.findings[0].analysis.paths.clone_from(&paths);
            fixture.findings[1].analysis.paths = paths;
        },
        &[
            ("label-and-code", &[("label", Words("H1")), ("code", Words("Urban path"))]),
            ("warning-paths-without-terms", &[("analysis", SURVIVAL), ("paths", Words("lost"))]),
            ("warning-terms-without-name", &[("analysis", SURVIVAL), ("terms", Words("DEV*LIT*~IND*STB"))]),
        ],
        &[],
    );
}

#[test]
fn what_core_means_depends_on_the_interpreted_solution() {
    let of = |kind| move |fixture: &mut Fixture| fixture.findings[0].analysis.interpret = kind;
    let outcome: &[_] = &[("outcome", SURVIVAL)];
    let notes = ["core-extension", "core-parsimonious", "core-coincides", "core-unknown"];
    check(|_| {}, &[], &notes);
    check(of(SolutionType::Conservative), &[(notes[0], outcome)], &notes[1..]);
    check(of(SolutionType::Parsimonious), &[(notes[1], outcome)], &[notes[0], notes[2], notes[3]]);
    check(
        |fixture| fixture.findings[0].solutions[1] = fixture.findings[0].solutions[2].clone(),
        &[(notes[2], outcome)],
        &[notes[0], notes[1], notes[3]],
    );
}

#[test]
fn reconstructed_and_synthetic_data_are_announced_loudly() {
    for (provenance, strong) in [
        (Provenance::Original, false),
        (Provenance::Published, false),
        (Provenance::Reconstructed, true),
        (Provenance::Synthetic, true),
    ] {
        let mut fixture = lipset();
        fixture.study.provenance = provenance;
        assert_eq!(edition(&fixture.input(), "en").unwrap().provenance.strong, strong, "{provenance:?}");
    }
}

#[test]
fn no_sentence_is_missing_from_the_report() {
    let mut fixture = lipset();
    fixture.study.provenance = Provenance::Synthetic;
    fixture.study.sets[1].group = Some(both("Society", "社会"));
    for language in crate::messages::languages() {
        let edition = edition(&fixture.input(), language).unwrap();
        each_text(&serde_json::to_value(&edition).unwrap(), &mut |text| {
            assert!(!text.contains('{') && !text.contains('␣'), "{text}");
        });
    }
}

/// An evaluation in which every area holds the first case on one side.
fn evaluation() -> TheoryEvaluation {
    let area = |expected: bool, found: bool| Area {
        configurations: expected
            .then(|| if found { Configurations::None } else { Configurations::Some("~URB".to_owned()) }),
        expected,
        found,
        expression: Some("(DEV + ~URB)*STB".to_owned()),
        fit: SufficiencyFit { consistency: Some(0.75), pri: Some(0.5), coverage: Some(0.25) },
        with_outcome: vec![0],
        without_outcome: Vec::new(),
    };
    TheoryEvaluation {
        theory: "DEV + ~URB".to_owned(),
        fit: SufficiencyFit { consistency: Some(0.625), pri: None, coverage: Some(0.125) },
        model_count: 12,
        models: vec![[area(true, true), area(false, true), area(true, false), area(false, false)]; 2],
    }
}

#[test]
fn theory_stands_beside_the_solution() {
    check(
        |fixture| fixture.findings[0].theory = Some(evaluation()),
        &[
            (
                "theory-note",
                &[
                    ("theory", Words("DEV + ~URB")),
                    ("consistency", Words("0.625")),
                    ("coverage", Words("0.125")),
                    ("solution", Message("intermediate")),
                ],
            ),
            ("theory-covered-most", &[("count", Count(1))]),
            ("theory-covered-least", &[("count", Count(1))]),
            ("theory-uncovered-most", &[("count", Count(1))]),
            ("theory-uncovered-least", &[("count", Count(1))]),
            ("theory-inconsistent-most", &[("count", Count(0))]),
            ("theory-consistent-least", &[("count", Count(0))]),
            ("theory-too-large", &[]),
            ("theory-first-models", &[("count", Words("12")), ("compared", Count(2))]),
            ("theory-minimum", &[]),
        ],
        &[],
    );
    check(|_| {}, &[], &["theory-note", "theory-title", "theory-too-large"]);
}

#[test]
fn analyses_that_are_alike_share_a_chart() {
    let second = |like: Option<&'static str>| {
        move |fixture: &mut Fixture| {
            let mut other = fixture.findings[0].clone();
            other.analysis.name = "mortality".to_owned();
            other.analysis.outcome.set = "LIT".to_owned();
            other.analysis.like = like.map(str::to_owned);
            fixture.study.analyses.push(other.analysis.clone());
            fixture.findings.push(other);
        }
    };
    let solution = ("solution", Message("intermediate"));
    let outcomes = Both("Survival of democracy, Literate", "民主存续、识字率高");
    check(
        second(Some("survival")),
        &[("configurations-title-several", &[("outcome", outcomes), solution])],
        &["configurations-title", "configurations-title-alone"],
    );
    check(
        second(None),
        &[
            ("configurations-title", &[("outcome", SURVIVAL), solution]),
            ("configurations-title-alone", &[("outcome", Both("Literate", "识字率高")), solution]),
        ],
        &["configurations-title-several"],
    );
}

#[test]
fn the_standards_are_an_appendix_where_asked_for() {
    check(
        |fixture| fixture.study.standards = equifinal_study::config::Standards::Checked,
        &[
            ("standards-title", &[]),
            ("standards-not-met", &[("against", Words("`survival: LIT`"))]),
            ("standard-selection-do", &[]),
        ],
        &[],
    );
    check(|_| {}, &[], &["standards-title", "standards-summary", "section-standards"]);
}
