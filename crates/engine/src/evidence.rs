//! Turns the tables of a study into its evidence: responses are screened and scored, and all columns for calibration
//! are collected in one table of cases.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::borrow::Cow;
use std::collections::BTreeMap;

use equifinal_ingest::{Limits, Source, Wanted, read_cases, read_responses};
use equifinal_measure::answers::{Answered, answered};
use equifinal_measure::themes::Passage;
use equifinal_measure::{Evidence, MeasureError, Measurement, measure};
use equifinal_study::config::{AnswersSpec, DataTable, ScoreSource, Survey, TableKind};
use equifinal_study::missing::MISSING;
use equifinal_study::responses::{Absent, ItemAnswers, Responses};
use equifinal_study::table::{CaseTable, Cells, Column, ColumnKind, TableFound, Uncertainty};

use crate::averaged_cases;
use crate::coded_cases::{self, read_coding};
use crate::error::EngineError;
use crate::joined_cases::joined;
use crate::reading::{Reading, Use};
use crate::timed::timed;
use crate::yearly::{add_themes, read_passages, read_trends};

/// Maximum number of ids named in a message.
const NAMED: usize = 5;

/// Respondents who are cases: their answers and scores.
struct People<'a> {
    responses: &'a Responses,
    measurement: &'a Measurement,
    /// The indices of the respondents that pass screening and are not excluded.
    kept: Vec<usize>,
}

/// Reads every table; `read` gives the bytes of a file of data.
///
/// # Errors
/// All mistakes in the first faulty file, then in constructs, then cases without a value.
pub(crate) fn gather<'a>(
    study: &Reading,
    limits: Limits,
    read: impl Fn(&str) -> Result<Cow<'a, [u8]>, EngineError> + 'a,
) -> Result<Evidence, EngineError> {
    let mut evidence = Evidence::default();
    let mut responses: Vec<(&Survey, Responses)> = Vec::new();
    let mut passages = Vec::new();
    for table in &study.tables {
        let (detected, rows) = match table.kind {
            TableKind::Cases => {
                let columns = study.columns(|one| one.source == ScoreSource::Table);
                let (id, time) = table.identity();
                let may_lack = columns.iter().filter(|(name, kind)| study.may_lack(&ScoreSource::Table, name, *kind));
                let may_lack = may_lack.cloned().collect();
                let (exclude, layout) = (table.exclude.clone(), table.layout.clone());
                let wanted = Wanted { id, time, columns, may_lack, exclude, layout };
                evidence.cases = read_cases(&table.file, &read(&table.file)?, &wanted, limits)?;
                (evidence.cases.detected.clone(), evidence.cases.cases.len())
            }
            TableKind::Responses => {
                let survey = study.surveys.iter().find(|survey| survey.table == table.name);
                let survey = survey.ok_or_else(|| unread(table))?;
                let answers = answers(table, survey, &read(&table.file)?, limits)?;
                let name = format!("{}/{}", study.id, table.name);
                evidence.measurements.push(measure(&answers, survey, &name).map_err(|why| unscored(table, &why))?);
                let found = (answers.detected.clone(), answers.ids.len());
                responses.push((survey, answers));
                found
            }
            TableKind::Codings => {
                let mut found = None;
                for spec in study.codings.iter().filter(|spec| spec.table == table.name) {
                    let (coded, detected) = read_coding(study, spec, table, (&read, limits))?;
                    found = Some((detected, coded.passages));
                    evidence.codings.push(coded);
                }
                found.ok_or_else(|| unread(table))?
            }
            TableKind::Indicators => {
                let declared = study.indicators.iter().find(|one| one.table == table.name);
                let declared = declared.ok_or_else(|| unread(table))?;
                let (trends, detected, rows) = read_trends(table, declared, &read(&table.file)?, limits)?;
                evidence.trends.extend(trends);
                (detected, rows)
            }
            TableKind::Passages => {
                let (found, detected) = read_passages(study, table, &read(&table.file)?, limits)?;
                let rows = found.len();
                passages.extend(found);
                (detected, rows)
            }
        };
        tracing::info!("{}: {}: {detected}", study.id, table.file);
        detected.notes.sentences().iter().for_each(|note| tracing::info!("{}: {}: {note}", study.id, table.file));
        evidence.tables.push(TableFound { name: table.name.clone(), detected, rows });
    }
    joined_up(study, &responses, &passages, evidence)
}

