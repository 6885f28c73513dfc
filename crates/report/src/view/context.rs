//! The context of every section: the run, the language, the names in it, and the paths shown on demand.

use equifinal_qca::findings::Findings;

use super::path_book::PathBook;
use super::table::Cell;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::width::display_width;

/// The widest label, in half-width letters, that may head a column.
const LABEL: usize = 20;

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
}

impl Context<'_> {
    /// A set as the first cell of a row: its label above its name.
    pub(crate) fn set_cell(&self, set: &str) -> Cell {
        Cell::text(self.names.set(set)).with_small(set)
    }

    /// The heads of the conditions: their labels if all are short, otherwise their names.
    pub(crate) fn condition_heads(&self, findings: &Findings) -> Vec<Cell> {
        let labels: Vec<String> = findings.conditions.iter().map(|condition| self.names.set(&condition.name)).collect();
        let short = labels.iter().all(|label| display_width(label) <= LABEL);
        Cell::heads(if short {
            labels
        } else {
            findings.conditions.iter().map(|condition| condition.name.clone()).collect()
        })
    }
}
