//! A whole run as a user sees it: from the start of the process to the written report.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    divan::main();
}

/// The project's own folder.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs a study file with these arguments more.
fn run(study: &Path, more: &[&str]) {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-county");
    let mut command = Command::new(env!("CARGO_BIN_EXE_equifinal"));
    command.arg("run").arg(study).arg("--out").arg(&out).arg("--data").arg(project().join("data")).args(more);
    let run = command.output();
    assert!(run.as_ref().is_ok_and(|run| run.status.success()), "the run failed: {run:?}");
}

/// The county study, 20 times. The time includes starting the process, reading, solving, rendering and syncing to
/// disk; a debug build has nothing to say here and skips it.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
fn county_study(bencher: divan::Bencher<'_, '_>) {
    let study = project().join("configs/county-alliance-capacity.yaml");
    bencher.bench(|| run(&study, &[]));
}

/// The same without any report; what [`county_page`] takes longer is the page in both languages, its figures and
/// tables, and the disk.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
fn county_results(bencher: divan::Bencher<'_, '_>) {
    let study = project().join("configs/county-alliance-capacity.yaml");
    bencher.bench(|| run(&study, &["--only", "results"]));
}

/// The same with the page as its only format.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
#[expect(clippy::disallowed_methods, reason = "the bench writes the study that it runs")]
fn county_page(bencher: divan::Bencher<'_, '_>) {
    let study = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("county-page.yaml");
    let text = std::fs::read_to_string(project().join("configs/county-alliance-capacity.yaml")).unwrap_or_default();
    let formats = text.find("formats: [").unwrap_or_default();
    let written = std::fs::write(&study, [&text[..formats], "formats: [html]}\n"].concat());
    assert!(written.is_ok(), "{written:?}");
    bencher.bench(|| run(&study, &[]));
}

/// All studies of the project when nothing has changed: read, known by their content, and said again.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
fn nothing_to_do(bencher: divan::Bencher<'_, '_>) {
    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-unchanged");
    for part in ["configs", "data"] {
        copied(&project().join(part), &copy.join(part));
    }
    let mut studies: Vec<PathBuf> =
        std::fs::read_dir(copy.join("configs")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    studies.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    studies.sort();
    let run = || {
        let run = Command::new(env!("CARGO_BIN_EXE_equifinal")).arg("run").args(&studies).output();
        assert!(run.as_ref().is_ok_and(|run| run.status.success()), "the run failed: {run:?}");
    };
    run();
    bencher.bench(run);
}

fn copied(from: &Path, to: &Path) {
    let made = std::fs::create_dir_all(to);
    assert!(made.is_ok(), "{made:?}");
    for path in std::fs::read_dir(from).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copied(&path, &place);
        } else {
            let done = std::fs::copy(&path, &place);
            assert!(done.is_ok(), "{done:?}");
        }
    }
}
