//! Replication packages: written by `pack`, verified by `check --archive`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::trial::{CASES, SMALL, Trial};

/// A project whose study has a claim and a current report.
fn small() -> Trial {
    let claims = "claims: [{id: way, text: Both, claim: {path_present: {analysis: main, expression: A*B}}}]\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{claims}"));
    trial.run(&["run", "small"]).code(0);
    trial
}

/// The files of an archive by their names.
type Files = BTreeMap<String, Vec<u8>>;

fn unpacked(bytes: Vec<u8>) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        files.insert(file.name().expect("a name").into_owned(), bytes);
    }
    files
}

fn packed(files: &Files) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        if name.ends_with('/') {
            archive.add_directory(name.as_str(), SimpleFileOptions::default()).expect("a folder");
            continue;
        }
        archive.start_file(name, SimpleFileOptions::default()).expect("a file");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_package_is_the_same_when_packed_again_and_passes() {
    let trial = small();
    let words = ["pack", "small", "--date", "2026-12-01", "--author", "Li Min", "--licence", "CC-BY-4.0", "--out"];
    for name in ["one.zip", "two.zip"] {
        let stdout = trial.run(&[&words[..], &[name]].concat()).code(0).stdout();
        assert!(stdout.contains(name), "{stdout}");
    }
    assert_eq!(trial.bytes("one.zip"), trial.bytes("two.zip"));
    let files = unpacked(trial.bytes("one.zip"));
    for name in [
        "configs/small.yaml",
        "data/small/cases.csv",
        "reports/small/results.json",
        "reports/small/manifest.json",
        "reports/small/report.html",
        "r/small.R",
        "README.md",
        "CITATION.cff",
        "ro-crate-metadata.json",
        "SHA256SUMS",
    ] {
        assert!(files.contains_key(&format!("small/{name}")), "{name}");
    }
    assert_eq!(files["small/reports/small/results.json"], trial.bytes("reports/small/results.json"));
    let metadata: Value = serde_json::from_slice(&files["small/ro-crate-metadata.json"]).expect("JSON");
    assert_eq!(metadata["@graph"][1]["datePublished"], "2026-12-01");
    // Unpacked, the command of its README holds too.
    let readme = String::from_utf8(files["small/README.md"].clone()).expect("UTF-8");
    assert!(readme.contains("\nequifinal check small\n"), "{readme}");
    let unpacked = files.iter().fold(Trial::new(), |trial, (name, bytes)| trial.file(&name["small/".len()..], bytes));
    unpacked.run(&["check", "small"]).code(0);
    let elsewhere = Trial::new().file("one.zip", trial.bytes("one.zip"));
    let stdout = elsewhere.run(&["check", "--archive", "one.zip"]).code(0).stdout();
    assert!(stdout.contains("up to date, 1 of 1 claims hold") && stdout.contains("as it was packed"), "{stdout}");
    assert_eq!(elsewhere.tree(".").len(), 1, "something was left");
    trial.run(&["pack", "small"]).code(0);
    assert!(!trial.bytes("exports/small.zip").is_empty());
}

