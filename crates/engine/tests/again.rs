//! Reruns in one process: stages with unchanged inputs are not computed again.
#![expect(clippy::expect_used, reason = "tests stop at the first surprise")]

use std::sync::Arc;

use equifinal_engine::{Artefacts, Engine, Files, study};
use equifinal_study::config::Study;

const DATA: &str = "case,A,B,Y\na,1,0.9,0.8\nb,2,0.2,0.3\nc,3,0.7,0.9\nd,4,0.8,0.9\ne,5,0.1,0.2\n";

const STUDY: &str = "\
format: equifinal/study/1
id: again
title: Again
provenance: synthetic
data: {cases: {file: cases.csv, id: case}}
sets:
  A: {calibrate: {direct: {exclusion: 1, crossover: 2.5, inclusion: 5}}}
  B: {calibrate: {given: fuzzy}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {frequency: 1, consistency: 0.8}}
claims:
  - {id: one, text: One path., claim: {path_count: {analysis: main, count: 1}}}
";

fn run(engine: &mut Engine, text: &str, data: &str) -> Artefacts {
    let world = Files::default().with("cases.csv", data);
    let study: Arc<Study> = Arc::new(study("again.yaml", text.as_bytes(), &world).expect("a study"));
    engine.run(&study, &[], &world).expect("results")
}

/// Compares the stages (evidence, memberships, findings, verdicts) that are recomputed after a change.
#[track_caller]
fn check(text: (&str, &str), data: (&str, &str), again: [bool; 4]) {
    let (changed_text, changed_data) = (STUDY.replace(text.0, text.1), DATA.replace(data.0, data.1));
    assert!((changed_text.as_str(), changed_data.as_str()) != (STUDY, DATA), "nothing is changed");
    let mut engine = Engine::default();
    let before = run(&mut engine, STUDY, DATA);
    let after = run(&mut engine, &changed_text, &changed_data);
    let found = [
        !Arc::ptr_eq(&before.evidence, &after.evidence),
        !Arc::ptr_eq(&before.calibrated, &after.calibrated),
        !Arc::ptr_eq(&before.findings, &after.findings),
        !std::ptr::eq(before.claims(), after.claims()),
    ];
    assert_eq!(found, again, "{text:?}, {data:?}");
    // Whatever was kept, the results are those of a first run.
    let first = run(&mut Engine::default(), &changed_text, &changed_data);
    assert_eq!(after.evidence, first.evidence);
    assert_eq!(after.calibrated, first.calibrated);
    assert_eq!(after.solutions(), first.solutions());
    assert_eq!(after.claims(), first.claims());
}

#[test]
fn a_comment_changes_nothing() {
    check(("title: Again", "title: Again # a comment"), ("", ""), [false, false, false, false]);
}

#[test]
fn an_anchor_leaves_the_evidence() {
    check(("crossover: 2.5", "crossover: 3.5"), ("", ""), [false, true, true, true]);
}

#[test]
fn a_cutoff_leaves_the_memberships() {
    check(("consistency: 0.8", "consistency: 0.85"), ("", ""), [false, false, true, true]);
}

#[test]
fn a_claim_leaves_the_findings() {
    check(("count: 1", "count: 2"), ("", ""), [false, false, false, true]);
}

#[test]
fn a_value_changes_everything() {
    check(("", ""), ("a,1,0.9", "a,1,0.6"), [true, true, true, true]);
}

#[test]
fn equivalent_bytes_rerun_only_the_reading() {
    check(("", ""), ("a,1,0.9", "a,1.0,0.90"), [true, false, false, false]);
}

