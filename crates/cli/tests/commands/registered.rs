//! Registered plans: frozen decisions, recorded specifications, and detection of tampering.

use serde_json::{Value, json};

use crate::trial::{CASES, SMALL, Trial};

const PLAN: &str = "configs/registered/small.plan.json";
const LEDGER: &str = "configs/registered/small.ledger.jsonl";
const RUN: [&str; 2] = ["run", "configs/small.yaml"];

/// The registration that the report of [`SMALL`] discloses.
fn registration(specifications: u64, deviations: &Value, other_data: &[&str], later_data: &[&str]) -> Value {
    json!({
        "specifications": specifications, "deviations": deviations,
        "other_data": other_data, "later_data": later_data,
    })
}

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
    let plan: Value = serde_json::from_slice(&trial.bytes(PLAN)).expect("JSON");
    assert_eq!(plan["decisions"]["analyses.main.truth_table.consistency"], "0.8");
    let digest = plan["data"]["small/cases.csv"].as_str().expect("a digest");
    assert!(digest.starts_with("sha256:") && digest.len() == 71, "{digest}");
    trial.run(&["register", "small"]).code(2).says(&["exists already"]);
    trial.run(&["register", "other"]).code(2);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    assert_eq!(entries(&trial).len(), 0);
    assert_eq!(trial.results("reports/small")["registration"], registration(1, &json!([]), &[], &[]));
    trial.run(&["check"]).code(0);
}

