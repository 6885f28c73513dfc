//! The sets and the analysis that a drafted survey begins with: one set per construct, with anchors from its scores.

use std::fmt::Write;

use equifinal_engine::{Engine, Files};
use equifinal_study::missing::known;
use equifinal_study::table::Cells;
use equifinal_studyfile::parse::parse;

use super::constructs::Construct;
use crate::columns::{Suggestion, of_scores};
use crate::draft::FROM_SAMPLE;
use crate::draft_analysis::analysis;
use crate::yaml_text::{quoted, word};

/// The sets and the analysis, as a part of a study file; empty if fewer than two constructs can be sets, or if the
/// survey so far, `text`, cannot be read from `bytes`.
pub(super) fn sets(text: &str, constructs: &[Construct], file: &str, bytes: &[u8]) -> String {
    let scores = scores(text, constructs, file, bytes);
    let sets: Vec<(&Construct, Suggestion)> =
        scores.into_iter().filter_map(|(construct, scores)| Some((construct, of_scores(&scores)?))).collect();
    let Some(((outcome, _), conditions)) = sets.split_last().filter(|(_, conditions)| !conditions.is_empty()) else {
        return String::new();
    };
    let mut drafted = "\nsets:\n".to_owned();
    for (construct, suggestion) in &sets {
        drafted.push_str(&set(construct, suggestion));
    }
    let conditions: Vec<String> = conditions.iter().map(|(construct, _)| word(&construct.name)).collect();
    drafted.push_str(&analysis(&conditions, &outcome.name, None));
    drafted
}

fn set(construct: &Construct, suggestion: &Suggestion) -> String {
    let (calibrate, remark) = match suggestion {
        Suggestion::Direct { percents: [low, middle, high], anchors: [e, c, i], .. } => (
            format!("{{direct: {{exclusion: {e}, crossover: {c}, inclusion: {i}}}}}"),
            format!("percentiles {low}, {middle} and {high} of the scores; the crossover lies between two of them"),
        ),
        Suggestion::Threshold { threshold, inside } => {
            (format!("{{crisp: {{threshold: {threshold}}}}}"), format!("{inside} respondents reach it"))
        }
        Suggestion::Crisp | Suggestion::Fuzzy | Suggestion::Recode(_) | Suggestion::MultiValue { .. } => {
            return String::new();
        }
    };
    let name = word(&construct.name);
    let mut text = format!("  {name}:\n");
    if let Some(title) = &construct.title {
        let _ = writeln!(text, "    label: {}", quoted(title));
    }
    let _ = write!(
        text,
        "    from: {{construct: {name}}}
    missing: drop   # respondents without a score leave the analysis; the report counts them
    calibrate: {calibrate}   # {remark}
{FROM_SAMPLE}"
    );
    text
}

/// The scores of the constructs that have some, without those that are missing.
fn scores<'a>(text: &str, constructs: &'a [Construct], file: &str, bytes: &[u8]) -> Vec<(&'a Construct, Vec<f64>)> {
    let mut text = format!("{text}\nsets:\n");
    for construct in constructs {
        let name = word(&construct.name);
        let _ = writeln!(
            text,
            "  {name}: {{from: {{construct: {name}}}, missing: drop, calibrate: {{crisp: {{threshold: 0}}}}}}"
        );
    }
    let Ok(study) = parse("draft", text.as_bytes()) else { return Vec::new() };
    let world = Files::default().with(file, bytes);
    let Ok((evidence, _)) = Engine::default().evidence(&study, &world) else { return Vec::new() };
    let scores = constructs.iter().filter_map(|construct| {
        let set = study.sets.iter().find(|set| set.name == construct.name)?;
        let Cells::Numbers(numbers) = &evidence.cases.columns.iter().find(|column| column.serves(set))?.cells else {
            return None;
        };
        Some((construct, known(numbers).collect()))
    });
    scores.collect()
}
