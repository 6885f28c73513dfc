//! The formats of `check` for other programs, and the repository of a paper in which it guards commits.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use equifinal_testing::needs::{Need, or_skip};
use roxmltree::Document;
use serde_json::Value;

use crate::trial::{CASES, SMALL, Trial};

const CLAIMS: &str = "\
claims:
  - {id: way, text: \"Both, together: 100%\", claim: {path_present: {analysis: main, expression: A*B}}}
  - id: wide
    text: There are two ways
    claim: {path_count: {analysis: main, count: 2}}
";

/// A project with a broken claim at line 19, a stale report, and a study with a mistake.
fn broken() -> Trial {
    let trial = Trial::small();
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let mistaken = SMALL.replace("id: small", "id: other").replace("frequency: 1", "frequency: one");
    trial.file("configs/small.yaml", format!("{SMALL}{CLAIMS}")).file("configs/other.yaml", mistaken)
}

#[test]
fn annotations_stand_at_the_line_of_the_claim() {
    let stdout = broken().run(&["check", "--format", "github"]).code(3).stdout();
    let annotations: Vec<&str> = stdout.lines().filter(|line| line.starts_with("::")).collect();
    let begins = [
        "::error file=configs/other.yaml,line=15,col=30,title=The study cannot be used::",
        "::error file=configs/small.yaml,line=1,col=1,title=The report is stale::",
        "::error file=configs/small.yaml,line=18,col=9,title=A claim does not hold%3A wide::claim wide is broken",
    ];
    assert_eq!(annotations.len(), begins.len(), "{stdout}");
    for (annotation, begin) in annotations.iter().zip(begins) {
        assert!(annotation.starts_with(begin), "{annotation}");
    }
    assert!(annotations[1].contains("%0A") && stdout.contains("small: the report is stale"), "{stdout}");
}

#[test]
fn documents_hold_every_test_or_failure() {
    let trial = broken();
    let ended = trial.run(&["check", "--format", "junit"]).code(3);
    let (text, failed) = (ended.stdout(), |node: &roxmltree::Node<'_, '_>| node.has_tag_name("failure"));
    let document = Document::parse(&text).expect("XML");
    let cases: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("testcase"))
        .map(|case| {
            let [class, name, line] =
                ["classname", "name", "line"].map(|key| case.attribute(key).expect("an attribute"));
            format!("{class} {name} {line} {}", case.children().any(|child| failed(&child)))
        })
        .collect();
    let expected = [
        "study-usable study-usable 15 true",
        "report-current report-current 1 true",
        "claim-holds way 17 false",
        "claim-holds wide 18 true",
        // The page that lists all reports.
        "report-current report-current 1 false",
    ];
    assert_eq!(cases, expected, "{text}");
    let suites = document.root_element();
    assert_eq!([suites.attribute("tests"), suites.attribute("failures")], [Some("5"), Some("3")]);

    let log: Value = serde_json::from_str(&trial.run(&["check", "--format", "sarif"]).code(3).stdout()).expect("JSON");
    let run = &log["runs"][0];
    let results: Vec<(Value, Value, Value)> = run["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            (result["ruleId"].clone(), place["artifactLocation"]["uri"].clone(), place["region"]["startLine"].clone())
        })
        .collect();
    let expected = [
        ("study-usable", "configs/other.yaml", 15),
        ("report-current", "configs/small.yaml", 1),
        ("claim-holds", "configs/small.yaml", 18),
    ];
    assert_eq!(results, expected.map(|(rule, file, line)| (rule.into(), file.into(), line.into())));
    for result in run["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
}

#[test]
fn where_all_is_well_nothing_is_annotated() {
    let trial = Trial::small();
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let stdout = trial.run(&["check", "--format", "github"]).code(0).stdout();
    assert!(stdout.contains("up to date") && !stdout.contains("::"), "{stdout}");
    let log: Value = serde_json::from_str(&trial.run(&["check", "--format", "sarif"]).code(0).stdout()).expect("JSON");
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    let data = trial.file("data/small/cases.csv", CASES.replace("0.9,1,0.9", "x,1,0.9"));
    let stdout = data.run(&["check", "--format", "github"]).code(4).stdout();
    assert!(
        stdout.contains("::error file=data/small/cases.csv,line=2,col=1,title=The study cannot be used::"),
        "{stdout}"
    );
}

/// Runs git in a folder; true if it succeeds.
fn git(folder: &Path, words: &[&str]) -> bool {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let mut command = Command::new("git");
    command.current_dir(folder).args(identity).args(words);
    let binary = Path::new(env!("CARGO_BIN_EXE_equifinal")).parent().expect("a folder");
    let paths = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{paths}", binary.display())).output().expect("git starts").status.success()
}

/// The repository that `init` makes, with the hook that its file names: a commit that breaks a claim is refused, and the
/// step of its workflow says where.
#[test]
fn the_repository_of_a_paper_refuses_a_broken_claim() {
    let found = Command::new("git").arg("--version").output().map_err(|error| format!("git: {error}"));
    if or_skip(Need::Git, found).is_none() {
        return;
    }
    let trial = Trial::small();
    trial.run(&["init"]).code(0);
    let folder = trial.path(".");
    let hooks = String::from_utf8(trial.bytes(".pre-commit-config.yaml")).expect("UTF-8");
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: ")).expect("an entry");
    assert!(git(&folder, &["init"]));
    let hook = trial.path(".git/hooks/pre-commit");
    fs::write(&hook, format!("#!/bin/sh\nexec {entry}\n")).expect("a hook");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("a program");
    trial.run(&["run", "small"]).code(0);
    assert!(git(&folder, &["add", "-A"]) && git(&folder, &["commit", "-m", "report: begin"]));

    let trial = trial.file("configs/small.yaml", format!("{SMALL}{CLAIMS}"));
    trial.run(&["run", "small"]).code(0);
    assert!(git(&folder, &["add", "-A"]));
    assert!(!git(&folder, &["commit", "-m", "claims: state them"]), "a broken claim was committed");
    let workflow = String::from_utf8(trial.bytes(".github/workflows/claims.yml")).expect("UTF-8");
    assert!(workflow.contains("equifinal\" check --format github"), "{workflow}");
    let stdout = trial.run(&["check", "--format", "github"]).code(6).stdout();
    assert!(stdout.contains("::error file=configs/small.yaml,line=18,"), "{stdout}");

    let trial = trial.file("configs/small.yaml", format!("{SMALL}{}", CLAIMS.replace("count: 2", "count: 1")));
    trial.run(&["run", "small"]).code(0);
    assert!(git(&folder, &["add", "-A"]) && git(&folder, &["commit", "-m", "claims: state them"]));
}
