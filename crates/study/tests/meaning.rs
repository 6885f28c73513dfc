//! What a study file means once it is read: negations, `like`, alternatives, defaults.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write;

use equifinal_study::config::{Analysis, Calibration, Implausible, Rows, SetSpec};
use equifinal_study::parse::{parse, parse_with};

const EVERYTHING: &str = include_str!("everything.yaml");

/// What distinguishes an analysis, on a few lines.
fn described(analysis: &Analysis) -> String {
    let rows = |one: &Implausible| match &one.rows {
        Rows::Expression(expression) => expression.to_string(),
        Rows::Numbers(numbers) => format!("{numbers:?}"),
    };
    let mut text = format!("{}: {} <= {}\n", analysis.name, analysis.outcome, analysis.conditions.join(", "));
    let expected: Vec<_> = analysis.expectations.iter().map(|one| format!("{:?}", one.expect)).collect();
    let joint: Vec<_> = analysis.expectations_joint.iter().map(|one| one.expression.to_string()).collect();
    let implausible: Vec<_> = analysis.implausible.iter().map(rows).collect();
    let paths: Vec<_> = analysis.paths.iter().map(|path| format!("{} {}", path.name, path.terms.len())).collect();
    let enhanced = analysis.enhanced.as_ref().map(|one| (one.necessary.len(), one.contradictory, one.impossible.len()));
    writeln!(text, "  {:?} {:?}", analysis.truth_table, analysis.necessity).unwrap();
    writeln!(text, "  expected {} joint [{}]", expected.join(" "), joint.join("; ")).unwrap();
    writeln!(text, "  implausible [{}] enhanced {enhanced:?} paths [{}]", implausible.join("; "), paths.join("; "))
        .unwrap();
    let theory = analysis.theory.as_ref().map(|theory| theory.expression.to_string());
    writeln!(text, "  theory {theory:?} like {:?}", analysis.like).unwrap();
    writeln!(text, "  {:?} {:?} {:?}", analysis.at_crossover, analysis.interpret, analysis.minimise).unwrap();
    text
}

