//! The truth table of an outcome minimised with the factors that may cause it: the chains of QCA, as R `causalChain`
//! finds them.
//!
//! Every case of the chain is used, a row is positive if it reaches the chain's cutoff of a single condition, and all
//! irredundant models of the parsimonious solution are given. Where that cutoff is 1 they are those of `causalChain`
//! with its defaults; with lower cutoffs `causalChain` decides by cases, which is the chain's own search with
//! `redundant`.

use equifinal_qca::findings::{Model, SolutionResult};
use equifinal_qca::minimise::budget::Budget as QcaBudget;
use equifinal_qca::space::Cube;
use equifinal_qca::{QcaError, parsimonious_only};
use equifinal_study::config::{Analysis, Chain, Frequency, ModelsWanted, TruthTableCuts};
use equifinal_study::memberships::{Memberships, Set};

use crate::budget::Budget;
use crate::factors::Factors;
use crate::formula::Formula;

/// The truth table of one outcome minimised.
#[derive(Debug, Clone, PartialEq)]
pub struct MinimisedFindings {
    /// The outcome's literal.
    pub outcome: Cube,
    /// The parsimonious solution with its fit, or the reason why there is none; its terms name the conditions in order.
    pub solution: SolutionResult,
    /// The models listed, as formulas of the chain.
    pub formulas: Vec<Formula>,
}

/// Minimises the truth table of every outcome that has a possible cause.
///
/// # Errors
/// As for [`equifinal_qca::analyse`].
pub(crate) fn minimised(
    factors: &Factors,
    chain: &Chain,
    memberships: &Memberships,
    outcomes: &[Cube],
    budget: &Budget,
) -> Result<Vec<MinimisedFindings>, QcaError> {
    let used = used(factors, chain, memberships);
    outcomes.iter().filter_map(|&outcome| of_table(factors, chain, &used, outcome, budget).transpose()).collect()
}

/// The sets of the chain over the cases that it uses.
fn used(factors: &Factors, chain: &Chain, memberships: &Memberships) -> Memberships {
    let mut cases = factors.configurations.concat();
    cases.sort_unstable();
    let of = |set: &Set| Set {
        name: set.name.clone(),
        kind: set.kind,
        values: cases.iter().map(|&case| set.values[case]).collect(),
    };
    Memberships {
        cases: cases.iter().map(|&case| memberships.cases[case].clone()).collect(),
        sets: chain.factors.iter().filter_map(|name| memberships.set(name)).map(of).collect(),
    }
}

/// The truth table of one outcome over some cases; `None` if it has no possible cause.
///
/// # Errors
/// As for [`minimised`].
pub(crate) fn of_table(
    factors: &Factors,
    chain: &Chain,
    used: &Memberships,
    outcome: Cube,
    budget: &Budget,
) -> Result<Option<MinimisedFindings>, QcaError> {
    let effect = factors.factor_of(outcome);
    let may_cause = |at: &usize| chain.causes.may_cause(&factors.factors[*at].name, &factors.factors[effect].name);
    let conditions: Vec<usize> = (0..factors.factors.len()).filter(may_cause).collect();
    let Some(literal) = factors.literal_of(outcome).filter(|_| !conditions.is_empty()) else { return Ok(None) };
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(1),
        consistency: chain.sufficient_at_least.unwrap_or(chain.consistency.at_least),
        pri: 0.0,
        contradiction_floor: None,
    };
    let names = conditions.iter().map(|&at| factors.factors[at].name.clone()).collect();
    let mut analysis = Analysis::new(&chain.name, literal, names, cuts);
    analysis.minimise.models = ModelsWanted::Irredundant;
    let budget =
        QcaBudget { prime_implicants: budget.kept, work: budget.work, models: budget.listed, ..QcaBudget::default() };
    let (_, solution) = parsimonious_only(&analysis, used, &budget)?;
    let models = solution.iter().flat_map(|solution| &solution.models);
    let formulas = models.map(|model| formula(factors, &conditions, outcome, model)).collect();
    Ok(Some(MinimisedFindings { outcome, solution, formulas }))
}

/// A model over some of the factors as a formula.
fn formula(factors: &Factors, conditions: &[usize], outcome: Cube, model: &Model) -> Formula {
    let literal = |(&at, &level): (&usize, &Option<usize>)| {
        let position = factors.factors[at].levels.iter().position(|&one| Some(one) == level)?;
        Some(factors.space.literal(at, position))
    };
    let term =
        |levels: &[Option<usize>]| conditions.iter().zip(levels).filter_map(literal).fold(0, |all, one| all | one);
    let mut terms: Vec<Cube> = model.paths.iter().map(|path| term(&path.term.levels)).collect();
    factors.sort(&mut terms);
    Formula { outcome, terms }
}
