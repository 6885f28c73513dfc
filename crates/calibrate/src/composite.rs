//! Sets made of other sets.

use equifinal_study::config::{Combination, SetSpec};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Set, SetKind};
use equifinal_study::missing::MISSING;

use crate::error::CalibrateError;

/// The result of composing a set.
pub(crate) enum Composed {
    /// Its kind and memberships.
    Done(SetKind, Vec<f64>),
    /// A part is not calibrated.
    Waiting,
}

/// Composes the set from its parts, if all of them are among `sets`.
///
/// # Errors
/// If a level does not exist in a part.
#[expect(clippy::cast_precision_loss, reason = "a set has few parts")]
pub(crate) fn compose(
    spec: &SetSpec,
    how: Combination,
    of: &[Literal],
    sets: &[Option<Set>],
    cases: usize,
) -> Result<Composed, CalibrateError> {
    let mut parts = Vec::with_capacity(of.len());
    for literal in of {
        let Some(set) = sets.iter().flatten().find(|set| set.name == literal.set) else { return Ok(Composed::Waiting) };
        if let Some(level) = literal.level.filter(|level| *level >= set.kind.levels()) {
            let (name, part) = (spec.name.clone(), literal.set.clone());
            return Err(CalibrateError::NoSuchLevel { set: name, part, level, levels: set.kind.levels() });
        }
        parts.push((literal, set));
    }
    let part = |(literal, set): &(&Literal, &Set), case: usize| {
        let membership = set.at_level(case, literal.level.unwrap_or(1));
        if literal.negated { 1.0 - membership } else { membership }
    };
    let membership = |case: usize| {
        if parts.iter().any(|(_, set)| !set.has(case)) {
            return MISSING;
        }
        let memberships = parts.iter().map(|one| part(one, case));
        match how {
            Combination::All => memberships.fold(1.0, f64::min),
            Combination::Any => memberships.fold(0.0, f64::max),
            Combination::Mean => {
                let mut memberships: Vec<f64> = memberships.collect();
                memberships.sort_unstable_by(f64::total_cmp);
                memberships.iter().sum::<f64>() / parts.len() as f64
            }
        }
    };
    let crisp = how != Combination::Mean && parts.iter().all(|(_, set)| set.kind != SetKind::Fuzzy);
    let kind = if crisp { SetKind::Crisp } else { SetKind::Fuzzy };
    Ok(Composed::Done(kind, (0..cases).map(membership).collect()))
}
