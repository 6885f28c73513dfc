//! Rules for documents: their commands and links work.

use crate::none;
use crate::tree::{files, root, text};

const LINES_IN_ARCHITECTURE: usize = 130;

/// Documents whose commands and links are checked, and the pages of the book.
fn documents() -> impl Iterator<Item = &'static str> {
    let pages = files().iter().map(|file| file.path.as_str());
    let pages = pages.filter(|path| path.starts_with("docs/") && path.ends_with(".md"));
    ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].into_iter().chain(pages)
}

/// The recipes of the justfile: a name at the start of a line, parameters, a colon.
fn recipes() -> Vec<String> {
    text("justfile")
        .lines()
        .filter(|line| line.starts_with(|sign: char| sign.is_ascii_alphabetic()) && !line.contains(":="))
        .filter_map(|line| line.split_once(':')?.0.split_whitespace().next().map(str::to_owned))
        .collect()
}

/// The recipes in a text: the word after every `just` at the start of a command.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split('`').skip(1).step_by(2).flat_map(str::lines);
    let indented = text.lines();
    code.chain(indented)
        .flat_map(|line| line.split("&&"))
        .filter_map(|command| command.trim().strip_prefix("just "))
        .filter_map(|rest| rest.split_whitespace().next())
        .filter(|word| word.starts_with(|sign: char| sign.is_ascii_lowercase()))
}

#[test]
fn the_architecture_is_two_pages() {
    let lines = text("ARCHITECTURE.md").lines().count();
    assert!((1..=LINES_IN_ARCHITECTURE).contains(&lines), "ARCHITECTURE.md has {lines} lines");
}

#[test]
fn every_command_of_the_documents_exists() {
    let recipes = recipes();
    assert!(recipes.iter().any(|recipe| recipe == "default"), "no recipes found in the justfile: {recipes:?}");
    none(
        "the documents name only recipes of the justfile",
        documents().flat_map(|document| {
            let words = text(document);
            commands(&words)
                .filter(|recipe| !recipes.iter().any(|known| known == recipe))
                .map(|recipe| format!("{document}: just {recipe}"))
                .collect::<Vec<_>>()
        }),
    );
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    none(
        "relative links lead to files of the project",
        documents().flat_map(|document| {
            let words = text(document);
            let path = root().join(document);
            let folder = path.parent().expect("a folder");
            words
                .split("](")
                .skip(1)
                .filter_map(|rest| rest.split([')', '#']).next())
                .filter(|link| !link.is_empty() && !link.contains("://") && !folder.join(link).exists())
                .map(|link| format!("{document}: {link}"))
                .collect::<Vec<_>>()
        }),
    );
}

#[test]
fn a_bare_machine_runs_the_test_command_of_the_readme() {
    const TEST: &str = "just test";
    assert!(commands(&text("README.md")).any(|recipe| recipe == "test"), "README.md does not name `{TEST}`");
    let script = text(".ci/run");
    assert_eq!(script.lines().last(), Some(TEST), ".ci/run ends in the README's test command");
}

#[test]
fn the_workflow_runs_what_a_developer_runs() {
    let workflows: Vec<String> = files()
        .iter()
        // The other one builds releases.
        .filter(|file| file.path == ".github/workflows/ci.yml")
        .filter_map(|file| file.text.clone())
        .collect();
    let steps: Vec<&str> = workflows
        .iter()
        .flat_map(|workflow| workflow.lines())
        .filter_map(|line| line.trim_start().trim_start_matches("- ").strip_prefix("run:"))
        .map(str::trim)
        .collect();
    let expected = ["command -v just || cargo install --locked just", "just ci"];
    assert_eq!(steps, expected, "the workflow gets just and runs what a developer types");
}

/// A tag can be moved to other code; a hash cannot.
#[test]
fn actions_are_named_by_their_hash() {
    let is_workflow = |path: &str| path.starts_with(".github/workflows/") || path == "docs/paper-ci.yml";
    let named = |path: &str, text: &str| -> Vec<(String, String)> {
        let used = text.lines().filter_map(|line| line.trim_start().trim_start_matches("- ").strip_prefix("uses:"));
        used.map(|used| (path.to_owned(), used.trim().to_owned())).collect()
    };
    let files = files().iter().filter(|file| is_workflow(&file.path));
    let used: Vec<_> = files.flat_map(|file| named(&file.path, file.text.as_deref().unwrap_or_default())).collect();
    assert!(used.iter().any(|(path, _)| path == "docs/paper-ci.yml") && used.len() > 4, "{used:?}");
    let is_pinned = |used: &str| {
        let hash = used.split(['@', ' ']).nth(1).unwrap_or_default();
        hash.len() == 40 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) && used.contains(" # ")
    };
    none(
        "an action is named by the full hash of its commit, with the version behind `#`",
        used.into_iter().filter(|(_, used)| !is_pinned(used)).map(|(path, used)| format!("{path}: {used}")),
    );
}

#[test]
fn the_glossary_spells_terms_as_the_reports_do() {
    let (glossary, messages) = (text("docs/en/glossary.md"), text("crates/report/messages/zh.ftl"));
    let rows: Vec<Vec<&str>> = glossary.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let keyed: Vec<(&str, &str)> = rows
        .iter()
        .filter_map(|cells| match cells[..] {
            [_, _, zh, _, _, key, _] if key.starts_with(|sign: char| sign.is_ascii_lowercase()) => Some((key, zh)),
            _ => None,
        })
        .filter(|(key, _)| *key != "message")
        .collect();
    assert!(keyed.len() > 20, "few terms of the glossary name a message: {keyed:?}");
    let spelled = |(key, zh): &(&str, &str)| {
        let message = messages.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
        message.is_some_and(|message| message.contains(zh))
    };
    none(
        "a message of the reports has the Chinese term of the glossary",
        keyed.iter().filter(|row| !spelled(row)).map(|(key, zh)| format!("`{key}` lacks {zh}")),
    );
}
