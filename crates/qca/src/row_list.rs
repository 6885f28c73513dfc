//! Rows of a truth table by their numbers.

/// A list of rows that may be shortened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowList {
    /// Number of rows.
    pub count: u64,
    /// Their numbers, ascending, at most [`RowList::LISTED`].
    pub numbers: Vec<u64>,
}

impl RowList {
    /// Maximum number of listed rows.
    pub const LISTED: usize = 1024;
}
