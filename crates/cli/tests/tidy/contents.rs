//! Rules for committed files: origin, size, and independence of one machine.

use std::collections::BTreeSet;

use crate::none;
use crate::tree::{File, files, texts};

const KIBI: usize = 1024;

/// Expected outputs with many cases in one compact file, which may be larger.
const COMPACT: [&str; 1] = ["crates/qca/tests/golden/random.jsonl"];

/// The allowed entries of the top folder.
const TOP: [&str; 29] = [
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.zh.md",
    "SECURITY.md",
    "clippy.toml",
    "configs",
    "crates",
    "data",
    "deny.toml",
    "docs",
    "fuzz",
    "justfile",
    "pyproject.toml",
    "reports",
    "rustfmt.toml",
    "schemas",
];

/// Paths, hosts and words that must not occur, written so that this file does not contain them.
const FOREIGN_PATHS: [&str; 5] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/tm", "p/"), concat!("/Us", "ers/")];

const FOREIGN_HOSTS: [&str; 5] = [
    concat!("127.0", ".0.1"),
    concat!("local", "host"),
    concat!("spar", "se+"),
    concat!("pypi", ".org"),
    concat!("npmjs", ".org"),
];

const FOREIGN_WORDS: [&str; 6] = [
    concat!("chat", "gpt"),
    concat!("clau", "de"),
    concat!("ag", "ent"),
    concat!("ag", "ents"),
    concat!("ll", "m"),
    concat!("a", "i"),
];

/// True if `part` occurs in the text and is not the end of a longer name.
fn begins_a_name(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        !text[..at].ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '}'))
    })
}

/// True for the project's own texts, not for quotations in studies, outputs or fuzzing inputs.
fn is_ours(file: &File) -> bool {
    !["data/", "configs/", "reports/", "fuzz/corpus/", "Cargo.lock", "LICENSE"]
        .iter()
        .any(|start| file.path.starts_with(start))
        && !file.path.contains("/tests/golden/")
}

#[test]
fn every_data_folder_has_an_origin() {
    let folders: BTreeSet<&str> = files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("data/")?.split_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    none(
        "a folder of data/ has an ORIGIN.md: who made the figures, where they stand, under what terms",
        folders
            .into_iter()
            .map(|folder| format!("data/{folder}/ORIGIN.md"))
            .filter(|origin| !files().iter().any(|file| file.path == *origin)),
    );
}

#[test]
fn the_top_folder_is_clean() {
    let top = files().iter().map(|file| file.path.split_once('/').map_or(file.path.as_str(), |(folder, _)| folder));
    let strays: BTreeSet<&str> = top.filter(|name| !TOP.contains(name)).collect();
    none("nothing that a run left lies at the top of the project", strays.into_iter().map(str::to_owned));
}

#[test]
fn files_are_small() {
    none(
        "no page is larger than 1.5 MB, no other file than 1 MiB, no expected output than 50 KiB",
        files().iter().filter_map(|file| {
            let golden = file.path.contains("/golden/") || file.path.contains("/snapshots/");
            let limit = match file.path.as_str() {
                path if golden && !COMPACT.contains(&path) => 50 * KIBI,
                path if path.ends_with("/report.html") => 1_500_000,
                _ => KIBI * KIBI,
            };
            (file.bytes > limit).then(|| format!("{} has {} KiB", file.path, file.bytes.div_ceil(KIBI)))
        }),
    );
}

#[test]
fn nothing_belongs_to_one_machine() {
    none(
        "a clone works anywhere: no path or host of one machine",
        texts().flat_map(|(file, text)| {
            let paths = FOREIGN_PATHS.into_iter().filter(|path| begins_a_name(text, path));
            let hosts = FOREIGN_HOSTS.into_iter().filter(|host| text.contains(host));
            paths.chain(hosts).map(|found| format!("{}: {found}", file.path)).collect::<Vec<_>>()
        }),
    );
}

#[test]
fn the_project_speaks_of_its_subject() {
    none(
        "documents and comments speak of the subject, not of how they were written",
        texts().filter(|(file, _)| is_ours(file)).flat_map(|(file, text)| {
            let text = text.to_lowercase();
            let words: BTreeSet<&str> = text.split(|sign: char| !sign.is_ascii_alphanumeric()).collect();
            let found = FOREIGN_WORDS.into_iter().filter(|word| words.contains(word));
            found.map(|word| format!("{}: {word}", file.path)).collect::<Vec<_>>()
        }),
    );
}

#[test]
fn unescaped_text_has_one_template() {
    let templates: Vec<String> = texts()
        .filter(|(file, _)| file.path.starts_with("crates/report/") && !file.path.ends_with(".rs"))
        .filter(|(_, text)| text.replace(' ', "").contains("|safe"))
        .map(|(file, _)| file.path.clone())
        .collect();
    assert!(templates.len() <= 1, "`safe` switches escaping off; one template may use it, not {templates:?}");
}

/// LaTeX fails on a list without items.
#[test]
fn no_list_of_a_latex_report_is_empty() {
    let reports = texts().filter(|(file, _)| file.path.starts_with("reports/") && file.path.ends_with(".tex"));
    let empty = reports.flat_map(|(file, text)| {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let begins = |pair: &[&str]| pair[0].starts_with("\\begin{") && pair[1].starts_with("\\end{");
        let lists = lines.windows(2).enumerate().filter(|(_, pair)| begins(pair));
        lists.map(|(at, _)| format!("{}:{}", file.path, at + 1)).collect::<Vec<_>>()
    });
    none("a list has an item", empty);
}