#[test]
fn what_was_changed_afterwards_is_found() {
    let trial = small();
    trial.run(&["pack", "small", "--out", "one.zip"]).code(0);
    let files = unpacked(trial.bytes("one.zip"));
    let check = |change: &dyn Fn(&mut Files), code: i32, said: &[&str]| {
        let mut changed = files.clone();
        change(&mut changed);
        let ended = Trial::new().file("a.zip", packed(&changed)).run(&["check", "--archive", "a.zip"]).code(code);
        let told = format!("{}{}", ended.stdout(), ended.stderr());
        for words in said {
            assert!(told.contains(words), "`{words}` is missing in\n{told}");
        }
    };
    check(&|_| {}, 0, &[]);
    let data = CASES.replace("c4,0.2", "c4,0.3");
    check(
        &|files| drop(files.insert("small/data/small/cases.csv".into(), data.clone().into_bytes())),
        5,
        &["data/small/cases.csv was changed", "the report is stale"],
    );
    check(&|files| drop(files.insert("small/extra.txt".into(), b"x".to_vec())), 5, &["extra.txt was added"]);
    check(&|files| drop(files.insert("small/data/".into(), Vec::new())), 0, &["as it was packed"]);
    check(&|files| drop(files.insert("small/../".into(), Vec::new())), 2, &["leads out of the package"]);
    check(&|files| drop(files.remove("small/README.md")), 5, &["README.md is listed, and is not there"]);
    check(&|files| drop(files.insert("small/../../evil".into(), b"x".to_vec())), 2, &["leads out of the package"]);
    check(&|files| drop(files.insert("/evil".into(), b"x".to_vec())), 2, &["leads out of the package"]);
    check(&|files| drop(files.insert("other/file".into(), b"x".to_vec())), 2, &["leads out of the package"]);
    check(&|files| files.retain(|name, _| !name.contains("configs/")), 2, &["is not a replication package"]);
    let text = Trial::new().file("a.zip", "no archive");
    text.run(&["check", "--archive", "a.zip"]).code(2).says(&["is not a replication package"]);
    text.run(&["check", "--archive", "b.zip"]).code(2);
    let zeros = BTreeMap::from([("small/data/zeros".to_owned(), vec![0; 32 << 20])]);
    let bomb = Trial::new().file("a.zip", packed(&zeros));
    bomb.run(&["check", "--archive", "a.zip", "--memory-limit", "16MiB"]).code(2).says(&["--memory-limit"]);
}

#[test]
fn other_programs_learn_which_file_was_changed() {
    let trial = small();
    trial.run(&["pack", "small", "--out", "one.zip"]).code(0);
    let mut files = unpacked(trial.bytes("one.zip"));
    files.insert("small/README.md".into(), b"other".to_vec());
    let wrong =
        String::from_utf8_lossy(&files["small/configs/small.yaml"]).replace("expression: A*B", "expression: ~A");
    files.insert("small/configs/small.yaml".into(), wrong.into_bytes());
    let altered = Trial::new().file("a.zip", packed(&files));
    let stdout = altered.run(&["check", "--archive", "a.zip", "--format", "sarif"]).code(6).stdout();
    let log: Value = serde_json::from_str(&stdout).expect("JSON");
    let found: Vec<String> = log["runs"][0]["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|one| {
            let place = &one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            format!("{} {}", one["ruleId"].as_str().expect("a rule"), place.as_str().expect("a file"))
        })
        .collect();
    let expected = [
        "report-current configs/small.yaml",
        "claim-holds configs/small.yaml",
        "package-unaltered README.md",
        "package-unaltered configs/small.yaml",
    ];
    assert_eq!(found, expected);
    // No message names the folder in which the package is unpacked.
    for format in ["text", "github", "junit", "sarif"] {
        let ended = altered.run(&["check", "--archive", "a.zip", "--format", format]).code(6);
        let printed = format!("{}{}", ended.stdout(), ended.stderr());
        assert!(!printed.contains("/tmp") && printed.contains("configs/small.yaml"), "{printed}");
    }
    let whole = Trial::new().file("a.zip", trial.bytes("one.zip"));
    let stdout = whole.run(&["check", "--archive", "a.zip", "--format", "junit"]).code(0).stdout();
    assert!(stdout.contains("name=\"package-unaltered\""), "{stdout}");
}

#[test]
fn a_claim_that_does_not_hold_is_said_when_it_is_packed() {
    let claims = "claims: [{id: way, text: None, claim: {path_present: {analysis: main, expression: ~A}}}]\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{claims}"));
    trial.run(&["run", "small"]).code(0);
    let stdout = trial.run(&["pack", "small"]).code(0).stdout();
    assert!(stdout.contains("claim way is broken") && stdout.contains("small.zip"), "{stdout}");
}