/// Completes the evidence with the parts that use several tables.
fn joined_up(
    study: &Reading,
    responses: &[(&Survey, Responses)],
    passages: &[Passage],
    mut evidence: Evidence,
) -> Result<Evidence, EngineError> {
    let people = responses.iter().zip(&evidence.measurements).find(|((survey, _), _)| are_cases(study, survey));
    if let Some(((survey, responses), measurement)) = people {
        evidence.cases =
            respondents(study, survey, &People::new(responses, measurement, &evidence.cases), &evidence.cases)?;
    }
    add_themes(study, passages, &mut evidence);
    evidence.answers = statements(study, responses, &evidence.measurements);
    let own = std::mem::take(&mut evidence.cases);
    let cases = with_scores(study, &evidence, own)?;
    evidence.cases = timed(study, cases).map_err(EngineError::Unscored)?;
    Ok(evidence)
}

/// The error for a table that no stage would read.
fn unread(table: &DataTable) -> EngineError {
    EngineError::Unread { table: table.name.clone(), kind: table.kind.name() }
}

/// The failure of a table whose responses give a construct no score.
fn unscored(table: &DataTable, problems: &[MeasureError]) -> EngineError {
    let problems = problems.iter().map(MeasureError::message).collect();
    EngineError::Respondents { file: table.file.clone(), problems }
}

/// The table of cases with the scores that are given by the names of cases: those of codings, and those averaged over
/// respondents.
fn with_scores(study: &Reading, evidence: &Evidence, own: CaseTable) -> Result<CaseTable, EngineError> {
    let (mut cases, mut columns) = coded_cases::scored(study, &evidence.codings);
    let (named, averaged) = averaged_cases::scored(study, &evidence.measurements);
    cases.extend(named);
    columns.extend(averaged);
    joined(own, &cases, &columns).map_err(EngineError::Unscored)
}

/// The statements of the study about answers.
fn statements(study: &Reading, responses: &[(&Survey, Responses)], measurements: &[Measurement]) -> Vec<Answered> {
    let of = |spec: &AnswersSpec| {
        let ((survey, answers), measurement) =
            responses.iter().zip(measurements).find(|((survey, _), _)| survey.table == spec.table)?;
        Some(answered(spec, answers, &survey.instrument, &measurement.screening.kept))
    };
    study.answers.iter().filter_map(of).collect()
}

fn answers(table: &DataTable, survey: &Survey, bytes: &[u8], limits: Limits) -> Result<Responses, EngineError> {
    let source = Source { file: &table.file, id: table.id.as_deref(), format: table.format.as_deref() };
    Ok(read_responses(&source, bytes, Some(&survey.instrument), limits)?)
}

/// True if sets take their values from the responses to this survey.
fn are_cases(study: &Reading, survey: &Survey) -> bool {
    study.uses.iter().any(|one| takes_from(study, one, survey))
}

fn takes_from(study: &Reading, one: &Use, survey: &Survey) -> bool {
    match one.source {
        ScoreSource::Construct => {
            survey.constructs.iter().any(|spec| spec.construct.name == one.column && spec.by.is_none())
        }
        ScoreSource::Coding(_) => false,
        ScoreSource::Table => !study.has_cases(),
    }
}

