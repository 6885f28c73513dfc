//! Remainders that serve as assumptions for an outcome and for its negation, without enhanced standard analysis.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each pair of analyses (Schneider & Wagemann 2012, ch. 8).
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let excludes = findings.analysis.enhanced.as_ref().is_some_and(|enhanced| enhanced.contradictory);
        let rows = findings.contradictory_assumptions.as_ref().filter(|rows| rows.count > 0 && !excludes)?;
        let remainders = findings.ledger.remainders;
        let args = [
            ("outcome", Names::of(input, speaker).outcome(&findings.analysis.outcome).into()),
            ("count", rows.count.to_string().into()),
            ("remainders", remainders.to_string().into()),
        ];
        let evidence = json!({"analysis": findings.analysis.name, "rows": rows.count, "remainders": remainders});
        Some(Found::new(Severity::High, evidence, speaker.say_of("warning-contradictory-assumptions", &args)))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
