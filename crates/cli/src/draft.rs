//! The study file that `new` writes: every column a set, one analysis, and what to decide next.

use std::fmt::Write;

use equifinal_calibrate::thresholds::{Linkage, thresholds};
use equifinal_ingest::PreviewCells;
use equifinal_ingest::preview::{Preview, PreviewColumn};

use crate::columns::{Suggestion, readable, suggestion};

/// Conditions of the drafted analysis at most: up to here truth tables list every remainder.
const CONDITIONS: usize = 7;

/// What a draft is written from.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    /// The study's id.
    pub(crate) id: &'a str,
    /// The file, relative to `data/`.
    pub(crate) file: &'a str,
    /// What the file holds.
    pub(crate) preview: &'a Preview,
    /// The column to explain, where the user names one.
    pub(crate) outcome: Option<&'a str>,
    /// The column that names the cases, where the user names one.
    pub(crate) cases: Option<&'a str>,
}

/// A column as a set, or why it is none.
struct Candidate<'a> {
    set: String,
    column: &'a PreviewColumn,
    suggestion: Result<Suggestion, String>,
}

/// Why no study can be written from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DraftError {
    /// A column named on the command line is not there.
    #[error("there is no column `{0}`")]
    NoColumn(String),
    /// No column can name the cases.
    #[error("no column can name the cases: each has blanks or repetitions, or is private (or name one with --cases)")]
    NoCases,
    /// A column cannot be the outcome.
    #[error("column `{column}` cannot be the outcome: {why}")]
    NoOutcome {
        /// The column.
        column: String,
        /// Why.
        why: String,
    },
    /// Not enough sets.
    #[error("{0} columns can be sets; a study needs two, a condition and an outcome")]
    TooFewSets(usize),
}

/// The text of a study file that runs as it is.
pub(crate) fn draft(source: &Source<'_>) -> Result<String, DraftError> {
    let columns = &source.preview.columns;
    let find = |name: &str| {
        columns.iter().find(|column| column.name == name).ok_or_else(|| DraftError::NoColumn(name.to_owned()))
    };
    let cases = match source.cases {
        Some(name) => find(name)?,
        None => columns.iter().find(|column| names_cases(column)).ok_or(DraftError::NoCases)?,
    };
    let named = source.outcome.map(find).transpose()?;
    let mut names = Vec::new();
    let candidates: Vec<Candidate<'_>> = columns
        .iter()
        .filter(|column| column.name != cases.name)
        .map(|column| Candidate { set: set_name(&column.name, &mut names), column, suggestion: suggestion(column) })
        .collect();
    let sets: Vec<&Candidate<'_>> = candidates.iter().filter(|candidate| candidate.suggestion.is_ok()).collect();
    let outcome = match named {
        None => sets.last().copied(),
        Some(column) => sets.iter().copied().find(|set| set.column.name == column.name),
    };
    let (Some(outcome), true) = (outcome, sets.len() >= 2) else {
        return Err(named.map_or(DraftError::TooFewSets(sets.len()), |column| DraftError::NoOutcome {
            column: column.name.clone(),
            why: suggestion(column).err().unwrap_or_else(|| "no other column can be a condition".to_owned()),
        }));
    };
    let mut text = head(source, &cases.name);
    for candidate in &candidates {
        text.push_str(&set(candidate));
    }
    text.push_str(&analysis(&sets, outcome));
    Ok(text)
}

/// Whether a column can name the cases without giving a person away; a `name` may be that of a country.
fn names_cases(column: &PreviewColumn) -> bool {
    column.identifies && (column.private.is_none() || column.name.eq_ignore_ascii_case("name"))
}

fn head(source: &Source<'_>, cases: &str) -> String {
    let Source { id, file, preview, .. } = source;
    format!(
        "\
# yaml-language-server: $schema=../schemas/study.schema.json
# Drafted from {}: {}.
# It runs as it is. Before you believe it: replace anchors by ones you can defend and say why in `because`,
# name your expectations, and choose the outcome and the conditions.
format: equifinal/study/1
id: {id}
title:
  en: {id}
provenance: original   # original | published | reconstructed | synthetic: printed at the top of every report

data:
  cases: {{file: {}, id: {}}}

sets:
",
        one_line(file),
        preview.detected,
        quoted(file),
        quoted(cases),
    )
}

