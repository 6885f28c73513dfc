//! Derives the analysis of the negated outcome from that of the outcome.

use super::expectations;
use super::formula::Scope;
use super::truth_table::{states_pri, truth_table};
use crate::fields::Fields;
use crate::grammar::NEGATION;
use crate::tree::Value;
use equifinal_study::config::{Analysis, Enhanced, Expectation};
use equifinal_study::expression::Literal;

/// Reads `negation`: `None` if it is false or absent, or if `own` could not be read.
pub(super) fn read(fields: &Fields<'_>, own: Option<&Analysis>, scope: &Scope<'_>) -> Option<Analysis> {
    let node = fields.get("negation")?;
    if !matches!(node.value, Value::Map(_)) {
        return if fields.truth("negation")? { own.map(negated) } else { None };
    }
    let changes = Fields::open(node, &NEGATION, scope.problems)?;
    let reversed = own.map(negated);
    let before = reversed
        .as_ref()
        .map_or_else(|| vec![Expectation::default(); scope.conditions.len()], |reversed| reversed.expectations.clone());
    let expectations = expectations::read(changes.named("expectations"), before, scope);
    let cuts = match (changes.get("truth_table"), fields.get("truth_table")) {
        (Some(changed), Some(cuts)) => Some(cuts.overlaid(changed, &|_| false)),
        (Some(changed), None) => Some(changed.clone()),
        (None, _) => None,
    };
    let stated = states_pri(cuts.as_ref());
    let cuts = cuts.and_then(|node| truth_table(&node, scope.problems));
    let mut analysis = reversed?;
    analysis.states_pri |= stated;
    analysis.expectations = expectations;
    analysis.truth_table = cuts.unwrap_or(analysis.truth_table);
    Some(analysis)
}

/// `own` for the negated outcome: expectations reversed; cutoffs, conditions and implausible rows kept. Statements
/// about the outcome itself (outputs set by hand, joint expectations, necessary conditions, named paths, a theory, and reasons of
/// expectations) do not apply to its negation.
fn negated(own: &Analysis) -> Analysis {
    Analysis {
        name: format!("~{}", own.name),
        negates: Some(own.name.clone()),
        outcome: Literal { negated: !own.outcome.negated, ..own.outcome.clone() },
        expectations: own.expectations.iter().map(reversed).collect(),
        expectations_joint: Vec::new(),
        enhanced: own.enhanced.clone().map(|enhanced| Enhanced { necessary: Vec::new(), ..enhanced }),
        outputs: Vec::new(),
        paths: Vec::new(),
        theory: None,
        ..own.clone()
    }
}

/// The expectation for the negated outcome; a reason holds for the outcome only.
fn reversed(expectation: &Expectation) -> Expectation {
    Expectation { expect: expectation.expect.reversed(), because: None }
}
