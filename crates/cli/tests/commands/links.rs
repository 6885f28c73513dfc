//! Projects from elsewhere: links are not followed out of the project, and special files are refused without waiting.

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::trial::{CASES, SMALL, Trial};

const RUN: &[&str] = &["run", "configs/small.yaml"];
const REGISTER: &[&str] = &["register", "small"];

fn registered() -> Trial {
    let trial = Trial::small();
    trial.run(REGISTER).code(0);
    trial
}

fn pipe(trial: &Trial, path: &str) {
    assert!(Command::new("mkfifo").arg(trial.path(path)).status().expect("mkfifo runs").success());
}

#[test]
fn foreign_lock_files_are_refused_and_kept() {
    for lock in ["reports/.lock-small", "configs/registered/.small.lock"] {
        for (kind, told) in [
            ("link", "it is a link; remove it"),
            ("dangling", "it is a link; remove it"),
            ("pipe", "it is not a plain file"),
            ("folder", "it is not a plain file"),
            ("file", "is not a lock of this program: move it elsewhere"),
        ] {
            let (trial, outside) = (registered().file("reports/x", ""), Trial::new().file("precious", "kept"));
            match kind {
                "link" => symlink(outside.path("precious"), trial.path(lock)).expect("a link"),
                "dangling" => symlink(outside.path("new"), trial.path(lock)).expect("a link"),
                "pipe" => pipe(&trial, lock),
                "folder" => std::fs::create_dir(trial.path(lock)).expect("a folder"),
                _ => std::fs::write(trial.path(lock), "mine").expect("a file"),
            }
            trial.run(RUN).code(2).says(&[told]);
            assert_eq!(outside.names("."), ["precious"], "{lock}, {kind}");
            assert_eq!(outside.bytes("precious"), b"kept", "{lock}, {kind}");
            assert!(trial.path(lock).symlink_metadata().is_ok(), "{lock}, {kind}");
        }
    }
}

/// Puts a link to a place outside the project; a file there is removed first.
fn put(trial: &Trial, link: &str, outside: &Trial, to: &str) {
    let link = trial.path(link);
    if link.is_dir() {
        std::fs::remove_dir_all(&link).expect("removed");
    } else if link.exists() {
        std::fs::remove_file(&link).expect("removed");
    }
    std::fs::create_dir_all(link.parent().expect("a parent")).expect("a folder");
    symlink(outside.path(to), link).expect("a link");
}

#[test]
fn links_do_not_leave_the_project() {
    let leaves = "a link leads out of the project from here; remove it";
    let shared = SMALL.replace("sets:", "include: [shared/more.yaml]\nsets:");
    let templated = format!("{SMALL}report: {{templates: {{blocks: {{fit: templates/fit.html}}}}}}\n");
    let swept = format!("{SMALL}robustness: {{multiverse: {{vary: {{pri: [0.4, 0.5]}}}}}}\n");
    let plan = "configs/registered/small.plan.json";
    for (link, to, study, args, code, told) in [
        ("data", "", SMALL, RUN, 4, "data is a link that leaves the project; name the folder with --data"),
        ("data/small", "small", SMALL, RUN, 4, "is a link that leaves the data folder"),
        (
            "configs/small.yaml",
            "small.yaml",
            SMALL,
            RUN,
            2,
            "it is a link that leaves the project; copy the file there",
        ),
        ("configs/small.yaml", "small.yaml", SMALL, &["check"], 2, "it is a link that leaves the project"),
        ("configs/shared", "", &shared, RUN, 3, "it is a link that leaves the folder shared/"),
        ("configs/templates", "", &templated, RUN, 3, "is a link that leaves the folder templates/"),
        ("configs/registered", "", SMALL, REGISTER, 2, leaves),
        ("configs/registered", "", SMALL, RUN, 2, leaves),
        (plan, "plan.json", SMALL, RUN, 2, "it is a link; remove it"),
        (plan, "new", SMALL, REGISTER, 2, "it is a link; remove it"),
        ("configs/registered/small.ledger.jsonl", "precious", SMALL, RUN, 2, "it is a link; remove it"),
        ("reports", "", SMALL, RUN, 2, leaves),
        ("reports/small", "", SMALL, RUN, 2, leaves),
        ("reports/small", "new", SMALL, &["run", "configs/small.yaml", "--only", "results"], 2, leaves),
        ("reports/small", "", SMALL, &["check"], 2, leaves),
        ("sweeps", "", &swept, &["sweep", "run", "small"], 2, leaves),
        ("configs/small.yaml", "new.yaml", SMALL, &["new", "small", "--from", "cases.csv"], 2, leaves),
        ("data/other", "", SMALL, &["new", "other", "--from", "cases.csv"], 2, leaves),
    ] {
        let trial = Trial::small().file("configs/small.yaml", study).file("cases.csv", CASES);
        if link.ends_with("ledger.jsonl") {
            trial.run(REGISTER).code(0);
        }
        let outside = Trial::new().file("precious", "kept").file("small.yaml", SMALL).file("plan.json", "{}");
        let outside = outside.file("small/cases.csv", CASES).file("more.yaml", "targets: {}\n").file("fit.html", "x");
        put(&trial, link, &outside, to);
        let before = outside.tree(".");
        let ended = trial.run(args).code(code);
        assert!(ended.text().contains(told), "{link} to {to}, {args:?}: {}", ended.text());
        assert_eq!(outside.tree("."), before, "{link} to {to}, {args:?}");
    }
}

#[test]
fn the_command_line_may_name_folders_anywhere() {
    let (trial, outside) = (Trial::new().file("configs/small.yaml", SMALL), Trial::new());
    let outside = outside.file("small/cases.csv", CASES);
    std::fs::create_dir(outside.path("reports")).expect("a folder");
    symlink(outside.path("."), trial.path("data")).expect("a link");
    symlink(outside.path("reports"), trial.path("out")).expect("a link");
    trial.run(&["run", "configs/small.yaml", "--data", "data", "--out", "out"]).code(0);
    assert!(outside.path("reports/results.json").is_file());
}

#[test]
fn a_linked_report_is_not_listed() {
    let (trial, outside) = (Trial::small(), Trial::small());
    outside.run(RUN).code(0);
    std::fs::create_dir(trial.path("reports")).expect("a folder");
    symlink(outside.path("reports/small"), trial.path("reports/other")).expect("a link");
    trial.run(RUN).code(0);
    let page = String::from_utf8(trial.bytes("reports/index.html")).expect("text");
    assert!(page.contains("small/report.html") && !page.contains("other/report.html"), "{page}");
}

#[test]
fn a_pipe_is_refused_wherever_a_file_is_read() {
    let refused = "it is not a plain file";
    for (path, args, code) in [
        ("configs/small.yaml", RUN, 2),
        ("configs/small.yaml", &["check"] as &[&str], 2),
        ("data/small/cases.csv", RUN, 4),
        ("pipe.csv", &["new", "other", "--from", "pipe.csv"], 2),
        ("configs/registered/small.plan.json", RUN, 2),
        ("configs/registered/small.ledger.jsonl", RUN, 2),
        ("reports/small/report.html", &["check"], 2),
        ("reports/small/manifest.json", RUN, 2),
        ("reports/index.html", &["check"], 2),
    ] {
        let trial = registered();
        trial.run(RUN).code(0);
        if trial.path(path).exists() {
            std::fs::remove_file(trial.path(path)).expect("removed");
        }
        pipe(&trial, path);
        trial.run(args).code(code).says(&[refused]);
    }
}
