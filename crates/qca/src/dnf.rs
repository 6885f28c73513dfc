//! Set expressions as unions of cubes.

use equifinal_study::expression::{Expression, Literal};

use crate::error::QcaError;
use crate::findings::Condition;
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
    /// A set that is no condition, a level that does not exist, a multi-value set without a level.
    pub(crate) fn cubes(&self, expression: &Expression) -> Result<Vec<Cube>, QcaError> {
        self.of(expression, false, expression)
    }

    fn of(&self, expression: &Expression, negated: bool, whole: &Expression) -> Result<Vec<Cube>, QcaError> {
        let parts = |parts: &[Expression]| {
            parts.iter().map(|part| self.of(part, negated, whole)).collect::<Result<Vec<_>, _>>()
        };
        Ok(match (expression, negated) {
            (Expression::Literal(literal), _) => self.literal(literal, negated, whole)?,
            (Expression::Not(inner), _) => self.of(inner, !negated, whole)?,
            (Expression::And(all), false) | (Expression::Or(all), true) => {
                parts(all)?.into_iter().fold(vec![0], |product, part| absorbed(self.product(&product, &part)))
            }
            (Expression::Or(any), false) | (Expression::And(any), true) => absorbed(parts(any)?.concat()),
        })
    }

    fn literal(&self, literal: &Literal, negated: bool, whole: &Expression) -> Result<Vec<Cube>, QcaError> {
        let analysis = || self.analysis.to_owned();
        let position = self.conditions.iter().position(|condition| condition.name == literal.set).ok_or_else(|| {
            QcaError::NoCondition { analysis: analysis(), expression: whole.to_string(), set: literal.set.clone() }
        })?;
        let condition = &self.conditions[position];
        let levels = condition.kind.levels();
        let level = match (literal.level, condition.kind.is_multi_value()) {
            (Some(level), true) if level >= levels => {
                return Err(QcaError::NoLevel {
                    analysis: analysis(),
                    set: literal.set.clone(),
                    level,
                    highest: levels - 1,
                });
            }
            (Some(level), true) => level,
            (None, false) => 1,
            (_, multi_value) => {
                return Err(QcaError::Level { analysis: analysis(), literal: literal.to_string(), multi_value });
            }
        };
        let wanted = |other: usize| (other == level) != (literal.negated != negated);
        Ok((0..levels).filter(|&other| wanted(other)).map(|level| self.space.literal(position, level)).collect())
    }

    fn product(&self, a: &[Cube], b: &[Cube]) -> Vec<Cube> {
        let pairs = a.iter().flat_map(|a| b.iter().map(move |b| a | b));
        pairs.filter(|&cube| self.space.is_cube(cube)).collect()
    }
}

/// The cubes that lie in no other, ascending.
pub(crate) fn absorbed(mut cubes: Vec<Cube>) -> Vec<Cube> {
    cubes.sort_unstable_by_key(|cube| (cube.count_ones(), *cube));
    cubes.dedup();
    let mut kept: Vec<Cube> = Vec::new();
    for cube in cubes {
        if !kept.iter().any(|wider| wider & !cube == 0) {
            kept.push(cube);
        }
    }
    kept.sort_unstable();
    kept
}
