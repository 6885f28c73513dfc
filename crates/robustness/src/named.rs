//! Combinations by the names of their conditions, so that those of a claim and of any analysis compare.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;
use equifinal_qca::term::Term;
use equifinal_study::expression::Expression;

/// A combination: the level that it demands of each condition it names.
pub(crate) type Named<'a> = BTreeMap<&'a str, usize>;

/// The combination that an expression of a claim stands for.
pub(crate) fn of_expression(expression: &Expression) -> Named<'_> {
    let mut named = Named::new();
    expression.each_literal(&mut |literal| {
        named.insert(&literal.set, literal.level.unwrap_or(usize::from(!literal.negated)));
    });
    named
}

/// The combination that a term of an analysis stands for.
pub(crate) fn of_term<'a>(term: &Term, findings: &'a Findings) -> Named<'a> {
    let levels = findings.conditions.iter().zip(&term.levels);
    levels.filter_map(|(condition, level)| level.map(|level| (condition.name.as_str(), level))).collect()
}

/// Whether whatever `inner` covers is covered by `outer` too.
pub(crate) fn within(inner: &Named<'_>, outer: &Named<'_>) -> bool {
    outer.iter().all(|(condition, level)| inner.get(condition) == Some(level))
}

/// Whether a term as written is this combination.
pub(crate) fn is_written(written: &str, named: &Named<'_>) -> bool {
    Expression::parse(written).is_ok_and(|term| of_expression(&term) == *named)
}
