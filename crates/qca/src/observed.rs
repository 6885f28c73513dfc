//! Properties of a truth table besides its solutions: diversity of the cases, conditions without variation, and cases
//! that contradict a sufficient row.

use equifinal_study::config::SolutionType;
use equifinal_study::crossover::is_out;

use crate::findings::{Findings, Output, Row};
use crate::term::{Term, write_literal};

/// Limited diversity: the number of possible rows with cases (Ragin 1987).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diversity {
    /// Rows that the conditions span.
    pub possible: u64,
    /// Rows that hold at least one case.
    pub observed: u64,
    /// Observed rows with fewer cases than the frequency cutoff.
    pub below_frequency: u64,
}

impl Diversity {
    /// The share of possible rows that hold at least one case, in (0, 1]: limited diversity as one number.
    #[expect(clippy::cast_precision_loss, reason = "numbers of rows far below 2^52")]
    pub fn share_observed(self) -> f64 {
        self.observed as f64 / self.possible as f64
    }

    /// Rows without a case.
    pub fn unobserved(self) -> u64 {
        self.possible.saturating_sub(self.observed)
    }

    /// Rows with output "?": those without a case and those with too few.
    pub fn remainders(self) -> u64 {
        self.unobserved() + self.below_frequency
    }
}

/// A condition with one level in all cases in rows, so that no comparison can show its effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutVariation {
    /// Its index among the conditions.
    pub condition: usize,
    /// The level.
    pub level: usize,
    /// The literal that every case has, as written in study files.
    pub literal: String,
}

impl Findings {
    /// The numbers of possible and observed rows.
    pub fn diversity(&self) -> Diversity {
        let observed = || self.rows.iter().filter(|row| !row.cases.is_empty());
        Diversity {
            possible: self.rows_possible,
            observed: observed().count() as u64,
            below_frequency: observed().filter(|row| row.output == Output::Remainder).count() as u64,
        }
    }

    /// The cases of a row with output 1 that are out of the outcome, as indices: deviant cases for consistency in kind
    /// (Schneider & Rohlfing 2013; `DCC` of R `QCA`). Empty for other rows.
    pub fn deviant(&self, row: &Row) -> Vec<usize> {
        self.out_of_outcome(if row.output == Output::Positive { &row.cases } else { &[] })
    }

    /// Those of some cases that are out of the outcome: of the cases of a path, the ones that deviate in kind.
    pub fn out_of_outcome(&self, cases: &[usize]) -> Vec<usize> {
        let out = |case: &&usize| self.outcome.get(**case).is_some_and(|&y| is_out(y));
        cases.iter().filter(out).copied().collect()
    }

    /// The cases that the crossover policy leaves out, in natural order.
    pub fn dropped(&self) -> Vec<&str> {
        let mut cases: Vec<&str> =
            self.at_crossover.iter().filter(|cell| cell.used.is_none()).map(|cell| cell.case.as_str()).collect();
        // Cells are sorted by case.
        cases.dedup();
        cases
    }

    /// The conditions that do not vary over the observed rows.
    pub fn without_variation(&self) -> Vec<WithoutVariation> {
        let mut observed = self.rows.iter().filter(|row| !row.cases.is_empty()).map(|row| &row.levels);
        let Some(first) = observed.next() else { return Vec::new() };
        let mut same = vec![true; first.len()];
        for levels in observed {
            same.iter_mut().zip(first.iter().zip(levels)).for_each(|(same, (own, other))| *same &= own == other);
        }
        let conditions = self.conditions.iter().zip(first).zip(same).enumerate();
        let constant = conditions.filter(|(_, (_, same))| *same);
        constant
            .map(|(condition, ((named, &level), _))| WithoutVariation {
                condition,
                level,
                literal: write_literal(named, level),
            })
            .collect()
    }

    /// The terms of the listed models of a solution with this level of a condition, each once.
    pub fn carrying(&self, kind: SolutionType, condition: usize, level: usize) -> Vec<&Term> {
        let models = self.solution(kind).as_ref().map_or(&[][..], |solution| &solution.models);
        let mut terms: Vec<&Term> = Vec::new();
        for path in models.iter().flat_map(|model| &model.paths) {
            if path.term.levels.get(condition) == Some(&Some(level)) && !terms.contains(&&*path.term) {
                terms.push(&path.term);
            }
        }
        terms
    }
}
