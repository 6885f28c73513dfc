//! Digests that identify files.

use std::collections::BTreeMap;
use std::io;

use sha2::{Digest, Sha256};

/// Digests of the files of data that were read, by their names relative to `data/`.
pub type Inputs = BTreeMap<String, String>;

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    written(Sha256::digest(bytes).as_slice())
}

/// The SHA-256 of a reader's content, which need not fit into memory.
pub fn digest_of(mut bytes: impl io::Read) -> io::Result<String> {
    let (mut all, mut part) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = bytes.read(&mut part)?;
        if read == 0 {
            return Ok(written(all.finalize().as_slice()));
        }
        all.update(part.get(..read).unwrap_or_default());
    }
}

/// A writer that digests what it passes on.
#[derive(Debug)]
pub struct Digesting<W> {
    to: W,
    all: Sha256,
}

impl<W: io::Write> Digesting<W> {
    /// A writer that passes on to `to`.
    pub fn new(to: W) -> Self {
        Self { to, all: Sha256::new() }
    }

    /// The other writer, and the SHA-256 of what was written.
    pub fn finished(self) -> (W, String) {
        (self.to, written(self.all.finalize().as_slice()))
    }
}

impl<W: io::Write> io::Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.all.update(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn written(digest: &[u8]) -> String {
    digest.iter().fold(String::from("sha256:"), |text, byte| format!("{text}{byte:02x}"))
}
