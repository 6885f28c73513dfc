//! The best cover of a solution without a proven model.

use equifinal_study::config::SolutionType;

use crate::certificate::Procedure;
use crate::solution::Model;

/// The best cover of a solution refused as [`Unproven`](crate::findings::Unproven), with its fit.
///
/// It covers every row with output 1, no forbidden row, and has no redundant term, but a model may have fewer terms. It
/// is shown only: it is not a model, nothing is derived from it, and no claim is evaluated on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The procedure that gave no solution.
    pub procedure: Procedure,
    /// The type of the solution.
    pub kind: SolutionType,
    /// The terms and their fit.
    pub model: Model,
}
