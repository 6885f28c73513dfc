//! Robustness checks that could not be run, with the reason.

use equifinal_qca::findings::Refusal;
use equifinal_study::config::NumericDecision;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::impossible::Impossible;
use crate::judgement::Original;
use crate::universe::Universe;

/// A check that was not run.
#[derive(Debug, Clone, PartialEq)]
pub struct Untried {
    /// The analysis; empty if it concerns none in particular.
    pub analysis: String,
    /// The check.
    pub task: Task,
    /// The reason.
    pub reason: Reason,
}

/// A robustness check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Robustness ranges, and maps of pairs of numbers.
    Ranges,
    /// The robustness range of one number.
    Range(NumericDecision),
    /// A map of two numbers.
    Map([NumericDecision; 2]),
    /// The solution at every raw-consistency cutoff.
    Thresholds,
    /// The multiverse.
    Multiverse,
}

impl Task {
    /// The name in results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ranges => "ranges",
            Self::Range(_) => "range",
            Self::Map(_) => "map",
            Self::Thresholds => "thresholds",
            Self::Multiverse => "multiverse",
        }
    }

    /// The numbers that it varies.
    pub fn numbers(&self) -> &[NumericDecision] {
        match self {
            Self::Range(decision) => std::slice::from_ref(decision),
            Self::Map(numbers) => numbers,
            Self::Ranges | Self::Thresholds | Self::Multiverse => &[],
        }
    }
}

/// The reasons why a check was not run.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reason {
    /// The study's own analysis has no solution to compare with.
    NoSolution(Refusal),
    /// The study's own decisions cannot be applied in this way.
    Impossible(Impossible),
    /// A set contains the varied one in several ways, so that its memberships need not change monotonically.
    SeveralWays {
        /// The varied set.
        set: String,
    },
    /// The check is too large.
    TooLarge {
        /// Number of rectangles of a map, or of rows of a truth table.
        size: u64,
        /// The limit.
        most: u64,
    },
    /// No analysis with a solution uses these numbers.
    Unused,
}

impl Reason {
    /// The name of the kind of reason, in results and as a message key.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoSolution(_) => "no_solution",
            Self::Impossible(_) => "impossible",
            Self::SeveralWays { .. } => "several_ways",
            Self::TooLarge { .. } => "too_large",
            Self::Unused => "unused",
        }
    }
}

/// The interpreted solution of the study, or the reason why there is none.
pub(crate) fn original(own: Result<Universe, Impossible>) -> Result<Original, Reason> {
    Original::new(own.map_err(Reason::Impossible)?).map_err(Reason::NoSolution)
}

impl Reason {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSolution(value) => say!("untried-no-solution", value),
            Self::Impossible(source) => source.message(),
            Self::SeveralWays { set } => say!("untried-several-ways", set),
            Self::TooLarge { size, most } => say!("untried-too-large", size, most),
            Self::Unused => say!("untried-unused"),
        }
    }
}

worded!(Reason);
