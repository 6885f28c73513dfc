//! Tests of warnings: one row per kind, with the message and values that it must have.

mod wording;

use equifinal_qca::findings::{CrossoverCell, Output, RowList, Ruled};
use equifinal_study::config::AtCrossover;
use fluent_bundle::FluentValue;

use super::*;
use crate::fixture::message::Given::{Both, Count, Message, Names, Of, Words};
use crate::fixture::message::{Given, Message as Sentence, say};
use crate::fixture::study::{STUDIES, run};
use crate::fixture::{Fixture, lipset};
use crate::number;

/// A warning: its message and its values.
type Warning = Sentence<'static>;

fn warned(fixture: &Fixture, speaker: &Speaker) -> Vec<String> {
    concerns(&fixture.input(), speaker).into_iter().map(|concern| concern.said).collect()
}

/// The critical concerns.
fn critical(fixture: &Fixture, speaker: &Speaker) -> Vec<String> {
    let input = fixture.input();
    let critical = concerns(&input, speaker).into_iter().filter(|concern| concern.severity == Severity::Critical);
    critical.map(|concern| concern.said).collect()
}

/// Compares the warnings that a change adds, in both languages; their order is that of severity.
fn check(change: fn(&mut Fixture), added: &[Warning]) {
    let (quiet, mut fixture) = (lipset(), lipset());
    change(&mut fixture);
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let before = warned(&quiet, speaker);
        let new: Vec<String> = warned(&fixture, speaker).into_iter().filter(|one| !before.contains(one)).collect();
        let mut added: Vec<String> = added.iter().map(|one| say(speaker, *one)).collect();
        added.sort_by_key(|one| new.iter().position(|other| other == one));
        assert_eq!(new, added);
    }
}

/// The warnings that `change`d findings add, in a language.
fn added(change: impl FnOnce(&mut Fixture), speaker: &Speaker) -> Vec<String> {
    let before = warned(&lipset(), speaker);
    let mut fixture = lipset();
    change(&mut fixture);
    warned(&fixture, speaker).into_iter().filter(|one| !before.contains(one)).collect()
}

