//! An old report is replaced completely or not at all.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::trial::{CASES, SMALL, Trial};

const RUN: [&str; 4] = ["run", "configs/small.yaml", "--out", "out"];

#[test]
fn all_mistakes_are_reported_and_the_old_report_stays() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    let old = trial.tree("out");
    let broken = SMALL
        .replace("provenance: synthetic", "provenance: invented")
        .replace("[A, B]", "[A, C]")
        .replace("0.5}", ".nan}");
    let trial = trial.file("configs/small.yaml", broken);
    trial.run(&RUN).code(3).says(&[
        "configs/small.yaml:4:13",
        "configs/small.yaml:14:",
        "configs/small.yaml:15:",
        "3 mistakes",
    ]);
    assert_eq!(trial.tree("out"), old);
    let trial = trial
        .file("configs/small.yaml", SMALL)
        .file("data/small/cases.csv", "case,A,B,Y\nc1,1,0,x\nc2,0\nc1,0,1,1\n,\"0\n\",1,?\n");
    trial.run(&RUN).code(4).says(&[
        "small/cases.csv: line 2, column `Y`, case `c1`: \"x\" is not a valid number; correct the cell, or take the case out",
        "small/cases.csv: line 3: 2 cells where the header has 4",
        "small/cases.csv: line 4, column `case`: the case id `c1` stands in line 2 already",
        "small/cases.csv: line 5, column `case`: the case id is empty",
        "small/cases.csv: line 5, column `Y`: \"?\" is not a valid number",
    ]);
    assert_eq!(trial.tree("out"), old);
    assert_eq!(trial.names("."), ["configs", "data", "out"]);
}

#[test]
fn files_of_the_old_report_are_removed() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    assert!(trial.names("out").contains(&"report.html".to_owned()));
    let trial = trial.file("configs/small.yaml", format!("{SMALL}report: {{languages: [zh], formats: [md]}}\n"));
    trial.run(&RUN).code(0);
    let names = trial.names("out");
    assert!(names.contains(&"report.zh.md".to_owned()) && !names.contains(&"report.html".to_owned()), "{names:?}");
}

#[test]
fn results_alone_change_no_other_file() {
    let trial = Trial::small();
    let only = ["run", "configs/small.yaml", "--out", "out", "--only", "results"];
    trial.run(&only).code(0);
    assert_eq!(trial.names("out"), ["results.json"]);
    let alone = trial.bytes("out/results.json");
    trial.run(&RUN).code(0);
    assert_eq!(trial.bytes("out/results.json"), alone);
    let page = trial.bytes("out/report.html");
    let trial = trial.file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.7"));
    trial.run(&only).code(0);
    assert_ne!(trial.bytes("out/results.json"), alone);
    assert_eq!(trial.bytes("out/report.html"), page);
}

#[test]
fn a_second_run_waits_and_can_be_interrupted() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    let old = trial.tree("out");
    let lock = File::create(trial.path(".lock-out")).expect("a file");
    lock.lock().expect("a lock");
    let mut waiting = trial.start(&RUN);
    let mut stderr = BufReader::new(waiting.stderr.take().expect("stderr")).lines();
    assert!(stderr.any(|line| line.expect("text").contains("waiting for another run")));
    #[cfg(unix)]
    {
        let told = Command::new("kill").args(["-INT", &waiting.id().to_string()]).status().expect("kill runs");
        assert!(told.success());
        assert_eq!(waiting.wait().expect("an end").code(), Some(7));
        assert!(stderr.any(|line| line.expect("text").contains("interrupted")));
        assert_eq!(trial.tree("out"), old);
        waiting = trial.start(&RUN);
    }
    thread::sleep(Duration::from_millis(50));
    lock.unlock().expect("unlocked");
    assert_eq!(waiting.wait().expect("an end").code(), Some(0));
    assert_eq!(trial.tree("out"), old);
    assert_eq!(trial.names("."), ["configs", "data", "out"]);
}

