//! Set-theoretic multi-method research: the cases to study next (Schneider & Rohlfing 2013, 2019).
//!
//! A typical case is in a term and in the outcome, and no more in the term than in the outcome. A case deviates in
//! consistency if it is in a term without being in the outcome (in kind) or is more in the term than in the outcome (in
//! degree); it deviates in coverage if it is in the outcome without being in the solution. A case in neither is
//! individually irrelevant. The best of each kind has the least score. With x the membership in the term, y that in the
//! outcome, r that in the own row of the truth table:
//!
//! - typical 2(y − x) + (1 − x); deviant in consistency 1 − (x − y) + (1 − x); deviant in coverage and irrelevant 1 − r;
//! - typical for a conjunct with membership f (the focal conjunct; the others are complementary): 2|y − f| + (1 − x).
//!
//! Pairs compare cases that are alike but for what is compared; their scores stand in `pairs`.
//!
//! Scores and ranks agree with R `SetMethods` 4.0, which rounds some of them to two decimals. Tests name the differences.

mod best;
mod cases;
mod necessary;
mod pairs;
mod proposals;
mod scale;
mod ties;

use equifinal_study::config::CaseSelectionSpec;

pub use self::necessary::NecessaryCases;
pub use self::pairs::{Pair, PairKind};
pub use self::proposals::{Chosen, ConjunctCase, ConjunctCases, Marks, RowCase, TermCases};
use crate::findings::{Findings, Model};

/// The cases of a model by kind, and the best pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseSelection {
    /// Typical and deviant cases of each term, in the order of the model.
    pub terms: Vec<TermCases>,
    /// Cases deviant in coverage, best first.
    pub deviant_coverage: Vec<RowCase>,
    /// Individually irrelevant cases, best first.
    pub irrelevant: Vec<RowCase>,
    /// The best pairs, by kind, term and focal conjunct.
    pub pairs: Vec<Pair>,
}

/// The cases to study next of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct CasesToStudy {
    /// The name of the analysis.
    pub analysis: String,
    /// Those of each of the first models of the interpreted solution, at most [`CasesToStudy::MODELS`].
    pub models: Vec<CaseSelection>,
    /// Those of each necessary condition.
    pub necessary: Vec<NecessaryCases>,
}

impl CasesToStudy {
    /// The most models for which cases are chosen.
    pub const MODELS: usize = 10;
}

impl Findings {
    /// The cases to study next for the models of the interpreted solution and for necessary conditions, if the study asks
    /// for them.
    pub fn cases_to_study(&self) -> Option<CasesToStudy> {
        self.analysis.case_selection.as_ref()?;
        let solution = self.solution(self.analysis.interpret).as_ref();
        let models = solution.map_or(&[][..], |solution| &solution.models).iter().take(CasesToStudy::MODELS);
        Some(CasesToStudy {
            analysis: self.analysis.name.clone(),
            models: models.filter_map(|model| self.case_selection(model)).collect(),
            necessary: self.necessary_cases(),
        })
    }

    /// The best case of each kind for a model, if the study asks for cases: for each term a typical and a deviant one,
    /// then one deviant in coverage and an irrelevant one.
    pub fn best_cases(&self, model: &Model) -> Vec<usize> {
        let Some(spec) = &self.analysis.case_selection else { return Vec::new() };
        cases::Candidates::new(self, model, self.open(spec)).best()
    }

    /// The cases to study next for a model, if the study asks for them.
    pub fn case_selection(&self, model: &Model) -> Option<CaseSelection> {
        let spec = self.analysis.case_selection.as_ref()?;
        let candidates = cases::Candidates::new(self, model, self.open(spec));
        let pairs = pairs::of_model(&candidates, spec.per_term);
        let (deviant_coverage, irrelevant) = candidates.outside();
        Some(CaseSelection { terms: candidates.terms(), deviant_coverage, irrelevant, pairs })
    }

    /// The cases to study next for each necessary condition: every literal that reaches the cutoffs, then every condition
    /// that the study claims necessary; a sum is followed by its parts.
    pub fn necessary_cases(&self) -> Vec<NecessaryCases> {
        let Some(spec) = &self.analysis.case_selection else { return Vec::new() };
        necessary::all(self, &self.open(spec), spec.per_term)
    }

    /// True for each case that was not studied already.
    fn open(&self, spec: &CaseSelectionSpec) -> Vec<bool> {
        self.cases.iter().map(|case| spec.studied.iter().all(|studied| studied.case != *case)).collect()
    }
}