#[test]
fn new_specifications_are_recorded_once_and_disclosed() {
    let trial = with_cutoff(registered(), "0.75");
    trial.run(&["check"]).code(5);
    assert_eq!(entries(&trial).len(), 0, "check records nothing");
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
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
fn runs_with_other_decisions_of_the_command_line_count() {
    let trial = registered();
    trial.run(&RUN).code(0);
    for (pri, lines) in [("0.6", 1), ("0.7", 2), ("0.60", 2), ("0.75", 3), ("0.8", 4), ("0.85", 5)] {
        let ended = trial.run(&["run", "configs/small.yaml", "--with", &format!("pri={pri}"), "--out", "out"]).code(0);
        assert_eq!(ended.stdout().contains("recorded in the ledger"), pri != "0.60", "{}", ended.stdout());
        assert_eq!(entries(&trial).len(), lines, "{pri}");
    }
    let deviation = json!([{"decision": "--with", "registered": null, "used": "\"pri=0.85\""}]);
    assert_eq!(trial.results("out")["registration"], registration(6, &deviation, &[], &[]));
    let said = trial.run(&["check"]).code(5).stdout();
    assert!(said.contains("cause: ledger: 5 more specifications were tried since the report was written"), "{said}");
    trial.run(&RUN).code(0);
    trial.run(&["check"]).code(0);
    let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
    assert!(report.contains("6 specifications have been tried"), "{report}");
    assert!(report.contains("trial runs with --out or --with included"), "{report}");
}

#[test]
fn other_data_are_another_specification() {
    let trial = registered();
    trial.run(&RUN).code(0);
    let trial = trial.file("data/small/cases.csv", CASES.replace("c4,0.2", "c4,0.3"));
    trial.run(&RUN).code(0);
    let [entry] = entries(&trial).try_into().expect("one entry");
    assert_eq!((&entry["changed"], &entry["other_data"]), (&json!([]), &json!(["small/cases.csv"])));
    assert_ne!(entry["data"], json!({}));
    let other = &["small/cases.csv"][..];
    assert_eq!(trial.results("reports/small")["registration"], registration(2, &json!([]), other, &[]));
    let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
    assert!(report.contains("These files of data are not those that were registered: small/cases.csv."), "{report}");
    assert!(!report.contains("deviates from the plan in nothing"), "{report}");
    trial.run(&["check"]).code(0);
}

#[test]
fn data_that_come_after_the_plan_are_pinned_by_the_first_run() {
    let trial = Trial::new().file("configs/small.yaml", SMALL);
    let said = trial.run(&["register", "small"]).code(0).stdout();
    assert!(said.contains("Not there yet, and registered by the first run that reads them: small/cases.csv"), "{said}");
    let plan: Value = serde_json::from_slice(&trial.bytes(PLAN)).expect("JSON");
    assert_eq!(plan["data"], json!({"small/cases.csv": null}));
    let later = &["small/cases.csv"][..];
    let trial = trial.file("data/small/cases.csv", CASES);
    trial.run(&RUN).code(0);
    trial.run(&RUN).code(0);
    assert_eq!(trial.results("reports/small")["registration"], registration(1, &json!([]), &[], later));
    assert_eq!(entries(&trial).len(), 1);
    let trial = trial.file("data/small/cases.csv", CASES.replace("c4,0.2", "c4,0.3"));
    trial.run(&RUN).code(0);
    assert_eq!(trial.results("reports/small")["registration"], registration(2, &json!([]), later, later));
    assert_eq!(entries(&trial).len(), 2);
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
fn tampered_ledgers_are_refused() {
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
        let changed = Trial::small().file(PLAN, trial.bytes(PLAN));
        let changed = changed.file(LEDGER, ledger);
        changed.run(&["run", "configs/small.yaml"]).code(2).says(&[words]);
        changed.run(&["check"]).code(2).says(&[words]);
    }
    let plan = String::from_utf8(trial.bytes(PLAN)).expect("UTF-8");
    let trial = trial.file(PLAN, plan.replace("0.8", "0.65"));
    trial.run(&["run", "configs/small.yaml"]).code(2).says(&["line 1 does not follow"]);
    let gone = Trial::small().file(LEDGER, &*whole);
    gone.run(&["run", "configs/small.yaml"]).code(2).says(&["the plan that it follows is gone"]);
}

/// A registered study with three ledger lines and a report written after them.
fn tried() -> Trial {
    let mut trial = registered();
    for cutoff in ["0.75", "0.7", "0.65"] {
        trial = with_cutoff(trial, cutoff);
        trial.run(&RUN).code(0);
    }
    trial.run(&["check"]).code(0);
    trial
}

#[test]
fn lines_removed_from_the_end_are_detected() {
    let lines = |trial: &Trial, kept: usize| {
        let text = String::from_utf8(trial.bytes(LEDGER)).expect("UTF-8");
        text.lines().take(kept).map(|line| format!("{line}\n")).collect::<String>()
    };
    // One that was tried by another run in the place of the last.
    let other = |trial: Trial| {
        let ledger = lines(&trial, 2);
        let other = with_cutoff(trial.file(LEDGER, ledger), "0.6");
        std::fs::remove_dir_all(other.path("reports")).expect("removed");
        other.run(&RUN).code(0);
        other.bytes(LEDGER)
    };
    let file = |path: &str| format!("{path}: ");
    let whole = tried();
    for (kept, gone, told) in [
        (Some(2), None, [file(LEDGER), "has 2 of the 3 lines that it had when the report in".to_owned()]),
        (Some(0), None, [file(LEDGER), "has 0 of the 3 lines that it had when the report in".to_owned()]),
        (None, Some(LEDGER), [file(LEDGER), "has 0 of the 3 lines".to_owned()]),
        (None, Some("configs/registered"), [file(PLAN), "is gone, and the study was registered when".to_owned()]),
        (None, None, [file(LEDGER), "line 3 is not the one that stood there when the report".to_owned()]),
    ] {
        let mut trial = whole.copy();
        match (kept, gone) {
            (Some(kept), _) => {
                let ledger = lines(&trial, kept);
                trial = trial.file(LEDGER, ledger);
            }
            (None, Some(gone)) if gone == LEDGER => std::fs::remove_file(trial.path(gone)).expect("removed"),
            (None, Some(gone)) => std::fs::remove_dir_all(trial.path(gone)).expect("removed"),
            (None, None) => trial = trial.file(LEDGER, other(whole.copy())),
        }
        let before = trial.tree(".");
        let told = [told[0].as_str(), &told[1], "restore the file from version control"];
        trial.run(&["check"]).code(2).says(&told);
        trial.run(&RUN).code(2).says(&told);
        if !trial.path(PLAN).exists() {
            trial.run(&["register", "small"]).code(2).says(&told);
        }
        assert_eq!(trial.tree("."), before, "{told:?}");
    }
    let trial = registered();
    trial.run(&RUN).code(0);
    let plan = String::from_utf8(trial.bytes(PLAN)).expect("UTF-8");
    let trial = with_cutoff(trial.file(PLAN, plan.replace("0.8", "0.6")), "0.6");
    trial.run(&["check"]).code(2).says(&[PLAN, "is not the plan that was registered when the report in"]);
}

#[test]
fn a_study_registered_after_its_report_says_so() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    trial.run(&["register", "small"]).code(0);
    let said = trial.run(&["check"]).code(5).stdout();
    assert!(said.contains("cause: plan: the study was registered after the report was written"), "{said}");
    trial.run(&RUN).code(0);
    trial.run(&["check"]).code(0);
}
