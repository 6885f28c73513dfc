//! The names of numeric decisions.

use equifinal_study::config::NumericDecision;

use crate::words::anchor_name;

/// A number's name in study files; with its number for one of several thresholds.
pub(super) fn code(decision: &NumericDecision) -> String {
    match decision {
        NumericDecision::Anchor { set, anchor } => format!("{set}.{}", anchor_name(*anchor)),
        other => other.to_string(),
    }
}