/// Each line changes one input, and says which of evidence, memberships, findings and verdicts are made again.
#[test]
fn one_changed_input_runs_the_stages_that_use_it() {
    const NONE: [bool; 4] = [false; 4];
    const VERDICTS: [bool; 4] = [false, false, false, true];
    const FINDINGS: [bool; 4] = [false, false, true, true];
    const MEMBERSHIPS: [bool; 4] = [false, true, true, true];
    const ALL: [bool; 4] = [true; 4];
    for (from, to, again) in [
        ("id: case}}", "id: case}} # the cases", NONE),
        ("{outcome: Y, conditions: [A, B],", "{conditions: [A, B], outcome: Y,", NONE),
        ("crossover: 2.5", "crossover: 2.50", NONE),
        ("title: Again", "title: Once more", VERDICTS),
        ("provenance: synthetic", "provenance: original", VERDICTS),
        ("text: One path.", "text: Just one path.", VERDICTS),
        ("count: 1}", "count: 3}", VERDICTS),
        ("claims:", "robustness: {ranges: {}}\nclaims:", VERDICTS),
        ("claims:", "report: {languages: [zh]}\nclaims:", VERDICTS),
        ("claims:", "budget: {search: 1000}\nclaims:", FINDINGS),
        ("frequency: 1", "frequency: 2", FINDINGS),
        ("consistency: 0.8}", "consistency: 0.8, pri: 0.6}", FINDINGS),
        ("conditions: [A, B]", "conditions: [B, A]", FINDINGS),
        ("outcome: Y,", "outcome: Y, at_crossover: drop,", FINDINGS),
        ("outcome: Y,", "outcome: Y, interpret: parsimonious,", FINDINGS),
        ("inclusion: 5}", "inclusion: 4.5}", MEMBERSHIPS),
        ("exclusion: 1,", "exclusion: 0.5,", MEMBERSHIPS),
        ("inclusion: 5}", "inclusion: 5, shape: linear}", MEMBERSHIPS),
        // The memberships are computed again and are the same.
        ("A: {cal", "A: {label: Beds, cal", [false, true, false, true]),
        ("B: {calibrate: {given: fuzzy}}", "B: {calibrate: {crisp: {threshold: 0.5}}}", MEMBERSHIPS),
        ("B: {cal", "B: {column: Y, cal", ALL),
        ("id: again", "id: again-2", [true, false, false, true]),
    ] {
        check((from, to), ("", ""), again);
    }
    for (from, to, again) in [
        ("a,1,", "a,1.5,", ALL),
        ("e,5,0.1,0.2", "e,5,0.1,0.2\nf,3,0.4,0.3", ALL),
        ("a,1,", "z,1,", ALL),
        // The same cases from a file of another kind, then from other bytes of the same kind.
        ("case,A,B,Y\n", "\u{feff}case,A,B,Y\n", [true, true, false, true]),
        ("a,1,0.9", "a, 1 ,0.9", [true, false, false, false]),
    ] {
        check(("", ""), (from, to), again);
    }
}

/// Each line changes one input, and says if the necessary condition analyses are made again.
#[test]
fn necessary_condition_analyses_run_again_only_for_their_own_inputs() {
    let text = STUDY.replace("claims:", "nca: {degree: {outcome: Y, conditions: [B], permutations: 20}}\nclaims:");
    for (from, to, again) in [
        ("title: Again", "title: Once more", false),
        ("count: 1}", "count: 3}", false),
        ("claims:", "robustness: {ranges: {}}\nclaims:", false),
        ("consistency: 0.8}", "consistency: 0.9}", false),
        ("claims:", "robustness: {seed: 2}\nclaims:", true),
        ("permutations: 20", "permutations: 21", true),
        ("crossover: 2.5", "crossover: 3.5", true),
        ("id: again", "id: again-2", true),
    ] {
        let mut engine = Engine::default();
        let before = run(&mut engine, &text, DATA);
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "nothing is changed");
        let after = run(&mut engine, &changed, DATA);
        assert_eq!(!Arc::ptr_eq(&before.nca, &after.nca), again, "{from}");
        assert_eq!(after.nca, run(&mut Engine::default(), &changed, DATA).nca, "{from}");
    }
}

/// A refused run leaves what was kept: the run after it computes nothing again.
#[test]
fn a_refusal_forgets_nothing() {
    let mut engine = Engine::default();
    let before = run(&mut engine, STUDY, DATA);
    for (text, data) in [
        (STUDY.to_owned(), "case,A,B\na,1,0.9\n"),
        (STUDY.replace("B: {calibrate: {given: fuzzy}}", "B: {calibrate: {given: crisp}}"), DATA),
        (STUDY.to_owned(), ""),
    ] {
        let world = Files::default().with("cases.csv", data);
        let refused = Arc::new(study("again.yaml", text.as_bytes(), &world).expect("a study"));
        assert!(engine.run(&refused, &[], &world).is_err(), "{text}");
        let after = run(&mut engine, STUDY, DATA);
        assert!(Arc::ptr_eq(&before.evidence, &after.evidence) && Arc::ptr_eq(&before.findings, &after.findings));
        assert!(Arc::ptr_eq(&before.calibrated, &after.calibrated));
        assert!(std::ptr::eq(before.claims(), after.claims()));
    }
}
