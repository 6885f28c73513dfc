//! The fit of any expression as a sufficient or necessary condition of another, with typical and deviant cases.
//!
//! Memberships follow the expression as written: `*` is the minimum, `+` the maximum, `~` one minus the membership
//! (Zadeh 1965), so over fuzzy sets `A*~A` is not empty.
//!
//! Typical and deviant cases follow Schneider & Rohlfing (2013), by kind of relation. A sufficient condition is
//! contradicted by cases with the condition and without the outcome; a necessary one by cases with the outcome and
//! without the condition. Both are contradicted in degree by cases in both sets on the wrong side of the diagonal.

use equifinal_study::crossover::is_in;
use equifinal_study::exact::Sum;
use equifinal_study::expression::{Expression, Literal, Relation, RelationKind};
use equifinal_study::memberships::{Memberships, SetKind};
use equifinal_study::natural;

use crate::dnf::{Misfit, level_of};
use crate::fit::{NecessityFit, SufficiencyFit, necessity, sufficiency};
use crate::fuzzy::{greatest, least};
use crate::union::Union;

/// The fit of a relation.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationFit {
    /// The ids of the cases in natural order; parts refer to them by index.
    pub cases: Vec<String>,
    /// The left side as a whole.
    pub whole: PartFit,
    /// The summands of the left side; empty if it is not a sum.
    pub parts: Vec<PartFit>,
    /// Cases in the left side but not in the right: memberships above 0.5 and not above 0.5.
    pub left_alone: Vec<usize>,
    /// Cases in the right side but not in the left.
    pub right_alone: Vec<usize>,
}

/// The fit of the left side or of one of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PartFit {
    /// The expression as written.
    pub expression: String,
    /// Its parameters.
    pub fit: Parameters,
    /// Cases with a membership above 0.5.
    pub covered: Vec<usize>,
    /// Those that are also in the right side and consistent in degree.
    pub typical: Vec<usize>,
    /// Cases in both sides that contradict the relation in degree.
    pub deviant_in_degree: Vec<usize>,
    /// Cases in one side that contradict the relation in kind: for sufficiency those in this part, for necessity those
    /// in the right side.
    pub deviant_in_kind: Vec<usize>,
}

/// Parameters of fit by the kind of relation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Parameters {
    /// Those of a sufficient condition.
    Sufficiency {
        /// Consistency, PRI and raw coverage.
        fit: SufficiencyFit,
        /// Unique coverage; `None` for the whole or its only part.
        unique: Option<f64>,
    },
    /// Those of a necessary condition.
    Necessity(NecessityFit),
}

/// Membership of every case in an expression, in the order of the memberships.
///
/// # Errors
/// A set or level that does not exist.
pub fn memberships_in(expression: &Expression, memberships: &Memberships) -> Result<Vec<f64>, Misfit> {
    degrees(expression, memberships.cases.len(), &|literal| in_literal(literal, memberships))
}

/// Membership of `cases` cases in an expression, given the memberships in each literal.
pub(crate) fn degrees(
    expression: &Expression,
    cases: usize,
    in_literal: &impl Fn(&Literal) -> Result<Vec<f64>, Misfit>,
) -> Result<Vec<f64>, Misfit> {
    let combined = |parts: &[Expression], pick: fn(f64, f64) -> f64, start: f64| {
        let mut whole = vec![start; cases];
        for part in parts {
            let degrees = degrees(part, cases, in_literal)?;
            whole.iter_mut().zip(degrees).for_each(|(whole, degree)| *whole = pick(*whole, degree));
        }
        Ok(whole)
    };
    match expression {
        Expression::Literal(literal) => in_literal(literal),
        Expression::Not(inner) => Ok(degrees(inner, cases, in_literal)?.into_iter().map(|x| 1.0 - x).collect()),
        Expression::And(parts) => combined(parts, least, 1.0),
        Expression::Or(parts) => combined(parts, greatest, 0.0),
    }
}

