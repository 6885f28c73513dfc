//! Fingerprints: fast digests that tell a run which files have changed.
//!
//! They notice accidents, not forgeries: XXH3 is not cryptographic. What is committed has a SHA-256 in the manifest, and
//! `check` computes it anew, so a forged report is noticed there.

use std::fs::File;
use std::io::{self, Read};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// Number of bytes of a file that are read at once.
pub(crate) const PIECE: usize = 1 << 16;

/// The fingerprint of some bytes.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    written(xxh3_128(bytes))
}

/// The fingerprint of a file, read into `piece`.
pub(crate) fn of_file(file: &mut File, piece: &mut [u8]) -> io::Result<String> {
    let mut all = Xxh3::new();
    loop {
        match file.read(piece) {
            Ok(0) => return Ok(written(all.digest128())),
            Ok(count) => all.update(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn written(fingerprint: u128) -> String {
    format!("{fingerprint:032x}")
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};

    use super::*;

    /// The same whether the bytes are in memory or are read piece by piece, and another for every byte that changes.
    #[test]
    fn every_byte_counts() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(3 * 1000 + 7).collect();
        let mut found = std::collections::BTreeSet::new();
        for changed in 0..=bytes.len() {
            let mut bytes = bytes.clone();
            bytes.iter_mut().skip(changed).take(1).for_each(|byte| *byte ^= 1);
            let mut file = tempfile::tempfile().expect("a file");
            file.write_all(&bytes).and_then(|()| file.rewind()).expect("written");
            let read = of_file(&mut file, &mut [0; 100]).expect("read");
            assert_eq!(read, fingerprint(&bytes));
            assert!(found.insert(read), "byte {changed}");
        }
    }
}
