//! The solution that a claim speaks of.

use super::SolutionType;

/// A solution of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The analysis.
    pub analysis: String,
    /// The type of the solution; `None` for the one that is interpreted under the decisions of the moment.
    pub solution: Option<SolutionType>,
}

impl Of {
    /// The type of the solution where `interpreted` is interpreted.
    pub fn kind(&self, interpreted: SolutionType) -> SolutionType {
        self.solution.unwrap_or(interpreted)
    }
}
