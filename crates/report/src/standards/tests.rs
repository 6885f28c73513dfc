//! Tests the reporting standards on studies that meet and violate them.

use std::collections::BTreeMap;

use equifinal_qca::findings::Output;
use equifinal_robustness::multiverse::{Multiverse, Varied};
use equifinal_study::config::{Alternative, Design, Provenance, Reason, ReasonSource, Variant};
use equifinal_study::text::Text;

use super::*;
use crate::fixture::{Fixture, lipset};

/// The verdict of one rule on a changed study.
fn check(rule: &str, change: impl FnOnce(&mut Fixture), expected: Result<Status, &[&str]>) {
    let mut fixture = lipset();
    change(&mut fixture);
    let verdict = checked(&fixture.input()).into_iter().find(|one| one.rule == rule).unwrap().verdict;
    match expected {
        Ok(status) => assert_eq!(verdict.status(), status, "{rule}: {verdict:?}"),
        Err(against) => {
            assert_eq!(verdict, Verdict::Fail(against.iter().map(|&one| one.to_owned()).collect()), "{rule}")
        }
    }
}

fn alternative(fixture: &Fixture) -> Alternative {
    Alternative {
        id: "other".to_owned(),
        label: None,
        because: None,
        changes: Vec::new(),
        variant: Variant {
            nca: Vec::new(),
            chains: Vec::new(),
            sets: fixture.study.sets.clone(),
            analyses: fixture.study.analyses.clone(),
            drop_cases: Vec::new(),
        },
    }
}

const PASS: Result<Status, &[&str]> = Ok(Status::Pass);
const OPEN: Result<Status, &[&str]> = Ok(Status::NotApplicable);

#[test]
fn rules_about_sets() {
    let reason = |words: &str, source| Some(Reason { source, text: Text::plain(words) });
    check("labels", |_| {}, PASS);
    check("labels", |fixture| fixture.study.sets[1].label = None, Err(&["URB"]));
    check("anchor-reasons", |_| {}, Err(&["URB", "LIT", "IND", "STB", "SURV"]));
    let reasons = |fixture: &mut Fixture| {
        for (i, set) in fixture.study.sets.iter_mut().enumerate() {
            set.because = reason(&format!("a good reason, number {i}"), Some(ReasonSource::Cases));
        }
        fixture.diagnosis.concerns.clear();
    };
    check("anchor-reasons", reasons, PASS);
    check("anchor-sources", reasons, PASS);
    check("sample-anchors", reasons, OPEN);
    let from_sample =
        |fixture: &mut Fixture| fixture.study.sets[2].because = reason("as it lies", Some(ReasonSource::Sample));
    check("sample-anchors", from_sample, Err(&["LIT"]));
    check("skewness", |_| {}, Err(&["LIT"]));
}

#[test]
fn rules_about_analyses() {
    check("negative-cases", |_| {}, PASS);
    check("negative-cases", |fixture| fixture.findings[0].outcome.fill(0.9), Err(&["survival"]));
    check("crossover", |_| {}, PASS);
    check("negation", |_| {}, PASS);
    check("negation", |fixture| fixture.findings.truncate(1), Err(&["survival"]));
    check("necessity-cutoff", |fixture| fixture.findings[1].analysis.necessity.consistency = 0.8, Err(&["~survival"]));
    check("necessity-trivial", |_| {}, Err(&["survival: LIT"]));
    check("pri", |fixture| fixture.findings[0].analysis.truth_table.pri = 0.0, Err(&["survival"]));
    check("three-solutions", |_| {}, PASS);
    let refused = |fixture: &mut Fixture| {
        fixture.findings[0].solutions[1] = Err(equifinal_qca::findings::Refusal::NoNegativeRow);
    };
    check("three-solutions", refused, Err(&["survival: parsimonious"]));
    check("ambiguity", |_| {}, PASS);
    check("contradictions", |_| {}, PASS);
    check("contradictions", |fixture| fixture.findings[0].rows[3].contradictory = true, Err(&["survival: 4"]));
    // Greece, Portugal and Spain, in row 1, are out of the outcome.
    let deviant = |fixture: &mut Fixture| fixture.findings[0].rows[0].output = Output::Positive;
    check("contradictions", deviant, Err(&["survival: 1"]));
}