#[test]
fn a_stale_report_is_not_packed() {
    let trial = small().file("data/small/cases.csv", CASES.replace("c4,0.2", "c4,0.3"));
    let stdout = trial.run(&["pack", "small", "--out", "one.zip"]).code(5).stdout();
    assert!(stdout.contains("the report is stale") && !trial.path("one.zip").exists(), "{stdout}");
    trial.run(&["pack", "small", "--date", "yesterday"]).code(2).says(&["YYYY-MM-DD"]);
    trial.run(&["pack", "other"]).code(2);
}

#[test]
fn private_answers_stay_at_home() {
    let study = "\
format: equifinal/study/1
id: staff
title: Staff
provenance: original
data:
  people: {file: staff/answers.csv, id: 编号}
instruments:
  people:
    items:
      b: {column: b, type: number}
      y: {column: y, type: number}
sets:
  B: {column: b, calibrate: {given: crisp}}
  Y: {column: y, calibrate: {given: fuzzy}}
analyses:
  main: {outcome: Y, conditions: [B], truth_table: {consistency: 0.8}}
";
    let answers =
        "编号,姓名,手机号,b,y\n1,张三,13800000000,1,0.9\n2,李四,13900000000,0,0.2\n3,王五,13700000000,1,0.8\n";
    let trial = Trial::new().file("configs/staff.yaml", study).file("data/staff/answers.csv", answers);
    trial.run(&["run", "staff"]).code(0);
    let stdout = trial.run(&["pack", "staff", "--out", "one.zip"]).code(0).stdout();
    assert!(stdout.contains("emptied, because it is private: staff/answers.csv: 姓名"), "{stdout}");
    let files = unpacked(trial.bytes("one.zip"));
    let data = String::from_utf8(files["staff/data/staff/answers.csv"].clone()).expect("UTF-8");
    assert!(data.starts_with("编号,姓名,手机号,b,y\n1,,,1,0.9\n"), "{data}");
    assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("张三")));
    assert_eq!(files["staff/reports/staff/results.json"], trial.bytes("reports/staff/results.json"));
    Trial::new().file("one.zip", trial.bytes("one.zip")).run(&["check", "--archive", "one.zip"]).code(0);
}

/// Every survey on a file counts, whatever tables read it and in which order.
#[test]
fn one_file_of_several_tables_is_emptied_for_all() {
    let people = "  people: {file: staff/answers.csv, id: 编号}\n";
    let others = "  others: {file: staff/answers.csv, id: 编号}\n";
    let answers = "编号,姓名,note,b,y\n1,张三,secret,1,0.9\n2,李四,secret,0,0.2\n3,王五,secret,1,0.8\n";
    let rest = "\
instruments:
  people: {items: {b: {column: b, type: number}, y: {column: y, type: number}}}
  others: {private: [note], items: {c: {column: b, type: number}}}
constructs:
  X: {table: people, items: [b], score: mean}
  Y: {table: people, items: [y], score: mean}
  Z: {table: others, items: [c], score: mean}
";
    for tables in [[people, others].concat(), [others, people].concat()] {
        let head = "format: equifinal/study/1\nid: staff\ntitle: Staff\nprovenance: original\ndata:\n";
        let study = format!("{head}{tables}{rest}");
        let trial = Trial::new().file("configs/staff.yaml", study).file("data/staff/answers.csv", answers);
        trial.run(&["run", "staff"]).code(0);
        trial.run(&["pack", "staff", "--out", "one.zip"]).code(0);
        let data = unpacked(trial.bytes("one.zip"))["staff/data/staff/answers.csv"].clone();
        let data = String::from_utf8(data).expect("UTF-8");
        assert!(data.starts_with("编号,姓名,note,b,y\n1,,,1,0.9\n") && !data.contains("secret"), "{tables}{data}");
    }
}
