//! Claims without a verdict.

use equifinal_robustness::claims::{JudgedClaim, Verdict};
use equifinal_study::config::Claim;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::claims::{judged, why};
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each such claim.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |(claim, judged): (&Claim, &JudgedClaim)| {
        let Verdict::Undecided { .. } = judged.verdict else { return None };
        let args = [("claim", claim.id.as_str().into()), ("why", why(judged, Names::of(input, speaker))?.into())];
        let said = speaker.say_of("claim-undecided-why", &args);
        Some(Found::new(Severity::Medium, json!({"claim": claim.id}), said))
    };
    judged(input).filter_map(of).collect()
}
