//! All analyses, with `like` resolved.

use super::analysis;
use super::declared_set::DeclaredSet;
use super::identifiers::check_name;
use crate::problem::Problems;
use crate::tree::{Entry, Node, Span, Value};
use equifinal_study::config::Analysis;
use equifinal_study::names::{are_twins, meant, quoted};
use equifinal_study::say;

/// An analysis with all its keys.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    /// The name.
    pub(super) name: String,
    /// Its keys.
    pub(super) node: Node,
    /// The places of its own keys.
    pub(super) own: Vec<Span>,
    /// Its `like`: the place and the name.
    pub(super) like: Option<(Span, String)>,
}

/// Gives every analysis the keys of the one in its `like`.
pub(super) fn resolve(entries: &[Entry], problems: &Problems) -> Vec<Resolved> {
    let mut names = Vec::new();
    let mut resolved = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &['-'], &say!("an-analysis"), problems);
        if !names.contains(&name) {
            names.push(name);
            let node = liken(&entry.value, entries, &mut vec![name], problems);
            let like = entry.value.get("like");
            let like = like.map(|like| (like.span.clone(), like.scalar().unwrap_or_default().to_owned()));
            resolved.push(Resolved { name: name.to_owned(), node, own: vec![entry.value.extent()], like });
        }
    }
    check_negations(entries, &resolved, problems);
    resolved
}

/// Records names such as `not-X` beside `X`: files of a report use them for negations.
fn check_negations(entries: &[Entry], resolved: &[Resolved], problems: &Problems) {
    let is_negated = |one: &&Resolved| {
        let negation = one.node.get("negation");
        negation.is_some_and(|node| matches!(node.value, Value::Map(_) | Value::Truth(true)))
    };
    for own in resolved.iter().filter(is_negated) {
        let twin = format!("not-{}", own.name);
        for entry in entries.iter().filter(|entry| entry.name().is_some_and(|name| are_twins(name, &twin))) {
            let message =
                say!("file-names-clash", entry = quoted(entry.name().unwrap_or_default()), name = quoted(&own.name));
            problems.add(entry.key.span.clone(), message);
        }
    }
}

/// `node` with the keys of the analysis in its `like`; `trail` lists the names so far.
fn liken<'a>(node: &'a Node, all: &'a [Entry], trail: &mut Vec<&'a str>, problems: &Problems) -> Node {
    let Some(like) = node.get("like") else { return node.clone() };
    let Some(other) = like.scalar().and_then(|name| all.iter().find(|entry| entry.name() == Some(name))) else {
        let names = all.iter().filter_map(Entry::name);
        let hint = meant(like.scalar().unwrap_or_default(), names);
        problems.add(like.span.clone(), say!("like-not-analysis", found = like.found(), hint));
        return node.clone();
    };
    let name = other.name().unwrap_or_default();
    if trail.contains(&name) {
        let message = say!("like-circle", name = quoted(name));
        problems.add(like.span.clone(), message);
        return node.clone();
    }
    trail.push(name);
    let mut model = liken(&other.value, all, trail, problems);
    let Value::Map(keys) = &mut model.value else { return node.clone() };
    // A label names one analysis.
    keys.retain(|entry| entry.name() != Some("label"));
    let own: Vec<Entry> = node.entries().iter().filter(|entry| entry.name() != Some("like")).cloned().collect();
    let own = Node { value: Value::Map(own), ..node.clone() };
    let merged = model.overlaid(&own, &|_| false);
    Node { value: merged.value, ..own }
}

/// Records analyses of one of several outcomes that have the name of another analysis.
fn check_joint(one: &Resolved, read: &[Analysis], all: &[Resolved], problems: &Problems) {
    let joint = read.iter().filter(|analysis| analysis.joint.is_some());
    for analysis in joint.filter(|analysis| all.iter().any(|other| are_twins(&other.name, &analysis.name))) {
        let at = one.node.get("outcome").map_or_else(|| one.node.heading(), |node| node.span.clone());
        problems.add(at, say!("joint-name", name = quoted(&analysis.name)));
    }
}

/// Reads every analysis, each followed by its negation.
pub(super) fn read(resolved: &[Resolved], sets: &[DeclaredSet], problems: &Problems) -> Vec<Analysis> {
    let mut later = Vec::new();
    let mut analyses = Vec::new();
    for one in resolved {
        let reading = Problems::default();
        let like = one.like.as_ref().map(|(_, name)| name.clone());
        let read = analysis::read(&one.name, &one.node, sets, &reading);
        check_joint(one, &read, resolved, &reading);
        analyses.extend(read.into_iter().map(|analysis| Analysis { like: like.clone(), ..analysis }));
        match &one.like {
            None => problems.add_all(reading),
            Some(like) => later.push((reading, &one.own, like)),
        }
    }
    for (reading, own, (like, name)) in later {
        problems.take_over(reading, own, Some(like), &say!("with-keys-of", name = quoted(name)));
    }
    analyses
}
