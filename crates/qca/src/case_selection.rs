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
mod scale;

use equifinal_study::config::CaseSelectionSpec;

pub use self::necessary::NecessaryCases;
pub use self::pairs::{Pair, PairKind};
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

/// The cases of a term.
#[derive(Debug, Clone, PartialEq)]
pub struct TermCases {
    /// The term as written in study files.
    pub expression: String,
    /// Typical cases, best first.
    pub typical: Vec<Chosen>,
    /// Cases deviant in consistency, those in kind before those in degree, best first.
    pub deviant_consistency: Vec<Chosen>,
    /// For a term of several literals, the typical cases for each of them.
    pub conjuncts: Vec<ConjunctCases>,
}

/// The typical cases of a term for one of its literals.
#[derive(Debug, Clone, PartialEq)]
pub struct ConjunctCases {
    /// The focal conjunct as written in study files.
    pub expression: String,
    /// The typical cases: by rank, clean corroboration, consistency of the conjunct, unique coverage, then score.
    pub typical: Vec<ConjunctCase>,
}

/// A case with its score.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Its index.
    pub case: usize,
    /// Its membership in the term or the necessary condition.
    pub membership: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its score; the least is the best.
    pub score: f64,
    /// For a typical case, true if it is typical of this term and of no other; for a necessary condition, true if the
    /// case is in this part of it and in no other; for a case that deviates from a part, true if it is in no part.
    pub unique: bool,
    /// For a deviant case, true if it deviates in degree and not in kind.
    pub in_degree: bool,
    /// True if another case of its list ranks the same; the order of the cases then decides.
    pub tied: bool,
}

/// A typical case of a focal conjunct.
#[derive(Debug, Clone, PartialEq)]
pub struct ConjunctCase {
    /// Its index.
    pub case: usize,
    /// Its membership in the focal conjunct.
    pub focal: f64,
    /// Its least membership in a complementary conjunct.
    pub complement: f64,
    /// Its membership in the term.
    pub term: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its score.
    pub score: f64,
    /// Its properties.
    pub marks: Marks,
    /// True if another case of the list ranks the same.
    pub tied: bool,
}

/// A case outside the solution.
#[derive(Debug, Clone, PartialEq)]
pub struct RowCase {
    /// Its index.
    pub case: usize,
    /// Its membership in the solution.
    pub solution: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its row of the truth table with its membership in it; `None` if a membership is 0.5.
    pub row: Option<(u64, f64)>,
    /// Its score; `None` without a row.
    pub score: Option<f64>,
    /// True if another case of its list ranks the same.
    pub tied: bool,
}

/// Properties of a case that rank before its score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Marks {
    /// 1 if the focal conjunct decides the membership in the term, because no complementary one is lower; else 2; 0
    /// for a term of one literal.
    pub rank: u8,
    /// Clean corroboration: with rank 1 every complementary conjunct exceeds the outcome, so that the focal conjunct
    /// alone is consistent with it. With rank 2 always true.
    pub clean: bool,
    /// True if the membership in the focal conjunct, or for an irrelevant case in the term, does not exceed the outcome.
    pub within: bool,
    /// See [`Chosen::unique`].
    pub unique: bool,
    /// True if the case is in some term of the model, or in some part of the necessary condition.
    pub covered: bool,
}

impl Findings {
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

/// Marks neighbours of a sorted list that rank the same.
fn mark_ties<T, K: PartialEq>(list: &mut [T], key: impl Fn(&T) -> K, mark: impl Fn(&mut T, bool)) {
    let keys: Vec<K> = list.iter().map(key).collect();
    for (at, one) in list.iter_mut().enumerate() {
        let is_same = |other: usize| keys.get(other) == keys.get(at);
        mark(one, at + 1 < keys.len() && is_same(at + 1) || at > 0 && is_same(at - 1));
    }
}
