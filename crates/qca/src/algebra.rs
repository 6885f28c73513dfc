//! The algebra of set expressions: simplified, negated (De Morgan), intersected, factored.
//!
//! Expressions are sums of terms, a term being a [`Cube`] of the space of their sets. Multiplying out and dropping
//! absorbed terms gives all prime implicants of a negation (Nelson 1955), so negating twice gives those of the
//! expression itself; a minimum cover of them is its simplest form.

mod cover;

use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::Memberships;

use crate::condition::Condition;
use crate::dnf::{self, Misfit, absorbed, product};
use crate::space::{Cube, Space, SpaceError};

/// The sets that expressions speak of, and the space that they span.
#[derive(Debug, Clone)]
pub struct Algebra {
    conditions: Vec<Condition>,
    space: Space,
}

impl Algebra {
    /// The algebra of these sets; the first set is the most significant in the order of terms.
    ///
    /// # Errors
    /// If there are more sets than a cube has room for.
    pub fn new(conditions: Vec<Condition>) -> Result<Self, SpaceError> {
        let kinds: Vec<_> = conditions.iter().map(|condition| condition.kind).collect();
        Ok(Self { space: Space::new(&kinds)?, conditions })
    }

    /// The algebra of the sets named in `expressions`, in the order of the memberships.
    ///
    /// # Errors
    /// If there are more sets than a cube has room for.
    pub fn of(expressions: &[&Expression], memberships: &Memberships) -> Result<Self, SpaceError> {
        let mut named = Vec::new();
        expressions.iter().for_each(|expression| expression.each_literal(&mut |literal| named.push(&literal.set)));
        let sets = memberships.sets.iter().filter(|set| named.contains(&&set.name));
        Self::new(sets.map(|set| Condition { name: set.name.clone(), kind: set.kind }).collect())
    }

    /// The expression as a sum of terms, none of which is contained in another.
    ///
    /// # Errors
    /// See [`Misfit`].
    pub fn cubes(&self, expression: &Expression) -> Result<Vec<Cube>, Misfit> {
        dnf::cubes(&self.conditions, &self.space, expression)
    }

    /// The term with these levels of the named sets; `None` if a set is unknown.
    pub fn cube<'a>(&self, levels: impl IntoIterator<Item = (&'a str, usize)>) -> Option<Cube> {
        let position = |name| self.conditions.iter().position(|condition| condition.name == name);
        let mut literals = levels.into_iter().map(|(name, level)| Some(self.space.literal(position(name)?, level)));
        literals.try_fold(0, |cube, literal| Some(cube | literal?))
    }

    /// A sum of terms as an expression.
    pub fn expression(&self, cubes: &[Cube]) -> Expression {
        let literal = |(condition, level): (&Condition, Option<usize>)| {
            let level = level?;
            let multi_value = condition.kind.is_multi_value();
            Some(Expression::Literal(Literal {
                set: condition.name.clone(),
                level: multi_value.then_some(level),
                negated: !multi_value && level == 0,
            }))
        };
        let term = |&cube: &Cube| {
            let levels = self.conditions.iter().zip(self.space.term(cube).levels);
            Expression::And(levels.filter_map(literal).collect())
        };
        Expression::Or(cubes.iter().map(term).collect())
    }

    /// Every prime implicant of a sum of terms.
    ///
    /// # Errors
    /// [`Misfit::TooLarge`].
    pub fn prime_implicants(&self, cubes: &[Cube]) -> Result<Vec<Cube>, Misfit> {
        self.negative(&self.negative(cubes)?).map(|primes| self.sorted(primes))
    }

    /// An equivalent sum of the fewest prime implicants; the first in order if there are several.
    ///
    /// # Errors
    /// [`Misfit::TooLarge`].
    pub fn simplified(&self, cubes: &[Cube]) -> Result<Vec<Cube>, Misfit> {
        cover::minimum(&self.space, &self.prime_implicants(cubes)?)
    }

    /// The negation of a sum of terms, simplified.
    ///
    /// # Errors
    /// [`Misfit::TooLarge`].
    pub fn negated(&self, cubes: &[Cube]) -> Result<Vec<Cube>, Misfit> {
        cover::minimum(&self.space, &self.sorted(self.negative(cubes)?))
    }

    /// The intersection of two sums of terms, simplified.
    ///
    /// # Errors
    /// [`Misfit::TooLarge`].
    pub fn intersected(&self, a: &[Cube], b: &[Cube]) -> Result<Vec<Cube>, Misfit> {
        self.simplified(&product(&self.space, a, b)?)
    }

    /// A sum of terms as written in study files; `0` if it is empty, `1` if it covers everything.
    pub fn write(&self, cubes: &[Cube]) -> String {
        if cubes.is_empty() {
            return "0".to_owned();
        }
        cubes.iter().map(|&cube| self.write_cube(cube)).collect::<Vec<_>>().join(" + ")
    }

    /// A sum of terms, none contained in another, with common literals factored out: `A*(B + C)`.
    ///
    /// The literal shared by most terms is factored out first, the first in order among equals.
    pub fn factored(&self, cubes: &[Cube]) -> String {
        if cubes.len() < 2 {
            return self.write(cubes);
        }
        let common = cubes.iter().fold(Cube::MAX, |common, cube| common & cube);
        if common != 0 {
            let rest: Vec<Cube> = cubes.iter().map(|cube| cube & !common).collect();
            return format!("{}*({})", self.write_cube(common), self.factored(&rest));
        }
        let Some(shared) = self.most_shared(cubes) else { return self.write(cubes) };
        let (with, without): (Vec<Cube>, Vec<Cube>) = cubes.iter().partition(|&cube| cube & shared != 0);
        format!("{} + {}", self.factored(&with), self.factored(&without))
    }

    /// The literal shared by most terms, if at least two share one.
    fn most_shared(&self, cubes: &[Cube]) -> Option<Cube> {
        let literals = (0..self.space.conditions()).flat_map(|condition| {
            (0..self.space.literals(condition)).rev().map(move |level| self.space.literal(condition, level))
        });
        let with = |literal: Cube| cubes.iter().filter(|&cube| cube & literal != 0).count();
        // The last of equals is taken, so the order is turned round.
        let counted: Vec<(usize, Cube)> = literals.map(|literal| (with(literal), literal)).collect();
        counted.into_iter().rev().max_by_key(|&(terms, _)| terms).filter(|&(terms, _)| terms > 1).map(|found| found.1)
    }

    fn write_cube(&self, cube: Cube) -> String {
        self.space.term(cube).write(&self.conditions)
    }

    /// Every prime implicant of the negation.
    fn negative(&self, cubes: &[Cube]) -> Result<Vec<Cube>, Misfit> {
        absorbed(cubes.to_vec()).iter().try_fold(vec![0], |whole, &cube| {
            let others = self.space.fill(cube) & !cube;
            let literals: Vec<Cube> = (0..Cube::BITS).map(|bit| others & 1 << bit).filter(|&bit| bit != 0).collect();
            product(&self.space, &whole, &literals)
        })
    }

    fn sorted(&self, mut cubes: Vec<Cube>) -> Vec<Cube> {
        cubes.sort_by_cached_key(|&cube| self.space.order(cube));
        cubes
    }
}

#[cfg(test)]
mod tests;
