//! Anchors that separate no raw values, with the probable cause.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each such set.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |concern: &Diagnosed| {
        let Diagnosed::BeyondAnchors { set, range, anchors, one_sided, factor } = concern else { return None };
        let key = if *one_sided { "warning-all-beyond-anchors" } else { "warning-none-between-anchors" };
        let [min, max] = range.map(|value| value.to_string().into());
        let [low, high] = anchors.map(|value| value.to_string().into());
        let args = [("set", set.as_str().into()), ("min", min), ("max", max), ("low", low), ("high", high)];
        let remedy = match factor {
            Some(factor) if *factor > 1.0 => speaker.say("warning-anchors-in-percent"),
            Some(_) => speaker.say("warning-anchors-in-shares"),
            None => speaker.say("warning-anchors-unit"),
        };
        let said = speaker.sentences([speaker.say_of(key, &args), remedy]);
        let evidence = json!({"set": set, "values": range, "anchors": anchors, "factor": factor});
        Some(Found::new(Severity::Critical, evidence, said))
    };
    input.diagnosis.concerns.iter().filter_map(of).collect()
}
