//! Claims about the consistency of a solution, or of a path, in single periods and within single units of a panel.

use super::Of;
use crate::expression::Expression;

/// A solution or path is consistent in some groups of the cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// The solution.
    pub of: Of,
    /// The path; `None` for the whole solution.
    pub path: Option<Expression>,
    /// The least consistency in a group, in [0, 1]. A group without membership has none, and does not reach it.
    pub consistency: f64,
    /// The groups.
    pub groups: StableIn,
}

/// The groups in which the consistency is reached.
#[derive(Debug, Clone, PartialEq)]
pub enum StableIn {
    /// Every period.
    AllTimes,
    /// These periods.
    Times(Vec<String>),
    /// At least this many periods.
    SomeTimes(usize),
    /// At least this share of the units, in [0, 1].
    ShareOfUnits(f64),
    /// At least this many units.
    Units(usize),
}

impl StableIn {
    /// True for periods, false for units.
    pub const fn is_of_times(&self) -> bool {
        matches!(self, Self::AllTimes | Self::Times(_) | Self::SomeTimes(_))
    }

    /// Number of groups that must reach the consistency, of those there are.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a number of groups, rounded up"
    )]
    pub fn least(&self, groups: usize) -> usize {
        match self {
            Self::AllTimes => groups,
            Self::Times(times) => times.len(),
            Self::SomeTimes(least) | Self::Units(least) => *least,
            // A share such as 0.8 of 5 is 4, whatever the last digit of the product.
            Self::ShareOfUnits(share) => libm::ceil(share * groups as f64 - 1e-9) as usize,
        }
    }
}
