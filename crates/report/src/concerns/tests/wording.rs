//! Warnings about solutions, omissions in study files, and comparisons that could not be made.

use equifinal_measure::indicators::Trend;
use equifinal_qca::findings::{EnhancedFindings, ExcludedRows, Ground, Limit, Refusal, RowList};
use equifinal_robustness::comparison::{NoSolution, Verdict};
use equifinal_study::config::{Implausible, JointExpectation, Rows};
use equifinal_study::diagnosis::Concern as Diagnosed;
use equifinal_study::expression::Expression;
use equifinal_study::text::Text;

use super::*;
use crate::fixture::path;
use crate::words::refusal;

/// The statement that contradictory assumptions are unknown because of too many terms.
const UNKNOWN: Sentence<'static> = (
    "refusal-assumptions-unknown",
    &[("reason", Of(("refusal-too-many-terms", &[("remedy", Message("remedy-smaller"))])))],
);

#[test]
fn solutions_that_are_missing_or_several_are_warned_of() {
    check(
        |f| f.findings[0].solutions[1] = Err(Refusal::NoNegativeRow),
        &[(
            "warning-refused",
            &[SURVIVAL, ("solution", Message("parsimonious")), ("reason", Message("refusal-no-negative-row"))],
        )],
    );
    check(
        |f| f.findings[1].solutions[2].as_mut().unwrap().model_count = 12,
        &[(
            "warning-ambiguous",
            &[
                ("analysis", Both("Not Survival of democracy", "非民主存续")),
                ("solution", Message("intermediate")),
                ("count", Words("12")),
            ],
        )],
    );
    check(
        |f| {
            // Both enhanced solutions are refused for one reason, and the parsimonious one for another.
            let (parsimonious, intermediate) =
                (Err(Refusal::NothingBetween), Err(Refusal::AssumptionsUnknown { reason: None }));
            f.findings[0].solutions[1] = Err(Refusal::AssumptionsUnknown { reason: None });
            f.findings[0].enhanced = Some(EnhancedFindings { excluded: Vec::new(), parsimonious, intermediate });
        },
        &[
            ("warning-refused", &[SURVIVAL, ("solution", Message("parsimonious")), ("reason", Of(UNKNOWN))]),
            (
                "warning-refused",
                &[
                    SURVIVAL,
                    ("solution", Message("enhanced-parsimonious")),
                    ("reason", Message("refusal-nothing-between")),
                ],
            ),
        ],
    );
    check(
        |f| {
            let excluded = ExcludedRows {
                ground: Ground::Impossible("DEV".to_owned()),
                rows: RowList::default(),
                observed: vec![32],
            };
            let (parsimonious, intermediate) = (f.findings[0].solutions[1].clone(), f.findings[0].solutions[2].clone());
            f.findings[0].enhanced = Some(EnhancedFindings { excluded: vec![excluded], parsimonious, intermediate });
        },
        &[(
            "warning-observed-named",
            &[
                SURVIVAL,
                ("key", Words("enhanced: impossible")),
                ("count", Count(1)),
                ("rows", Of(("row-of-cases", &[("row", Words("32")), ("cases", Names(&["BE", "CZ", "NL", "UK"]))]))),
            ],
        )],
    );
}

#[test]
fn names_and_reasons_that_are_missing_are_warned_of() {
    check(
        |f| f.findings[0].analysis.paths = vec![path("p", "P", "IND")],
        &[
            ("warning-paths-without-terms", &[SURVIVAL, ("paths", Names(&["p"]))]),
            ("warning-terms-without-name", &[SURVIVAL, ("terms", Names(&["DEV*URB*LIT*STB", "DEV*LIT*~IND*STB"]))]),
        ],
    );
    check(
        |f| {
            let expression = Expression::parse("DEV*~URB").unwrap();
            f.findings[0].analysis.expectations_joint.push(JointExpectation { expression, because: None });
        },
        &[(
            "warning-expectations-without-reason",
            &[
                SURVIVAL,
                (
                    "conditions",
                    Both(
                        "Developed, Urbanised, Literate, Industrialised, Stable government, DEV*~URB",
                        "经济发达、城市化、识字率高、工业化、政府稳定、DEV*~URB",
                    ),
                ),
            ],
        )],
    );
}

#[test]
fn implausible_rows_without_a_reason_are_warned_of() {
    let speaker = Speaker::of("zh").unwrap();
    let new = added(
        |f| {
            let because = Some(Text::plain("没有这样的案例").into());
            f.findings[0].analysis.implausible = vec![
                Implausible { rows: Rows::Numbers(vec![3, 4]), because: None },
                Implausible { rows: Rows::Numbers(vec![5]), because },
                Implausible { rows: Rows::Expression(Expression::parse("DEV*~IND").unwrap()), because: None },
            ];
        },
        speaker,
    );
    let rows = speaker.say_of("rows-numbered", &[("rows", speaker.list(["3", "4"]).into())]);
    let rows = speaker.list([rows, "DEV*~IND".to_owned()]);
    let args = [("analysis", "民主存续".into()), ("rows", rows.into())];
    assert_eq!(new, [speaker.say_of("warning-implausible-without-reason", &args)]);
}

