//! Memberships in conditions within 0.0005 of 0.5, and the memberships used instead.

use equifinal_qca::findings::Findings;
use equifinal_study::config::AtCrossover;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis with such memberships, unless their cases are left out; its negation has the same.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let policy = findings.analysis.at_crossover;
        if findings.at_crossover.is_empty() || policy == AtCrossover::Drop {
            return None;
        }
        let cells = findings.at_crossover.iter().map(|cell| format!("{} × {}", cell.case, cell.condition));
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("count", findings.at_crossover.len().into()),
            ("policy", policy.name().into()),
            ("cells", listed(cells, speaker).into()),
        ];
        let cells = findings.at_crossover.iter();
        let cells: Vec<_> = cells.map(|cell| json!({"case": cell.case, "condition": cell.condition})).collect();
        let evidence = json!({
            "analysis": findings.analysis.name, "count": cells.len(), "at_crossover": policy.name(), "memberships": cells,
        });
        Some(Found::new(Severity::Medium, evidence, speaker.say_of("warning-at-crossover", &args)))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
