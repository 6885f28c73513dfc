//! The weighted fit of models and necessary conditions.

use super::Findings;
use crate::fit::{NecessityFit, SufficiencyFit};
use crate::necessity::NecessityRow;
use crate::solution::Model;
use crate::union::Union;
use crate::weights::Weights;

/// The weighted fit of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedModel {
    /// The fit of the model.
    pub fit: SufficiencyFit,
    /// The fit and the unique coverage of each term; the latter is `None` in a model of one term.
    pub terms: Vec<(SufficiencyFit, Option<f64>)>,
}

impl Findings {
    /// Gives every case its weight; a case without one keeps the findings unweighted.
    pub fn weigh(&mut self, column: &str, weight: impl Fn(&str) -> Option<f64>) {
        let weights: Option<Vec<f64>> = self.cases.iter().map(|case| weight(case)).collect();
        self.weights = weights.map(|weights| Weights::new(column, &weights));
    }

    /// The weighted fit of a model, if the cases have weights.
    pub fn weighted(&self, model: &Model) -> Option<WeightedModel> {
        let (weights, y) = (self.weights.as_ref()?, &self.outcome);
        let memberships: Vec<Vec<f64>> = model.paths.iter().map(|path| self.membership(&path.term)).collect();
        let parts: Vec<&[f64]> = memberships.iter().map(Vec::as_slice).collect();
        let unique = Union::empty(y.len()).with(&parts).unique_by(y, |case| weights.unit(case));
        let (all, several) = (weights.sum(|case| y[case]), parts.len() > 1);
        let terms = memberships.iter().zip(unique).map(|(x, unique)| {
            let unique = several.then(|| unique.share_of(all)).flatten();
            (weights.sufficiency(x, y), unique)
        });
        Some(WeightedModel { fit: weights.sufficiency(&model.memberships, y), terms: terms.collect() })
    }

    /// The weighted fit of a necessary condition, if the cases have weights.
    pub fn weighted_necessity(&self, row: &NecessityRow) -> Option<NecessityFit> {
        Some(self.weights.as_ref()?.necessity(&self.degrees[row.condition][row.level], &self.outcome))
    }
}
