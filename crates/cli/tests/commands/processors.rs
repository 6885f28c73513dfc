//! Results are identical everywhere: compared with recorded digests, and on emulated processors.

use std::path::PathBuf;
use std::process::Command;

use equifinal_testing::needs::{Need, or_skip};
use sha2::{Digest, Sha256};

use crate::trial::{Trial, project};

/// The digest of every study's `results.json`, as `sha256sum` writes them, sorted by study.
const ON_RECORD: &str = include_str!("../results.sha256");

/// Paths and names of all studies of the project, sorted.
fn studies() -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(project().join("configs")).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut studies: Vec<(PathBuf, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| (path.clone(), path.file_stem().expect("a name").to_string_lossy().into_owned()))
        .collect();
    studies.sort();
    assert!(studies.len() > 5, "{studies:?}");
    studies
}

/// The `results.json` of a study, by the command under this emulator, or by itself.
fn results(study: &PathBuf, emulator: &[&str]) -> String {
    let trial = Trial::new();
    let words = emulator.iter().copied().chain([env!("CARGO_BIN_EXE_equifinal")]).collect::<Vec<_>>();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).arg("run").arg(study).args(["--only", "results", "--out"]).arg(trial.path("out"));
    let ended = command.output().expect("the command starts");
    assert!(ended.status.success(), "{command:?}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(trial.bytes("out/results.json")).expect("UTF-8")
}

/// Fails if a result has changed. If that is intended, run `just digests` to record it, and explain it in CHANGELOG.md.
#[test]
fn results_are_those_on_record() {
    let digest = |(path, id): &(PathBuf, String)| {
        let digest: String = Sha256::digest(results(path, &[])).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{digest}  {id}/results.json")
    };
    let found: Vec<String> = studies().iter().map(digest).collect();
    let recorded: Vec<&str> = ON_RECORD.lines().collect();
    let moved: Vec<&String> = found.iter().filter(|line| !recorded.contains(&line.as_str())).collect();
    assert!(
        moved.is_empty() && found.len() == recorded.len(),
        "these results differ from crates/cli/tests/results.sha256: {moved:#?}\nIf that is meant, `just digests` records them anew."
    );
}

/// Compares the results of every study on an emulated processor with those on this one.
fn check(processor: &str) {
    let version = Command::new("qemu-x86_64").arg("--version").output();
    let emulator = match version {
        _ if !cfg!(all(target_arch = "x86_64", target_os = "linux")) => Err("this is no Linux on x86_64".to_owned()),
        Ok(ended) if ended.status.success() => Ok(["qemu-x86_64", "-cpu", processor]),
        _ => Err("there is no qemu-x86_64: on Debian it is in the package qemu-user".to_owned()),
    };
    let Some(emulator) = or_skip(Need::Processors, emulator) else { return };
    for (path, id) in studies() {
        let (here, there) = (results(&path, &[]), results(&path, &emulator));
        let differ = here.lines().zip(there.lines()).find(|(here, there)| here != there);
        assert!(here == there, "{id} differs on {processor}: {differ:?}");
    }
}

/// Without AVX.
#[test]
fn nehalem_gives_the_same_results() {
    check("Nehalem");
}

/// With AVX, without FMA.
#[test]
fn sandy_bridge_gives_the_same_results() {
    check("SandyBridge");
}

/// With AVX2, without FMA.
#[test]
fn haswell_without_fma_gives_the_same_results() {
    check("Haswell,-fma");
}

/// With all features that the emulator supports.
#[test]
fn all_processor_features_give_the_same_results() {
    check("max");
}
