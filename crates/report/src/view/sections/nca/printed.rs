//! Names and numbers of a necessary condition analysis as they are printed.

use equifinal_nca::findings::{Analysed, ConditionFindings, Findings};
use equifinal_study::config::Ceiling;

use crate::number;

/// The name of a ceiling as the literature writes it.
pub(super) fn ceiling_name(kind: Ceiling) -> String {
    match kind {
        Ceiling::Qr { tau } => format!("QR ({})", number::shortest(tau)),
        Ceiling::Line { .. } => "Line".to_owned(),
        other => other.name().to_uppercase().replace('_', "-"),
    }
}

/// A percentage as NCA counts it; a dash for `None`.
pub(super) fn percentage(value: Option<f64>) -> String {
    value.map_or_else(|| number::UNDEFINED.to_owned(), |value| number::percent(value / 100.0))
}

/// The conditions with ceilings.
pub(super) fn analysed(findings: &Findings) -> impl Iterator<Item = (&ConditionFindings, &Analysed)> {
    findings.conditions.iter().filter_map(|one| Some((one, one.analysed.as_ref().ok()?)))
}