/// The respondents that pass screening, as cases: constructs by name, else items, with the columns of the study's own
/// table of cases.
fn respondents(
    study: &Reading,
    survey: &Survey,
    people: &People<'_>,
    own: &CaseTable,
) -> Result<CaseTable, EngineError> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for source in [ScoreSource::Construct, ScoreSource::Table] {
        for (name, kind) in study.columns(|one| one.source == source && takes_from(study, one, survey)) {
            match people.column(&name, kind, study.may_lack(&source, &name, kind)) {
                Ok(cells) => {
                    let uncertainty = people.uncertainty(&name);
                    found.push(Column { source: source.clone(), uncertainty, ..Column::of_file(name, cells) });
                }
                Err(problem) => wrong.push(problem),
            }
        }
    }
    if people.kept.is_empty() {
        wrong.push(say!("screening-leaves-none"));
    }
    let cases = people.of(&people.responses.ids);
    if !own.cases.is_empty() {
        match beside(&cases, people, own) {
            Ok(columns) => found.extend(columns),
            Err(problems) => wrong.extend(problems),
        }
    }
    let responses = people.responses;
    if !wrong.is_empty() {
        return Err(EngineError::Respondents { file: responses.file.clone(), problems: wrong });
    }
    Ok(CaseTable {
        cases,
        lines: people.of(&responses.lines),
        excluded: own.excluded.clone(),
        columns: found,
        detected: responses.detected.clone(),
        file: responses.file.clone(),
        ..CaseTable::default()
    })
}

/// The columns of the table of cases in the order of the respondents, or who is in only one of the two.
fn beside(cases: &[String], people: &People<'_>, own: &CaseTable) -> Result<Vec<Column>, Vec<Message>> {
    let places: BTreeMap<&str, usize> =
        own.cases.iter().enumerate().map(|(place, case)| (case.as_str(), place)).collect();
    let absent: Vec<String> = cases.iter().filter(|case| !places.contains_key(case.as_str())).cloned().collect();
    let ids = &people.responses.ids;
    let unknown: Vec<String> = own.cases.iter().filter(|case| !ids.contains(case)).cloned().collect();
    let mut wrong = Vec::new();
    if !absent.is_empty() {
        wrong.push(say!("not-in-cases", some = some(absent), file = own.file));
    }
    if !unknown.is_empty() {
        wrong.push(say!("did-not-respond", some = some(unknown), file = own.file));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let order: Vec<usize> = cases.iter().filter_map(|case| places.get(case.as_str()).copied()).collect();
    let column = |column: Column| Column { levels: None, ..column };
    Ok(own.picked(&order, |_| true).columns.into_iter().map(column).collect())
}

impl<'a> People<'a> {
    fn new(responses: &'a Responses, measurement: &'a Measurement, own: &CaseTable) -> Self {
        let passes = |place: usize| measurement.screening.kept.get(place) == Some(&true);
        let respondents = responses.ids.iter().enumerate();
        let kept = respondents.filter(|(place, id)| passes(*place) && !own.excludes(id)).map(|(place, _)| place);
        Self { responses, measurement, kept: kept.collect() }
    }

    /// Those of `all` that belong to the kept respondents.
    fn of<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.kept.iter().filter_map(|place| all.get(*place).cloned()).collect()
    }

    /// The reliability of a construct's scores, if it was measured; a negative α counts as 0, i.e. error only.
    fn uncertainty(&self, name: &str) -> Uncertainty {
        let scores = self.measurement.scores.iter().find(|scores| scores.construct == name);
        let reliability = scores.and_then(|scores| scores.reliability);
        reliability.map_or(Uncertainty::Unknown, |found| Uncertainty::Reliability(found.alpha.clamp(0.0, 1.0)))
    }

    /// The values of the kept respondents, or a message about missing ones unless the column `may_lack` some.
    fn column(&self, name: &str, kind: ColumnKind, may_lack: bool) -> Result<Cells, Message> {
        let score = self.measurement.scores.iter().find(|scores| scores.construct == name);
        let item = self.responses.item(name).map(|item| &item.answers);
        let number = |place: usize| match (score, item) {
            (Some(scores), _) => scores.values.get(place).copied(),
            (None, Some(ItemAnswers::Codes(codes))) => codes.get(place).map(|code| code.copied()),
            _ => None,
        };
        let text = |place: usize| match item {
            Some(ItemAnswers::Texts(texts)) => texts.get(place).map(|text| text.cloned()),
            _ => number(place).map(|number| number.map(|number| number.to_string())),
        };
        match kind {
            ColumnKind::Number => {
                let numbers = self.all(name, &number, may_lack)?.into_iter();
                Ok(Cells::Numbers(numbers.map(|number| number.unwrap_or(MISSING)).collect()))
            }
            ColumnKind::Text => {
                let texts = self.all(name, &text, may_lack)?;
                let missing =
                    texts.iter().enumerate().filter(|(_, text)| text.is_none()).map(|(case, _)| case).collect();
                Ok(Cells::Texts(texts.into_iter().map(Option::unwrap_or_default).collect(), missing))
            }
        }
    }

    fn all<T>(
        &self,
        name: &str,
        value: &dyn Fn(usize) -> Option<Result<T, Absent>>,
        may_lack: bool,
    ) -> Result<Vec<Option<T>>, Message> {
        let (mut values, mut lacking) = (Vec::with_capacity(self.kept.len()), Vec::new());
        for place in &self.kept {
            match value(*place) {
                Some(Ok(value)) => values.push(Some(value)),
                Some(Err(_)) if may_lack => values.push(None),
                Some(Err(_)) => lacking.extend(self.responses.ids.get(*place).cloned()),
                None => {
                    return Err(say!("neither-construct", name));
                }
            }
        }
        if lacking.is_empty() {
            return Ok(values);
        }
        Err(say!("respondents-without-value", some = some(lacking), name))
    }
}

