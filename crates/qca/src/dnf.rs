//! Set expressions as unions of cubes.

use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::SetKind;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::condition::Condition;
use crate::error::QcaError;
use crate::space::{Cube, Space};

/// Translates expressions over the conditions of one analysis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dnf<'a> {
    /// The analysis, for messages.
    pub(crate) analysis: &'a str,
    /// Its conditions.
    pub(crate) conditions: &'a [Condition],
    /// Their space.
    pub(crate) space: &'a Space,
}

impl Dnf<'_> {
    /// The cubes whose union is the expression; none contains another.
    ///
    /// # Errors
    /// An unknown set, a level that does not exist, a multi-value set without a level, or too many cubes.
    pub(crate) fn cubes(&self, expression: &Expression) -> Result<Vec<Cube>, QcaError> {
        cubes(self.conditions, self.space, expression).map_err(|misfit| misfit.of(self.analysis, expression))
    }
}

/// The reasons why an expression cannot be evaluated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The set is unknown.
    NoSet {
        /// The set.
        set: String,
    },
    /// The set does not have the level.
    NoLevel {
        /// The set.
        set: String,
        /// The requested level.
        level: usize,
        /// The highest level.
        highest: usize,
    },
    /// A multi-value set has no level, or another set has one.
    Level {
        /// The literal.
        literal: String,
        /// True if the set is multi-value.
        multi_value: bool,
    },
    /// There are too many terms.
    TooLarge,
}

impl Misfit {
    /// The misfit of an expression of one analysis.
    pub(crate) fn of(self, analysis: &str, expression: &Expression) -> QcaError {
        let analysis = analysis.to_owned();
        match self {
            Self::NoSet { set } => QcaError::NoCondition { analysis, expression: expression.to_string(), set },
            Self::NoLevel { set, level, highest } => QcaError::NoLevel { analysis, set, level, highest },
            Self::Level { literal, multi_value } => QcaError::Level { analysis, literal, multi_value },
            Self::TooLarge => QcaError::TooLarge { analysis, expression: expression.to_string() },
        }
    }
}

/// Maximum number of terms of an expression in sum-of-products form.
const MOST_CUBES: usize = 1 << 16;

/// The level of a literal.
///
/// # Errors
/// A level that the set does not have, or a missing one.
pub(crate) fn level_of(literal: &Literal, kind: SetKind) -> Result<usize, Misfit> {
    match (literal.level, kind.is_multi_value()) {
        (Some(level), true) if level >= kind.levels() => {
            Err(Misfit::NoLevel { set: literal.set.clone(), level, highest: kind.levels() - 1 })
        }
        (Some(level), true) => Ok(level),
        (None, false) => Ok(1),
        (_, multi_value) => Err(Misfit::Level { literal: literal.to_string(), multi_value }),
    }
}

/// The cubes whose union is the expression; none contains another.
///
/// # Errors
/// See [`Misfit`].
pub(crate) fn cubes(conditions: &[Condition], space: &Space, expression: &Expression) -> Result<Vec<Cube>, Misfit> {
    Writing { conditions, space }.of(expression, false)
}

struct Writing<'a> {
    conditions: &'a [Condition],
    space: &'a Space,
}

impl Writing<'_> {
    fn of(&self, expression: &Expression, negated: bool) -> Result<Vec<Cube>, Misfit> {
        let parts =
            |parts: &[Expression]| parts.iter().map(|part| self.of(part, negated)).collect::<Result<Vec<_>, _>>();
        match (expression, negated) {
            (Expression::Literal(literal), _) => self.literal(literal, negated),
            (Expression::Not(inner), _) => self.of(inner, !negated),
            (Expression::And(all), false) | (Expression::Or(all), true) => {
                parts(all)?.iter().try_fold(vec![0], |whole, part| product(self.space, &whole, part))
            }
            (Expression::Or(any), false) | (Expression::And(any), true) => Ok(absorbed(parts(any)?.concat())),
        }
    }

    fn literal(&self, literal: &Literal, negated: bool) -> Result<Vec<Cube>, Misfit> {
        let position = self.conditions.iter().position(|condition| condition.name == literal.set);
        let position = position.ok_or_else(|| Misfit::NoSet { set: literal.set.clone() })?;
        let kind = self.conditions[position].kind;
        let level = level_of(literal, kind)?;
        // A negated order is the reverse one; what is not the case may be what cannot be said.
        let own = |other: usize| ((other == level) != literal.negated) && !kind.is_unsaid(other);
        let wanted = |other: usize| own(other) != negated;
        Ok((0..kind.levels()).filter(|&other| wanted(other)).map(|level| self.space.literal(position, level)).collect())
    }
}

/// The intersection of two unions; no cube contains another.
///
/// # Errors
/// [`Misfit::TooLarge`].
pub(crate) fn product(space: &Space, a: &[Cube], b: &[Cube]) -> Result<Vec<Cube>, Misfit> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| a | b)).filter(|&cube| space.is_cube(cube));
    let cubes: Vec<Cube> = pairs.take(MOST_CUBES + 1).collect();
    if cubes.len() > MOST_CUBES { Err(Misfit::TooLarge) } else { Ok(absorbed(cubes)) }
}

/// The cubes that are not contained in others, ascending.
pub(crate) fn absorbed(cubes: Vec<Cube>) -> Vec<Cube> {
    let mut sized: Vec<(u32, Cube)> = cubes.into_iter().map(|cube| (cube.count_ones(), cube)).collect();
    sized.sort_unstable();
    sized.dedup();
    let mut kept: Vec<Cube> = Vec::new();
    for same_size in sized.chunk_by(|a, b| a.0 == b.0) {
        let wider = kept.len();
        for &(_, cube) in same_size {
            if !kept[..wider].iter().any(|wider| wider & !cube == 0) {
                kept.push(cube);
            }
        }
    }
    kept.sort_unstable();
    kept
}

impl Misfit {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSet { set } => say!("dnf-no-set", set),
            Self::NoLevel { set, level, highest } => say!("dnf-no-level", set, level, highest),
            Self::Level { literal, multi_value } => say!(
                "dnf-level",
                literal,
                advice = if *multi_value { say!("needs-level") } else { say!("without-levels-write") }
            ),
            Self::TooLarge => say!("dnf-too-large", most = MOST_CUBES),
        }
    }
}

worded!(Misfit);
