//! Registered plans: what is frozen, what is recorded, and that nothing can be taken back unnoticed.

use serde_json::{Value, json};

use crate::trial::{SMALL, Trial};

const LEDGER: &str = "configs/registered/small.ledger.jsonl";

fn registered() -> Trial {
    let trial = Trial::small();
    let stdout = trial.run(&["register", "small"]).code(0).stdout();
    assert!(stdout.starts_with("small: registered in configs/registered/small.plan.json"), "{stdout}");
    trial
}

/// The study with another consistency cutoff.
fn with_cutoff(trial: Trial, cutoff: &str) -> Trial {
    trial.file("configs/small.yaml", SMALL.replace("consistency: 0.8", &format!("consistency: {cutoff}")))
}

fn entries(trial: &Trial) -> Vec<Value> {
    if !trial.path(LEDGER).exists() {
        return Vec::new();
    }
    let text = String::from_utf8(trial.bytes(LEDGER)).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_plan_is_frozen_once() {
    let trial = registered();
    let plan: Value = serde_json::from_slice(&trial.bytes("configs/registered/small.plan.json")).expect("JSON");
    assert_eq!(plan["decisions"]["analyses.main.truth_table.consistency"], "0.8");
    trial.run(&["register", "small"]).code(2).says(&["exists already"]);
    trial.run(&["register", "other"]).code(2);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    assert_eq!(entries(&trial).len(), 0);
    assert_eq!(trial.results("reports/small")["registration"], json!({"specifications": 1, "deviations": []}));
    trial.run(&["check"]).code(0);
}

#[test]
fn every_other_specification_is_recorded_once_and_told() {
    let trial = with_cutoff(registered(), "0.75");
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    trial.run(&["check"]).code(5);
    assert_eq!(entries(&trial).len(), 0, "neither --out nor check records");
    trial.run(&["run", "configs/small.yaml"]).code(0);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let [entry] = entries(&trial).try_into().expect("one entry");
    assert_eq!(
        entry["changed"],
        json!([{"decision": "analyses.main.truth_table.consistency", "registered": "0.8", "used": "0.75"}])
    );
    assert_eq!(entry["resulted"], json!(["main: A*B => Y (intermediate)"]));
    trial.run(&["check"]).code(0);
    let trial = with_cutoff(trial, "0.7");
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let two = entries(&trial);
    assert_eq!((two.len(), &two[1]["previous"]), (2, &two[0]["hash"]));
    assert_eq!(trial.results("reports/small")["registration"]["specifications"], 3);
    let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
    assert!(report.contains("3 specifications have been tried"), "{report}");
    assert!(report.contains("| `analyses.main.truth_table.consistency` | `0.8` | `0.7` |"), "{report}");
    let words = SMALL.replace("title: A small study", "title: Another title # and a remark");
    let trial = trial.file("configs/small.yaml", words);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    assert_eq!(entries(&trial).len(), 2, "words are no decisions");
}

#[test]
fn runs_at_once_follow_one_another_in_the_ledger() {
    let mut trial = registered();
    let cutoffs = ["0.75", "0.7", "0.65", "0.6", "0.55", "0.5"];
    for cutoff in cutoffs {
        let study = SMALL.replace("consistency: 0.8", &format!("consistency: {cutoff}"));
        trial = trial.file(&format!("configs/with-{cutoff}.yaml"), study);
    }
    let started: Vec<_> =
        cutoffs.iter().map(|cutoff| trial.start(&["run", &format!("configs/with-{cutoff}.yaml")])).collect();
    for run in started {
        let ended = run.wait_with_output().expect("it ends");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
    let entries = entries(&trial);
    assert_eq!(entries.len(), cutoffs.len());
    assert!(entries.windows(2).all(|pair| pair[1]["previous"] == pair[0]["hash"]), "{entries:?}");
    assert_eq!(trial.names("configs/registered"), ["small.ledger.jsonl", "small.plan.json"]);
    // The last report counts all of them, and the plan.
    assert_eq!(trial.results("reports/small")["registration"]["specifications"], 7);
}

#[test]
fn plans_registered_at_once_are_one() {
    let trial = Trial::small();
    let started: Vec<_> = (0..6).map(|_| trial.start(&["register", "small"])).collect();
    let ended = started.into_iter().map(|run| run.wait_with_output().expect("it ends").status.code());
    let mut codes: Vec<_> = ended.collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 2, 2, 2, 2, 2].map(Some));
    assert_eq!(trial.names("configs/registered"), ["small.plan.json"]);
}

#[test]
fn a_ledger_that_was_tampered_with_is_refused() {
    let mut trial = registered();
    for cutoff in ["0.75", "0.7", "0.65"] {
        trial = with_cutoff(trial, cutoff);
        trial.run(&["run", "configs/small.yaml"]).code(0);
    }
    let whole = String::from_utf8(trial.bytes(LEDGER)).expect("UTF-8");
    let lines: Vec<&str> = whole.lines().collect();
    let [first, second, third] = lines.as_slice() else { panic!("{whole}") };
    for (ledger, words) in [
        (whole.replace("0.75", "0.85"), "line 1 was changed after it was written"),
        (format!("{first}\n{}\n{third}\n", second.replace("A*B", "A")), "line 2 was changed"),
        (format!("{first}\n{third}\n"), "line 2 does not follow what stands before it"),
        (format!("{second}\n{third}\n"), "line 1 does not follow"),
        (format!("{first}\n{third}\n{second}\n"), "line 2 does not follow"),
        ("{}\n".to_owned(), "line 1 was changed"),
    ] {
        let changed = Trial::small()
            .file("configs/registered/small.plan.json", trial.bytes("configs/registered/small.plan.json"));
        let changed = changed.file(LEDGER, ledger);
        changed.run(&["run", "configs/small.yaml"]).code(2).says(&[words]);
        changed.run(&["check"]).code(2).says(&[words]);
    }
    let plan = String::from_utf8(trial.bytes("configs/registered/small.plan.json")).expect("UTF-8");
    let trial = trial.file("configs/registered/small.plan.json", plan.replace("0.8", "0.65"));
    trial.run(&["run", "configs/small.yaml"]).code(2).says(&["line 1 does not follow"]);
    let gone = Trial::small().file(LEDGER, &*whole);
    gone.run(&["run", "configs/small.yaml"]).code(2).says(&["the plan that it follows is gone"]);
}
