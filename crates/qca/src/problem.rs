//! A truth table as a minimisation problem: rows that must, may and must not be covered.

use equifinal_study::config::{Contradictions, SolutionType};

use crate::minimise::region::without_rows;
use crate::minimise::unsaid::forms;
use crate::output::Output;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};

/// The constraints of minimisation.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// Rows that must be covered.
    pub(crate) positives: Vec<Cube>,
    /// Cubes that must not be covered even if remainders are free.
    pub(crate) negatives: Vec<Cube>,
    /// Observed rows that every solution may cover besides the positives.
    pub(crate) dont_cares: Vec<Cube>,
}

impl Problem {
    /// Splits the observed rows: contradictions by the analysis's rule, implausible remainders as negatives.
    pub(crate) fn of_rows(
        space: &Space,
        rows: &[(Cube, Output)],
        contradictions: Contradictions,
        implausible: &[Cube],
    ) -> Self {
        let of = |wanted: Output| -> Vec<Cube> {
            rows.iter().filter(|(_, output)| *output == wanted).map(|&(row, _)| row).collect()
        };
        let mut negatives = of(Output::Negative);
        let mut dont_cares = Vec::new();
        match contradictions {
            Contradictions::Negative => negatives.extend(of(Output::Contradiction)),
            Contradictions::Remainder => dont_cares = of(Output::Contradiction),
        }
        if !implausible.is_empty() {
            let observed: Vec<Cube> = rows.iter().flat_map(|&(row, _)| forms(space, row)).collect();
            negatives.extend(implausible.iter().flat_map(|&cube| without_rows(space, cube, &observed)));
        }
        Self { positives: of(Output::Positive), negatives, dont_cares }
    }

    /// Checks that the rows have a solution of this type, apart from budgets.
    ///
    /// # Errors
    /// [`Refusal::NoPositiveRow`]; [`Refusal::NoNegativeRow`], except for the conservative solution.
    pub(crate) fn check(&self, kind: SolutionType) -> Result<(), Refusal> {
        match kind {
            _ if self.positives.is_empty() => Err(Refusal::NoPositiveRow),
            SolutionType::Parsimonious | SolutionType::Intermediate if self.negatives.is_empty() => {
                Err(Refusal::NoNegativeRow)
            }
            SolutionType::Conservative | SolutionType::Parsimonious | SolutionType::Intermediate => Ok(()),
        }
    }

    /// Rows that every solution may cover.
    pub(crate) fn allowed(&self) -> Vec<Cube> {
        [&self.positives[..], &self.dont_cares[..]].concat()
    }
}
