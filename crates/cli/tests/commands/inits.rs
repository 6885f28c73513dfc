//! `init`: the repository of a paper.

use std::process::Command;

use crate::trial::{CASES, SMALL, Trial};

const FILES: [&str; 6] = [
    ".gitattributes",
    ".github/workflows/claims.yml",
    ".gitignore",
    ".pre-commit-config.yaml",
    "justfile",
    "schemas/study.schema.json",
];

#[test]
fn a_repository_is_made_and_a_study_in_it_is_checked() {
    let trial = Trial::new();
    let said = trial.run(&["init", "paper"]).code(0).stdout();
    for file in FILES {
        assert!(said.contains(&format!("paper/{file}: written")), "{said}");
        assert!(!trial.bytes(&format!("paper/{file}")).is_empty());
    }
    assert!(said.contains("cd paper; equifinal new ID data/FILE"), "{said}");
    assert_eq!(trial.bytes("paper/schemas/study.schema.json"), trial.run(&["schema"]).code(0).stdout().as_bytes());
    let trial = trial.file("paper/configs/small.yaml", SMALL).file("paper/data/small/cases.csv", CASES);
    let inside = |args: &[&str]| {
        let ended = Command::new(env!("CARGO_BIN_EXE_equifinal"))
            .args(args)
            .current_dir(trial.path("paper"))
            .output()
            .expect("the command starts");
        assert!(ended.status.success(), "{args:?}: {ended:?}");
    };
    inside(&["run", "configs/small.yaml"]);
    inside(&["check"]);
}

#[test]
fn what_is_there_is_kept() {
    let trial = Trial::new().file("justfile", "mine").file("configs/small.yaml", SMALL);
    let said = trial.run(&["init"]).code(0).stdout();
    assert!(said.contains("justfile: exists already and is kept") && said.contains(".gitignore: written"), "{said}");
    assert_eq!(trial.bytes("justfile"), b"mine");
    let again = trial.run(&["init"]).code(0).stdout();
    assert_eq!(again.matches("exists already and is kept").count(), FILES.len(), "{again}");
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_it() {
    let trial = Trial::new().file("outside/file", "");
    std::fs::create_dir_all(trial.path("paper")).expect("a folder");
    std::os::unix::fs::symlink(trial.path("outside"), trial.path("paper/configs")).expect("a link");
    trial.run(&["init", "paper"]).code(2).says(&["a link leads out of the project"]);
    assert_eq!(trial.names("outside"), ["file"]);
}
