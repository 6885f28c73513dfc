//! Parses the declared direction of a set, and holds it against its anchors.

use crate::fields::Fields;
use crate::tree::Node;
use equifinal_study::config::{Calibration, Slope};

/// Reads `direction` of a set with this calibration.
pub(super) fn read(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Option<Slope> {
    let declared = fields.choice("direction").and_then(Slope::named)?;
    let calibrate = calibrate?;
    let Some(found) = calibrate.slope() else {
        let message = "this calibration rises nowhere or on both sides: leave `direction` out";
        fields.blame("direction", message);
        return None;
    };
    if found == declared {
        return Some(declared);
    }
    let Some(anchors) = calibrate.anchors() else {
        let message = "this calibration rises with the raw values: leave `direction` out, and use the negation (~) of \
                       the set where less is more";
        fields.blame("direction", message);
        return None;
    };
    let does = |slope: Slope| if slope == Slope::Rising { "rise" } else { "fall" };
    let message = format!(
        "the anchors {} from exclusion {} to inclusion {}, but `direction` is {}: write `direction: {}`, or exchange \
         exclusion and inclusion",
        does(found),
        anchors.exclusion,
        anchors.inclusion,
        declared.name(),
        found.name()
    );
    let way = fields.get("calibrate").and_then(|node| node.entries().first()).map(|entry| &entry.value);
    let at = way.and_then(|way| way.get("exclusion")).or(way);
    let span = at.map_or_else(|| fields.node().heading(), |node: &Node| node.span.clone());
    fields.problems.add(span, message);
    None
}
