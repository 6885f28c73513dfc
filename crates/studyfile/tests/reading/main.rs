//! Each key of a study file and its parsed value.

mod analyses;
mod calibrations;
mod chains;
mod claims;
mod measured;
mod nca;
mod robustness;
mod surveys;
mod whole;
mod yaml;

use equifinal_study::config::{Decision, Dimension, Study};
use equifinal_studyfile::parse::parse;

/// A small study, of which each test replaces one part.
const STUDY: &str = include_str!("../small.yaml");

/// Compares the parsed small study with the expected value, case by case.
///
/// `piece` is the text of the small study replaced by `written`, in which `@` stands for the words of the case. The
/// value of a refused study is its messages, after the word `refused`.
fn check(piece: &str, written: &str, read: impl Fn(&Study) -> String, cases: &[(&str, &str)]) {
    assert_eq!(STUDY.matches(piece).count(), 1, "{piece:?} must occur once");
    for (words, expected) in cases {
        let source = STUDY.replace(piece, &written.replace('@', words));
        let found = match parse("small.yaml", source.as_bytes()) {
            Ok(study) => read(&study),
            Err(refused) => {
                let messages: Vec<String> =
                    refused.problems.iter().map(|problem| problem.message.to_string()).collect();
                format!("refused: {}", messages.join("; "))
            }
        };
        assert_eq!(found, *expected, "{words}");
    }
}

/// Dimensions with their values.
fn varied(dimensions: &[Dimension]) -> String {
    let one = |dimension: &Dimension| match dimension {
        Dimension::List(values) => {
            format!("{} {}", dimension.name(), values.iter().map(Decision::value).collect::<Vec<_>>().join(", "))
        }
        Dimension::Between { number, from, to } => format!("{number} {from} to {to}"),
    };
    dimensions.iter().map(one).collect::<Vec<_>>().join("; ")
}
