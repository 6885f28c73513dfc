//! A whole run as a user sees it: from the start of the process to the written report.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    divan::main();
}

/// The county study, 20 times. The time includes starting the process, reading, solving, rendering and syncing to
/// disk; a debug build has nothing to say here and skips it.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
fn county_study(bencher: divan::Bencher<'_, '_>) {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../configs/county-alliance-capacity.yaml");
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-county");
    bencher.bench(|| {
        let run = Command::new(env!("CARGO_BIN_EXE_equifinal")).arg("run").arg(&study).arg("--out").arg(&out).output();
        assert!(run.as_ref().is_ok_and(|run| run.status.success()), "the run failed: {run:?}");
    });
}
