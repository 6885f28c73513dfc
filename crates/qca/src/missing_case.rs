//! A case that an analysis leaves out because it has no value.

/// A case without a value of some sets of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCase {
    /// The case.
    pub case: String,
    /// The sets: conditions in their order, then the outcome.
    pub sets: Vec<String>,
}
