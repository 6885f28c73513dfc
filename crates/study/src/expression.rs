//! Set expressions as researchers write them: `A*~B + C[2]`.

mod parse;
mod relation;

use std::fmt;

pub use parse::{ExpressionError, parse_located};
pub use relation::{Relation, RelationKind};

/// A set, its negation, or one level of a multi-value set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal {
    /// The set's name.
    pub set: String,
    /// The level in brackets, for multi-value sets.
    pub level: Option<usize>,
    /// True if it is negated with `~`.
    pub negated: bool,
}

/// A set expression: `~` not, `*` and, `+` or, parentheses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A single literal.
    Literal(Literal),
    /// The negation of an expression.
    Not(Box<Expression>),
    /// The intersection of expressions.
    And(Vec<Expression>),
    /// The union of expressions.
    Or(Vec<Expression>),
}

impl Expression {
    /// Calls `visit` on every literal, left to right.
    pub fn each_literal<'a>(&'a self, visit: &mut impl FnMut(&'a Literal)) {
        match self {
            Self::Literal(literal) => visit(literal),
            Self::Not(inner) => inner.each_literal(visit),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.each_literal(visit)),
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The name of an intersection, which a study explains as one outcome, is its expression.
        match (self.negated, self.set.contains('*')) {
            (true, true) => write!(f, "~({})", self.set)?,
            (true, false) => write!(f, "~{}", self.set)?,
            (false, _) => f.write_str(&self.set)?,
        }
        self.level.map_or(Ok(()), |level| write!(f, "[{level}]"))
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(literal) => literal.fmt(f),
            Self::Not(inner) => write!(f, "~({inner})"),
            Self::And(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        f.write_str("*")?;
                    }
                    if matches!(part, Self::Or(_)) { write!(f, "({part})")? } else { part.fmt(f)? }
                }
                Ok(())
            }
            Self::Or(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        f.write_str(" + ")?;
                    }
                    part.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}
