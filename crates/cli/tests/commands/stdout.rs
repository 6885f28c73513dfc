//! Messages on stdout and stderr in case of external failures: a full disk, a closed pipe, a damaged file.

use std::fs::File;
use std::process::Stdio;

use crate::trial::{Trial, of_project};

/// Every command that prints an answer.
const ANSWERS: [&[&str]; 9] = [
    &["schema"],
    &["check"],
    &["run", "configs/small.yaml"],
    &["register", "small"],
    &["audit"],
    &["fit", "small", "A*B => Y"],
    &["template", "list"],
    &["simulate", "A*B", "--draws", "1"],
    &["--version"],
];

#[cfg(target_os = "linux")]
#[test]
fn unwritable_answers_have_an_exit_code() {
    for args in ANSWERS {
        let trial = Trial::small();
        trial.run(&["run", "configs/small.yaml"]).code(0);
        let full = File::options().write(true).open("/dev/full").expect("a full device");
        let ended = trial.command(args).stdout(full).output().expect("the command starts");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("the answer cannot be written to stdout: No space left on device"), "{args:?}: {said}");
    }
}

#[test]
fn closed_pipes_are_not_errors() {
    for args in ANSWERS {
        let trial = Trial::small();
        trial.run(&["run", "configs/small.yaml"]).code(0);
        let mut command = trial.command(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the command starts");
        drop(child.stdout.take());
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{args:?}");
    }
}

/// A changed footer byte that makes the Parquet reader panic.
#[test]
fn a_panic_that_a_reader_catches_is_not_called_a_bug() {
    let mut damaged = of_project("crates/ingest/tests/fixtures/container.parquet");
    damaged[1044] = 60;
    let trial = Trial::new().file("damaged.parquet", damaged);
    let said = trial.run(&["new", "study", "--from", "damaged.parquet"]).code(4).stderr();
    assert!(said.starts_with("damaged.parquet: the Parquet file is damaged"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn expressions_of_any_length_are_printed() {
    let long = vec!["A*B"; 20_000].join(" + ");
    let answer = Trial::small().run(&["fit", "small", &format!("{long} => Y")]).code(0).stdout();
    let lines: Vec<&str> = answer.lines().collect();
    let whole = lines.iter().position(|line| *line == long).expect("the expression on a line of its own");
    assert!(lines[whole + 1].split_whitespace().eq(["1.000", "1.000", "0.667", "–"]), "{}", lines[whole + 1]);
    assert!(lines[whole + 2].starts_with("  A*B  ") && lines[whole + 2].contains(" 1.000"), "{}", lines[whole + 2]);
}
