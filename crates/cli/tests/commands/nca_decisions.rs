//! Decisions of necessary condition and coincidence analyses: on the command line, in the multiverse, in draws, in claims.

use serde_json::Value;

use crate::trial::Trial;

const STUDY: &str = "format: equifinal/study/1
id: small
title: Small
provenance: synthetic
data: {cases: {file: small/cases.csv, id: case}}
sets:
  A: {calibrate: {given: fuzzy}}
  B: {calibrate: {given: fuzzy}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {frequency: 1, consistency: 0.8, pri: 0.5}}
nca:
  degrees:
    outcome: Y
    conditions: [A, B]
    ceilings: [ce_fdh, cr_fdh]
    permutations: 200
    necessary: {effect_size: 0.45, p: 0.05}
chains:
  ties: {factors: [A, B, Y], outcomes: [Y], consistency: {at_least: 0.7}, coverage: {at_least: 0.7}}
robustness:
  ranges: {}
  multiverse:
    vary:
      degrees.decide_by: [ce_fdh, cr_fdh]
      degrees.scope: [observed, {A: [0, 1], Y: [0, 1]}]
      degrees.outliers: [0, 1, 2]
      drop_cases: [[], c2]
      pri: [0.5, 0.6]
  resample: {leave_out: 1, bootstrap: 40}
claims:
  - {id: by-any, text: A is necessary, claim: {nca: {analysis: degrees, condition: A, effect_size: 0.1}}, across: {degrees.decide_by: [cr_fdh], degrees.scope: [{A: [0, 1]}]}}
  - {id: by-few, text: A is necessary, claim: {nca: {analysis: degrees, condition: A, effect_size: 0.5}}, across: {drop_cases: [c1], degrees.decide_by: [cr_fdh]}}
";

const CASES: &str = "case,A,B,Y
c1,0.05,0.9,0.1
c2,0.2,0.3,0.3
c3,0.3,0.8,0.25
c4,0.45,0.1,0.5
c5,0.6,0.4,0.55
c6,0.7,0.95,0.8
c7,0.85,0.2,0.7
c8,0.95,0.6,0.95
c9,0.9,0.35,0.4
";

fn trial() -> Trial {
    Trial::new().file("configs/small.yaml", STUDY).file("data/small/cases.csv", CASES)
}

fn run(trial: &Trial, with: &[&str]) -> Value {
    let named: Vec<&str> = with.iter().flat_map(|setting| ["--with", setting]).collect();
    trial.run(&[&["run", "configs/small.yaml", "--only", "results", "--out", "x"], named.as_slice()].concat()).code(0);
    trial.results("x")
}

fn condition(results: &Value, at: usize) -> &Value {
    &results["nca"]["degrees"]["conditions"][at]
}

/// The multiverse counts a universe as the command line runs it.
#[test]
fn a_multiverse_counts_the_universes_of_a_necessary_condition() {
    let trial = trial();
    let whole = run(&trial, &[]);
    let counted = whole["robustness"]["multiverse"]["nca"]["degrees"].clone();
    assert_eq!((&counted["universes"], &counted["settings"]), (&48.into(), &24.into()));
    let mut necessary = [0, 0];
    let mut effects = [Vec::new(), Vec::new()];
    // Every second universe differs in PRI alone.
    for universe in (0..48).step_by(2) {
        let found = run(&trial, &[&format!("universe={universe}")]);
        for at in 0..2 {
            let one = condition(&found, at);
            necessary[at] += 2 * u64::from(one["necessary"] == true);
            let decides = found["nca"]["degrees"]["decide_by"].as_str().expect("a ceiling");
            effects[at].extend(one["ceilings"][decides]["effect_size"].as_f64());
        }
    }
    for at in 0..2 {
        let count = &counted["conditions"][at];
        assert_eq!(count["necessary"], necessary[at], "{count}");
        let ends = [effects[at].iter().copied().reduce(f64::min), effects[at].iter().copied().reduce(f64::max)];
        assert_eq!(count["effect_size"], serde_json::json!(ends), "{count}");
    }
    assert!(necessary[0] > 0 && necessary[0] < 48, "{necessary:?}");
}

