//! The standard and enhanced solutions of a truth table.

use equifinal_study::config::{Analysis, Contradictions, Minimise};

use crate::certificate::{Cases, Rule, Territory};
use crate::consistent::consistent_implicants;
use crate::counterfactual::{Intermediate, Sources, intermediate};
use crate::excluded::Exclusions;
use crate::expectations::Expectations;
use crate::findings::{EnhancedFindings, Output, Refusal, Solution, SolutionResult};
use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::dominance::undominated;
use crate::minimise::models::{Models, models};
use crate::minimise::prime::prime_implicants;
use crate::minimise::region::without_rows;
use crate::minimise::size::Search;
use crate::minimise::within::prime_implicants_within;
use crate::paths::Paths;
use crate::sample::Sample;
use crate::space::{Cube, Space};
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
        let rows = table.rows.iter().filter(|row| !row.cases.is_empty());
        let observed: Vec<(Cube, Output)> = rows.map(|row| (sample.space.row(&row.levels), row.output)).collect();
        Self::of_rows(&sample.space, &observed, analysis.minimise.contradictions, implausible)
    }

    /// The same from the observed rows alone.
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
            let observed: Vec<Cube> = rows.iter().map(|&(row, _)| row).collect();
            negatives.extend(implausible.iter().flat_map(|&cube| without_rows(space, cube, &observed)));
        }
        Self { positives: of(Output::Positive), negatives, dont_cares }
    }

    /// Rows that every solution may cover.
    fn allowed(&self) -> Vec<Cube> {
        [&self.positives[..], &self.dont_cares[..]].concat()
    }
}

/// A solution as cubes, before fit is added.
#[derive(Debug, Clone)]
pub(crate) struct Minimised {
    /// The prime implicants that models are made of, in the order of the reference.
    pub(crate) primes: Vec<Cube>,
    /// The models as positions among them, or why there are none.
    pub(crate) models: Result<Models, Refusal>,
}

impl Minimised {
    /// The models of prime implicants over the rows to explain.
    pub(crate) fn new(primes: Vec<Cube>, positives: &[Cube], wanted: &Minimise, budget: &Budget) -> Self {
        Self::with_work(primes, positives, wanted, budget).0
    }

    /// The same, and how much work it was.
    pub(crate) fn with_work(
        mut primes: Vec<Cube>,
        positives: &[Cube],
        wanted: &Minimise,
        budget: &Budget,
    ) -> (Self, u64) {
        if wanted.row_dominance {
            primes = undominated(&primes, positives);
        }
        let mut search = Search::new(budget.work);
        let models = models(&Chart::new(&primes, positives), wanted.models, &mut search, budget);
        (Self { primes, models }, search.work().done())
    }

    /// The listed models as cubes. Where none could be found all prime implicants together stand in for them: what
    /// is between them and another solution includes what is between any model and it.
    pub(crate) fn cubes(&self) -> Vec<Vec<Cube>> {
        let cubes = |model: &Vec<u32>| model.iter().map(|&i| self.primes[i as usize]).collect();
        self.models
            .as_ref()
            .map_or_else(|_| vec![self.primes.clone()], |models| models.listed.iter().map(cubes).collect())
    }

    /// Whether every model is listed.
    pub(crate) fn complete(&self) -> bool {
        self.models.as_ref().is_ok_and(|models| models.exact && models.listed.len() as u128 == models.count)
    }
}

/// The parsimonious solution: every remainder may be covered.
pub(crate) fn parsimonious(
    space: &Space,
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    if problem.positives.is_empty() {
        return Err(Refusal::NoPositiveRow);
    }
    if problem.negatives.is_empty() {
        return Err(Refusal::NoNegativeRow);
    }
    let primes = prime_implicants(space, &problem.positives, &problem.negatives, budget.prime_implicants)?;
    Ok(Minimised::new(primes, &problem.positives, wanted, budget))
}

/// The parsimonious solution over cases, which with their `outcome` may decide on the prime implicants.
pub(crate) fn parsimonious_over(
    sample: &Sample,
    outcome: &[f64],
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    match wanted.prime_implicant_consistency {
        Some(cutoff) if !problem.positives.is_empty() && !problem.negatives.is_empty() => {
            let primes = consistent_implicants(sample, outcome, &problem.positives, cutoff, budget)?;
            Ok(Minimised::new(primes, &problem.positives, wanted, budget))
        }
        _ => parsimonious(&sample.space, wanted, problem, budget),
    }
}

/// The conservative solution: no remainder may be covered.
pub(crate) fn conservative(
    space: &Space,
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    if problem.positives.is_empty() {
        return Err(Refusal::NoPositiveRow);
    }
    let primes = prime_implicants_within(space, &problem.positives, problem.allowed(), budget)?;
    Ok(Minimised::new(primes, &problem.positives, wanted, budget))
}

