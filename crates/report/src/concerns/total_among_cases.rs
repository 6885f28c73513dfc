//! A case that is the sum or the mean of the others.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;

/// One concern for each such case.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |concern: &Diagnosed| {
        let Diagnosed::TotalOfOthers { case, columns } = concern else { return None };
        let args = [("case", case.as_str().into()), ("columns", listed(columns, speaker).into())];
        let said = speaker.say_of("warning-total-of-others", &args);
        Some(Found::new(Severity::Critical, json!({"case": case, "columns": columns}), said))
    };
    input.diagnosis.concerns.iter().filter_map(of).collect()
}
