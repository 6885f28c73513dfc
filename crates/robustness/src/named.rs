//! Combinations by the names of their conditions, so that those of claims and of any analysis can be compared.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;
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

/// True if a written term is this combination.
pub(crate) fn is_written(written: &str, named: &Named<'_>) -> bool {
    Expression::parse(written).is_ok_and(|term| of_expression(&term) == *named)
}
