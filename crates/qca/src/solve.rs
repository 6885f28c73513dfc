//! The three standard solutions of a truth table.

use equifinal_study::config::{Analysis, Contradictions, Expect};

use crate::counterfactual::{Expectations, Sources, intermediate};
use crate::findings::{Output, Refusal, Solution, SolutionResult};
use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::complement::complement;
use crate::minimise::models::{Models, models};
use crate::minimise::prime::prime_implicants;
use crate::minimise::region::without_rows;
use crate::paths::Paths;
use crate::sample::Sample;
use crate::space::Cube;
use crate::truth_table::TruthTable;

/// What minimisation may and may not cover.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// Rows that must be covered.
    pub(crate) positives: Vec<Cube>,
    /// Cubes that must not be touched when remainders are free.
    pub(crate) negatives: Vec<Cube>,
    /// Observed rows that may be covered beside the positives in every solution.
    pub(crate) dont_cares: Vec<Cube>,
}

impl Problem {
    /// Splits the truth table: contradictions by the analysis's rule, implausible remainders as negatives.
    pub(crate) fn new(sample: &Sample, table: &TruthTable, analysis: &Analysis, implausible: &[Cube]) -> Self {
        let mut negatives = table.cubes(sample, Output::Negative);
        let contradictions = table.cubes(sample, Output::Contradiction);
        let mut dont_cares = Vec::new();
        match analysis.minimise.contradictions {
            Contradictions::Negative => negatives.extend(contradictions),
            Contradictions::Remainder => dont_cares = contradictions,
        }
        let observed = table.observed(sample);
        negatives.extend(implausible.iter().flat_map(|&cube| without_rows(&sample.space, cube, &observed)));
        Self { positives: table.cubes(sample, Output::Positive), negatives, dont_cares }
    }
}

/// A solution as cubes, before fit is added.
struct Minimised {
    primes: Vec<Cube>,
    models: Models,
}

impl Minimised {
    fn cubes(&self) -> Vec<Vec<Cube>> {
        let cubes = |model: &Vec<u32>| model.iter().map(|&i| self.primes[i as usize]).collect();
        self.models.listed.iter().map(cubes).collect()
    }

    fn complete(&self) -> bool {
        self.models.exact && self.models.listed.len() as u128 == self.models.count
    }
}

/// Conservative, parsimonious and intermediate solution, each found or refused by itself.
pub(crate) fn solutions(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    joint: Vec<Cube>,
    budget: &Budget,
) -> [SolutionResult; 3] {
    let paths = Paths::new(sample, &problem.positives);
    let conservative = conservative(sample, analysis, problem, budget);
    let parsimonious = parsimonious(sample, analysis, problem, budget);
    let middle = match (&conservative, &parsimonious) {
        (Ok(conservative), Ok(parsimonious)) => {
            between(sample, analysis, problem, joint, budget, &paths, conservative, parsimonious)
        }
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal.clone()),
    };
    let written =
        |solution: Result<Minimised, Refusal>| solution.map(|found| paths.solution(&found.primes, &found.models));
    [written(conservative), written(parsimonious), middle]
}

fn conservative(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    let allowed = [&problem.positives[..], &problem.dont_cares[..]].concat();
    if problem.positives.is_empty() {
        return Err(Refusal::NoPositiveRow);
    }
    let off = complement(&sample.space, &allowed, budget.cubes)?;
    minimised(sample, analysis, problem, &off, budget)
}

fn parsimonious(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    if problem.positives.is_empty() {
        return Err(Refusal::NoPositiveRow);
    }
    if problem.negatives.is_empty() {
        return Err(Refusal::NoNegativeRow);
    }
    minimised(sample, analysis, problem, &problem.negatives, budget)
}

fn minimised(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    off: &[Cube],
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    let primes = prime_implicants(&sample.space, &problem.positives, off, budget.prime_implicants)?;
    let models = models(&Chart::new(&primes, &problem.positives), analysis.minimise.models, budget)?;
    Ok(Minimised { primes, models })
}

#[expect(clippy::too_many_arguments, reason = "the two solutions it stands between and all they rest on")]
fn between(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    joint: Vec<Cube>,
    budget: &Budget,
    paths: &Paths<'_>,
    conservative: &Minimised,
    parsimonious: &Minimised,
) -> Result<Solution, Refusal> {
    let single: Vec<Expect> = analysis.expectations.iter().map(|expectation| expectation.expect.clone()).collect();
    let expectations = Expectations::new(&sample.space, &single, joint);
    let (conservative_cubes, parsimonious_cubes) = (conservative.cubes(), parsimonious.cubes());
    let sources = Sources {
        positives: &problem.positives,
        conservative: &conservative_cubes,
        parsimonious: &parsimonious_cubes,
        complete: conservative.complete() && parsimonious.complete(),
    };
    let found = intermediate(&sample.space, &sources, &expectations, analysis.minimise.models, budget)?;
    let mut solution = paths.solution(&found.primes, &found.models);
    for (model, ways) in solution.models.iter_mut().zip(found.ways) {
        if let Some(first) = ways.first().filter(|_| expectations.any()) {
            (model.easy, model.difficult) =
                paths.counterfactuals(&first.easy, &parsimonious_cubes[first.origin.parsimonious]);
        }
        model.origin = ways.iter().map(|way| way.origin).collect();
    }
    Ok(solution)
}