fn set(Candidate { set, column, suggestion }: &Candidate<'_>) -> String {
    let (column, column_cells) = (&column.name, &column.cells);
    let (calibrate, remark) = match suggestion {
        Err(why) => return format!("  # no set from column {}: {}\n", quoted(column), one_line(why)),
        Ok(Suggestion::Crisp) => ("{given: crisp}".to_owned(), "the column holds 0 and 1".to_owned()),
        Ok(Suggestion::Fuzzy) => ("{given: fuzzy}".to_owned(), "the column holds values from 0 to 1".to_owned()),
        Ok(Suggestion::MultiValue { highest }) => {
            ("{given: multivalue}".to_owned(), format!("the column holds the levels 0 to {highest}"))
        }
        Ok(Suggestion::Threshold { threshold, inside }) => {
            (format!("{{crisp: {{threshold: {threshold}}}}}"), format!("{inside} cases reach it"))
        }
        Ok(Suggestion::Direct { percents: [low, middle, high], anchors: [e, c, i], range: [min, max] }) => (
            format!("{{direct: {{exclusion: {e}, crossover: {c}, inclusion: {i}}}}}"),
            format!(
                "percentiles {low}, {middle} and {high} of values from {min} to {max}; swap the ends if less is more in"
            ),
        ),
    };
    let mut text = format!("  {set}:\n");
    if set != column {
        let _ = writeln!(text, "    label: {}\n    column: {}", quoted(column), quoted(column));
    }
    let _ = writeln!(text, "    calibrate: {calibrate}   # {remark}{}", groups(column_cells, suggestion.as_ref().ok()));
    text
}

/// Where a clustering of raw values would divide the cases in two, as part of a remark.
fn groups(cells: &PreviewCells, suggestion: Option<&Suggestion>) -> String {
    let (PreviewCells::Numbers(raw), Some(Suggestion::Direct { .. } | Suggestion::Threshold { .. })) =
        (cells, suggestion)
    else {
        return String::new();
    };
    match thresholds(raw, 1, Linkage::default()).as_deref() {
        Some([border]) => format!("; two clusters of values meet at {}", readable(*border)),
        _ => String::new(),
    }
}

fn analysis(sets: &[&Candidate<'_>], outcome: &Candidate<'_>) -> String {
    let conditions: Vec<&str> = sets.iter().map(|set| set.set.as_str()).filter(|set| *set != outcome.set).collect();
    let (used, left): (Vec<&str>, &[&str]) =
        (conditions.iter().copied().take(CONDITIONS).collect(), conditions.get(CONDITIONS..).unwrap_or_default());
    let remark = if left.is_empty() { String::new() } else { format!("   # not used: {}", left.join(", ")) };
    let explained = match &outcome.suggestion {
        Ok(Suggestion::MultiValue { highest }) => format!("\"{}[{highest}]\"", outcome.set),
        _ => outcome.set.clone(),
    };
    format!(
        "
analyses:
  main:
    outcome: {explained}
    conditions: [{}]{remark}
    negation: true   # the absence of the outcome too
    necessity: {{consistency: 0.9, coverage: 0.5, relevance: 0.5}}
    truth_table: {{frequency: 1, consistency: 0.8, pri: 0.5}}
    at_crossover: warn   # warn | refuse | present | absent | drop: what becomes of a membership of exactly 0.5
    # expectations: {{{}: present}}   # present | absent | any; without them the intermediate solution uses no remainder
    interpret: intermediate   # conservative | parsimonious | intermediate

report: {{languages: [en], formats: [html, md]}}
",
        used.join(", "),
        used.first().copied().unwrap_or_default(),
    )
}

/// A name that expressions can hold, not yet in `taken` whatever the case of its letters.
fn set_name(column: &str, taken: &mut Vec<String>) -> String {
    let kept: String = column.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let kept = kept.trim_matches('_');
    let stem = match kept.chars().next() {
        None => format!("C{}", taken.len() + 1),
        Some(first) if first.is_ascii_alphabetic() => kept.to_owned(),
        Some(_) => format!("C_{kept}"),
    };
    let free = |name: &String| !taken.contains(&name.to_lowercase());
    let name = Some(stem.clone()).filter(free);
    let name = name.or_else(|| (2_u32..).map(|number| format!("{stem}_{number}")).find(free)).unwrap_or(stem);
    taken.push(name.to_lowercase());
    name
}

/// A YAML string in double quotes, whose escapes are those of JSON.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Text inside a comment, which a line break would end.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn set_names_are_legal_and_differ() {
        let mut taken = Vec::new();
        for (column, name) in [
            ("GNP", "GNP"),
            ("gnp", "gnp_2"),
            ("urban share (%)", "urban_share"),
            ("得分", "C4"),
            ("2020", "C_2020"),
            ("~x", "x"),
        ] {
            assert_eq!(set_name(column, &mut taken), name);
        }
    }
}
