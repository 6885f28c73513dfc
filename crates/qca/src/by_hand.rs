//! Outputs of observed rows that the study sets by hand, in place of those of its cutoffs.

use equifinal_study::config::{Analysis, SetOutput};

use crate::dnf::Dnf;
use crate::error::QcaError;
use crate::output::Output;
use crate::space::Cube;

/// The output of a row that the study sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByHand {
    /// The output that the cutoffs give.
    pub computed: Output,
    /// The place of the entry in [`Analysis::outputs`].
    pub entry: usize,
    /// The place of another entry that names the same row.
    pub also: Option<usize>,
}

/// The outputs that a study sets: the cubes of each entry, with its output.
#[derive(Debug, Clone, Default)]
pub(crate) struct HandSet(Vec<(Vec<Cube>, Output)>);

impl HandSet {
    /// Those of an analysis.
    ///
    /// # Errors
    /// Expressions that do not fit the conditions.
    pub(crate) fn of(analysis: &Analysis, dnf: &Dnf<'_>) -> Result<Self, QcaError> {
        let one = |set: &SetOutput| {
            let output = if set.positive { Output::Positive } else { Output::Negative };
            Ok((dnf.cubes(&set.rows)?, output))
        };
        Ok(Self(analysis.outputs.iter().map(one).collect::<Result<_, QcaError>>()?))
    }

    /// The output of an observed row: that of the first entry which names it, otherwise the computed one.
    pub(crate) fn output(&self, row: Cube, computed: Output) -> (Output, Option<ByHand>) {
        let mut named = self.0.iter().enumerate().filter(|(_, (cubes, _))| cubes.iter().any(|cube| cube & !row == 0));
        match named.next() {
            None => (computed, None),
            Some((entry, (_, output))) => {
                (*output, Some(ByHand { computed, entry, also: named.next().map(|(other, _)| other) }))
            }
        }
    }
}