#[test]
fn a_killed_run_leaves_the_old_report_or_the_new_one() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    let one = trial.tree("out");
    let trial = trial.file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.7"));
    trial.run(&RUN).code(0);
    let other = trial.tree("out");
    assert_ne!(one, other);
    for (attempt, cases) in [CASES, &CASES.replace("c2,0.8", "c2,0.7")].into_iter().cycle().take(30).enumerate() {
        std::fs::write(trial.path("data/small/cases.csv"), cases).expect("a file");
        let mut run = trial.start(&RUN);
        thread::sleep(Duration::from_millis(5 * u64::try_from(attempt).expect("small")));
        // It may have ended already.
        let _ = run.kill();
        run.wait().expect("an end");
        let found = trial.tree("out");
        assert!(found == one || found == other, "attempt {attempt}");
    }
    trial.run(&RUN).code(0);
    assert_eq!(trial.tree("out"), other);
    assert_eq!(trial.names("."), ["configs", "data", "out"]);
}

#[test]
fn reports_set_aside_by_a_killed_run_are_restored() {
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    let old = trial.tree("out");
    std::fs::rename(trial.path("out"), trial.path(".old-out")).expect("set aside");
    let trial = trial.file(".staging-out/results.json", "half");
    let broken = trial.file("configs/small.yaml", SMALL.replace("languages", "")).file("out2/x", "");
    broken.run(&RUN).code(0);
    assert_eq!(broken.tree("out"), old);
    assert_eq!(broken.names("."), ["configs", "data", "out", "out2"]);
}

#[test]
fn files_that_no_run_wrote_are_never_removed() {
    for (file, named) in [
        ("report.notes.md", "`report.notes.md`"),
        ("report.backup/old.html", "`report.backup/old.html`"),
        ("figures/my.svg", "`figures/my.svg`"),
        ("figures/xy.main.intermediate.en.png", "`figures/xy.main.intermediate.en.png`"),
        ("tables/deep/er/x", "`tables/deep/er/x`"),
        ("report.en.pdf", "`report.en.pdf`"),
        (".notes", "`.notes`"),
    ] {
        let trial = Trial::small();
        trial.run(&RUN).code(0);
        let trial =
            trial.file(&format!("out/{file}"), "mine").file("data/small/cases.csv", CASES.replace("0.9,1", "1,1"));
        let before = trial.tree(".");
        let told = format!("out: holds {named}, which no run wrote (not listed in manifest.json)");
        trial.run(&RUN).code(2).says(&[&told, "move that elsewhere", "--out chooses another"]);
        assert_eq!(trial.tree("."), before);
    }
    let trial = Trial::small();
    trial.run(&RUN).code(0);
    std::fs::create_dir(trial.path("out/report.backup")).expect("a folder");
    trial.run(&RUN).code(2).says(&["holds `report.backup/`, which no run wrote"]);
    std::fs::remove_dir(trial.path("out/report.backup")).expect("removed");
    // What desktops leave behind is in nobody's way.
    let trial = trial.file("out/.DS_Store", "").file("out/figures/Thumbs.db", "");
    trial.run(&RUN).code(0);
    assert!(!trial.path("out/.DS_Store").exists());
    let trial = trial.file("out/manifest.json", "<<<<<<< no JSON");
    trial.run(&RUN).code(2).says(&["out: holds `figures/", "more, and no manifest.json of a report that says"]);
    let other = Trial::small().file("out/manifest.json", "{\"outputs\": {}}").file("two/results.json", "{}");
    other.run(&RUN).code(2).says(&["out: holds `manifest.json`, and no manifest.json of a report"]);
    other.run(&["run", "configs/small.yaml", "--out", "two"]).code(2).says(&["two: holds `results.json`"]);
}

#[test]
fn pictures_and_word_files_of_the_old_report_are_removed() {
    let trial = Trial::small();
    let with = |trial: Trial, formats: &str| {
        trial.file("configs/small.yaml", format!("{SMALL}report: {{languages: [zh], formats: [{formats}]}}\n"))
    };
    let trial = with(trial, "docx, tex");
    trial.run(&RUN).code(0);
    assert!(
        trial.path("out/report.zh.docx").exists()
            && trial.names("out/figures").iter().any(|name| name.ends_with("png"))
    );
    let trial = with(trial, "md");
    trial.run(&RUN).code(0);
    assert!(!trial.path("out/report.zh.docx").exists());
}
