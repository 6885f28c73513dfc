//! Two things that the compiler is told.
//!
//! The build id: a digest of everything that the program is made from. Two programs of one version differ in it as soon as
//! one line of their source does. And to keep functions of equal code once, which makes the program smaller.
#![expect(clippy::disallowed_methods, reason = "a build script reads the source")]

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

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
    if has_own_linker() {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
    Ok(())
}

/// True if a release is linked by the linker that comes with Rust for this target. Others may not know the option.
fn has_own_linker() -> bool {
    const TARGET: &str = "x86_64-unknown-linux-gnu";
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let is_default = env::var_os("RUSTC_LINKER").is_none() && !flags.contains("link");
    if !is_default || !is("TARGET", TARGET) || !is("HOST", TARGET) || !is("PROFILE", "release") {
        return false;
    }
    let sysroot = env::var_os("RUSTC").and_then(|rustc| Command::new(rustc).args(["--print", "sysroot"]).output().ok());
    sysroot.is_some_and(|sysroot| {
        let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim_end());
        sysroot.join("lib/rustlib").join(TARGET).join("bin/gcc-ld/ld.lld").exists()
    })
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
