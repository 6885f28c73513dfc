//! A coincidence analysis: factors, possible outcomes, causal order and cutoffs (Baumgartner & Ambühl 2020).

use crate::expression::Literal;

/// The specification of one coincidence analysis (CNA).
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The name.
    pub name: String,
    /// The factors, in the study file's order; at least two.
    pub factors: Vec<String>,
    /// The factor values that are explained; if empty, every factor may be one.
    pub outcomes: Vec<Literal>,
    /// The causal order and the factors without causes.
    pub causes: Causes,
    /// The fewest cases of a configuration that is used; cases of rarer ones are left out.
    pub frequency: usize,
    /// The measure and cutoff of sufficiency.
    pub consistency: FitCut,
    /// The cutoff of sufficiency of a single condition, in [0, 1]; that of models if absent (`con.msc` of R `cna`).
    pub sufficient_at_least: Option<f64>,
    /// The measure and cutoff of necessity.
    pub coverage: FitCut,
    /// True if models with redundant parts are kept, as by R `causalChain`.
    pub redundant: bool,
    /// True if the truth table of every outcome is minimised too.
    pub qca: bool,
    /// True if the best attainable fit is computed.
    pub optimum: bool,
    /// The bounds of the search.
    pub most: MostComplex,
    /// The grid of cutoffs over which models are scored, if requested.
    pub robustness: Option<CutoffGrid>,
}

impl Chain {
    /// An analysis of these factors with defaults for everything else.
    pub fn new(name: &str, factors: Vec<String>) -> Self {
        Self {
            name: name.to_owned(),
            factors,
            outcomes: Vec::new(),
            causes: Causes::default(),
            frequency: 1,
            consistency: FitCut::default(),
            sufficient_at_least: None,
            coverage: FitCut::default(),
            redundant: false,
            qca: false,
            optimum: false,
            most: MostComplex::default(),
            robustness: None,
        }
    }
}

/// Knowledge of causes before the search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Causes {
    /// Groups of factors, earliest first: no factor is caused by one of a later group. Factors in no group come first.
    pub order: Vec<Vec<String>>,
    /// True if factors of one group do not cause each other.
    pub strict: bool,
    /// Factors that are no outcomes.
    pub exogenous: Vec<String>,
    /// Factor values that are not causes of an outcome.
    pub exclude: Vec<ExcludedCauses>,
    /// True if structures with a cycle are left out.
    pub acyclic: bool,
}

impl Causes {
    /// True if `cause` may be a cause of `effect`, by the order.
    pub fn may_cause(&self, cause: &str, effect: &str) -> bool {
        let place = |factor: &str| self.order.iter().position(|group| group.iter().any(|one| one == factor));
        let (earlier, later) = (place(cause), place(effect));
        cause != effect && (earlier < later || earlier == later && !self.strict)
    }
}

/// Factor values that are not causes of an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcludedCauses {
    /// The outcome.
    pub outcome: Literal,
    /// The values that are not its causes.
    pub never: Vec<Literal>,
}

/// The families of measures of sufficiency and necessity (De Souter & Baumgartner 2025).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum FitMeasure {
    /// Ragin's (2006) consistency and coverage.
    #[default]
    Standard,
    /// The measures of the contraposition.
    Contrapositive,
    /// Adjusted to the share of cases with the antecedent.
    AntecedentAdjusted,
    /// Adjusted to the share of cases with the outcome.
    PrevalenceAdjusted,
}

impl FitMeasure {
    /// All families, in the order in which they are reported.
    pub const ALL: [Self; 4] =
        [Self::Standard, Self::Contrapositive, Self::AntecedentAdjusted, Self::PrevalenceAdjusted];

    /// The name in study files and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Contrapositive => "contrapositive",
            Self::AntecedentAdjusted => "antecedent_adjusted",
            Self::PrevalenceAdjusted => "prevalence_adjusted",
        }
    }
}

/// A measure and the value that it must reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitCut {
    /// The measure.
    pub measure: FitMeasure,
    /// The cutoff, in [0, 1].
    pub at_least: f64,
}

impl Default for FitCut {
    fn default() -> Self {
        Self { measure: FitMeasure::Standard, at_least: 1.0 }
    }
}

/// The bounds of the search: models beyond them are not looked for. `None` is no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MostComplex {
    /// Literals of one term.
    pub literals: Option<usize>,
    /// Terms of one model.
    pub terms: Option<usize>,
    /// Literals of one model.
    pub complexity: Option<usize>,
}

/// Cutoffs at equal distances; every pair of a consistency and a coverage is one analysis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CutoffGrid {
    /// The lowest cutoff.
    pub from: f64,
    /// The highest cutoff.
    pub to: f64,
    /// The distance.
    pub step: f64,
}

impl CutoffGrid {
    /// Maximum number of cutoffs.
    pub const MOST: usize = 101;

    /// The cutoffs, highest first, rounded to nine decimals.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "there are at most a hundred steps"
    )]
    pub fn cutoffs(&self) -> Vec<f64> {
        let steps = (libm::floor((self.to - self.from) / self.step + 1e-9).max(0.0) as usize).min(Self::MOST - 1);
        (0..=steps).map(|i| libm::round((self.to - i as f64 * self.step) * 1e9) / 1e9).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_is_not_caused_by_a_later_one() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let mut causes = Causes { order: vec![names(&["A", "B"]), names(&["C"])], ..Causes::default() };
        for (cause, effect, may, strictly) in [
            ("A", "C", true, true),
            ("C", "A", false, false),
            ("A", "B", true, false),
            ("X", "A", true, true),
            ("A", "X", false, false),
            ("X", "Y", true, false),
            ("A", "A", false, false),
        ] {
            causes.strict = false;
            assert_eq!(causes.may_cause(cause, effect), may, "{cause} for {effect}");
            causes.strict = true;
            assert_eq!(causes.may_cause(cause, effect), strictly, "{cause} for {effect}, strictly");
        }
    }

    #[test]
    fn a_grid_reaches_both_ends() {
        assert_eq!(CutoffGrid { from: 0.7, to: 1.0, step: 0.1 }.cutoffs(), [1.0, 0.9, 0.8, 0.7]);
        assert_eq!(CutoffGrid { from: 0.7, to: 0.9, step: 0.15 }.cutoffs(), [0.9, 0.75]);
    }
}
