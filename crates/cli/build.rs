//! The build id: a digest of everything that the program is made from. Two programs of one version differ in it as soon as
//! one line of their source does.
#![expect(clippy::disallowed_methods, reason = "a build script reads the source")]

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Folders of a crate that its program is made from.
const PARTS: [&str; 5] = ["Cargo.toml", "src", "messages", "templates", "fonts"];

fn main() -> io::Result<()> {
    let crates = Path::new("..");
    let mut made_from = vec![crates.join("../Cargo.lock"), crates.join("../Cargo.toml")];
    for folder in std::fs::read_dir(crates)? {
        let folder = folder?.path();
        made_from.extend(PARTS.iter().map(|part| folder.join(part)).filter(|part| part.exists()));
    }
    let mut files = Vec::new();
    for path in &made_from {
        collect(path, &mut files)?;
    }
    files.sort();
    let mut all = Sha256::new();
    for file in &files {
        let name = file.to_string_lossy().replace('\\', "/");
        all.update(name.as_bytes());
        all.update([0]);
        all.update(Sha256::digest(std::fs::read(file)?));
    }
    let id = all.finalize().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    println!("cargo::rustc-env=EQUIFINAL_BUILD={id}");
    for made_from in &made_from {
        println!("cargo::rerun-if-changed={}", made_from.display());
    }
    Ok(())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