/// The intermediate solution between two others.
pub(crate) fn between(
    space: &Space,
    wanted: &Minimise,
    sources: (&Minimised, &Minimised),
    positives: &[Cube],
    expectations: &Expectations,
    budget: &Budget,
) -> Result<Intermediate, Refusal> {
    let (conservative, parsimonious) = sources;
    let sources = Sources {
        positives,
        conservative: &conservative.cubes(),
        parsimonious: &parsimonious.cubes(),
        complete: conservative.complete() && parsimonious.complete(),
    };
    intermediate(space, &sources, expectations, wanted, budget)
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

    /// The parsimonious solution of a problem, not yet written.
    pub(crate) fn parsimonious(&self, problem: &Problem) -> Result<Minimised, Refusal> {
        parsimonious_over(self.sample, &self.sample.outcome, self.wanted(), problem, self.budget)
    }

    /// Conservative, parsimonious and intermediate solution, each found or refused by itself.
    pub(crate) fn standard(&self, parsimonious: Result<Minimised, Refusal>) -> [SolutionResult; 3] {
        let conservative = conservative(&self.sample.space, self.wanted(), self.problem, self.budget);
        let (parsimonious, middle) = self.beside(&conservative, parsimonious, self.problem);
        let conservative = conservative.and_then(|found| {
            let allowed = self.terms(&self.problem.allowed());
            Ok(self.certified(self.paths.solution(&found.primes, &found.models?), Territory::Inside(&allowed)))
        });
        [conservative, parsimonious, middle]
    }

    fn wanted(&self) -> &'a Minimise {
        &self.analysis.minimise
    }

    /// The parsimonious solution alone.
    pub(crate) fn parsimonious_only(&self) -> SolutionResult {
        self.free(self.parsimonious(self.problem), self.problem)
    }

    /// A parsimonious solution, written and certified.
    fn free(&self, found: Result<Minimised, Refusal>, problem: &Problem) -> SolutionResult {
        found.and_then(|found| {
            let forbidden = self.terms(&problem.negatives);
            let territory = match self.wanted().prime_implicant_consistency {
                Some(cutoff) => {
                    let (degrees, outcome) = (&self.sample.degrees[..], &self.sample.outcome[..]);
                    Territory::Consistent(Cases { degrees, outcome, cutoff })
                }
                None => Territory::Outside(&forbidden),
            };
            Ok(self.certified(self.paths.solution(&found.primes, &found.models?), territory))
        })
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
        let conservative = conservative(&self.sample.space, self.wanted(), &problem, self.budget);
        let (parsimonious, intermediate) = self.beside(&conservative, self.parsimonious(&problem), &problem);
        EnhancedFindings { excluded, parsimonious, intermediate }
    }

    /// The two solutions that use remainders.
    fn beside(
        &self,
        conservative: &Result<Minimised, Refusal>,
        parsimonious: Result<Minimised, Refusal>,
        problem: &Problem,
    ) -> (SolutionResult, SolutionResult) {
        let middle = match (conservative, &parsimonious) {
            _ if self.wanted().prime_implicant_consistency.is_some() => Err(Refusal::NothingBetween),
            (Ok(conservative), Ok(parsimonious)) => self.between(conservative, parsimonious),
            (Err(refusal), _) | (_, Err(refusal)) => Err(refusal.clone()),
        };
        let positives = self.terms(&problem.positives);
        let middle = middle.map(|solution| self.certified(solution, Territory::Inside(&positives)));
        (self.free(parsimonious, problem), middle)
    }

    fn between(&self, conservative: &Minimised, parsimonious: &Minimised) -> Result<Solution, Refusal> {
        let (space, wanted, positives) = (&self.sample.space, self.wanted(), &self.problem.positives);
        let sources = (conservative, parsimonious);
        let found = between(space, wanted, sources, positives, self.expectations, self.budget)?;
        let parsimonious_cubes = parsimonious.cubes();
        let mut solution = self.paths.solution(&found.primes, &found.models);
        let known = conservative.models.is_ok() && parsimonious.models.is_ok();
        for (model, source) in solution.models.iter_mut().zip(found.sources) {
            model.easy_terms = source.easy.iter().map(|&cube| space.term(cube)).collect();
            if let Some(first) = source.origins.first().filter(|_| self.expectations.any()) {
                (model.easy, model.difficult) =
                    self.paths.counterfactuals(&source.easy, &parsimonious_cubes[first.parsimonious]);
            }
            if known {
                (model.origin, model.pairs) = (source.origins, source.pairs);
            }
        }
        Ok(solution)
    }

    fn terms(&self, cubes: &[Cube]) -> Vec<Term> {
        cubes.iter().map(|&cube| self.sample.space.term(cube)).collect()
    }

    /// The solution with the verdict of the independent checker.
    fn certified(&self, mut solution: Solution, territory: Territory<'_>) -> Solution {
        let space = &self.sample.space;
        let level = |row: Cube| (0..space.conditions()).filter_map(move |condition| space.level(row, condition));
        let positives: Vec<Vec<usize>> = self.problem.positives.iter().map(|&row| level(row).collect()).collect();
        let levels = (0..space.conditions()).map(|condition| space.levels(condition)).collect();
        solution.certificate = Rule { levels, positives: &positives, territory }.certify(&solution);
        solution
    }
}
