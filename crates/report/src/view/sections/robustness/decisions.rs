//! The names of numeric decisions.

use equifinal_robustness::ranges::NumericDecision;

use crate::words::anchor_name;

/// The message key of a decision.
pub(super) fn word(decision: &NumericDecision) -> &'static str {
    match decision {
        NumericDecision::Consistency => "consistency",
        NumericDecision::Pri => "pri",
        NumericDecision::Frequency => "frequency",
        NumericDecision::Idm { .. } => "idm",
        NumericDecision::Anchor { anchor, .. } => anchor.name(),
    }
}

/// A number's name in study files.
pub(super) fn code(decision: &NumericDecision) -> String {
    match decision {
        NumericDecision::Anchor { set, anchor } => format!("{set}.{}", anchor_name(*anchor)),
        NumericDecision::Idm { set } => format!("{set}.idm"),
        other => word(other).to_owned(),
    }
}
