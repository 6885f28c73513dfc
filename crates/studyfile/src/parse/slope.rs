//! Parses the declared direction of a set, and holds it against its anchors.

use crate::fields::Fields;
use crate::tree::Node;
use equifinal_study::config::{Anchors, Calibration, Slope};
use equifinal_study::say;

/// Reads `direction` of a set with this calibration.
pub(super) fn read(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Option<Slope> {
    let declared = fields.choice("direction").and_then(Slope::named)?;
    let calibrate = calibrate?;
    let Some(found) = calibrate.slope() else {
        let message = say!("slope-none");
        fields.blame("direction", message);
        return None;
    };
    if found == declared {
        return Some(declared);
    }
    let Some(anchors) = calibrate.anchors() else {
        let message = say!("slope-rises");
        fields.blame("direction", message);
        return None;
    };
    let Anchors { exclusion, inclusion, .. } = anchors;
    let (declared, direction) = (declared.name(), found.name());
    let found = if found == Slope::Rising { say!("rise") } else { say!("fall") };
    let message = say!("slope-not", found, exclusion, inclusion, declared, direction);
    let way = fields.get("calibrate").and_then(|node| node.entries().first()).map(|entry| &entry.value);
    let at = way.and_then(|way| way.get("exclusion")).or(way);
    let span = at.map_or_else(|| fields.node().heading(), |node: &Node| node.span.clone());
    fields.problems.add(span, message);
    None
}
