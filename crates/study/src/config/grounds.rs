//! The author's grounds for an assumption about cases that nobody has seen.

use crate::expression::Expression;
use crate::text::Text;

/// The reason for an expectation or an exclusion, with its sources and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// The reason in words.
    pub text: Text,
    /// The sources that it cites.
    pub references: Vec<Text>,
    /// What it rests on, if stated.
    pub status: Option<GroundStatus>,
}

impl From<Text> for Grounds {
    fn from(text: Text) -> Self {
        Self { text, references: Vec::new(), status: None }
    }
}

/// What a reason rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroundStatus {
    /// A theory.
    Theoretical,
    /// Earlier findings.
    Empirical,
    /// Neither yet: an assumption to work with.
    Provisional,
}

impl GroundStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Theoretical, Self::Empirical, Self::Provisional];

    /// Their names.
    pub const NAMES: [&'static str; 3] = [Self::Theoretical.name(), Self::Empirical.name(), Self::Provisional.name()];

    /// The status of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theoretical => "theoretical",
            Self::Empirical => "empirical",
            Self::Provisional => "provisional",
        }
    }
}

/// A combination of conditions that no case can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImpossibleCombination {
    /// The combination.
    pub expression: Expression,
    /// The reason.
    pub because: Option<Grounds>,
}

impl From<Expression> for ImpossibleCombination {
    fn from(expression: Expression) -> Self {
        Self { expression, because: None }
    }
}
