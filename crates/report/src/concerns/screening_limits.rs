//! Screening rules that cannot judge, and those that leave items out.

use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::screening::limitations;

/// One concern for each such rule.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let surveys = input.study.surveys.iter().zip(&input.evidence.measurements);
    let found = surveys.flat_map(|(survey, found)| {
        let said = limitations(survey, &found.screening, speaker).into_iter();
        said.map(|said| Found::new(Severity::Medium, json!({"table": survey.table}), said))
    });
    found.collect()
}
