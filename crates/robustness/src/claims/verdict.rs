//! What a judgement looks like.

use equifinal_qca::core::Standing;
use equifinal_qca::findings::Refusal;
use equifinal_study::config::{Bound, Contradicting, Number, Untold};

use super::setting::{ScenarioError, Setting};
use crate::multiverse::Change;
use crate::protocol::LeftOut;

/// A claim and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedClaim {
    /// The claim's id.
    pub id: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Under how many settings it was judged, the study's own included.
    pub settings: usize,
    /// Whether these stand for every value of the ranges that the claim names.
    pub exact: bool,
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It holds under every setting.
    Held,
    /// It does not: the study's own setting, or of the others the nearest.
    Broken(Counterexample),
    /// Some setting gave no answer, and none broke it.
    Undecided {
        /// The setting, the nearest.
        setting: Setting,
        /// Why.
        reason: Reason,
    },
}

impl Verdict {
    /// What one setting, which is the only one or the nearest, says.
    pub(super) fn under(setting: Setting, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Holds => Self::Held,
            Outcome::Fails(found) => Self::Broken(Counterexample { setting, edge: None, found }),
            Outcome::Unknown(reason) => Self::Undecided { setting, reason },
        }
    }

    /// The claim holds under every setting.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Held)
    }

    /// The name in results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Broken(_) => "broken",
            Self::Undecided { .. } => "undecided",
        }
    }
}

/// A setting under which a claim does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterexample {
    /// The setting.
    pub setting: Setting,
    /// Where between it and the study's own setting the result changes.
    pub edge: Option<Edge>,
    /// What was found there.
    pub found: Found,
}

/// The value of a decision at which results change.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The decision.
    pub decision: &'static str,
    /// The value.
    pub value: f64,
    /// Whether results change above it, else from it downwards.
    pub above: bool,
    /// The truth-table row that changes there.
    pub row: Option<u64>,
}

/// What one setting says of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not, for this was found.
    Fails(Found),
    /// Nothing can be said, for this reason.
    Unknown(Reason),
}

/// Why a setting gives no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// A solution was not found within its budget.
    Refused(Refusal),
    /// Not every tied model is listed.
    Listed {
        /// So many are.
        listed: usize,
        /// Of so many.
        models: u128,
        /// Whether these are all there are.
        exact: bool,
    },
    /// The anchors of a set would not be in order.
    Disorder {
        /// The set.
        set: String,
        /// The anchors: exclusion, crossover, inclusion.
        anchors: [f64; 3],
    },
    /// More combinations of cutoffs would have to be tried than the budget allows.
    TooMany {
        /// So many.
        settings: usize,
        /// At most so many.
        most: usize,
    },
    /// An alternative gives no test solution.
    LeftOut {
        /// The alternative.
        alternative: String,
        /// Why.
        reason: LeftOut,
    },
    /// The multiverse follows no finding of the analysis, which has no solution, or is not run.
    NotFollowed,
    /// No universe can be carried out.
    NonePossible {
        /// Of so many.
        universes: u64,
    },
    /// A budget leaves so many universes undecided that the share may lie on either side.
    UndecidedUniverses {
        /// Universes that keep the finding.
        kept: u64,
        /// Universes in which it is not decided.
        undecided: u64,
        /// All possible ones.
        of: u64,
    },
    /// A number has no value.
    Untold {
        /// The number.
        number: Number,
        /// Why.
        reason: Untold,
    },
    /// What data or decisions do not allow, in the words of the error.
    NotAllowed(String),
}

impl From<ScenarioError> for Reason {
    fn from(error: ScenarioError) -> Self {
        match error {
            ScenarioError::Disorder { set, anchors } => Self::Disorder { set, anchors },
            other => Self::NotAllowed(other.to_string()),
        }
    }
}

/// What was found instead of what was claimed.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// This model.
    Model {
        /// As an expression.
        expression: String,
        /// Its position among the tied ones, from 1.
        position: usize,
        /// How many are tied.
        tied: u128,
    },
    /// There is no solution, for this reason.
    NoSolution(Refusal),
    /// Parameters of fit: name, value found, value claimed.
    Values(Vec<(&'static str, Option<f64>, f64)>),
    /// No path is this one.
    NoSuchPath(String),
    /// This is not among the study's necessary conditions.
    NotNecessary(String),
    /// These are necessary too.
    AlsoNecessary(Vec<String>),
    /// So many paths.
    Count(usize),
    /// These rows or cases speak against the outcome of a row.
    Contradicting {
        /// What was counted.
        of: Contradicting,
        /// Rows by number, or cases by id, in order.
        named: Vec<String>,
    },
    /// A literal that is core, or not, in a path.
    Standing {
        /// The literal.
        literal: String,
        /// The path.
        path: String,
        /// Whether it is core there in every parsimonious model behind the path, in some, or in none.
        core: Standing,
    },
    /// Values of paths in the claimed order.
    Order(Vec<(String, Option<f64>)>),
    /// Survival in so many of so many universes, where this share was claimed.
    Survival {
        /// Universes that keep the finding.
        kept: u64,
        /// All possible universes.
        of: u64,
        /// Those in which its solution type and the conditions left out do not exclude it by themselves.
        attainable: u64,
        /// The least share.
        claimed: f64,
        /// What the universe decides otherwise that is nearest to the study of those that lose the finding.
        changes: Vec<Change>,
    },
    /// Numbers that are not as claimed.
    Numbers(Vec<(Number, f64, Bound)>),
}
