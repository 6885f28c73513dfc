//! The search over sets of conditions.

/// Sizes of the sets of conditions that are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionSearch {
    /// The least number of conditions, from 1.
    pub from: usize,
    /// The greatest number of conditions.
    pub to: usize,
}
