//! The choice of cases to study next, as a study asks for it.

/// The choice of cases to study next (set-theoretic multi-method research).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSelectionSpec {
    /// The number of pairs of each list, and of cases of each kind in the report.
    pub per_term: usize,
    /// The cases that are studied already: they are not proposed.
    pub studied: Vec<StudiedCase>,
}

impl CaseSelectionSpec {
    /// The number where the study gives none.
    pub const USUAL: usize = 3;

    /// The largest number.
    pub const MOST: u64 = 1000;
}

/// A case that is studied already. Two are equal if they name the same case, in whichever line.
#[derive(Debug, Clone, Eq)]
pub struct StudiedCase {
    /// Its id.
    pub case: String,
    /// The line of the study file that names it, 1-based.
    pub line: usize,
}

impl PartialEq for StudiedCase {
    fn eq(&self, other: &Self) -> bool {
        self.case == other.case
    }
}
