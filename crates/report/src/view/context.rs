//! The context of every section: the run, the language, the names in it, and the paths shown on demand.

use equifinal_qca::findings::{Condition, Findings};

use super::path_book::PathBook;
use super::table::Cell;
use crate::concerns::Concern;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// The context of all parts of a view.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The run.
    pub(crate) input: &'a Input<'a>,
    /// The language.
    pub(crate) speaker: &'a Speaker,
    /// The names of sets in it.
    pub(crate) names: Names<'a>,
    /// The paths that a page shows on demand.
    pub(crate) paths: &'a PathBook<'a>,
    /// The concerns of the run, the most severe first.
    pub(crate) concerns: &'a [Concern<'a>],
}

impl Context<'_> {
    /// A set as the first cell of a row.
    pub(crate) fn set_cell(&self, set: &str) -> Cell {
        Cell::text(self.speaker.capital(self.names.set(set)))
    }

    /// The heads of the conditions.
    pub(crate) fn condition_heads(&self, findings: &Findings) -> Vec<Cell> {
        let label = |condition: &Condition| self.speaker.capital(self.names.set(&condition.name));
        Cell::heads(findings.conditions.iter().map(label).collect())
    }
}
