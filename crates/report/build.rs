//! Finds the catalogues of messages, so that a further language is one more file.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Writes a list of the files in `messages/`, each with its language and text; the language of results comes first.
#[expect(clippy::disallowed_methods, reason = "a build reads and writes files")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=messages");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("messages");
    let mut languages = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            languages.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    languages.sort_by_key(|language| (language != "en", language.clone()));
    let entry = |language: &String| {
        let path = folder.join(format!("{language}.ftl"));
        format!("({language:?}, include_str!({:?})),\n", path.display().to_string())
    };
    let list: String = languages.iter().map(entry).collect();
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogues.rs"), format!("&[\n{list}]\n"))?;
    Ok(())
}