#[test]
fn every_decision_of_a_method_can_be_set_by_the_command_line() {
    let trial = trial();
    let own = run(&trial, &[]);
    let scope = |results: &Value| condition(results, 0)["scope"].clone();
    assert_eq!(run(&trial, &["degrees.decide_by=cr_fdh"])["nca"]["degrees"]["decide_by"], "cr_fdh");
    assert_eq!(scope(&run(&trial, &["degrees.scope=A:0:2+Y:-1:1"])), serde_json::json!([0.0, 2.0, -1.0, 1.0]));
    assert_eq!(scope(&run(&trial, &["degrees.scope=observed"])), scope(&own));
    let fewer = run(&trial, &["degrees.outliers=1"]);
    let left_out = fewer["nca"]["degrees"]["left_out"].as_array().expect("cases").clone();
    assert!(!left_out.is_empty(), "{left_out:?}");
    let first = &condition(&own, 0)["outliers"][0]["cases"][0];
    assert!(left_out.contains(first), "{first} is not among {left_out:?}");
    assert_eq!(fewer["nca"]["degrees"]["cases"], 9 - left_out.len());
    assert_eq!(condition(&own, 0)["necessary"], true);
    let strict = run(&trial, &["degrees.effect_size=0.99"]);
    assert_eq!(condition(&strict, 0)["necessary"], false);
    assert_eq!(condition(&run(&trial, &["degrees.p=0.0001"]), 0)["necessary"], false);
    assert_ne!(run(&trial, &["ties.consistency=0.95"])["chains"], own["chains"]);
    assert_ne!(run(&trial, &["ties.coverage=0.99"])["chains"], own["chains"]);
    for (with, said) in [
        ("degrees.decide_by=qr", "`nca.degrees` does not compute the ceiling qr"),
        ("degree.scope=observed", "there is no analysis `degree` of this kind: did you mean `degrees`?"),
        ("ties.p=0.1", "there is no analysis `ties` of this kind"),
        ("degrees.scope=X:0:1", "there is no set `X`"),
        ("degrees.outliers=3", "write degrees.outliers=0 (or 1, 2)"),
        ("degrees.scope=A:1:0", "write degrees.scope=observed"),
        ("degrees.outliers=1,degrees.outliers=2", "`degrees.outliers` is set twice"),
    ] {
        trial.run(&["run", "configs/small.yaml", "--out", "x", "--with", with]).code(2).says(&[said]);
    }
}

/// The thresholds may be moved up to the ends of their ranges, and no further.
#[test]
fn ranges_of_thresholds_end_where_a_condition_changes() {
    let trial = trial();
    let own = run(&trial, &[]);
    let necessary = |results: &Value| [0, 1].map(|at| condition(results, at)["necessary"] == true);
    let [low, high] = [0, 1].map(|at| own["nca"]["degrees"]["ranges"]["effect_size"][at].as_f64());
    for (value, same) in low
        .iter()
        .flat_map(|low| [(low + 1e-6, true), (low - 1e-6, false)])
        .chain(high.iter().flat_map(|high| [(*high, true), (high + 1e-6, false)]))
    {
        let found = run(&trial, &[&format!("degrees.effect_size={value}")]);
        assert_eq!(necessary(&found) == necessary(&own), same, "{value}");
    }
    assert!(low.is_some() || high.is_some());
}

#[test]
fn draws_and_claims_follow_a_necessary_condition() {
    let trial = trial();
    let found = run(&trial, &[]);
    let draws = found["robustness"]["nca_resample"].as_array().expect("draws");
    let kinds: Vec<&Value> = draws.iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["leave_out", "bootstrap"]);
    assert_eq!(draws[0]["draws"], 9);
    // Each case left out, as the command line leaves it out.
    let large = (1..=9).filter(|case| {
        let without = run(&trial, &[&format!("drop_cases=c{case}")]);
        condition(&without, 0)["ceilings"]["ce_fdh"]["effect_size"].as_f64().expect("an effect") >= 0.45
    });
    assert_eq!(draws[0]["conditions"][0]["large"], large.count());
    let claim = |at: usize| &found["claims"][at];
    assert_eq!(claim(0)["verdict"], "held", "{}", claim(0));
    assert_eq!(claim(0)["margins"][0]["of"], "effect_size", "{}", claim(0));
    assert_eq!(claim(1)["verdict"], "broken", "{}", claim(1));
    let broken = claim(1).to_string();
    assert!(broken.contains("\"degrees.decide_by\":\"cr_fdh\""), "{broken}");
}
