//! Replays the fuzz corpus and the fixtures of the ingest tests through the readers of untrusted bytes.
#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files and stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use equifinal_cli::untrusted::{READERS, Reader};

/// Time limit per file, generous for a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Passes every file of a folder to a reader; returns the number of files.
fn replay(folder: &Path, reader: Reader) -> usize {
    let files = fs::read_dir(folder).map(|files| files.map(|file| file.expect("a file").path()).collect());
    let files: Vec<PathBuf> = files.unwrap_or_default();
    for file in files.iter().filter(|file| file.is_file()) {
        let bytes = fs::read(file).expect("bytes");
        let start = Instant::now();
        reader(&bytes);
        assert!(start.elapsed() < LONGEST, "{} takes {:?}", file.display(), start.elapsed());
    }
    files.len()
}

#[test]
fn readers_survive_the_fuzz_corpus() {
    for (name, reader) in READERS {
        let found = replay(&project().join("fuzz/corpus").join(name), reader);
        assert!(found > 0, "fuzz/corpus/{name} holds nothing");
        let target = project().join("fuzz/fuzz_targets").join(format!("{name}.rs"));
        assert!(target.is_file(), "{} is not there", target.display());
    }
}

#[test]
fn readers_survive_the_ingest_fixtures() {
    let tests = project().join("crates/ingest/tests");
    let readers = READERS.iter().filter(|(name, _)| ["container", "codebook"].contains(name));
    let tried: Vec<usize> = readers.map(|(_, reader)| replay(&tests.join("fixtures"), *reader)).collect();
    assert!(tried.iter().all(|tried| *tried > 25), "{tried:?}");
}