#[test]
fn sets_that_say_little_are_warned_of() {
    let set = || "DEV".to_owned();
    check(
        |f| f.diagnosis.concerns.push(Diagnosed::Constant { set: "LIT".to_owned(), value: 0.8 }),
        &[("warning-constant", &[("sets", Names(&["LIT (0.8)"]))])],
    );
    check(
        |f| f.diagnosis.concerns.push(Diagnosed::Skewed { set: "DEV".to_owned(), share_in: 0.0555 }),
        &[("warning-skewed", &[("sets", Names(&["LIT (88.0%)", "DEV (5.6%)"]))])],
    );
    check(
        |f| {
            let (first, second) = ("DEV".to_owned(), "URB".to_owned());
            f.diagnosis.concerns.push(Diagnosed::Identical { first, second });
        },
        &[("warning-identical", &[("first", Words("DEV")), ("second", Words("URB"))])],
    );
    for (one_sided, factor, remedy) in [
        (true, Some(0.01), "warning-anchors-in-shares"),
        (true, Some(100.0), "warning-anchors-in-percent"),
        (false, None, "warning-anchors-unit"),
    ] {
        let mut fixture = lipset();
        let beyond =
            Diagnosed::BeyondAnchors { set: set(), range: [6.5, 31.0], anchors: [0.05, 0.45], one_sided, factor };
        fixture.diagnosis.concerns = vec![beyond];
        for language in crate::messages::languages() {
            let speaker = Speaker::of(language).unwrap();
            let key = if one_sided { "warning-all-beyond-anchors" } else { "warning-none-between-anchors" };
            let values: Warning = (
                key,
                &[
                    ("set", Words("DEV")),
                    ("min", Words("6.5")),
                    ("max", Words("31")),
                    ("low", Words("0.05")),
                    ("high", Words("0.45")),
                ],
            );
            let expected = speaker.sentences([say(speaker, values), speaker.say(remedy)]);
            assert!(warned(&fixture, speaker).contains(&expected), "{remedy}: {expected}");
        }
    }
}

/// A change without a solution has a result; one with unlisted models has none.
#[test]
fn alternatives_that_could_not_be_compared_are_warned_of() {
    let speaker = Speaker::of("en").unwrap();
    let refused = |f: &mut Fixture, refusal| {
        f.alternatives[0].comparisons[0].verdict = Verdict::NotComparable(NoSolution::After(refusal));
    };
    assert_eq!(added(|f| refused(f, Refusal::NoPositiveRow), speaker), [""; 0]);
    let said = |reason: String| {
        let args = [("alternative", "stricter".into()), ("analysis", "survival".into()), ("reason", reason.into())];
        speaker.say_of("warning-alternative", &args)
    };
    let budget = Refusal::Budget { limit: Limit::Search, most: 5 };
    assert_eq!(added(|f| refused(f, budget.clone()), speaker), [said(refusal(&budget, speaker))]);
    let counts = [("listed", "10".into()), ("models", "40".into())];
    let new = added(
        |f| {
            let unlisted = NoSolution::Unlisted { listed: 10, models: 40 };
            f.alternatives[0].comparisons[0].verdict = Verdict::NotComparable(unlisted);
        },
        speaker,
    );
    assert_eq!(new, [said(speaker.say_of("reason-listed", &counts))]);
}

#[test]
fn a_missing_translation_is_warned_of_in_the_language_that_lacks_it() {
    let speaker = Speaker::of("en").unwrap();
    let label = Text { plain: None, by_language: [("en".to_owned(), "D".to_owned())].into() };
    let new = added(|f| f.study.sets[0].label = Some(label), speaker);
    let args = [("count", 1.into()), ("language", "zh".into()), ("places", "sets.DEV.label".into())];
    let missing = speaker.say_of("warning-missing-translation", &args);
    let others: Vec<&String> = new.iter().filter(|one| **one != missing).collect();
    assert_eq!(others.len() + 1, new.len(), "{new:?}");
    assert!(
        others.iter().all(|one| one.contains("not D") || one.contains(" D, ")),
        "others name the label: {others:?}"
    );
}

#[test]
fn an_indicator_that_ends_before_its_table_is_warned_of() {
    for (series, gaps, ends_early) in [
        (vec![(2018, 1.0), (2019, 2.0)], vec![2020], true),
        (vec![(2018, 1.0), (2020, 2.0)], vec![2019], false),
        (vec![(2018, 1.0)], vec![], false),
    ] {
        let mut fixture = lipset();
        let trend = Trend {
            series,
            gaps,
            growth: Vec::new(),
            ratio: None,
            annual: None,
            ratio_met: None,
            target_met: None,
            years_met: Vec::new(),
            growth_met: None,
        };
        fixture.evidence.trends.push(("visits".to_owned(), trend));
        let speaker = Speaker::of("en").unwrap();
        let args = [("indicator", "visits".into()), ("missing", "2020".into()), ("year", "2019".into())];
        let expected = speaker.say_of("warning-last-year-missing", &args);
        assert_eq!(warned(&fixture, speaker).contains(&expected), ends_early);
    }
}
