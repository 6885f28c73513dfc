//! Memberships of cases in the levels of conditions, `[condition][level][case]`, as samples and findings hold them.

use equifinal_study::crossover::is_in;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::SetKind;

use crate::condition::Condition;
use crate::dnf::{Misfit, level_of};

/// The level of a condition that a case is in; `None` if a membership is 0.5.
pub(crate) fn level_in(levels: &[Vec<f64>], case: usize) -> Option<usize> {
    levels.iter().position(|degrees| is_in(degrees[case]))
}

/// Membership of every case in a literal of an expression; a negated order of events is the reverse one.
///
/// # Errors
/// A set that is not a condition, or a level that it does not have.
pub(crate) fn in_literal(
    conditions: &[Condition],
    degrees: &[Vec<Vec<f64>>],
    literal: &Literal,
) -> Result<Vec<f64>, Misfit> {
    let position = conditions.iter().position(|condition| condition.name == literal.set);
    let position = position.ok_or_else(|| Misfit::NoSet { set: literal.set.clone() })?;
    let (kind, degrees) = (conditions[position].kind, &degrees[position]);
    let level = level_of(literal, kind)?;
    match literal.negated {
        true if kind == SetKind::Temporal => Ok(degrees[1 - level].clone()),
        true => Ok(degrees[level].iter().map(|degree| 1.0 - degree).collect()),
        false => Ok(degrees[level].clone()),
    }
}
