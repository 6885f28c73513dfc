//! What fuzzing found once is given to its entrance again, and so is every file that ingestion reads in its tests.
#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files and stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use equifinal_cli::entrances::{ENTRANCES, Entrance};

/// No file takes longer, in a build for tests on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Gives every file of a folder to an entrance; how many there were.
fn replay(folder: &Path, entrance: Entrance) -> usize {
    let files = fs::read_dir(folder).map(|files| files.map(|file| file.expect("a file").path()).collect());
    let files: Vec<PathBuf> = files.unwrap_or_default();
    for file in files.iter().filter(|file| file.is_file()) {
        let bytes = fs::read(file).expect("bytes");
        let start = Instant::now();
        entrance(&bytes);
        assert!(start.elapsed() < LONGEST, "{} takes {:?}", file.display(), start.elapsed());
    }
    files.len()
}

#[test]
fn what_was_found_before_breaks_nothing() {
    for (name, entrance) in ENTRANCES {
        let found = replay(&project().join("fuzz/corpus").join(name), entrance);
        assert!(found > 0, "fuzz/corpus/{name} holds nothing");
        let target = project().join("fuzz/fuzz_targets").join(format!("{name}.rs"));
        assert!(target.is_file(), "{} is not there", target.display());
    }
}

#[test]
fn files_of_the_tests_of_ingestion_break_nothing() {
    let tests = project().join("crates/ingest/tests");
    let readers = ENTRANCES.iter().filter(|(name, _)| ["container", "codebook"].contains(name));
    let tried: Vec<usize> = readers.map(|(_, entrance)| replay(&tests.join("fixtures"), *entrance)).collect();
    assert!(tried.iter().all(|tried| *tried > 25), "{tried:?}");
}
