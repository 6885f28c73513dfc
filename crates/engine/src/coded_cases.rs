//! Turns coders' sheets into evaluated codings, and their scores into columns of the table of cases.

use equifinal_study::say;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use equifinal_ingest::{IngestError, Limits, Records, read_records};
use equifinal_measure::coded::{Coded, coded};
use equifinal_measure::coding::{Coding, CodingError, Consensus, Rubric};
use equifinal_study::config::{CodingSpec, DataTable, ScoreSource, TableLayout};
use equifinal_study::detected::Detected;
use equifinal_study::table::ColumnKind;

use crate::error::EngineError;
use crate::joined_cases::{ScoreUncertainty, Scored};
use crate::reading::{Reading, Use};

/// A function that returns the bytes of a data file.
pub(crate) type Read<'a> = dyn Fn(&str) -> Result<Cow<'a, [u8]>, EngineError> + 'a;

/// Reads and evaluates the sheet of a coding and its settled disagreements.
///
/// # Errors
/// All mistakes in the first faulty file, then all problems with the scores.
pub(crate) fn read_coding(
    study: &Reading,
    spec: &CodingSpec,
    table: &DataTable,
    (read, limits): (&Read<'_>, Limits),
) -> Result<(Coded, Detected), EngineError> {
    let needed = ["case", "condition", "coder", "score"];
    let mut sheet = read_records(
        &table.file,
        &read(&table.file)?,
        &needed,
        &[],
        &["source", "locator", "quote"],
        (&table.layout, limits),
    )?;
    let codings = rows(&mut sheet, |text, score, line| Coding {
        case: text("case"),
        condition: text("condition"),
        coder: text("coder"),
        score,
        source: text("source"),
        locator: text("locator"),
        quote: text("quote"),
        line,
    })?;
    let consensus = match &spec.consensus {
        None => Vec::new(),
        Some(file) => {
            let settled = read_records(
                file,
                &read(file)?,
                &["case", "condition", "score"],
                &[],
                &["note"],
                (&TableLayout::default(), limits),
            );
            // Coders who agree on everything leave nothing to settle.
            let mut settled = settled.or_else(|wrong| {
                if wrong.errors == [IngestError::NoCases] { Ok(Records::default()) } else { Err(wrong) }
            })?;
            rows(&mut settled, |text, score, line| Consensus {
                case: text("case"),
                condition: text("condition"),
                score,
                note: text("note"),
                line,
            })?
        }
    };
    let found = coded(spec, &codings, &consensus, &rubric(study, spec)).map_err(|errors| {
        let file = |error: &CodingError| match &spec.consensus {
            Some(consensus) if error.in_consensus() => consensus.clone(),
            _ => table.file.clone(),
        };
        EngineError::Codings(
            errors.iter().map(|error| say!("data-file", file = file(error), problem = error)).collect(),
        )
    })?;
    Ok((found, sheet.detected))
}

/// The rows of a table with scores.
fn rows<T>(
    records: &mut Records,
    row: impl Fn(&dyn Fn(&str) -> String, f64, usize) -> T,
) -> Result<Vec<T>, EngineError> {
    let scores = records.numbers("score")?;
    let records = &*records;
    let lines = records.lines.iter().zip(scores).enumerate();
    Ok(lines
        .filter_map(|(at, (line, score))| Some(row(&|column| records.text(column, at).to_owned(), score?, *line)))
        .collect())
}

/// The scores that a rubric has, by condition of a coding.
fn rubric(study: &Reading, spec: &CodingSpec) -> Rubric {
    let coded = |one: &&Use| one.own && one.source == ScoreSource::Coding(spec.name.clone());
    let own = study.uses.iter().filter(coded).filter(|one| !one.rubric.is_empty());
    let by_condition = own.map(|one| (one.column.clone(), one.rubric.clone())).collect();
    Rubric { scores: spec.scores.clone(), by_condition }
}

/// The columns that sets take from codings, and the cases in them.
pub(crate) fn scored<'a>(study: &'a Reading, codings: &'a [Coded]) -> (BTreeSet<&'a str>, Vec<Scored<'a>>) {
    let uses = study.uses.iter();
    let wanted: BTreeSet<(&str, &str)> = uses
        .filter_map(|one| match &one.source {
            ScoreSource::Coding(name) => Some((name.as_str(), one.column.as_str())),
            _ => None,
        })
        .collect();
    let used = codings.iter().filter(|coded| wanted.iter().any(|(name, _)| *name == coded.name));
    let cases = used.flat_map(|coded| coded.cases.iter().map(String::as_str)).collect();
    let column = |(name, condition): (&'a str, &'a str)| {
        let coded = codings.iter().find(|coded| coded.name == name)?;
        let spec = study.codings.iter().find(|spec| spec.name == name)?;
        Some(Scored {
            name: condition,
            source: ScoreSource::Coding(name.to_owned()),
            file: study.file(&spec.table),
            scores: of_condition(&coded.scores, condition).map(|(case, score)| (case, *score)).collect(),
            uncertainty: ScoreUncertainty::Codings(
                of_condition(&coded.given, condition).map(|(case, given)| (case, given.as_slice())).collect(),
            ),
            remedy: say!("remedy-coded"),
            may_lack: study.may_lack(&ScoreSource::Coding(name.to_owned()), condition, ColumnKind::Number),
        })
    };
    (cases, wanted.into_iter().filter_map(column).collect())
}

fn of_condition<'a, T>(
    by_case: &'a BTreeMap<(String, String), T>,
    condition: &str,
) -> impl Iterator<Item = (&'a str, &'a T)> {
    by_case.iter().filter(move |((_, of), _)| of == condition).map(|((case, _), value)| (case.as_str(), value))
}
