//! The output of a truth table row: the single rule for findings and universes.

use equifinal_study::config::TruthTableCuts;
use equifinal_study::cuts::at_least;

use crate::fit::Sums;

/// The output of a truth table row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Output {
    /// Sufficient: "1".
    Positive,
    /// Not sufficient: "0".
    Negative,
    /// Between the two cutoffs: "C".
    Contradiction,
    /// Not observed, or with too few cases: "?".
    Remainder,
}

impl Output {
    /// The sign in results and tables.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Positive => "1",
            Self::Negative => "0",
            Self::Contradiction => "C",
            Self::Remainder => "?",
        }
    }
}

/// The output of a row that reaches the frequency cutoff, or does not.
pub(crate) fn output(frequent: bool, sums: &Sums, cuts: &TruthTableCuts) -> Output {
    if frequent { says(Reached::of(sums, cuts)) } else { Output::Remainder }
}

/// The cutoffs that a row reaches.
#[derive(Clone, Copy)]
pub(crate) struct Reached {
    /// Raw consistency.
    pub(crate) consistency: bool,
    /// PRI.
    pub(crate) pri: bool,
    /// The floor of contradictions.
    pub(crate) floor: bool,
}

impl Reached {
    /// Those that a row with these sums reaches.
    pub(crate) fn of(sums: &Sums, cuts: &TruthTableCuts) -> Self {
        Self {
            consistency: at_least(sums.consistency(), cuts.consistency),
            pri: at_least(sums.pri(), cuts.pri),
            floor: cuts.contradiction_floor.is_some_and(|floor| at_least(sums.consistency(), floor)),
        }
    }
}

/// The output of a frequent row that reaches these cutoffs.
pub(crate) fn says(reached: Reached) -> Output {
    if reached.consistency && reached.pri {
        Output::Positive
    } else if !reached.consistency && reached.floor {
        Output::Contradiction
    } else {
        Output::Negative
    }
}
