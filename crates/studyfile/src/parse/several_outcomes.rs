//! Analyses of several outcomes: each outcome alone, under a name of its own.

use super::formula::Scope;
use super::outcome::each;
use crate::fields::Fields;
use crate::tree::Value;
use equifinal_study::config::Analysis;
use equifinal_study::expression::Literal;
use equifinal_study::names::is_in_name;
use equifinal_study::say;

/// Maximum number of outcomes: prime implicants are found for each set of them.
const MOST: usize = 6;

/// The outcomes under `outcome`, in the file's order.
pub(super) fn outcomes(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Literal> {
    let Some(node) = fields.get("outcome") else { return Vec::new() };
    let nodes = each(node);
    if matches!(node.value, Value::List(_)) && !(2..=MOST).contains(&nodes.len()) {
        scope.problems.add(node.span.clone(), say!("outcomes-count", found = nodes.len(), most = MOST));
    }
    let mut outcomes = Vec::new();
    for node in nodes {
        let Some(outcome) = scope.outcome(node) else { continue };
        if outcomes.contains(&outcome) {
            scope.problems.add(node.span.clone(), say!("outcome-twice", outcome = outcome.to_string()));
        } else {
            outcomes.push(outcome);
        }
    }
    outcomes
}

/// The analyses of each outcome, each followed by its negation: `own` and `negated` are those of the first.
pub(super) fn spread(outcomes: &[Literal], own: &Analysis, negated: Option<&Analysis>) -> Vec<Analysis> {
    if outcomes.len() < 2 {
        return std::iter::once(own).chain(negated).cloned().collect();
    }
    let joint = Some(own.name.clone());
    let of = |outcome: &Literal| {
        let name = name(&own.name, outcome);
        let other = negated.map(|negated| Analysis {
            name: format!("~{name}"),
            negates: Some(name.clone()),
            joint: joint.clone(),
            outcome: Literal { negated: !outcome.negated, ..outcome.clone() },
            ..negated.clone()
        });
        let own = Analysis { name, joint: joint.clone(), outcome: outcome.clone(), ..own.clone() };
        std::iter::once(own).chain(other).collect::<Vec<_>>()
    };
    outcomes.iter().flat_map(of).collect()
}

/// The name of the analysis of one of several outcomes.
fn name(entry: &str, outcome: &Literal) -> String {
    let written = outcome.to_string().replace('~', "not-");
    let plain: String = written.chars().map(|sign| if is_in_name(sign) || sign == '-' { sign } else { ' ' }).collect();
    format!("{entry}-{}", plain.split_whitespace().collect::<Vec<_>>().join("-"))
}