#[test]
fn analyses_and_alternatives_mean_what_the_contract_says() {
    let study = parse("study.yaml", EVERYTHING.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    let mut text: String = study.analyses.iter().map(described).collect();
    for alternative in &study.alternatives {
        writeln!(text, "\n{} {:?} without {:?}", alternative.id, alternative.changes, alternative.drop_cases).unwrap();
        let changed = alternative.sets.iter().filter(|set| !study.sets.contains(set));
        changed.for_each(|set| writeln!(text, "{}: {:?}", set.name, set.calibrate).unwrap());
        text.extend(alternative.analyses.iter().map(described));
    }
    insta::assert_snapshot!("everything", text);
}

/// A study that leaves to the defaults of the contract what it can, and one that says the same in full.
const SHORT: &str = "\
format: equifinal/study/1
id: small
title: Small
provenance: original
data: {cases: {file: small/cases.csv, id: case}}
sets:
  A: {calibrate: {direct: {exclusion: 3, crossover: 2, inclusion: 1}}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  only: {outcome: Y, conditions: [A], truth_table: {consistency: 0.8}}
";
const FULL: &str = "\
format: equifinal/study/1
id: small
title: Small
provenance: original
data: {cases: {file: small/cases.csv, id: case, kind: cases}}
sets:
  A: {column: A, calibrate: {direct: {exclusion: 3, crossover: 2, inclusion: 1, idm: 0.95, shape: logistic}}}
  Y: {column: Y, calibrate: {given: fuzzy}}
analyses:
  only:
    outcome: Y
    conditions: [A]
    negation: false
    necessity: {consistency: 0.9, coverage: 0, relevance: 0}
    truth_table: {frequency: 1, consistency: 0.8, pri: 0}
    at_crossover: warn
    expectations: {A: any}
    expectations_joint: []
    implausible: []
    interpret: intermediate
    paths: {}
    minimise: {models: minimum, contradictions: negative, row_dominance: false}
robustness: {seed: 0}
report: {languages: [en], formats: [html, md]}
standards: false
";

#[test]
fn what_a_study_does_not_say_has_the_defaults_of_the_contract() {
    let read = |source: &str| parse("small.yaml", source.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(read(SHORT), read(FULL));
    // Every default is what is written there: another value of any key is another study.
    for (said, otherwise) in [
        ("idm: 0.95", "idm: 0.9"),
        ("idm: 0.95, shape: logistic", "shape: linear"),
        ("negation: false", "negation: true"),
        ("consistency: 0.9,", "consistency: 0.91,"),
        ("coverage: 0", "coverage: 0.1"),
        ("relevance: 0", "relevance: 0.1"),
        ("frequency: 1", "frequency: 2"),
        ("pri: 0}", "pri: 0.1}"),
        ("at_crossover: warn", "at_crossover: present"),
        ("{A: any}", "{A: present}"),
        ("interpret: intermediate", "interpret: parsimonious"),
        ("models: minimum", "models: irredundant"),
        ("contradictions: negative", "contradictions: remainder"),
        ("row_dominance: false", "row_dominance: true"),
        ("seed: 0", "seed: 1"),
        ("languages: [en]", "languages: [zh]"),
        ("formats: [html, md]", "formats: [html]"),
        ("standards: false", "standards: true"),
    ] {
        let changed = FULL.replacen(said, otherwise, 1);
        assert_ne!(changed, FULL, "{said}");
        assert_ne!(read(SHORT), read(&changed), "{said}");
    }
}

#[test]
fn an_included_codebook_serves_the_table_of_its_name() {
    let shared = "\
instruments:
  doctors: {scales: {agreement: {no: 1, yes: 2}}, items: {q1: {column: one, scale: agreement}}}
  nurses: {items: {q2: {column: two, type: single}}}
";
    let source = "\
format: equifinal/study/1
id: small
title: Small
provenance: original
data: {doctors: {file: small/doctors.csv, id: nr}}
include: [shared/codebooks.yaml]
";
    let study = parse_with("small.yaml", source.as_bytes(), &|_| Ok(shared.into()));
    let study = study.unwrap_or_else(|refused| panic!("{refused}"));
    let items = study.surveys.iter().map(|survey| (survey.table.as_str(), survey.instrument.items[0].name.as_str()));
    assert_eq!(items.collect::<Vec<_>>(), [("doctors", "q1")]);
}

#[test]
fn included_sets_become_part_of_the_study_where_it_uses_them() {
    let shared = "\
targets: {reach: {value: 0.9, quantity: inpatients}}
sets:
  Unused: {calibrate: {given: fuzzy}}
  Part: {calibrate: {given: fuzzy}}
  Whole: {calibrate: {all_of: [Part, \"~Rate\"]}}
  Rate: {quantity: inpatients, target: reach, calibrate: {crisp: {threshold: target}}}
";
    let source = "\
format: equifinal/study/1
id: small
title: Small
provenance: original
data: {cases: {file: small/cases.csv, id: case}}
include: [shared/all.yaml]
sets:
  Y: {calibrate: {given: fuzzy}}
analyses:
  only: {outcome: Y, conditions: [Whole], truth_table: {consistency: 0.8}}
robustness:
  alternatives:
    - {id: higher, sets: {Rate: {calibrate: {crisp: {threshold: 0.95}}}}}
";
    let resolve = |file: &str| (file == "shared/all.yaml").then(|| shared.into()).ok_or_else(String::new);
    let study = parse_with("small.yaml", source.as_bytes(), &resolve).unwrap_or_else(|refused| panic!("{refused}"));
    let names = |sets: &[SetSpec]| sets.iter().map(|set| set.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&study.sets), ["Part", "Whole", "Rate", "Y"]);
    assert_eq!(names(&study.alternatives[0].sets), ["Part", "Whole", "Rate", "Y"]);
    let threshold = |sets: &[SetSpec]| sets[2].calibrate.clone();
    assert_eq!(threshold(&study.sets), Calibration::Crisp { threshold: 0.9 });
    assert_eq!(threshold(&study.alternatives[0].sets), Calibration::Crisp { threshold: 0.95 });
    assert_eq!(study.targets.len(), 1);
}
