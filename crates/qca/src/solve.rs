//! The standard and enhanced solutions of a truth table.

use std::sync::Arc;

use equifinal_study::config::{Analysis, Minimise, SolutionType};

use crate::certificate::{Cases, Flaw, Procedure, Refuted, Rule, Territory};
use crate::consistent::parsimonious_over;
use crate::counterfactual::Intermediate;
use crate::cover::Cover;
use crate::derivation::Derivation;
use crate::excluded::Exclusions;
use crate::expectations::Expectations;
use crate::findings::EnhancedFindings;
use crate::minimise::budget::Budget;
use crate::minimise::models::Models;
use crate::minimised::Minimised;
use crate::paths::Paths;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sample::Sample;
use crate::solution::{Solution, SolutionResult};
use crate::solved::Solved;
use crate::space::Cube;
use crate::term::Term;

/// Computes the solutions of one analysis.
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

    /// Conservative, parsimonious and intermediate solution, each found or refused independently.
    ///
    /// # Errors
    /// A solution that the independent check rejects.
    pub(crate) fn standard(&self, parsimonious: Result<Minimised, Refusal>) -> Result<[SolutionResult; 3], Refuted> {
        let Solved { conservative, parsimonious, intermediate } = self.solved(self.problem, parsimonious);
        let (parsimonious, middle) = self.beside(parsimonious, intermediate, self.problem, Procedure::Standard)?;
        let conservative = conservative.map(|found| self.paths.solution(&found.primes, &found.models));
        let which = (Procedure::Standard, SolutionType::Conservative);
        Ok([self.certified_inside(which, conservative, &self.problem.allowed(), self.problem)?, parsimonious, middle])
    }

    fn solved(&self, problem: &Problem, parsimonious: Result<Minimised, Refusal>) -> Solved {
        let analysis = (&self.sample.space, self.wanted(), self.expectations);
        Solved::new(analysis, problem, parsimonious, self.budget)
    }

    fn wanted(&self) -> &'a Minimise {
        &self.analysis.minimise
    }

    /// The parsimonious solution alone.
    ///
    /// # Errors
    /// As for [`Solver::standard`].
    pub(crate) fn parsimonious_only(&self) -> Result<SolutionResult, Refuted> {
        self.free(self.parsimonious(self.problem), self.problem, Procedure::Standard)
    }

    /// A parsimonious solution, written and certified.
    fn free(
        &self,
        found: Result<Minimised, Refusal>,
        problem: &Problem,
        procedure: Procedure,
    ) -> Result<SolutionResult, Refuted> {
        let forbidden = self.terms(&problem.negatives);
        let territory = match self.wanted().prime_implicant_consistency {
            Some(cutoff) => {
                let (degrees, outcome) = (&self.sample.degrees[..], &self.sample.outcome[..]);
                Territory::Consistent(Cases { degrees, outcome, cutoff })
            }
            None => Territory::Outside(&forbidden),
        };
        let written = found.map(|found| self.paths.solution(&found.primes, &found.models));
        self.certified((procedure, SolutionType::Parsimonious), written, territory)
    }

    /// Parsimonious and intermediate solution without the `excluded` remainders.
    ///
    /// # Errors
    /// As for [`Solver::standard`].
    pub(crate) fn enhanced(&self, excluded: Exclusions) -> Result<EnhancedFindings, Refuted> {
        let (cubes, excluded) = match excluded {
            Ok(excluded) => excluded,
            Err(refusal) => {
                let refused = || Err(refusal.clone());
                return Ok(EnhancedFindings { excluded: Vec::new(), parsimonious: refused(), intermediate: refused() });
            }
        };
        let mut problem = self.problem.clone();
        problem.negatives.extend(cubes);
        let parsimonious = self.parsimonious(&problem);
        let Solved { parsimonious, intermediate, .. } = self.solved(&problem, parsimonious);
        let (parsimonious, intermediate) = self.beside(parsimonious, intermediate, &problem, Procedure::Enhanced)?;
        Ok(EnhancedFindings { excluded, parsimonious, intermediate })
    }

    /// The two solutions that use remainders.
    fn beside(
        &self,
        parsimonious: Result<Minimised, Refusal>,
        intermediate: Result<Intermediate, Refusal>,
        problem: &Problem,
        procedure: Procedure,
    ) -> Result<(SolutionResult, SolutionResult), Refuted> {
        let middle = intermediate.map(|found| self.intermediate(found));
        let which = (procedure, SolutionType::Intermediate);
        let middle = self.certified_inside(which, middle, &problem.positives, problem)?;
        Ok((self.free(parsimonious, problem, procedure)?, middle))
    }

    fn intermediate(&self, found: Intermediate) -> Solution {
        let mut solution = self.paths.solution(&found.primes, &found.models);
        for (model, derivation) in solution.models.iter_mut().zip(found.derivations) {
            model.derivation = derivation;
        }
        solution
    }

    fn terms(&self, cubes: &[Cube]) -> Vec<Term> {
        cubes.iter().map(|&cube| self.sample.space.term(cube)).collect()
    }

    /// The best covers of solutions refused because no model was proven to be minimum.
    pub(crate) fn covers(&self, standard: &[SolutionResult; 3], enhanced: Option<&EnhancedFindings>) -> Vec<Cover> {
        let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
        let standard = kinds.into_iter().zip(standard).map(|(kind, result)| (Procedure::Standard, kind, result));
        let enhanced = enhanced.into_iter().flat_map(|found| {
            let both = [&found.parsimonious, &found.intermediate];
            kinds.into_iter().skip(1).zip(both).map(|(kind, result)| (Procedure::Enhanced, kind, result))
        });
        let cover = |(procedure, kind, result): (Procedure, SolutionType, &SolutionResult)| {
            let model = self.cover(result.as_ref().err()?)?.models.pop()?;
            Some(Cover { procedure, kind, model })
        };
        standard.chain(enhanced).filter_map(cover).collect()
    }

    /// The best cover in a refusal, in the form of a solution.
    fn cover(&self, refusal: &Refusal) -> Option<Solution> {
        let Refusal::Unproven(known) = refusal else { return None };
        let only = Models { count: 1, exact: false, listed: vec![(0..).take(known.cover.len()).collect()] };
        let mut written = self.paths.solution(&known.cover, &only);
        for model in &mut written.models {
            model.derivation = Arc::new(Derivation { easy: self.terms(&known.easy), ..Derivation::default() });
        }
        Some(written)
    }

    /// As [`Self::certified`], for a solution whose terms cover only what these rows state, and easy counterfactuals.
    fn certified_inside(
        &self,
        which: (Procedure, SolutionType),
        solution: SolutionResult,
        rows: &[Cube],
        problem: &Problem,
    ) -> Result<SolutionResult, Refuted> {
        let (rows, barred) = (self.terms(rows), self.terms(&problem.negatives));
        let is_plain = self.sample.space.unsaid() == 0;
        let territory =
            if is_plain { Territory::Inside(&rows) } else { Territory::Stated { rows: &rows, barred: &barred } };
        self.certified(which, solution, territory)
    }

    /// The solution, or its refusal, after it or its best cover has passed the independent check.
    fn certified(
        &self,
        (procedure, kind): (Procedure, SolutionType),
        solution: SolutionResult,
        territory: Territory<'_>,
    ) -> Result<SolutionResult, Refuted> {
        let cover;
        let found = match &solution {
            Ok(found) => found,
            Err(refusal) => {
                let Some(known) = self.cover(refusal) else { return Ok(solution) };
                cover = known;
                &cover
            }
        };
        let space = &self.sample.space;
        let level = |row: Cube| (0..space.conditions()).filter_map(move |condition| space.level(row, condition));
        let positives: Vec<Vec<usize>> = self.problem.positives.iter().map(|&row| level(row).collect()).collect();
        let levels = (0..space.conditions()).map(|condition| space.literals(condition)).collect();
        match (Rule { levels, positives: &positives, territory }).certify(found) {
            Ok(()) => Ok(solution),
            Err(flaw) => Err(self.refuted(procedure, kind, found, flaw)),
        }
    }

    fn refuted(&self, procedure: Procedure, kind: SolutionType, found: &Solution, flaw: Flaw) -> Refuted {
        let (number, _) = flaw.place();
        let model = number.checked_sub(1).and_then(|at| found.models.get(at));
        let terms = model.into_iter().flat_map(|model| &model.paths);
        let terms: Vec<String> = terms.map(|path| path.term.write(&self.sample.conditions)).collect();
        Refuted { analysis: self.analysis.name.clone(), procedure, kind, flaw, model: terms.join(" + ") }
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Frequency, TruthTableCuts};
    use equifinal_study::expression::Literal;
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use super::*;
    use crate::solution::Path;
    use crate::truth_table::TruthTable;

    /// An incorrect solution of any type is an error, not a solution with a remark.
    #[test]
    fn a_solution_that_the_check_rejects_is_an_error() {
        let rows = [[1.0, 1.0, 1.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]];
        let set = |(at, name): (usize, &str)| Set {
            name: name.to_owned(),
            kind: SetKind::Crisp,
            values: rows.iter().map(|row| row[at]).collect(),
        };
        let sets = ["A", "B", "Y"].into_iter().enumerate().map(set).collect();
        let memberships = Memberships { cases: ["x", "y", "z"].map(str::to_owned).to_vec(), sets };
        let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
        let conditions = ["A", "B"].map(str::to_owned).to_vec();
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        let analysis = Analysis::new("gate", outcome, conditions, cuts);
        let sample = Sample::new(&analysis, &memberships).unwrap();
        let table = TruthTable::new(&sample, &analysis, &[]);
        let problem = table.problem(&sample, &analysis, &[]);
        let expectations = Expectations::new(&sample.space, &[], Vec::new());
        let budget = Budget::default();
        let solver = Solver::new(&sample, &analysis, &expectations, &problem, &budget);
        let (positives, negatives) = (solver.terms(&problem.positives), solver.terms(&problem.negatives));
        let solutions = solver.standard(solver.parsimonious(&problem)).unwrap();
        let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
        let inside = Territory::Inside(&positives);
        let territories = [inside.clone(), Territory::Outside(&negatives), inside];
        for ((kind, right), territory) in kinds.into_iter().zip(solutions).zip(territories) {
            let mut wrong = right.clone().unwrap();
            assert_eq!(solver.certified((Procedure::Standard, kind), right.clone(), territory.clone()), Ok(right));
            let term = Arc::new(Term { levels: vec![None, Some(0)] });
            wrong.models[0].paths = vec![Path { term, ..wrong.models[0].paths[0].clone() }];
            let refuted = solver.certified((Procedure::Enhanced, kind), Ok(wrong), territory).unwrap_err();
            let said = format!(
                "analysis `gate`: the independent check rejects the enhanced {} solution: \
                 model 1 leaves a positive row uncovered; that model is ~B",
                kind.name()
            );
            assert_eq!(refuted.to_string(), said);
        }
    }
}
