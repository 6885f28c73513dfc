//! Fewer than half of the possible rows are observed.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each such analysis; a negation has the same rows.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let diversity = findings.diversity();
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("observed", diversity.observed.into()),
            ("possible", diversity.possible.to_string().into()),
            ("remainders", diversity.remainders().to_string().into()),
        ];
        let evidence = json!({
            "analysis": findings.analysis.name, "observed": diversity.observed, "possible": diversity.possible,
            "remainders": diversity.remainders(),
        });
        let is_limited = diversity.observed.saturating_mul(2) < diversity.possible;
        is_limited.then(|| Found::new(Severity::Medium, evidence, speaker.say_of("warning-limited-diversity", &args)))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
