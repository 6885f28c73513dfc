//! Parses decisions with the values that they may have: for maps, the multiverse and claims.

use super::method_decisions;
use super::varied::{Scope, span, values};
use crate::fields::{Fields, choice, count, list, word};
use crate::grammar::{ABOVE_HALF, ANCHORS, ANY, UNIT, VARIED_POLICIES};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{Anchor, AtCrossover, Decision, Dimension, Expect, NumericDecision, SolutionType};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// The varied decisions, the slowest first: anchors in the order of the file, then all others.
pub(super) fn vary(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    let mut all = anchors_of_sets(fields, scope);
    all.extend(method_decisions::read(fields, scope));
    all.extend(
        fields.get("drop_cases").map(|node| listed(groups(node, "drop_cases", None, scope), Decision::DropCases)),
    );
    let known = Some(scope.conditions.as_slice());
    let dropped = fields.get("drop_conditions").map(|node| groups(node, "drop_conditions", known, scope));
    all.extend(dropped.map(|groups| listed(groups, Decision::DropConditions)));
    all.extend(words(fields, "at_crossover", policy).map(|policies| listed(policies, Decision::AtCrossover)));
    all.extend(fields.named("expectations").iter().filter_map(|entry| expectation(entry, scope)));
    all.extend(words(fields, "solution", solution).map(|types| listed(types, Decision::Solution)));
    all.extend(cutoffs(fields));
    all
}

/// The varied numbers, in the same order.
pub(super) fn numbers(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    anchors_of_sets(fields, scope).into_iter().chain(cutoffs(fields)).collect()
}

fn anchors_of_sets(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    fields.named("anchors").iter().flat_map(|entry| anchors(entry, scope)).collect()
}

fn cutoffs(fields: &Fields<'_>) -> impl Iterator<Item = Dimension> {
    let share = |name, number| values(fields.get(name)?, name, number, UNIT, fields.problems);
    let frequency = fields.get("frequency").and_then(|node| frequencies(node, fields.problems));
    let (pri, consistency) = (share("pri", NumericDecision::Pri), share("consistency", NumericDecision::Consistency));
    [frequency, pri, consistency].into_iter().flatten()
}

fn listed<T>(values: Vec<T>, decision: fn(T) -> Decision) -> Dimension {
    Dimension::List(values.into_iter().map(decision).collect())
}

/// The list of words under `name`, converted by `meaning`.
fn words<T>(fields: &Fields<'_>, name: &'static str, meaning: fn(&Node, &Problems) -> Option<T>) -> Option<Vec<T>> {
    fields.get(name)?;
    Some(fields.list(name).iter().filter_map(|node| meaning(node, fields.problems)).collect())
}

fn policy(node: &Node, problems: &Problems) -> Option<AtCrossover> {
    AtCrossover::named(choice(node, VARIED_POLICIES, "at_crossover", problems)?)
}

fn solution(node: &Node, problems: &Problems) -> Option<SolutionType> {
    SolutionType::named(choice(node, &SolutionType::NAMES, "solution", problems)?)
}

fn expectation(entry: &Entry, scope: &Scope<'_>) -> Option<Dimension> {
    let name = entry.name().unwrap_or_default();
    if scope.sound && !scope.conditions.contains(&name) {
        let message = say!("not-condition", name = quoted(name), hint = meant(name, scope.conditions.iter().copied()));
        scope.problems.add(entry.key.span.clone(), message);
    }
    let nodes = list(&entry.value, name, 1, scope.problems)?;
    let has_levels = scope.sets.iter().any(|set| set.name == name && set.calibrate.is_multi_value());
    let expect = |node| {
        let expect = Expect::named(choice(node, &Expect::NAMES, name, scope.problems)?)?;
        if has_levels && expect != Expect::Any {
            scope.problems.add(node.span.clone(), say!("levels-any", name));
            return None;
        }
        Some(expect)
    };
    let decision = |expect| Decision::Expectation { condition: name.to_owned(), expect };
    Some(Dimension::List(nodes.iter().filter_map(expect).map(decision).collect()))
}

/// Groups of names to leave out, each of one or several names.
fn groups(node: &Node, name: &str, known: Option<&[&str]>, scope: &Scope<'_>) -> Vec<Vec<String>> {
    let one = |node: &Node| {
        let found = word(node, name, scope.problems)?;
        if let Some(known) = known.filter(|known| scope.sound && !known.contains(&found)) {
            let message = say!("not-condition", name = quoted(found), hint = meant(found, known.iter().copied()));
            scope.problems.add(node.span.clone(), message);
        }
        Some(found.to_owned())
    };
    let group = |node: &Node| match &node.value {
        Value::List(nodes) => nodes.iter().filter_map(one).collect(),
        _ => one(node).into_iter().collect(),
    };
    list(node, name, 1, scope.problems).unwrap_or_default().iter().map(group).collect()
}

fn anchors(entry: &Entry, scope: &Scope<'_>) -> Vec<Dimension> {
    let problems = scope.problems;
    let set = entry.name().unwrap_or_default();
    let spec = scope.sets.iter().find(|spec| spec.name == set).copied();
    if scope.sound && spec.is_none() {
        let message =
            say!("not-set", name = quoted(set), hint = meant(set, scope.sets.iter().map(|spec| spec.name.as_str())));
        problems.add(entry.key.span.clone(), message);
    }
    let Some(fields) = Fields::open(&entry.value, &ANCHORS, problems) else { return Vec::new() };
    let mut all = Vec::new();
    for anchor in Anchor::ALL {
        let name = anchor.name();
        let Some(node) = fields.get(name) else { continue };
        if let Some(spec) = spec.filter(|spec| !anchor.moves_in(&spec.calibrate)) {
            let message = say!("no-anchor", name = spec.name, name_2 = name);
            problems.add(node.span.clone(), message);
        }
        all.extend(values(node, name, NumericDecision::Anchor { set: set.to_owned(), anchor }, ANY, problems));
    }
    if let Some(node) = fields.get("idm") {
        if let Some(spec) = spec.filter(|spec| spec.calibrate.idm().is_none()) {
            let message = say!("no-idm", name = spec.name);
            problems.add(node.span.clone(), message);
        }
        all.extend(values(node, "idm", NumericDecision::Idm { set: set.to_owned() }, ABOVE_HALF, problems));
    }
    all
}

/// Frequency cutoffs: integers from 1.
fn frequencies(node: &Node, problems: &Problems) -> Option<Dimension> {
    let frequency = NumericDecision::Frequency;
    if let Value::Map(_) = node.value {
        let found = span(node, frequency, ANY, problems)?;
        let is_whole = |value: f64| value.fract() == 0.0 && value >= 1.0;
        let are_whole = match &found {
            Dimension::List(values) => values.iter().filter_map(Decision::number).all(is_whole),
            Dimension::Between { from, to, .. } => is_whole(*from) && is_whole(*to),
        };
        if !are_whole {
            problems.add(node.span.clone(), say!("frequency-whole"));
        }
        return are_whole.then_some(found);
    }
    let nodes = list(node, "frequency", 1, problems)?;
    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
    let value = |node| Some(Decision::Number(frequency.clone(), count(node, 1, "frequency", problems)? as f64));
    let found: Vec<Decision> = nodes.iter().filter_map(value).collect();
    (!found.is_empty()).then_some(Dimension::List(found))
}
