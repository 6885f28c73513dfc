//! Tests of a run whose engine returns an error.

use std::fs;

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, Flaw, Procedure, QcaError, Refuted};
use equifinal_study::config::{Analysis, SolutionType};
use equifinal_study::memberships::Memberships;
use tempfile::TempDir;

use super::*;

const STUDY: &str = "\
format: equifinal/study/1
id: gate
title: A small study
provenance: synthetic
data:
  cases: {file: cases.csv, id: case}
sets:
  A: {calibrate: {given: crisp}}
  Y: {calibrate: {given: crisp}}
analyses:
  main:
    outcome: Y
    conditions: [A]
    truth_table: {frequency: 1, consistency: 0.8}
  second:
    outcome: ~Y
    conditions: [A]
    truth_table: {frequency: 1, consistency: 0.8}
";

/// An engine whose second analysis fails the check of its solution.
fn erring(analysis: &Analysis, memberships: &Memberships, budget: &Budget) -> Result<Findings, QcaError> {
    if analysis.name == "main" { analyse(analysis, memberships, budget) } else { Err(refuted().into()) }
}

fn refuted() -> Refuted {
    Refuted {
        analysis: "second".to_owned(),
        procedure: Procedure::Standard,
        kind: SolutionType::Parsimonious,
        flaw: Flaw::SuperfluousTerm { model: 1, term: 2 },
        model: "A + ~A".to_owned(),
    }
}

/// The files of a folder with their bytes.
#[expect(clippy::disallowed_methods, reason = "the test looks at files")]
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push((path.clone(), fs::read(&path).expect("a file")));
        }
    }
    files.sort();
    files
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test makes files")]
fn a_refuted_solution_is_a_bug_and_keeps_the_old_report() {
    let folder = TempDir::new().expect("a folder");
    let (configs, data) = (folder.path().join("configs"), folder.path().join("data"));
    for (path, name, text) in [(&configs, "gate.yaml", STUDY), (&data, "cases.csv", "case,A,Y\na,1,1\nb,0,0\nc,1,1\n")]
    {
        fs::create_dir(path).expect("a folder");
        fs::write(path.join(name), text).expect("a file");
    }
    let out = folder.path().join("out");
    let args = Run {
        studies: vec![configs.join("gate.yaml").display().to_string()],
        out: Some(out.clone()),
        data: None,
        only: None,
        with: Vec::new(),
        force: false,
    };
    let progress = Progress::start();
    assert_eq!(run_by(analyse, &args, &progress), Exit::Fine);
    let before = files(&out);
    assert!(before.iter().any(|(path, _)| path.ends_with("report.html")));
    assert_eq!(run_by(erring, &args, &progress), Exit::Bug);
    assert_eq!(files(&out), before);
    let said = Failure::from(refuted()).to_string();
    let version = env!("CARGO_PKG_VERSION");
    for part in [
        format!("this is a bug in equifinal {version}").as_str(),
        "`second`: the independent check rejects the parsimonious solution: term 2 of model 1 is superfluous",
        "A + ~A",
        "a report that was there is as it was",
        "report the bug with these lines and the study file",
        "Nothing is sent by itself, and the data are not needed",
    ] {
        assert!(said.contains(part), "{said}");
    }
}