/// Checks that the set and level of a literal exist.
///
/// # Errors
/// See [`Misfit`].
pub fn check_literal(literal: &Literal, memberships: &Memberships) -> Result<(), Misfit> {
    kind_of(literal, memberships).and_then(|kind| level_of(literal, kind)).map(|_| ())
}

fn kind_of(literal: &Literal, memberships: &Memberships) -> Result<SetKind, Misfit> {
    memberships.set(&literal.set).map(|set| set.kind).ok_or_else(|| Misfit::NoSet { set: literal.set.clone() })
}

fn in_literal(literal: &Literal, memberships: &Memberships) -> Result<Vec<f64>, Misfit> {
    let set = memberships.set(&literal.set).ok_or_else(|| Misfit::NoSet { set: literal.set.clone() })?;
    let level = level_of(literal, set.kind)?;
    Ok(set.values.iter().map(|&value| set.kind.in_literal(value, level, literal.negated)).collect())
}

/// The fit of a relation over all cases that have a value of every set in it.
///
/// # Errors
/// A set or level that does not exist.
pub fn fit(relation: &Relation, memberships: &Memberships) -> Result<RelationFit, Misfit> {
    let mut sets = Vec::new();
    for side in [&relation.left, &relation.right] {
        side.each_literal(&mut |literal| sets.extend(memberships.set(&literal.set)));
    }
    let mut order = natural::order(&memberships.cases);
    order.retain(|&case| sets.iter().all(|set| set.has(case)));
    let degrees = |expression: &Expression| -> Result<Vec<f64>, Misfit> {
        let degrees = memberships_in(expression, memberships)?;
        Ok(order.iter().map(|&case| degrees[case]).collect())
    };
    let (x, y) = (degrees(&relation.left)?, degrees(&relation.right)?);
    let parts = relation.parts();
    let in_parts = parts.iter().map(degrees).collect::<Result<Vec<_>, _>>()?;
    let unique = Union::empty(y.len()).with(&in_parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).unique(&y);
    let all = Sum::of(&y);
    let several = parts.len() > 1;
    let part_fits = parts.iter().zip(&in_parts).zip(unique);
    let part_fits = part_fits.map(|((part, x), unique)| part_fit(part, relation.kind, x, &y, unique.share_of(all)));
    Ok(RelationFit {
        whole: part_fit(&relation.left, relation.kind, &x, &y, None),
        parts: if several { part_fits.collect() } else { Vec::new() },
        left_alone: in_one_alone(&x, &y),
        right_alone: in_one_alone(&y, &x),
        cases: order.iter().map(|&case| memberships.cases[case].clone()).collect(),
    })
}

/// Cases in one set but not in the other.
fn in_one_alone(one: &[f64], other: &[f64]) -> Vec<usize> {
    (0..one.len()).filter(|&case| is_in(one[case]) && !is_in(other[case])).collect()
}

fn part_fit(expression: &Expression, kind: RelationKind, x: &[f64], y: &[f64], unique: Option<f64>) -> PartFit {
    let covered: Vec<usize> = (0..x.len()).filter(|&case| is_in(x[case])).collect();
    let borne_out = |case: usize| match kind {
        RelationKind::Sufficient => x[case] <= y[case],
        RelationKind::Necessary => x[case] >= y[case],
    };
    let both = |wanted: bool| {
        let in_both = covered.iter().copied().filter(|&case| is_in(y[case]));
        in_both.filter(|&case| borne_out(case) == wanted).collect()
    };
    PartFit {
        expression: expression.to_string(),
        fit: match kind {
            RelationKind::Sufficient => Parameters::Sufficiency { fit: sufficiency(x, y), unique },
            RelationKind::Necessary => Parameters::Necessity(necessity(x, y)),
        },
        typical: both(true),
        deviant_in_degree: both(false),
        deviant_in_kind: match kind {
            RelationKind::Sufficient => in_one_alone(x, y),
            RelationKind::Necessary => in_one_alone(y, x),
        },
        covered,
    }
}
