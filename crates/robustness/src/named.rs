//! Combinations by the names of their conditions, so that those of claims and of any analysis can be compared.

use std::collections::BTreeMap;

use equifinal_qca::findings::{Condition, Findings};
use equifinal_qca::space::{Cube, Space};
use equifinal_qca::term::Term;
use equifinal_study::expression::Expression;

/// A combination: the level of each condition named.
pub(crate) type Named<'a> = BTreeMap<&'a str, usize>;

/// The combination that an expression of a claim denotes.
pub(crate) fn of_expression(expression: &Expression) -> Named<'_> {
    let mut named = Named::new();
    expression.each_literal(&mut |literal| {
        named.insert(&literal.set, literal.level.unwrap_or(usize::from(!literal.negated)));
    });
    named
}

/// The combination that a term of an analysis denotes.
pub(crate) fn of_term<'a>(term: &Term, findings: &'a Findings) -> Named<'a> {
    let levels = findings.conditions.iter().zip(&term.levels);
    levels.filter_map(|(condition, level)| level.map(|level| (condition.name.as_str(), level))).collect()
}

/// True if `outer` covers everything that `inner` covers.
pub(crate) fn within(inner: &Named<'_>, outer: &Named<'_>) -> bool {
    outer.iter().all(|(condition, level)| inner.get(condition) == Some(level))
}

/// The term over these conditions that an expression denotes; `None` if it names another condition, or all levels but
/// one.
pub(crate) fn cube(expression: &Expression, conditions: &[Condition], space: &Space) -> Option<Cube> {
    let (mut cube, mut is_known) = (0, true);
    expression.each_literal(&mut |literal| {
        let level = match literal.level {
            Some(_) if literal.negated => None,
            Some(level) => Some(level),
            None => Some(usize::from(!literal.negated)),
        };
        let at = conditions.iter().position(|condition| condition.name == literal.set);
        match at.zip(level).filter(|&(at, level)| level < space.levels(at)) {
            Some((at, level)) => cube |= space.literal(at, level),
            None => is_known = false,
        }
    });
    is_known.then_some(cube)
}

#[cfg(test)]
mod tests {
    use equifinal_study::memberships::SetKind;

    use super::*;

    #[test]
    fn a_term_is_known_by_its_literals_and_not_by_its_text() {
        let kinds = [SetKind::Crisp, SetKind::Fuzzy, SetKind::MultiValue { levels: 3 }];
        let space = Space::new(&kinds).expect("a space");
        let names = ["A", "B", "M"].into_iter().zip(kinds);
        let conditions: Vec<Condition> = names.map(|(name, kind)| Condition { name: name.to_owned(), kind }).collect();
        let [a, not_b, high] = [space.literal(0, 1), space.literal(1, 0), space.literal(2, 2)];
        for (text, expected) in [
            ("A", Some(a)),
            ("~~A", Some(a)),
            ("A*~B", Some(a | not_b)),
            ("~(B)*A*A", Some(a | not_b)),
            ("M[2]*~B", Some(high | not_b)),
            // All levels but one are no term, and other sets or levels are none of the analysis.
            ("~M[2]", None),
            ("M[3]", None),
            ("A*C", None),
        ] {
            let expression = Expression::parse(text).expect("an expression");
            assert_eq!(cube(&expression, &conditions, &space), expected, "{text}");
        }
    }
}
