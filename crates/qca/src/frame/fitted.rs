//! Models of a frame with fit, unique coverage and cases of each term.

use std::sync::Arc;

use equifinal_study::exact::Sum;

use super::{Cases, Frame, ObservedRow};
use crate::fit::Sums;
use crate::output::Output;
use crate::solution::Path;
use crate::space::Cube;
use crate::union::Union;

impl Frame {
    /// The terms of a model, as in `analyse`; cases are those of positive rows, as indices into [`Cases`].
    pub fn paths(&self, cases: &Cases, rows: &[ObservedRow], outputs: &[Output], model: &[Cube]) -> Vec<Path> {
        let memberships: Vec<Vec<f64>> = model.iter().map(|&term| self.membership(cases, term)).collect();
        let parts: Vec<&[f64]> = memberships.iter().map(Vec::as_slice).collect();
        let unique = Union::empty(cases.outcome.len()).with(&parts).unique(&cases.outcome);
        let outcome = Sum::of(&cases.outcome);
        let positive = || rows.iter().zip(outputs).filter(|(_, output)| **output == Output::Positive);
        let covered = |term: Cube| {
            let within = positive().filter(|(row, _)| term & !row.row == 0);
            let mut covered: Vec<usize> = within.flat_map(|(row, _)| row.cases.iter().copied()).collect();
            covered.sort_unstable();
            covered
        };
        let path = |((&term, memberships), unique): ((&Cube, &Vec<f64>), Sum)| Path {
            term: Arc::new(self.space().term(term)),
            fit: Sums::over(memberships, &cases.outcome).fit(outcome),
            unique_coverage: (model.len() > 1).then(|| unique.share_of(outcome)).flatten(),
            cases: covered(term).into(),
        };
        model.iter().zip(&memberships).zip(unique).map(path).collect()
    }
}
