//! The three standard solutions of a truth table as cubes: the single rule for findings and universes.

use equifinal_study::config::{Minimise, SolutionType};

use crate::counterfactual::{Intermediate, Sources, intermediate};
use crate::expectations::Expectations;
use crate::minimise::budget::Budget;
use crate::minimised::{Minimised, conservative};
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::space::Space;

/// The three standard solutions, each found or refused independently, before fit is added.
#[derive(Debug)]
pub(crate) struct Solved {
    /// The conservative solution.
    pub(crate) conservative: Result<Minimised, Refusal>,
    /// The parsimonious solution.
    pub(crate) parsimonious: Result<Minimised, Refusal>,
    /// The intermediate solution.
    pub(crate) intermediate: Result<Intermediate, Refusal>,
}

impl Solved {
    /// The solutions of a problem, given its parsimonious one.
    pub(crate) fn new(
        (space, wanted, expectations): (&Space, &Minimise, &Expectations),
        problem: &Problem,
        parsimonious: Result<Minimised, Refusal>,
        budget: &Budget,
    ) -> Self {
        let conservative = conservative(space, wanted, problem, budget);
        let sources = (&conservative, &parsimonious);
        let intermediate = between(space, wanted, sources, problem, expectations, budget);
        Self { conservative, parsimonious, intermediate }
    }
}

/// The intermediate solution, derived from the models of the conservative and the parsimonious solution; there is no
/// substitute for missing models.
///
/// # Errors
/// The refusal of one of the two; [`Refusal::NothingBetween`]; [`Refusal::Budget`].
fn between(
    space: &Space,
    wanted: &Minimise,
    (conservative, parsimonious): (&Result<Minimised, Refusal>, &Result<Minimised, Refusal>),
    problem: &Problem,
    expectations: &Expectations,
    budget: &Budget,
) -> Result<Intermediate, Refusal> {
    if wanted.prime_implicant_consistency.is_some() {
        return Err(Refusal::NothingBetween);
    }
    let conservative = conservative.as_ref().map_err(|refusal| refusal.of_source(SolutionType::Conservative))?;
    let parsimonious = parsimonious.as_ref().map_err(|refusal| refusal.of_source(SolutionType::Parsimonious))?;
    let sources = Sources {
        positives: &problem.positives,
        negatives: &problem.negatives,
        dont_cares: &problem.dont_cares,
        conservative: &conservative.cubes(),
        parsimonious: &parsimonious.cubes(),
        complete: conservative.complete() && parsimonious.complete(),
    };
    intermediate(space, &sources, expectations, wanted, budget)
}
