//! A condition of an analysis.

use equifinal_study::memberships::SetKind;

/// A condition of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The set's name.
    pub name: String,
    /// Its kind.
    pub kind: SetKind,
}
