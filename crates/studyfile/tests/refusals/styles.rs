//! Styles of reports: the names of files, and their content.

use equifinal_studyfile::parse::{normal_form, parse_with};

use crate::{EVERYTHING, check};

/// The report of the study with every key in the style of this name.
fn named(name: &str) -> String {
    let (before, rest) = EVERYTHING.split_once("  style:\n").unwrap_or_else(|| panic!("no style"));
    let (_, after) = rest.split_once("  templates:\n").unwrap_or_else(|| panic!("no templates"));
    format!("{before}  style: {name}\n  templates:\n{after}")
}

#[test]
fn styles() {
    check(
        "styles",
        &[
            ("    decimals: 2", "    decimals: 5"),
            ("    decimals: 2", "    decimal: 2"),
            ("    leading_zero: false", "    leading_zero: none"),
            ("{letter: P, spaces: false}", "{letter: q, space: false}"),
            ("separator: line", "separator: dot"),
            ("place: above", "place: top"),
            ("\"Fig. {number}\"", "\"Fig.\""),
            ("headings: decimal", "headings: roman"),
            ("absent: open", "absent: empty"),
        ],
    );
}

#[test]
fn files_of_styles() {
    let answers = [
        ("apa", ""),
        ("healthpolicy_zh", ""),
        ("mine", "decimals: 1\nheadings: chinese\n"),
        ("mine", "# a comment\ndecimals: 7\nabsent: none\n"),
        ("mine", "tables: [\n"),
        ("mine", ""),
        ("thesis", ""),
        ("../shared/a", ""),
        ("[apa]", ""),
    ]
    .map(|(name, text)| {
        let source = named(name);
        let resolve = |file: &str| match file {
            "styles/mine.yaml" => Ok(text.as_bytes().to_vec()),
            _ => Err("there is no such file".into()),
        };
        let answer = match parse_with("configs/study.yaml", source.as_bytes(), &resolve) {
            Ok(study) => format!("{:?}\n", study.report.style),
            Err(refused) => refused.to_string(),
        };
        format!("{name}: {text}\n{answer}")
    });
    insta::assert_snapshot!("files_of_styles", answers.join("\n"));
}

#[test]
fn the_content_of_a_style_belongs_to_the_study() {
    let form = |decimals: u8| {
        let resolve = move |_: &str| Ok(format!("decimals: {decimals}\n").into_bytes());
        normal_form("configs/study.yaml", named("mine").as_bytes(), &resolve).unwrap_or_else(|why| panic!("{why}"))
    };
    assert_ne!(form(1), form(2));
}
