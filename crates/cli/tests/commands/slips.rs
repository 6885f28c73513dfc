//! Slips in a study file in Chinese, in the names of its data, and on the command line, each with its answer in both
//! languages.
//!
//! `slips.tsv` holds a slip a line: what is replaced in `slips.yaml` and by what, or `$` and a command.

use std::fmt::Write;

use crate::trial::{Trial, of_project};

const STUDY: &str = include_str!("slips.yaml");
const SLIPS: &str = include_str!("slips.tsv");

/// A project with the study, one part of it replaced, and with its table.
fn project(from: &str, to: &str) -> Trial {
    assert!(STUDY.contains(from), "{from:?} must occur");
    Trial::new()
        .file("configs/province.yaml", STUDY.replacen(from, to, 1))
        .file("data/yearbook/机构.xlsx", of_project("crates/ingest/tests/yearbooks/title_and_notes.xlsx"))
}

/// The answer to a slip in a language, without what a run says when nothing is wrong.
fn answer(from: &str, to: &str, language: &str) -> String {
    let unescaped = |text: &str| text.replace("\\n", "\n").replace("\\t", "\t");
    let (trial, command) = match from {
        "$" => (project("", ""), to),
        _ => (project(&unescaped(from), &unescaped(to)), "run province"),
    };
    let chosen = ["--lang", language];
    let chosen = if to.contains("--lang") { &[][..] } else { &chosen[..] };
    let args: Vec<&str> = command.split(' ').chain(chosen.iter().copied()).collect();
    let text = trial.run(&args).stderr();
    text.lines().filter(|line| !line.starts_with(" INFO")).map(|line| format!("{line}\n")).collect()
}

/// Compares the answers in a language with those that were read and graded.
fn check(language: &str) {
    let mut answers = String::new();
    for (from, to) in SLIPS.lines().filter_map(|line| line.split_once('\t')) {
        let _ = writeln!(answers, "== {to}\n{}", answer(from, to, language));
    }
    insta::assert_snapshot!(format!("slips-{language}"), answers);
}

#[test]
fn slips_are_answered_in_english() {
    check("en");
}

#[test]
fn slips_are_answered_in_chinese() {
    check("zh");
}