const SURVIVAL: (&str, Given<'_>) = ("analysis", Both("Survival of democracy", "民主存续"));

/// A membership of a case in DEV near 0.5.
fn cell(case: &str, used: Option<f64>) -> CrossoverCell {
    CrossoverCell { case: case.to_owned(), condition: "DEV".to_owned(), membership: 0.5, used }
}

#[test]
fn the_textbook_study_has_the_warnings_that_it_has() {
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        let names = |sets: &[&str]| speaker.list(sets);
        let fixture = lipset();
        let input = fixture.input();
        let labels = crate::names::Names::of(&input, speaker);
        let outcome = labels.set("SURV");
        let against =
            speaker.say_of("condition-of-path", &[("path", "H2".into()), ("condition", labels.negation("IND").into())]);
        let all = || speaker.list(["DEV", "URB", "LIT", "IND", "STB"].map(|set| labels.set(set)));
        let of = |key: &str, args: &[(&str, FluentValue<'_>)]| speaker.say_of(key, args);
        let expected = [
            of(
                "warning-contradictory-assumptions",
                &[("outcome", outcome.as_str().into()), ("count", "8".into()), ("remainders", "23".into())],
            ),
            of(
                "warning-core-against-expectation",
                &[("outcome", outcome.as_str().into()), ("count", 1.into()), ("conditions", against.into())],
            ),
            of(
                "warning-trivial",
                &[("analysis", labels.analysis_title("survival").into()), ("conditions", "LIT".into())],
            ),
            of("warning-skewed", &[("sets", "LIT (88.0%)".into())]),
            of(
                "warning-limited-diversity",
                &[
                    ("analysis", labels.analysis_title("survival").into()),
                    ("observed", 9.into()),
                    ("possible", "32".into()),
                    ("remainders", "23".into()),
                ],
            ),
            of("warning-without-reason", &[("sets", names(&["URB", "LIT", "IND", "STB", "SURV"]).into())]),
            of(
                "warning-expectations-without-reason",
                &[("analysis", labels.analysis_title("survival").into()), ("conditions", all().into())],
            ),
            of(
                "warning-reversed-without-reason",
                &[("analysis", labels.analysis_title("~survival").into()), ("conditions", all().into())],
            ),
            of(
                "warning-default-negations",
                &[
                    ("count", 6.into()),
                    (
                        "labels",
                        speaker
                            .list(["DEV", "URB", "LIT", "IND", "STB", "SURV"].map(|set| labels.negation(set)))
                            .into(),
                    ),
                ],
            ),
        ];
        assert_eq!(warned(&lipset(), speaker), expected);
    }
}

#[test]
fn memberships_near_the_crossover_are_warned_of() {
    check(
        |f| {
            f.findings[0].analysis.at_crossover = AtCrossover::Present;
            f.findings[0].at_crossover = vec![cell("FI", Some(0.501)), cell("IE", Some(0.501))];
        },
        &[(
            "warning-at-crossover",
            &[SURVIVAL, ("count", Count(2)), ("policy", Words("present")), ("cells", Names(&["FI × DEV", "IE × DEV"]))],
        )],
    );
    check(
        |f| f.diagnoses[5].at_crossover.push("FI".to_owned()),
        &[(
            "warning-outcome-at-crossover",
            &[("outcome", Words("SURV")), ("count", Count(1)), ("cases", Names(&["FI"]))],
        )],
    );
}

#[test]
fn cases_that_rows_lack_are_warned_of_and_more_than_one_in_twenty_first_of_all() {
    let in_no_row: Warning = (
        "warning-in-no-row",
        &[SURVIVAL, ("count", Count(1)), ("total", Count(18)), ("share", Words("5.6")), ("cases", Names(&["DE"]))],
    );
    check(|f| f.findings[0].in_no_row = vec![3], &[in_no_row]);
    let dropped: Warning = (
        "warning-dropped",
        &[
            SURVIVAL,
            ("count", Count(2)),
            ("total", Count(20)),
            ("share", Words("10.0")),
            ("cases", Names(&["A1", "A2"])),
        ],
    );
    let drop = |f: &mut Fixture| {
        f.findings[0].analysis.at_crossover = AtCrossover::Drop;
        f.findings[0].at_crossover = vec![cell("A1", None), cell("A2", None), cell("A2", None)];
    };
    check(drop, &[dropped]);
    let speaker = Speaker::of("en").unwrap();
    let mut fixture = lipset();
    drop(&mut fixture);
    assert_eq!(warned(&fixture, speaker)[0], say(speaker, dropped));
    assert_eq!(critical(&fixture, speaker), [say(speaker, dropped)]);
}

/// Lost cases, and true if that is critical: more than 5 % must be lost.
#[test]
fn the_share_of_lost_cases_decides_whether_it_is_critical() {
    let speaker = Speaker::of("en").unwrap();
    for (lost, cases, is_critical) in [(0, 18, false), (1, 20, false), (1, 19, true), (5, 100, false), (6, 100, true)] {
        let mut fixture = lipset();
        for findings in &mut fixture.findings {
            findings.cases = std::sync::Arc::new((0..cases).map(|case| format!("c{case}")).collect());
            findings.in_no_row = (0..lost).collect();
        }
        let critical = critical(&fixture, speaker).len();
        assert_eq!(critical, usize::from(is_critical), "{lost} of {cases}");
        let key = "warning-in-no-row";
        let args: [(&str, FluentValue<'_>); 5] = [
            ("analysis", "Survival of democracy".into()),
            ("count", lost.into()),
            ("total", cases.into()),
            ("share", number::percent(f64::from(u32::try_from(lost).unwrap()) / f64::from(cases)).into()),
            ("cases", speaker.list((0..lost).map(|case| format!("c{case}"))).into()),
        ];
        let said = warned(&fixture, speaker).into_iter().filter(|one| *one == speaker.say_of(key, &args)).count();
        assert_eq!(said, usize::from(lost > 0), "{lost} of {cases}: it is said once");
    }
}

#[test]
fn doubtful_rows_are_warned_of() {
    check(
        |f| f.findings[0].rows[21].on_the_line = true,
        &[("warning-on-the-line", &[SURVIVAL, ("count", Count(1)), ("rows", Names(&["22"]))])],
    );
    check(
        |f| {
            f.findings[0].rows[21].contradictory = true;
            f.findings[0].rows[31].contradictory = true;
        },
        &[("warning-contradictory", &[SURVIVAL, ("count", Count(2)), ("rows", Names(&["22", "32"]))])],
    );
    check(
        |f| {
            let case = f.findings[0].rows[21].cases[0];
            f.findings[0].outcome[case] = 0.49;
        },
        &[("warning-deviant", &[SURVIVAL, ("count", Count(1)), ("rows", Names(&["22 (FI)"]))])],
    );
    check(
        |f| f.findings[0].rows[22].output = Output::Remainder,
        &[
            (
                "warning-limited-diversity",
                &[SURVIVAL, ("observed", Count(9)), ("possible", Words("32")), ("remainders", Words("24"))],
            ),
            ("warning-below-frequency", &[SURVIVAL, ("count", Count(1)), ("rows", Names(&["23"]))]),
        ],
    );
    check(
        |f| f.findings[0].implausible.push(Ruled { observed: vec![22], out: RowList::default() }),
        &[(
            "warning-observed-named",
            &[
                SURVIVAL,
                ("key", Words("implausible")),
                ("count", Count(1)),
                ("rows", Of(("row-of-cases", &[("row", Words("22")), ("cases", Names(&["FI", "IE"]))]))),
            ],
        )],
    );
}

#[test]
fn conditions_that_are_many_or_do_not_vary_are_warned_of() {
    check(
        |f| f.findings[0].rows_possible = 128,
        &[
            (
                "warning-limited-diversity",
                &[SURVIVAL, ("observed", Count(9)), ("possible", Words("128")), ("remainders", Words("119"))],
            ),
            ("warning-many-conditions", &[SURVIVAL, ("conditions", Count(5)), ("cases", Count(18))]),
        ],
    );
    check(
        |f| f.findings[0].rows.iter_mut().filter(|row| row.levels[2] == 0).for_each(|row| row.cases.clear()),
        &[
            (
                "warning-limited-diversity",
                &[SURVIVAL, ("observed", Count(7)), ("possible", Words("32")), ("remainders", Words("25"))],
            ),
            (
                "warning-without-variation",
                &[
                    SURVIVAL,
                    ("literal", Words("LIT")),
                    ("solution", Message("intermediate")),
                    ("count", Count(2)),
                    ("terms", Names(&["DEV*URB*LIT*STB", "DEV*LIT*~IND*STB"])),
                ],
            ),
        ],
    );
}

/// For any findings, no warning occurs twice, and both languages have the same warnings.
#[test]
fn both_languages_warn_of_the_same_once() {
    let runs = STUDIES.into_iter().map(|(name, texts)| (name, run(texts))).chain([("lipset", lipset())]);
    for (name, fixture) in runs {
        let [en, zh] = ["en", "zh"].map(|language| warned(&fixture, Speaker::of(language).unwrap()));
        assert_eq!(en.len(), zh.len(), "{name}: {en:#?} {zh:#?}");
        for (at, warning) in en.iter().enumerate() {
            assert!(!en[..at].contains(warning), "{name}: twice: {warning}");
        }
    }
}

/// Necessary condition analyses: one case that makes a finding, a ceiling with cases above it, little power.
#[test]
fn weak_necessary_conditions_in_degree_are_said() {
    let of = |change: &dyn Fn(&mut equifinal_nca::findings::Findings)| {
        let mut fixture = run(STUDIES[1].1);
        let found = &mut fixture.nca[0];
        found.power = None;
        for one in found.conditions.iter_mut().filter_map(|one| one.analysed.as_mut().ok()) {
            one.necessary = true;
            one.outliers.clear();
            let by = one.decide_by;
            one.ceilings[by].measures.accuracy = Some(1.0);
        }
        change(found);
        let all = concerns(&fixture.input(), Speaker::of("en").unwrap()).into_iter();
        all.filter(|one| one.id.name().starts_with("nca")).map(|one| (one.id.name(), one.said)).collect::<Vec<_>>()
    };
    fn first(found: &mut equifinal_nca::findings::Findings) -> &mut equifinal_nca::findings::Analysed {
        found.conditions[0].analysed.as_mut().unwrap()
    }
    let influence = |without: f64, cases: &[usize]| equifinal_nca::outliers::Influence {
        cases: cases.to_vec(),
        without: Some(without),
        change: without - 0.3,
        on_ceiling: true,
        sets_scope: false,
    };
    assert_eq!(of(&|_| {}), []);
    let least = run(STUDIES[1].1).nca[0].spec.effect_size;
    let outlying = |without: f64, cases: &'static [usize]| {
        of(&move |found| first(found).outliers = vec![influence(least + 0.1, &[0]), influence(without, cases)])
    };
    let [(id, said)] = &outlying(least - 0.05, &[2])[..] else { panic!("one concern") };
    let case = run(STUDIES[1].1).nca[0].sample.cases[2].clone();
    assert!(*id == "nca_one_case" && said.contains(&case) && said.contains("0.050 without it"), "{said}");
    assert_eq!(outlying(least, &[2]), [], "the threshold is reached");
    assert_eq!(outlying(0.0, &[1, 2]), [], "a pair is not one case");
    let accuracy = |value: f64| {
        of(&move |found| {
            let one = first(found);
            let by = one.decide_by;
            one.ceilings[by].measures.accuracy = Some(value);
        })
    };
    assert!(accuracy(0.9)[0].1.contains("(90.0%)") && accuracy(0.95).is_empty(), "{:?}", accuracy(0.9));
    let power = |value: f64| of(&move |found| found.power = Some(value));
    assert!(power(0.4)[0].1.contains("of only 0.40") && power(0.8).is_empty(), "{:?}", power(0.4));
}