#[test]
fn rules_about_the_study() {
    check("selection", |_| {}, Err(&["flow"]));
    check("replication", |_| {}, PASS);
    check("replication", |fixture| fixture.study.provenance = Provenance::Synthetic, Err(&["provenance: synthetic"]));
    check("random-data", |_| {}, OPEN);
    check("approach", |_| {}, OPEN);
    check("printed", |_| {}, PASS);
    let none: Result<Status, &[&str]> = Err(&["robustness.alternatives"]);
    for rule in ["robust-cutoffs", "robust-calibration", "robust-conditions", "robust-cases"] {
        check(rule, |_| {}, none);
        let varied = |fixture: &mut Fixture| {
            let mut other = alternative(fixture);
            let changed = &mut other.variant;
            match rule {
                "robust-cutoffs" => changed.analyses[0].truth_table.consistency = 0.9,
                "robust-calibration" => {
                    changed.sets[0].calibrate = equifinal_study::config::Calibration::Crisp { threshold: 1.0 }
                }
                "robust-conditions" => drop(changed.analyses[0].conditions.pop()),
                _ => changed.drop_cases.push("UK".to_owned()),
            }
            fixture.study.alternatives.push(other);
        };
        check(rule, varied, PASS);
    }
    let varied = ["pri", "URB.crossover", "drop_conditions", "drop_cases"];
    for (rule, name) in
        ["robust-cutoffs", "robust-calibration", "robust-conditions", "robust-cases"].into_iter().zip(varied)
    {
        let tried = |fixture: &mut Fixture| {
            let varied = Varied { name: name.to_owned(), values: Vec::new(), binned: false, own: None };
            let (tallies, nearest) = (Vec::new(), BTreeMap::new());
            let dimensions = vec![varied];
            fixture.robustness.multiverse = Some(Multiverse {
                size: 1,
                design: Design::Factorial,
                swept: false,
                dimensions,
                tallies,
                nearest,
                nca: Vec::new(),
            });
        };
        check(rule, tried, PASS);
    }
}

#[test]
fn every_rule_has_its_words() {
    for language in crate::messages::languages() {
        let speaker = Speaker::of(language).unwrap();
        for (rule, _) in RULES {
            let one = Checked { rule, verdict: Verdict::Fail(vec!["A".to_owned()]) };
            for words in [one.requires(speaker), one.remedy(speaker).unwrap(), one.why(speaker)] {
                assert!(!words.contains('{') && !words.is_empty(), "{language}: {rule}: {words}");
            }
        }
    }
}

/// The rules about necessary condition analysis are there only with one.
#[test]
fn necessary_condition_analyses_have_rules_of_their_own() {
    use crate::fixture::study::{STUDIES, run};

    let of = |change: &dyn Fn(&mut equifinal_study::config::NcaSpec)| {
        let mut fixture = run(STUDIES[1].1);
        change(&mut fixture.nca[0].spec);
        let found = checked(&fixture.input()).into_iter().filter(|one| one.rule.starts_with("nca-"));
        found.filter(|one| one.verdict != Verdict::Pass).map(|one| (one.rule, one.verdict)).collect::<Vec<_>>()
    };
    let fails = |rule, place: &str| vec![(rule, Verdict::Fail(vec![format!("nca.degrees.{place}")]))];
    let good = |spec: &mut equifinal_study::config::NcaSpec| spec.outliers = 1;
    assert_eq!(of(&good), []);
    assert_eq!(of(&|spec| (good(spec), spec.permutations = 0).1), fails("nca-test", "permutations"));
    assert_eq!(of(&|spec| (good(spec), spec.ceilings.truncate(1)).1), fails("nca-ceilings", "ceilings"));
    assert_eq!(of(&|spec| spec.outliers = 0), fails("nca-outliers", "outliers"));
    assert!(checked(&lipset().input()).iter().all(|one| !one.rule.starts_with("nca-")));
}
