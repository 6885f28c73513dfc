//! The memberships of the cases of an analysis in its terms and conditions, after the crossover policy.

use equifinal_study::config::Analysis;
use equifinal_study::memberships::Memberships;

use crate::error::QcaError;
use crate::fuzzy::least;
use crate::sample::Sample;
use crate::term::Term;

/// The cases of an analysis with their memberships, in the order of its findings.
#[derive(Debug)]
pub struct Degrees(Sample);

impl Degrees {
    /// Those of this analysis.
    ///
    /// # Errors
    /// As for [`crate::analyse`].
    pub fn new(analysis: &Analysis, memberships: &Memberships) -> Result<Self, QcaError> {
        Sample::new(analysis, memberships).map(Self)
    }

    /// The ids of the cases, in natural order.
    pub fn cases(&self) -> &[String] {
        &self.0.cases
    }

    /// Membership of each case in the outcome.
    pub fn outcome(&self) -> &[f64] {
        &self.0.outcome
    }

    /// Membership of each case in a condition at a level (1 the set, 0 its negation); empty if there is none.
    pub fn in_literal(&self, condition: usize, level: usize) -> &[f64] {
        self.0.degrees.get(condition).and_then(|levels| levels.get(level)).map_or(&[], Vec::as_slice)
    }

    /// Membership of each case in a term.
    pub fn in_term(&self, term: &Term) -> Vec<f64> {
        let literals = term.levels.iter().enumerate().filter_map(|(condition, level)| Some((condition, (*level)?)));
        literals.fold(vec![1.0; self.0.cases.len()], |held, (condition, level)| {
            held.into_iter().zip(self.in_literal(condition, level)).map(|(held, &degree)| least(held, degree)).collect()
        })
    }
}
