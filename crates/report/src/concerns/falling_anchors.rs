//! Anchors that fall without a declared direction.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each such set.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |concern: &Diagnosed| {
        let Diagnosed::FallsUnsaid { set, anchors } = concern else { return None };
        let [exclusion, inclusion] = anchors.map(|anchor| anchor.to_string().into());
        let args = [("set", set.as_str().into()), ("exclusion", exclusion), ("inclusion", inclusion)];
        let said = speaker.say_of("warning-falls-unsaid", &args);
        let evidence = json!({"set": set, "exclusion": anchors[0], "inclusion": anchors[1]});
        Some(Found::new(Severity::Critical, evidence, said))
    };
    input.diagnosis.concerns.iter().filter_map(of).collect()
}
