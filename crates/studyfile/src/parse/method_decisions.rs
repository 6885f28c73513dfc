//! Parses decisions of necessary condition analyses with their values: `NAME.key`.

use super::nca::{left_out, named_ceiling, scope_of};
use super::varied::{Scope, values};
use crate::fields::{Fields, list, map};
use crate::grammar::{BETWEEN, POSITIVE_SHARE};
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::decision::{MethodNumber, NcaChoice};
use equifinal_study::config::{Decision, Dimension, NcaSpec, NumericDecision};
use equifinal_study::names::{listed, meant, quoted};
use equifinal_study::say;

/// The decisions of necessary condition analyses, in the order of the file.
pub(super) fn read(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    let named = fields.node().entries().iter().filter_map(|entry| Some((entry, entry.name()?.rsplit_once('.')?)));
    named.filter_map(|(entry, (analysis, key))| one(entry, analysis, key, scope)).collect()
}

fn one(entry: &Entry, analysis: &str, key: &str, scope: &Scope<'_>) -> Option<Dimension> {
    let Some(spec) = scope.nca.iter().find(|spec| spec.name == analysis) else {
        if scope.sound {
            let hint = meant(analysis, scope.nca.iter().map(|spec| spec.name.as_str()));
            let message = if scope.chains.iter().any(|chain| chain.name == analysis) {
                say!("vary-chain", analysis)
            } else {
                say!("nca-not-analysis", name = quoted(analysis), hint)
            };
            scope.problems.add(entry.key.span.clone(), message);
        }
        return None;
    };
    let number = |number| NumericDecision::Method { analysis: analysis.to_owned(), number };
    match key {
        "effect_size" => values(&entry.value, key, number(MethodNumber::EffectSize), POSITIVE_SHARE, scope.problems),
        "p" => values(&entry.value, key, number(MethodNumber::P), BETWEEN, scope.problems),
        _ if NcaChoice::NAMES.contains(&key) => {
            let nodes = list(&entry.value, key, 1, scope.problems)?;
            let choices = nodes.iter().filter_map(|node| choice(node, key, spec, scope));
            let decision = |choice| Decision::Nca { analysis: analysis.to_owned(), choice };
            let found: Vec<Decision> = choices.map(decision).collect();
            (!found.is_empty()).then_some(Dimension::List(found))
        }
        _ => {
            let known = [&NcaChoice::NAMES[..], &["effect_size", "p"]].concat();
            let message = say!("vary-nca-key", key = quoted(key), known = listed(&known));
            scope.problems.add(entry.key.span.clone(), message);
            None
        }
    }
}

fn choice(node: &Node, key: &str, spec: &NcaSpec, scope: &Scope<'_>) -> Option<NcaChoice> {
    let problems = scope.problems;
    Some(match key {
        "decide_by" => {
            let place = named_ceiling(node, key, &spec.ceilings, scope.sound, problems)?;
            NcaChoice::DecideBy(spec.ceilings.get(place)?.name().to_owned())
        }
        "outliers" => NcaChoice::Outliers(left_out(node, key, problems)?),
        _ => NcaChoice::Scope(scopes(node, spec, scope)?),
    })
}

/// `observed`, or the scopes of sets.
fn scopes(node: &Node, spec: &NcaSpec, scope: &Scope<'_>) -> Option<Vec<equifinal_study::config::Scope>> {
    let problems = scope.problems;
    if node.scalar() == Some(NcaChoice::OBSERVED) {
        return Some(Vec::new());
    }
    if !matches!(node.value, Value::Map(_)) {
        problems.add(node.span.clone(), say!("vary-scope", found = node.found()));
        return None;
    }
    let mut scopes = Vec::new();
    for entry in map(node, &say!("is-map", name = "scope"), problems)? {
        let name = entry.name().unwrap_or_default();
        if spec.sets().any(|set| set == name) {
            scopes.extend(scope_of(&entry.value, name.to_owned(), problems));
        } else if scope.sound {
            let hint = meant(name, spec.sets());
            problems.add(entry.key.span.clone(), say!("nca-not-of-analysis", name = quoted(name), hint));
        }
    }
    Some(scopes)
}
