//! The standard and enhanced solutions of a truth table.

use equifinal_study::config::{Analysis, Contradictions};

use crate::certificate::{Rule, Territory};
use crate::counterfactual::{Expectations, Sources, intermediate};
use crate::excluded::Exclusions;
use crate::findings::{EnhancedFindings, Output, Refusal, Solution, SolutionResult};
use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::complement::complement;
use crate::minimise::models::{Models, models};
use crate::minimise::prime::prime_implicants;
use crate::minimise::region::without_rows;
use crate::paths::Paths;
use crate::sample::Sample;
use crate::space::Cube;
use crate::term::Term;
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

    /// Rows that every solution may cover.
    fn allowed(&self) -> Vec<Cube> {
        [&self.positives[..], &self.dont_cares[..]].concat()
    }
}

/// A solution as cubes, before fit is added.
pub(crate) struct Minimised {
    primes: Vec<Cube>,
    models: Models,
}

impl Minimised {
    /// The listed models as cubes.
    pub(crate) fn cubes(&self) -> Vec<Vec<Cube>> {
        let cubes = |model: &Vec<u32>| model.iter().map(|&i| self.primes[i as usize]).collect();
        self.models.listed.iter().map(cubes).collect()
    }

    fn complete(&self) -> bool {
        self.models.exact && self.models.listed.len() as u128 == self.models.count
    }
}

/// The parsimonious solution: every remainder may be covered.
pub(crate) fn parsimonious(
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

fn conservative(
    sample: &Sample,
    analysis: &Analysis,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    if problem.positives.is_empty() {
        return Err(Refusal::NoPositiveRow);
    }
    let off = complement(&sample.space, &problem.allowed(), budget.cubes)?;
    minimised(sample, analysis, problem, &off, budget)
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

/// Finds and writes the solutions of one analysis.
pub(crate) struct Solver<'a> {
    sample: &'a Sample,
    analysis: &'a Analysis,
    expectations: &'a Expectations,
    problem: &'a Problem,
    budget: &'a Budget,
    paths: Paths<'a>,
}

impl<'a> Solver<'a> {
    /// A solver of one problem.
    pub(crate) fn new(
        sample: &'a Sample,
        analysis: &'a Analysis,
        expectations: &'a Expectations,
        problem: &'a Problem,
        budget: &'a Budget,
    ) -> Self {
        let paths = Paths::new(sample, &problem.positives);
        Self { sample, analysis, expectations, problem, budget, paths }
    }

    /// Conservative, parsimonious and intermediate solution, each found or refused by itself.
    pub(crate) fn standard(&self) -> [SolutionResult; 3] {
        let conservative = conservative(self.sample, self.analysis, self.problem, self.budget);
        let (parsimonious, middle) = self.beside(&conservative, self.problem);
        let conservative = conservative.map(|found| {
            self.certified(self.paths.solution(&found.primes, &found.models), &self.problem.allowed(), false)
        });
        [conservative, parsimonious, middle]
    }

    /// The parsimonious solution alone.
    pub(crate) fn parsimonious_only(&self) -> SolutionResult {
        self.free(parsimonious(self.sample, self.analysis, self.problem, self.budget), self.problem)
    }

    /// A parsimonious solution, written and certified.
    fn free(&self, found: Result<Minimised, Refusal>, problem: &Problem) -> SolutionResult {
        found.map(|found| self.certified(self.paths.solution(&found.primes, &found.models), &problem.negatives, true))
    }

    /// Parsimonious and intermediate solution without the `excluded` remainders.
    pub(crate) fn enhanced(&self, excluded: Exclusions) -> EnhancedFindings {
        let (cubes, excluded) = match excluded {
            Ok(excluded) => excluded,
            Err(refusal) => {
                let refused = || Err(refusal.clone());
                return EnhancedFindings { excluded: Vec::new(), parsimonious: refused(), intermediate: refused() };
            }
        };
        let mut problem = self.problem.clone();
        problem.negatives.extend(cubes);
        let conservative = conservative(self.sample, self.analysis, &problem, self.budget);
        let (parsimonious, intermediate) = self.beside(&conservative, &problem);
        EnhancedFindings { excluded, parsimonious, intermediate }
    }

    /// The two solutions that use remainders.
    fn beside(&self, conservative: &Result<Minimised, Refusal>, problem: &Problem) -> (SolutionResult, SolutionResult) {
        let parsimonious = parsimonious(self.sample, self.analysis, problem, self.budget);
        let middle = match (conservative, &parsimonious) {
            (Ok(conservative), Ok(parsimonious)) => self.between(conservative, parsimonious),
            (Err(refusal), _) | (_, Err(refusal)) => Err(refusal.clone()),
        };
        (self.free(parsimonious, problem), middle.map(|solution| self.certified(solution, &problem.positives, false)))
    }

    fn between(&self, conservative: &Minimised, parsimonious: &Minimised) -> Result<Solution, Refusal> {
        let (conservative_cubes, parsimonious_cubes) = (conservative.cubes(), parsimonious.cubes());
        let sources = Sources {
            positives: &self.problem.positives,
            conservative: &conservative_cubes,
            parsimonious: &parsimonious_cubes,
            complete: conservative.complete() && parsimonious.complete(),
        };
        let (space, wanted) = (&self.sample.space, self.analysis.minimise.models);
        let found = intermediate(space, &sources, self.expectations, wanted, self.budget)?;
        let mut solution = self.paths.solution(&found.primes, &found.models);
        for (model, ways) in solution.models.iter_mut().zip(found.ways) {
            if let Some(first) = ways.first() {
                model.easy_terms = first.easy.iter().map(|&cube| space.term(cube)).collect();
                if self.expectations.any() {
                    (model.easy, model.difficult) =
                        self.paths.counterfactuals(&first.easy, &parsimonious_cubes[first.origin.parsimonious]);
                }
            }
            model.origin = ways.iter().map(|way| way.origin).collect();
        }
        Ok(solution)
    }

    /// The solution with the verdict of the independent checker: regions are what it must avoid, or all it may use.
    fn certified(&self, mut solution: Solution, regions: &[Cube], outside: bool) -> Solution {
        let space = &self.sample.space;
        let regions: Vec<Term> = regions.iter().map(|&cube| space.term(cube)).collect();
        let level = |row: Cube| (0..space.conditions()).filter_map(move |condition| space.level(row, condition));
        let positives: Vec<Vec<usize>> = self.problem.positives.iter().map(|&row| level(row).collect()).collect();
        let rule = Rule {
            levels: (0..space.conditions()).map(|condition| space.levels(condition)).collect(),
            positives: &positives,
            territory: if outside { Territory::Outside(&regions) } else { Territory::Inside(&regions) },
        };
        solution.certificate = rule.certify(&solution);
        solution
    }
}
