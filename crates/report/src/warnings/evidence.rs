//! Warnings about tables, responses, constructs and indicators.

use equifinal_measure::Scale;
use equifinal_measure::indicators::Trend;
use equifinal_study::scores::Scores;
use equifinal_study::table_notes::KeptTotal;

use crate::input::Input;
use crate::messages::Speaker;
use crate::number;
use crate::screening::limitations;

/// Rows that are called like totals, screening rules that cannot judge, items that contradict their constructs, and indicators that end early.
pub(super) fn warnings(input: &Input<'_>, speaker: &Speaker, all: &mut Vec<String>) {
    all.extend(kept_totals(input, speaker));
    let surveys = input.study.surveys.iter().zip(&input.evidence.measurements);
    all.extend(surveys.flat_map(|(survey, found)| limitations(survey, &found.screening, speaker)));
    all.extend(contrary_items(input, speaker));
    all.extend(input.evidence.trends.iter().filter_map(|(name, trend)| ends_early(name, trend, speaker)));
}

/// Cases that are called like totals.
fn kept_totals(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let rows = input
        .evidence
        .tables
        .iter()
        .flat_map(|found| found.detected.notes.kept_totals.iter().map(|row| (found.name.as_str(), row)));
    let warning = |(table, row): (&str, &KeptTotal)| {
        let line = row.line.to_string();
        let args = [("table", table.into()), ("line", line.into()), ("text", row.text.as_str().into())];
        speaker.say_of("warning-kept-total", &args)
    };
    rows.map(warning).collect()
}

/// Items that correlate negatively with their construct.
fn contrary_items(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let scales = input.evidence.measurements.iter().flat_map(|found| found.scores.iter().zip(&found.scales));
    let warning = |(scores, scale): (&Scores, &Scale)| {
        let against = scale.items.iter().filter_map(|item| {
            let correlation = item.total?.corrected_correlation.filter(|correlation| *correlation < 0.0)?;
            Some(format!("{} ({})", item.name, number::ratio(Some(correlation))))
        });
        let against: Vec<String> = against.collect();
        let args = [("construct", scores.construct.as_str().into()), ("items", speaker.list(&against).into())];
        (!against.is_empty()).then(|| speaker.say_of("warning-contrary-items", &args))
    };
    scales.filter_map(warning).collect()
}

/// An indicator without a value for the last year of its table.
fn ends_early(name: &str, trend: &Trend, speaker: &Speaker) -> Option<String> {
    let ((year, _), missing) = (trend.series.last()?, trend.gaps.last()?);
    let args = [("indicator", name.into()), ("missing", missing.to_string().into()), ("year", year.to_string().into())];
    (missing > year).then(|| speaker.say_of("warning-last-year-missing", &args))
}
