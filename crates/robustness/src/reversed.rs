//! Cases whose outcome is reversed, as if it had been recorded wrongly.

use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Set, SetKind};

/// The sets with the outcome of some cases, by index, reversed: a membership becomes that in the negation, and a case with
/// the level of a multi-value outcome gets the next level, another one the level.
pub(crate) fn reversed(sets: &mut [Set], outcome: &Literal, cases: impl IntoIterator<Item = usize>) {
    let Some(set) = sets.iter_mut().find(|set| set.name == outcome.set) else { return };
    for case in cases {
        let Some(value) = set.values.get_mut(case) else { continue };
        *value = match (set.kind, outcome.level) {
            (SetKind::MultiValue { levels }, Some(level)) => turned(*value, level, levels),
            _ => 1.0 - *value,
        };
    }
}

#[expect(clippy::cast_precision_loss, reason = "a set has few levels")]
fn turned(value: f64, level: usize, levels: usize) -> f64 {
    let own = level as f64;
    if value.total_cmp(&own).is_eq() { ((level + 1) % levels.max(1)) as f64 } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_reversed_in_these_cases_alone() {
        let check = |kind, level, values: &[f64], expected: &[f64]| {
            let set = |name: &str| Set { name: name.to_owned(), kind, values: values.to_vec() };
            let mut sets = vec![set("A"), set("Y")];
            let outcome = Literal { set: "Y".to_owned(), level, negated: false };
            reversed(&mut sets, &outcome, [0, 2]);
            assert_eq!((sets[0].values.as_slice(), sets[1].values.as_slice()), (values, expected));
        };
        check(SetKind::Crisp, None, &[1.0, 0.0, 0.0], &[0.0, 0.0, 1.0]);
        check(SetKind::Fuzzy, None, &[0.75, 0.2, 0.25], &[0.25, 0.2, 0.75]);
        check(SetKind::MultiValue { levels: 3 }, Some(2), &[2.0, 1.0, 1.0], &[0.0, 1.0, 2.0]);
    }
}
