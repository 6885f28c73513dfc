//! What a study asks to be tried, or what is tried with every study, and could not be, with the reason.

use equifinal_qca::findings::Refusal;

use crate::impossible::Impossible;
use crate::judgement::Original;
use crate::knob::Knob;
use crate::universe::Universe;

/// Something that was not tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Untried {
    /// The analysis; empty where it is none in particular.
    pub analysis: String,
    /// What was not tried.
    pub task: Task,
    /// Why.
    pub reason: Reason,
}

/// Something to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// How far numbers may be moved alone, and maps of two.
    Ranges,
    /// How far one number may be moved alone.
    Range(Knob),
    /// A map of two numbers.
    Map([Knob; 2]),
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

    /// The numbers that it moves.
    pub fn knobs(&self) -> &[Knob] {
        match self {
            Self::Range(knob) => std::slice::from_ref(knob),
            Self::Map(knobs) => knobs,
            Self::Ranges | Self::Thresholds | Self::Multiverse => &[],
        }
    }
}

/// Why something was not tried.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reason {
    /// The study's own analysis has no solution to compare with.
    #[error("the analysis has no solution to compare with: {0}")]
    NoSolution(Refusal),
    /// The study's own decisions cannot be carried out in this way.
    #[error(transparent)]
    Impossible(Impossible),
    /// A set contains the moved one by several ways, so that its memberships need not move in one direction.
    #[error("a set contains `{set}` by several ways, so nothing can be proven over a range")]
    SeveralWays {
        /// The moved set.
        set: String,
    },
    /// Too much to do.
    #[error("{size} rectangles or rows are more than the {most} that are tried")]
    TooLarge {
        /// How many rectangles of a map, or rows of a truth table, there are.
        size: u64,
        /// How many are tried at most.
        most: u64,
    },
    /// No analysis that has a solution uses these numbers.
    #[error("no analysis that has a solution uses these sets")]
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

/// The solution that the study interprets, or why there is none.
pub(crate) fn original(own: Result<Universe, Impossible>) -> Result<Original, Reason> {
    Original::new(own.map_err(Reason::Impossible)?).map_err(Reason::NoSolution)
}
