//! Cases that are in no row of the truth table, or left out, because a membership is near 0.5.

use equifinal_qca::findings::Findings;
use equifinal_study::config::AtCrossover;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;
use crate::number;

/// Share of lost cases above which the concern is critical.
const CRITICAL: f64 = 0.05;

/// The analyses that lose cases; a negation loses the same.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let lost = lost(findings);
        let total = findings.cases.len() + findings.dropped().len();
        if lost.is_empty() {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
        let share = lost.len() as f64 / total as f64;
        let is_dropped = findings.analysis.at_crossover == AtCrossover::Drop;
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("count", lost.len().into()),
            ("total", total.into()),
            ("share", number::percent(share).into()),
            ("cases", listed(&lost, speaker).into()),
        ];
        let said = speaker.say_of(if is_dropped { "warning-dropped" } else { "warning-in-no-row" }, &args);
        let severity = if share > CRITICAL { Severity::Critical } else { Severity::Medium };
        let evidence = json!({
            "analysis": findings.analysis.name, "count": lost.len(), "total": total, "share": share, "cases": lost,
        });
        Some(Found::new(severity, evidence, said))
    };
    // A negation that loses them too says no more.
    input.pairs().into_iter().filter_map(|pair| pair.each().find_map(of)).collect()
}

/// The cases in no row: left out of the analysis, or kept in its sums.
fn lost(findings: &Findings) -> Vec<&str> {
    let in_no_row = findings.in_no_row.iter().filter_map(|&case| findings.cases.get(case)).map(String::as_str);
    findings.dropped().into_iter().chain(in_no_row).collect()
}
