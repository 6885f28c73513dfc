//! Decisions of a study: which one, and its value.
//!
//! This is the vocabulary of ranges, maps, the multiverse, claims and their counterexamples, `run --with`, ledgers and
//! sweeps. Alternatives, which repeat the keys of a study file, are named by their id.

mod decided;
mod method;
mod number;
mod written;

use super::{AtCrossover, Expect, SolutionType};
pub use method::{MethodNumber, NcaChoice};
pub use number::{Anchor, NumericDecision};
pub use written::{DecisionError, in_order, joined, read, write};

/// A decision with its value. Cutoffs, solution, conditions and crossover policy apply to every analysis.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// A number.
    Number(NumericDecision, f64),
    /// The solution that is interpreted.
    Solution(SolutionType),
    /// The expectation of a condition for the outcome; the analysis of the negated outcome uses it reversed.
    Expectation {
        /// The condition.
        condition: String,
        /// The expectation.
        expect: Expect,
    },
    /// Conditions left out together; an empty list leaves out none.
    DropConditions(Vec<String>),
    /// Cases left out together, by id; an empty list leaves out none.
    DropCases(Vec<String>),
    /// The policy for memberships near 0.5.
    AtCrossover(AtCrossover),
    /// A choice of a necessary condition analysis.
    Nca {
        /// The analysis.
        analysis: String,
        /// The choice.
        choice: NcaChoice,
    },
    /// All decisions of a named alternative, by id.
    Alternative(String),
    /// All decisions of a universe of the multiverse, by number.
    Universe(u64),
}

/// One decision and its values.
#[derive(Debug, Clone, PartialEq)]
pub enum Dimension {
    /// Values of one decision, at least one.
    List(Vec<Decision>),
    /// Any value of a number in a range.
    Between {
        /// The number.
        number: NumericDecision,
        /// The lowest value.
        from: f64,
        /// The highest value.
        to: f64,
    },
}

impl Decision {
    /// The name in study files and results, without the value.
    pub fn name(&self) -> String {
        match self {
            Self::Number(number, _) => number.to_string(),
            Self::Solution(_) => "solution".to_owned(),
            Self::Expectation { condition, .. } => format!("expectations.{condition}"),
            Self::DropConditions(_) => "drop_conditions".to_owned(),
            Self::DropCases(_) => "drop_cases".to_owned(),
            Self::AtCrossover(_) => "at_crossover".to_owned(),
            Self::Nca { analysis, choice } => format!("{analysis}.{}", choice.name()),
            Self::Alternative(_) => "alternative".to_owned(),
            Self::Universe(_) => "universe".to_owned(),
        }
    }

    /// The value as a number; `None` if it is a word.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(_, value) = self { Some(*value) } else { None }
    }

    /// The value in words, as in results; empty if nothing is left out.
    pub fn value(&self) -> String {
        match self {
            Self::Number(_, value) => value.to_string(),
            Self::Solution(solution) => solution.name().to_owned(),
            Self::Expectation { expect, .. } => expect.name().to_owned(),
            Self::DropConditions(names) | Self::DropCases(names) => names.join("+"),
            Self::AtCrossover(policy) => policy.name().to_owned(),
            Self::Nca { choice, .. } => choice.to_string(),
            Self::Alternative(id) => id.clone(),
            Self::Universe(universe) => universe.to_string(),
        }
    }

    /// The case ids that it leaves out.
    pub fn dropped_cases(&self) -> &[String] {
        if let Self::DropCases(cases) = self { cases } else { &[] }
    }

    /// True if `other` takes the same decision, with any value.
    pub fn decides_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(number, _), Self::Number(other, _)) => number == other,
            (Self::Expectation { condition, .. }, Self::Expectation { condition: other, .. }) => condition == other,
            (Self::Nca { .. }, Self::Nca { .. }) => self.name() == other.name(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Dimension {
    /// Number of values; `None` for a range.
    pub fn values(&self) -> Option<usize> {
        match self {
            Self::List(values) => Some(values.len()),
            Self::Between { .. } => None,
        }
    }

    /// The name of the decision in study files and results.
    pub fn name(&self) -> String {
        match self {
            Self::List(values) => values.first().map(Decision::name).unwrap_or_default(),
            Self::Between { number, .. } => number.to_string(),
        }
    }

    /// The number that is varied; `None` if it is not a valid number.
    pub fn number(&self) -> Option<&NumericDecision> {
        match self {
            Self::List(values) => match values.first()? {
                Decision::Number(number, _) => Some(number),
                _ => None,
            },
            Self::Between { number, .. } => Some(number),
        }
    }

    /// The values; none for a range.
    pub fn listed(&self) -> &[Decision] {
        if let Self::List(values) = self { values } else { &[] }
    }

    /// True if `other` varies the same decision.
    pub fn varies_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(own), Self::List(others)) => match (own.first(), others.first()) {
                (Some(own), Some(other)) => own.decides_the_same_as(other),
                _ => false,
            },
            _ => self.number().is_some() && self.number() == other.number(),
        }
    }
}
