//! Words that several tables of panel data share.

use equifinal_panel::PanelFindings;
use equifinal_study::config::Distance;

use crate::messages::Speaker;
use crate::number;
use crate::view::Context;

/// The name of the distance between periods.
pub(super) fn between_distance(speaker: &Speaker, found: &PanelFindings) -> String {
    let adjusted = found.distance() == Distance::GarciaCastro;
    speaker.say(if adjusted { "panel-between-adjusted" } else { "panel-between-distance" })
}

/// The label of a condition as a necessary one.
pub(super) fn labelled(context: Context<'_>, found: &PanelFindings, expression: &str) -> String {
    let findings = context.input.findings.iter().find(|one| one.analysis.name == found.analysis);
    let label = findings.and_then(|one| {
        let row = one.necessity.iter().find(|row| row.expression == expression)?;
        Some(context.names.necessary(one, row))
    });
    context.speaker.capital(label.unwrap_or_else(|| expression.to_owned()))
}

/// The lowest and the highest of some ratios.
pub(super) fn range(speaker: &Speaker, values: &[Option<f64>]) -> String {
    let defined = || values.iter().copied().flatten();
    let (Some(low), Some(high)) = (defined().reduce(f64::min), defined().reduce(f64::max)) else {
        return number::UNDEFINED.to_owned();
    };
    format!("{}–{}", speaker.ratio(Some(low)), speaker.ratio(Some(high)))
}
