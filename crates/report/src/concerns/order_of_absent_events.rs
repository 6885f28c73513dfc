//! Cases that have an order of two events although they are not in both.

use equifinal_study::config::{Analysis, Temporal};
use equifinal_study::crossover::is_in;
use equifinal_study::memberships::{Set, UNSAID};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;

/// One concern for each temporal condition with such cases.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let analyses = input.findings.iter().map(|findings| &findings.analysis).filter(|one| one.negates.is_none());
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for one in analyses.flat_map(|analysis: &Analysis| &analysis.temporal) {
        if seen.contains(&one) {
            continue;
        }
        seen.push(one);
        let cases = cases(input, one);
        if !cases.is_empty() {
            let args = [
                ("name", one.name.as_str().into()),
                ("first", one.first.as_str().into()),
                ("then", one.then.as_str().into()),
                ("count", cases.len().into()),
                ("cases", listed(cases.iter().copied(), speaker).into()),
            ];
            let evidence = json!({"set": one.name, "first": one.first, "then": one.then, "cases": cases});
            found.push(Found::new(Severity::Medium, evidence, speaker.say_of("warning-order-of-absent", &args)));
        }
    }
    found
}

/// The cases with an order of which one event is not the case, in natural order.
fn cases<'a>(input: &Input<'a>, one: &Temporal) -> Vec<&'a str> {
    let set = |name: &str| input.memberships.set(name);
    let (Some(order), Some(first), Some(then)) = (set(&one.name), set(&one.first), set(&one.then)) else {
        return Vec::new();
    };
    let is_out = |set: &Set, case: usize| set.values.get(case).is_some_and(|&value| value <= 0.5);
    let has_order = |case: usize| (0..UNSAID).any(|level| order.has(case) && is_in(order.at_level(case, level)));
    let cases = equifinal_study::natural::order(&input.memberships.cases).into_iter();
    let cases = cases.filter(|&case| has_order(case) && (is_out(first, case) || is_out(then, case)));
    cases.filter_map(|case| input.memberships.cases.get(case)).map(String::as_str).collect()
}
