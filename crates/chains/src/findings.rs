//! The findings of a coincidence analysis.

use equifinal_qca::space::Cube;
use equifinal_study::config::Chain;

use crate::factors::Factors;
use crate::fit::Fit;
use crate::formula::{Formula, Structure};
use crate::measures::Overall;
use crate::minimised::MinimisedFindings;
use crate::optimum::Optimum;
use crate::scores::Scored;

/// The findings of one analysis.
#[derive(Debug, Clone)]
pub struct ChainFindings {
    /// Its specification.
    pub chain: Chain,
    /// The factors and cases.
    pub factors: Factors,
    /// One entry for each possible outcome, in the order of the factors or as declared.
    pub outcomes: Vec<OutcomeFindings>,
    /// The structures of all outcomes that have a model.
    pub structures: Counted<StructureFindings>,
    /// The truth table of each outcome that has a possible cause minimised, if the study asks for it.
    pub minimised: Vec<MinimisedFindings>,
    /// The best attainable fit of each outcome, if the study asks for it and the factors allow it.
    pub optima: Vec<Optimum>,
    /// The scores over the grid of cutoffs, best first, if the study asks for them.
    pub robustness: Option<Robustness>,
}

/// Everything found within the budget, and the first of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted<T> {
    /// Number found.
    pub count: usize,
    /// True if the search was finished, so that there are no others.
    pub exact: bool,
    /// The first ones: the simplest, and of these the best fitting.
    pub listed: Vec<T>,
}

impl<T> Default for Counted<T> {
    fn default() -> Self {
        Self { count: 0, exact: true, listed: Vec::new() }
    }
}

/// The findings for one outcome.
#[derive(Debug, Clone)]
pub struct OutcomeFindings {
    /// The outcome's literal.
    pub outcome: Cube,
    /// The minimally sufficient conditions.
    pub sufficient: Counted<SufficientFindings>,
    /// The atomic models.
    pub models: Counted<ModelFindings>,
}

/// A minimally sufficient condition.
#[derive(Debug, Clone, PartialEq)]
pub struct SufficientFindings {
    /// The conjunction.
    pub term: Cube,
    /// Its fit.
    pub fit: Fit,
}

/// An atomic model.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFindings {
    /// The model.
    pub formula: Formula,
    /// Its fit.
    pub fit: Fit,
    /// Its overall measures; `None` if the budget ended before.
    pub overall: Option<Overall>,
}

/// A structure of several outcomes.
#[derive(Debug, Clone, PartialEq)]
pub struct StructureFindings {
    /// The structure.
    pub structure: Structure,
    /// The smallest value of each measure over its formulas.
    pub fit: Fit,
    /// Its overall measures; `None` if the budget ended before.
    pub overall: Option<Overall>,
    /// True if a factor is among its own causes.
    pub cyclic: bool,
    /// Its points over the grid of cutoffs, and these as a share of the highest, if the study asks for scores.
    pub score: Option<(usize, f64)>,
}

/// The scores over a grid of cutoffs.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// Number of analyses, one for each pair of cutoffs.
    pub analyses: usize,
    /// Number of analyses whose models were not all found within the budget.
    pub incomplete: usize,
    /// The models, highest score first.
    pub models: Vec<Scored>,
    /// The fit of each of them, in the same order: the smallest of its formulas.
    pub fits: Vec<Fit>,
}
