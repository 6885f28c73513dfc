//! The results of evaluating claims.

use equifinal_qca::core::Standing;
use equifinal_qca::findings::Refusal;
use equifinal_study::config::{Bound, Contradicting, Decision, Finder, Number, NumericDecision, WhyNoNumber};
use equifinal_study::message::Message;

use super::margin::Margin;
use crate::protocol::LeftOut;
use crate::varied::NotApplicable;

/// A claim and its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedClaim {
    /// The claim's id.
    pub id: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Number of settings evaluated, including the study's own.
    pub settings: usize,
    /// True if they represent every value of the ranges in the claim.
    pub exact: bool,
    /// The numbers beside their bars, under the study's own decisions.
    pub margins: Vec<Margin>,
}

/// The verdict on a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It holds under every setting.
    Held,
    /// It does not hold under the study's own setting, or under the nearest of the others.
    Broken(Counterexample),
    /// Some setting gave no answer, and none broke it.
    Undecided {
        /// The decisions of the nearest such setting; empty for the study's own.
        decisions: Vec<Decision>,
        /// The reason.
        reason: Reason,
    },
}

impl Verdict {
    /// The verdict from one setting, the only or the nearest one.
    pub(super) fn under(decisions: Vec<Decision>, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Holds => Self::Held,
            Outcome::Fails(found) => Self::Broken(Counterexample { decisions, edge: None, found }),
            Outcome::Unknown(reason) => Self::Undecided { decisions, reason },
        }
    }

    /// True if the claim holds under every setting.
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
    /// The decisions that differ from the study's own; empty for the study's own.
    pub decisions: Vec<Decision>,
    /// The value between it and the study's own setting at which the result changes.
    pub edge: Option<Edge>,
    /// The result there.
    pub found: Found,
}

/// The value of a decision at which results change.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The decision.
    pub decision: NumericDecision,
    /// The value.
    pub value: f64,
    /// True if results change above it, false if they change at it and below.
    pub above: bool,
    /// The truth table row that changes there.
    pub row: Option<u64>,
}

/// The outcome of a claim under one setting.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not hold, because of this result.
    Fails(Found),
    /// It is undecided, for this reason.
    Unknown(Reason),
}

/// The reasons why a setting gives no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// A solution was not found within its budget.
    Refused(Refusal),
    /// Not every tied model is listed.
    Listed {
        /// Number of listed models.
        listed: usize,
        /// Number of all models.
        models: u128,
        /// True if that number is exact.
        exact: bool,
    },
    /// The anchors of a set would not be in order.
    Disorder {
        /// The set.
        set: String,
        /// The anchors: exclusion, crossover, inclusion.
        anchors: [f64; 3],
    },
    /// More combinations of decisions than the budget allows.
    TooMany {
        /// Number of combinations.
        settings: usize,
        /// The limit.
        most: usize,
    },
    /// An alternative gives no test solution.
    LeftOut {
        /// The alternative.
        alternative: String,
        /// The reason.
        reason: LeftOut,
    },
    /// The multiverse is not run, or does not follow the analysis, which has no solution.
    NotFollowed,
    /// No universe is possible.
    NonePossible {
        /// Number of universes.
        universes: u64,
    },
    /// Undecided universes leave open on which side of the claim the share is.
    UndecidedUniverses {
        /// Universes that keep the finding.
        kept: u64,
        /// Universes in which it is not decided.
        undecided: u64,
        /// All possible ones.
        of: u64,
    },
    /// A number has no value.
    NoNumber {
        /// The number.
        number: Number,
        /// The reason.
        reason: WhyNoNumber,
    },
    /// Data or decisions do not allow the analysis; with the message.
    NotAllowed(Message),
}

impl From<NotApplicable> for Reason {
    fn from(error: NotApplicable) -> Self {
        match error {
            NotApplicable::Disorder { set, anchors } => Self::Disorder { set, anchors },
            other => Self::NotAllowed(other.message()),
        }
    }
}

/// The result that contradicts a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// This model.
    Model {
        /// As an expression.
        expression: String,
        /// Its number among the tied ones, from 1.
        position: usize,
        /// Number of tied models.
        tied: u128,
    },
    /// There is no solution, for this reason.
    NoSolution(Refusal),
    /// Parameters of fit: name, value found, value claimed.
    Values(Vec<(&'static str, Option<f64>, f64)>),
    /// Too few periods, or units, reach the consistency.
    Groups {
        /// Those that do not, with their consistency.
        missed: Vec<(String, Option<f64>)>,
        /// Number of those that do.
        reached: usize,
        /// Number of all that are asked for.
        of: usize,
        /// Number of those that must.
        least: usize,
        /// True for periods, false for units.
        times: bool,
    },
    /// No path is the claimed one.
    NoSuchPath(String),
    /// This is not among the study's necessary conditions.
    NotNecessary(String),
    /// These are necessary too.
    AlsoNecessary(Vec<String>),
    /// The number of paths.
    Count(usize),
    /// These rows or cases are contradictory.
    Contradicting {
        /// The kind counted.
        of: Contradicting,
        /// Rows by number, or cases by id, in order.
        named: Vec<String>,
    },
    /// A literal is core, or not, in a path.
    Standing {
        /// The literal.
        literal: String,
        /// The path.
        path: String,
        /// Core in all, some or none of the parsimonious models compared with.
        core: Standing,
    },
    /// Values of paths in the claimed order.
    Order(Vec<(String, Option<f64>)>),
    /// Survival of a finding, and the claimed share.
    Survival {
        /// Universes that keep the finding.
        kept: u64,
        /// All possible universes.
        of: u64,
        /// Universes in which it is attainable, i.e. not excluded by solution type or dropped conditions alone.
        attainable: u64,
        /// The claimed minimum share.
        claimed: f64,
        /// The changes in the universe nearest to the study that loses the finding.
        changes: Vec<Decision>,
    },
    /// These methods do not have the term.
    NotFoundBy(Vec<Finder>),
    /// Numbers that are not as claimed.
    Numbers(Vec<(Number, f64, Bound)>),
}
