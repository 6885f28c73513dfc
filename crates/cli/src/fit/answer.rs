//! The answer of the command `fit`.

use equifinal_qca::relation::RelationFit;
use equifinal_study::expression::Relation;

/// The result of `fit`.
#[derive(Debug)]
pub(super) struct Answer {
    /// The study's id.
    pub(super) study: String,
    /// The relation that was evaluated.
    pub(super) relation: Relation,
    /// Its fit.
    pub(super) fit: RelationFit,
    /// Equivalent forms of the left side; `None` if it is too large to rewrite.
    pub(super) forms: Option<Forms>,
}

/// Equivalent forms of an expression.
#[derive(Debug)]
pub(super) struct Forms {
    pub(super) simplified: String,
    pub(super) factored: String,
    pub(super) negated: String,
}
