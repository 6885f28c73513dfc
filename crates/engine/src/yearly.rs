//! Turns tables of indicators and of coded passages into trends and themes.

use equifinal_ingest::{Limits, read_records};
use equifinal_measure::Evidence;
use equifinal_measure::indicators::{Claims, Trend, trend};
use equifinal_measure::themes::{Passage, joint_display, themes};
use equifinal_study::config::{DataTable, Direction, IndicatorSpec, IndicatorTable};
use equifinal_study::detected::Detected;
use equifinal_study::message::Message;
use equifinal_study::say;

use crate::error::EngineError;
use crate::reading::Reading;

/// Trends by the name of their indicator.
pub(crate) type Named = Vec<(String, Trend)>;

/// The trends of a table of indicators, and the detected properties of the file.
///
/// # Errors
/// All mistakes in the file, then all invalid series.
pub(crate) fn read_trends(
    table: &DataTable,
    declared: &IndicatorTable,
    bytes: &[u8],
    limits: Limits,
) -> Result<(Named, Detected, usize), EngineError> {
    let year = table.id.as_deref().unwrap_or("year");
    let columns: Vec<&str> = declared.indicators.iter().map(|indicator| indicator.column.as_str()).collect();
    let mut records = read_records(&table.file, bytes, &[year], &columns, &[], (&table.layout, limits))?;
    let mut problems = Vec::new();
    let years: Vec<Option<i32>> = records
        .lines
        .iter()
        .enumerate()
        .map(|(row, line)| {
            let cell = records.text(year, row);
            let found = cell.parse().ok();
            if found.is_none() {
                problems.push(say!("not-a-year", line, year, cell = format!("{cell:?}")));
            }
            found
        })
        .collect();
    let mut trends = Vec::new();
    for indicator in &declared.indicators {
        let values = records.numbers(&indicator.column)?;
        let values: Vec<(i32, Option<f64>)> =
            years.iter().zip(values).filter_map(|(year, value)| Some(((*year)?, value))).collect();
        match trend(&values, claims(indicator)) {
            Ok(found) => trends.push((indicator.name.clone(), found)),
            Err(error) => problems.push(say!("data-file", file = indicator.column, problem = error)),
        }
    }
    if !problems.is_empty() {
        return Err(EngineError::Codings(
            problems.into_iter().map(|problem| say!("data-file", file = table.file, problem)).collect(),
        ));
    }
    Ok((trends, records.detected, records.lines.len()))
}

fn claims(indicator: &IndicatorSpec) -> Claims {
    let target = indicator.target.as_ref();
    Claims {
        first_to_last: indicator.first_to_last,
        target: target.map(|target| target.value),
        at_most: target.is_some_and(|target| target.direction == Direction::AtMost),
        growth: indicator.growth,
    }
}

/// The passages of a table, and the detected properties of the file.
///
/// # Errors
/// All mistakes in the file, and all unknown themes.
pub(crate) fn read_passages(
    study: &Reading,
    table: &DataTable,
    bytes: &[u8],
    limits: Limits,
) -> Result<(Vec<Passage>, Detected), EngineError> {
    let records =
        read_records(&table.file, bytes, &["theme", "interview"], &[], &["locator", "quote"], (&table.layout, limits))?;
    let (mut passages, mut problems) = (Vec::new(), Vec::new());
    for (row, line) in records.lines.iter().enumerate() {
        let text = |column: &str| records.text(column, row).to_owned();
        let theme = text("theme");
        if !study.themes.iter().any(|known| known.name == theme) {
            let names: Vec<&str> = study.themes.iter().map(|theme| theme.name.as_str()).collect();
            let known = Message::list(names.into_iter().map(Message::verbatim));
            problems.push(say!("unknown-theme", file = table.file, line, theme = format!("{theme:?}"), known));
        }
        passages.push(Passage { theme, interview: text("interview"), locator: text("locator"), quote: text("quote") });
    }
    if problems.is_empty() { Ok((passages, records.detected)) } else { Err(EngineError::Codings(problems)) }
}

/// Counts the themes in the passages and compares them with the indicators.
pub(crate) fn add_themes(study: &Reading, passages: &[Passage], evidence: &mut Evidence) {
    let names: Vec<String> = study.themes.iter().map(|theme| theme.name.clone()).collect();
    evidence.themes = themes(&names, passages);
    let indicators: Vec<String> = evidence.trends.iter().map(|(name, _)| name.clone()).collect();
    let about: Vec<(String, String)> = study
        .themes
        .iter()
        .flat_map(|theme| theme.indicators.iter().map(|indicator| (theme.name.clone(), indicator.clone())))
        .collect();
    if !indicators.is_empty() && !names.is_empty() {
        evidence.joint = Some(joint_display(&indicators, &evidence.themes, &about));
    }
}
