//! Coders' sheets become evaluated codings, and their scores columns of the table of cases.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_ingest::{Records, read_records};
use equifinal_measure::coded::{Coded, coded};
use equifinal_measure::coding::{Coding, CodingError, Consensus, Rubric};
use equifinal_study::config::{CodingSpec, DataTable, ScoreSource, SetSpec, Study};
use equifinal_study::table::{CaseTable, Cells, Column, Doubt};

use crate::failure::Failure;

/// Reads the sheet of a coding and what was settled, and evaluates them.
///
/// # Errors
/// Everything wrong with the first file that has something wrong with it, then with the scores.
pub(crate) fn read_coding(
    study: &Study,
    spec: &CodingSpec,
    table: &DataTable,
    read: impl Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<(Coded, String), Failure> {
    let needed = ["case", "condition", "coder", "score"];
    let sheet = read_records(&table.file, &read(&table.file)?, &needed, &[], &["source", "locator", "quote"])?;
    let codings = rows(&sheet, |text, score, line| Coding {
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
            let settled = read_records(file, &read(file)?, &["case", "condition", "score"], &[], &["note"])?;
            rows(&settled, |text, score, line| Consensus {
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
        Failure::Codings(errors.iter().map(|error| format!("{}: {error}", file(error))).collect())
    })?;
    Ok((found, sheet.detected))
}

/// The rows of a table with scores.
fn rows<T>(records: &Records, row: impl Fn(&dyn Fn(&str) -> String, f64, usize) -> T) -> Result<Vec<T>, Failure> {
    let scores = records.numbers("score")?;
    let lines = records.lines.iter().zip(scores).enumerate();
    Ok(lines
        .filter_map(|(at, (line, score))| Some(row(&|column| records.text(column, at).to_owned(), score?, *line)))
        .collect())
}

/// The scores that a rubric has, by condition of a coding.
fn rubric(study: &Study, spec: &CodingSpec) -> Rubric {
    let own = study.sets.iter().filter(|set| set.source == ScoreSource::Coding(spec.name.clone()));
    let scores = |set: &SetSpec| (set.column.clone(), set.rubric.iter().map(|(score, _)| *score).collect());
    let by_condition = own.filter(|set| !set.rubric.is_empty()).map(scores).collect();
    Rubric { scores: spec.scores.clone(), by_condition }
}

/// The table of cases with the columns that sets take from codings; where the study has no such table, the coded
/// cases are its cases.
///
/// # Errors
/// Every case without a score that a set needs, and every coded case that the table of cases lacks.
pub(crate) fn with_codings<'a>(
    sets: impl Iterator<Item = &'a SetSpec>,
    codings: &[Coded],
    own: CaseTable,
    file: &str,
) -> Result<CaseTable, Failure> {
    let wanted: BTreeSet<(&str, &str)> = sets
        .filter_map(|set| match &set.source {
            ScoreSource::Coding(name) => Some((name.as_str(), set.column.as_str())),
            _ => None,
        })
        .collect();
    let used = codings.iter().filter(|coded| wanted.iter().any(|(name, _)| *name == coded.name));
    let coded_cases: BTreeSet<&String> = used.flat_map(|coded| &coded.cases).collect();
    let mut table = own;
    let mut problems = Vec::new();
    if table.cases.is_empty() {
        file.clone_into(&mut table.file);
        table.cases = coded_cases.into_iter().cloned().collect();
        table.lines = vec![1; table.cases.len()];
    } else {
        let known: BTreeSet<&String> = table.cases.iter().collect();
        let strangers = coded_cases.into_iter().filter(|case| !known.contains(case));
        problems.extend(strangers.map(|case| format!("case {case} is not in {}: add it there", table.file)));
    }
    let mut columns = Vec::new();
    for (name, condition) in wanted {
        let Some(coded) = codings.iter().find(|coded| coded.name == name) else { continue };
        let by_case: BTreeMap<&str, f64> = coded
            .scores
            .iter()
            .filter(|((_, of), _)| of == condition)
            .map(|((case, _), score)| (case.as_str(), *score))
            .collect();
        let score = |case: &String| by_case.get(case.as_str()).copied();
        problems.extend(
            table
                .cases
                .iter()
                .filter(|case| score(case).is_none())
                .map(|case| format!("{condition} of case {case} has no score: code it")),
        );
        let cells = Cells::Numbers(table.cases.iter().map(|case| score(case).unwrap_or_default()).collect());
        let given = |case: &String| coded.given.get(&(case.clone(), condition.to_owned())).cloned().unwrap_or_default();
        columns.push(Column {
            name: condition.to_owned(),
            source: ScoreSource::Coding(name.to_owned()),
            cells,
            doubt: Doubt::Codings(table.cases.iter().map(given).collect()),
        });
    }
    table.columns.extend(columns);
    if problems.is_empty() {
        Ok(table)
    } else {
        Err(Failure::Codings(problems.into_iter().map(|problem| format!("{file}: {problem}")).collect()))
    }
}
