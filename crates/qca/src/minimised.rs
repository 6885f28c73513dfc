//! The models of a solution as cubes, before fit is added.

use equifinal_study::config::{Minimise, SolutionType};

use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::covers::models;
use crate::minimise::dominance::undominated;
use crate::minimise::models::Models;
use crate::minimise::prime::prime_implicants;
use crate::minimise::size::Search;
use crate::minimise::unsaid::{Stated, check_separated, prime_implicants_stated};
use crate::minimise::within::prime_implicants_within;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};
use crate::unproven::Unproven;

/// The models of a solution as cubes, without fit.
#[derive(Debug, Clone)]
pub(crate) struct Minimised {
    /// The prime implicants of the models, in the order of the reference.
    pub(crate) primes: Vec<Cube>,
    /// The models as indices into them.
    pub(crate) models: Models,
}

impl Minimised {
    /// The models for prime implicants over the positive rows.
    ///
    /// # Errors
    /// [`Refusal::Unproven`].
    pub(crate) fn new(
        primes: Vec<Cube>,
        positives: &[Cube],
        wanted: &Minimise,
        budget: &Budget,
    ) -> Result<Self, Refusal> {
        Self::with_work(primes, positives, wanted, budget).0
    }

    /// As [`Self::new`], with the work done.
    pub(crate) fn with_work(
        mut primes: Vec<Cube>,
        positives: &[Cube],
        wanted: &Minimise,
        budget: &Budget,
    ) -> (Result<Self, Refusal>, u64) {
        if wanted.row_dominance {
            primes = undominated(&primes, positives);
        }
        let mut search = Search::new(budget.work);
        let chart = Chart::new(&primes, positives);
        let found = match models(&chart, wanted.models, &mut search, budget) {
            Ok(models) => Ok(Self { primes, models }),
            Err(best) => Err(Refusal::Unproven(Box::new(Unproven {
                prime_implicants: chart.columns.iter().map(|column| column.members.len()).sum(),
                rows: chart.rows,
                at_least: best.at_least,
                cover: best.cover.iter().map(|&i| primes[i as usize]).collect(),
                easy: Vec::new(),
                search: best.searched.then_some(budget.work),
            }))),
        };
        (found, search.work().done())
    }

    /// The listed models as cubes.
    pub(crate) fn cubes(&self) -> Vec<Vec<Cube>> {
        let cubes = |model: &Vec<u32>| model.iter().map(|&i| self.primes[i as usize]).collect();
        self.models.listed.iter().map(cubes).collect()
    }

    /// True if all models are listed.
    pub(crate) fn complete(&self) -> bool {
        self.models.exact && self.models.listed.len() as u128 == self.models.count
    }
}

/// The parsimonious solution: all remainders may be covered.
pub(crate) fn parsimonious(
    space: &Space,
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    problem.check(SolutionType::Parsimonious)?;
    let primes = prime_implicants(space, &problem.positives, &problem.negatives, budget.prime_implicants)?;
    check_separated(space, &primes, &problem.positives)?;
    Minimised::new(primes, &problem.positives, wanted, budget)
}

/// The conservative solution: no remainder may be covered.
pub(crate) fn conservative(
    space: &Space,
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    problem.check(SolutionType::Conservative)?;
    let allowed = problem.allowed();
    let primes = if space.unsaid() == 0 {
        prime_implicants_within(space, &problem.positives, allowed, budget)?
    } else {
        let stated = Stated { rows: &allowed, claims: &[], negatives: &problem.negatives };
        prime_implicants_stated(space, &problem.positives, stated, budget)?
    };
    Minimised::new(primes, &problem.positives, wanted, budget)
}
