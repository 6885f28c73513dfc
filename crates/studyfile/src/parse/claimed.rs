//! The parts of a study that claims may speak of.

use super::declared_set::DeclaredSet;
use super::measured::Measured;
use crate::problem::Problems;
use equifinal_study::config::{Alternative, Analysis, Chain, NcaSpec};

/// The context of claims.
#[derive(Clone, Copy)]
pub(super) struct Claimed<'a> {
    /// The study's sets.
    pub(super) sets: &'a [DeclaredSet],
    /// Its analyses, negations included.
    pub(super) analyses: &'a [Analysis],
    /// Its necessary condition analyses.
    pub(super) nca: &'a [NcaSpec],
    /// Its coincidence analyses.
    pub(super) chains: &'a [Chain],
    /// Its alternatives.
    pub(super) alternatives: &'a [Alternative],
    /// True if it has a multiverse.
    pub(super) multiverse: bool,
    /// Its measurements and evaluations.
    pub(super) measured: &'a Measured,
    /// True if sets, analyses and alternatives have no mistakes.
    pub(super) sound: bool,
    /// True if everything before the claims has no mistakes.
    pub(super) whole: bool,
    /// The collected mistakes.
    pub(super) problems: &'a Problems,
}
