//! Results of an audit.

use equifinal_measure::audit::Check;

/// Results of the audit of one study.
#[derive(Debug)]
pub(super) struct Audited {
    /// The study's id.
    pub(super) study: String,
    /// The rules that its published figures concern.
    pub(super) checks: Vec<Check>,
}
