//! Exit codes and their messages.

use std::process::Command;

use crate::trial::{CASES, SMALL, Trial};

#[test]
fn fine() {
    let ended = Trial::small().run(&["run", "configs/small.yaml"]).code(0);
    assert_eq!(ended.stdout(), "small: reports/small/report.html\n  main: A*B => Y (intermediate)\n");
    let schema = Trial::new().run(&["schema"]).code(0).stdout();
    assert!(schema.starts_with("{\n") && schema.contains("\"analyses\""), "{schema}");
    Trial::new().run(&["--version"]).code(0);
}

#[test]
fn the_command_line_is_wrong() {
    let trial = Trial::small();
    for (args, words) in [
        (&["run"] as &[&str], "STUDY"),
        (&["run", "configs/small.yaml", "--only", "tables"], "results"),
        (&["run", "configs/small.yaml", "--threads", "0"], "1..=1024"),
        (&["rum", "configs/small.yaml"], "'run'"),
        (&["run", "configs/none.yaml"], "configs/none.yaml: there is no such study file: there are `small`"),
        (&["run", "configs"], "configs: is a folder"),
        (&["run", "configs/small.yaml", "--out", "data/small/cases.csv"], "is not a folder"),
        (
            &["run", "configs/small.yaml", "--out", "data"],
            "data: holds `small/cases.csv`, and no manifest.json of a report",
        ),
        (&["run", "configs/small.yaml", "configs/small.yaml", "--out", "out"], "has the id `small`"),
        (&["new", "Small", "--from", "data/small/cases.csv"], "`Small` is not a valid id"),
        (&["new", "small", "--from", "data/small/cases.csv"], "configs/small.yaml: exists already"),
        (&["new", "other", "--from", "none.csv"], "none.csv: there is no such file"),
    ] {
        trial.run(args).code(2).says(&[words]);
    }
    assert_eq!(trial.names("data/small"), ["cases.csv"]);
}

#[test]
fn the_study_file_is_refused() {
    for (found, written, words) in [
        ("consistency: 0.8", "consistency: 1.8", "configs/small.yaml:15:"),
        ("provenance: synthetic", "provenance: syntetic", "synthetic"),
        ("small/cases.csv", "../cases.csv", "leaves the data folder"),
        ("small/cases.csv", "/etc/passwd", "absolute"),
        ("conditions: [A, B]", "conditions: [A, C]", "`C`"),
        ("title: A small study", "title: [", "configs/small.yaml:"),
        ("provenance:", "include: [shared/none.yaml]\nprovenance:", "there is no such file in configs"),
        ("provenance:", "include: [shared/bad.yaml]\nprovenance:", "configs/shared/bad.yaml:1:1: a shared file"),
        ("provenance:", "include: [../configs/shared/bad.yaml]\nprovenance:", "leaves the folder shared/"),
    ] {
        let trial = Trial::small().file("configs/small.yaml", SMALL.replace(found, written));
        let trial = trial.file("configs/shared/bad.yaml", "id: small\n");
        trial.run(&["run", "configs/small.yaml"]).code(3).says(&[words]);
        assert!(!trial.path("reports").exists());
    }
}

#[test]
fn the_data_are_refused() {
    for (cases, words) in [
        ("", "small/cases.csv: the file is empty"),
        ("case,A,B,Y\n", "holds column names but no case"),
        ("case,A,b2,Y\nc1,0,0,0\n", "small/cases.csv: line 1: there is no column `B`"),
        ("case,A,B,Y\nc1,0,0,0\nc1,1,1,1\n", "line 3, column `case`: the case id `c1` stands in line 2 already"),
        ("case,A,B,Y\n,0,0,0\n", "line 2, column `case`: the case id is empty"),
        ("case,A,B,Y\nc1,0;5,0,0\n", "line 2, column `A`, case `c1`: \"0;5\" is not a valid number"),
        ("case,A,B,Y\n\u{1b}[2J,0,0,0\n\u{1b}[2J,0,0,0\n", "the case id `\u{fffd}[2J` stands in line 2 already"),
        ("case,A,B,Y\nc1,0,2,0\n", "line 2, column `B`, case `c1`: 2 is neither 0 nor 1"),
        ("case,A,B,Y\nc1,-0.1,0,0\n", "line 2, column `A`, case `c1`: -0.1 is no membership"),
    ] {
        let trial = Trial::small().file("data/small/cases.csv", cases);
        trial.run(&["run", "configs/small.yaml"]).code(4).says(&[words]);
        assert!(!trial.path("reports").exists());
    }
    let absent = Trial::new().file("configs/small.yaml", SMALL).file("data/other.csv", CASES);
    absent.run(&["run", "configs/small.yaml"]).code(4).says(&["small/cases.csv: there is no such file in data"]);
    let at_half = SMALL.replace("    conditions", "    at_crossover: refuse\n    conditions");
    let trial = Trial::small()
        .file("configs/small.yaml", at_half)
        .file("data/small/cases.csv", CASES.replace("0.9,1", "0.5,1"));
    trial.run(&["run", "configs/small.yaml"]).code(4).says(&["analysis `main`", "c1"]);
    trial.run(&["new", "other", "--from", "configs/small.yaml"]).code(4);
}

#[cfg(unix)]
#[test]
fn data_outside_the_data_folder_are_refused() {
    use std::os::unix::fs::symlink;
    let trial =
        Trial::new().file("configs/small.yaml", SMALL).file("elsewhere/cases.csv", CASES).file("data/a.csv", CASES);
    symlink(trial.path("elsewhere"), trial.path("data/small")).expect("a link");
    trial.run(&["run", "configs/small.yaml"]).code(4).says(&["small/cases.csv: is a link that leaves the data folder"]);
    trial.run(&["run", "configs/small.yaml", "--data", "elsewhere"]).code(4).says(&["there is no such file"]);
    std::fs::remove_file(trial.path("data/small")).expect("removed");
    std::fs::create_dir(trial.path("data/small")).expect("a folder");
    symlink(trial.path("data/a.csv"), trial.path("data/small/cases.csv")).expect("a link");
    trial.run(&["run", "configs/small.yaml"]).code(0);
    std::fs::remove_file(trial.path("data/small/cases.csv")).expect("removed");
    let pipe = Command::new("mkfifo").arg(trial.path("data/small/cases.csv")).status().expect("mkfifo runs");
    assert!(pipe.success());
    trial
        .run(&["run", "configs/small.yaml"])
        .code(4)
        .says(&["small/cases.csv: cannot be read: it is not a plain file"]);
}

#[test]
fn a_failing_study_does_not_stop_the_others() {
    let named = |id: &str| SMALL.replace("id: small", &format!("id: {id}"));
    let trial = Trial::small()
        .file("configs/wrong.yaml", named("wrong").replace("format", "fromat"))
        .file("configs/no-data.yaml", named("no-data").replace("small/cases", "none/cases"))
        .file("configs/last.yaml", named("last"));
    let ended = trial.run(&["run", "configs/no-data.yaml", "configs/wrong.yaml", "configs/last.yaml", "--out", "out"]);
    let ended = ended.code(4).says(&[
        "configs/no-data.yaml: the data are refused\nnone/cases.csv: there is no such file",
        "configs/wrong.yaml:1:1",
    ]);
    assert!(ended.stdout().starts_with("last: out/last/report.html\n"), "{}", ended.stdout());
    assert_eq!(trial.names("out"), ["index.html", "last"]);
    trial.run(&["run", "configs/wrong.yaml", "configs/no-data.yaml", "--out", "out"]).code(3);
}