/// The first few of these ids, and the number of the others.
fn some(mut ids: Vec<String>) -> Message {
    let more = ids.len().saturating_sub(NAMED);
    ids.truncate(NAMED);
    let ids = Message::list(ids.into_iter().map(Message::verbatim));
    if more > 0 { say!("and-more", ids, more) } else { ids }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::Study;
    use equifinal_studyfile::parse::parse;

    use super::*;

    /// A table that no stage reads is a bug and is reported.
    #[test]
    fn tables_that_no_stage_reads_are_reported() {
        let source = "format: equifinal/study/1\nid: s\ntitle: S\nprovenance: synthetic\ndata:\n  people: {file: a.csv}\n  \
                      sheets: {file: b.csv}\n  years: {file: c.csv}\ninstruments: {people: {items: {q: {column: q}}}}\n\
                      coding: {papers: {table: sheets, scores: [0, 1]}}\nindicators: {years: {visits: {}}}\n";
        let study = parse("s.yaml", source.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
        let files = |file: &str| Ok(Cow::Borrowed(file_of(file).as_bytes()));
        fn file_of(file: &str) -> &'static str {
            match file {
                "a.csv" => "q\nx\n",
                "b.csv" => "case,condition,coder,score\nc,A,me,1\n",
                _ => "year,visits\n2013,5\n",
            }
        }
        let found = gather(&Reading::of(&study), Limits::default(), files).unwrap();
        assert_eq!(found.tables.iter().map(|table| table.rows).collect::<Vec<_>>(), [1, 1, 1]);
        let check = |change: fn(&mut Study), table: &str| {
            let mut study = study.clone();
            change(&mut study);
            let refused = gather(&Reading::of(&study), Limits::default(), files).unwrap_err();
            assert!(matches!(&refused, EngineError::Unread { table: found, .. } if found == table), "{refused}");
        };
        check(|study| study.surveys.clear(), "people");
        check(|study| study.codings.clear(), "sheets");
        check(|study| study.indicators.clear(), "years");
    }
}
