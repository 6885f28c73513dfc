//! Alternatives: the study's tree with some keys changed, parsed by the same readers.

use super::analyses::Resolved;
use super::derived;
use super::identifiers::unique_id;
use super::targets::DeclaredTarget;
use super::{analyses, sets};
use crate::fields::{Fields, word};
use crate::grammar::{ALTERNATIVE, ANALYSIS};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{Alternative, Analysis, Variant};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// The alternatives under `plan`, given the study's analyses as written and as parsed.
pub(super) fn of(
    plan: Option<&Fields<'_>>,
    study: &Fields<'_>,
    targets: &[DeclaredTarget],
    (analyses, read_analyses): (&[Resolved], &[Analysis]),
    sound: bool,
) -> Vec<Alternative> {
    let names = read_analyses.iter().map(|analysis| analysis.name.as_str()).collect();
    let original = Original { sets: study.get("sets"), targets, analyses, names, sound, problems: study.problems };
    plan.map_or_else(Vec::new, |plan| read(plan.list("alternatives"), &original))
}

/// The study to which alternatives apply.
struct Original<'a> {
    /// Its sets.
    sets: Option<&'a Node>,
    /// Its targets.
    targets: &'a [DeclaredTarget],
    /// Its analyses.
    analyses: &'a [Resolved],
    /// The names of its analyses, negations included.
    names: Vec<&'a str>,
    /// True if its sets and analyses have no mistakes, so that mistakes under a change come from the change.
    sound: bool,
    /// The collected mistakes.
    problems: &'a Problems,
}

/// True for maps that an alternative changes key by key; all others are replaced as a whole.
fn by_key(name: &str) -> bool {
    matches!(name, "truth_table" | "necessity" | "minimise" | "expectations")
}

/// Reads every alternative.
fn read(nodes: &[Node], original: &Original<'_>) -> Vec<Alternative> {
    let mut ids = Vec::new();
    nodes.iter().filter_map(|node| one(node, original, &mut ids)).collect()
}

fn one(node: &Node, original: &Original<'_>, ids: &mut Vec<String>) -> Option<Alternative> {
    let problems = original.problems;
    let fields = Fields::open(node, &ALTERNATIVE, problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, problems));
    let changes = changes(node);
    check_expectations(&fields);
    if changes.is_empty() {
        problems.add(node.heading(), say!("alternative-same"));
    }
    let concerned = concerned(&fields, original);
    let reading = Problems::default();
    let merged = changed_sets(&fields, original);
    let mut sets = sets::read(merged.as_ref().map_or(&[], Node::entries), original.targets, &reading);
    let changed: Vec<Resolved> = concerned.iter().map(|one| changed_analysis(one, node)).collect();
    derived::add(&mut sets, original.analyses);
    derived::add(&mut sets, &changed);
    let mut analyses = analyses::read(&changed, &sets, &reading);
    if let Some(new) = analyses.iter().find(|new| original.sound && !original.names.contains(&new.name.as_str())) {
        let message = say!("alternative-new-analysis", name = quoted(&new.name));
        fields.blame("negation", message);
    }
    drop_conditions(&fields, &concerned, &mut analyses);
    let heading = fields.get("id").map_or_else(|| node.heading(), |id| id.span.clone());
    let how = say!("under-alternative", id = quoted(id.as_deref().unwrap_or_default()));
    problems.take_over(reading, &[node.extent()], original.sound.then_some(&heading), &how);
    let drop_cases = fields.list("drop_cases").iter();
    let drop_cases = drop_cases.filter_map(|node| word(node, "drop_cases", problems)).map(str::to_owned).collect();
    let (label, because) = (fields.text("label"), fields.text("because"));
    Some(Alternative {
        id: id?,
        label,
        because,
        changes,
        // Alternatives change sets and analyses alone; the caller adds the others.
        variant: Variant {
            sets: sets.into_iter().filter_map(|set| set.spec).collect(),
            analyses,
            nca: Vec::new(),
            chains: Vec::new(),
            drop_cases,
        },
    })
}

/// The analyses that the alternative concerns.
fn concerned<'a>(fields: &Fields<'_>, original: &Original<'a>) -> Vec<&'a Resolved> {
    let Some(name) = fields.word("analysis") else { return original.analyses.iter().collect() };
    let found: Vec<&Resolved> = original.analyses.iter().filter(|one| one.name == name).collect();
    if found.is_empty() {
        let hint = meant(name, original.analyses.iter().map(|one| one.name.as_str()));
        fields.blame("analysis", say!("not-analysis", name = quoted(name), hint));
    }
    found
}

/// The study's sets with the changed keys.
fn changed_sets(fields: &Fields<'_>, original: &Original<'_>) -> Option<Node> {
    let own = original.sets?;
    let Some(node) = fields.get("sets") else { return Some(own.clone()) };
    let names = || own.entries().iter().filter_map(Entry::name);
    let mut known = Vec::new();
    for entry in fields.named("sets") {
        let name = entry.name().unwrap_or_default();
        if names().any(|own| own == name) {
            known.push(entry.clone());
        } else {
            let message = say!("not-set", name = quoted(name), hint = meant(name, names()));
            fields.problems.add(entry.key.span.clone(), message);
        }
    }
    Some(own.overlaid(&Node { value: Value::Map(known), ..node.clone() }, &|_| true))
}

/// One analysis with the changed keys; changed cutoffs also apply to its negation.
fn changed_analysis(one: &Resolved, alternative: &Node) -> Resolved {
    // An alternative has a label of its own.
    let is_own = |name: &str| matches!(name, "id" | "label");
    let is_change = |entry: &&Entry| entry.name().is_some_and(|name| !is_own(name) && ANALYSIS.key(name).is_some());
    let changes: Vec<Entry> = alternative.entries().iter().filter(is_change).cloned().collect();
    let changes = Node { value: Value::Map(changes), ..alternative.clone() };
    let mut node = one.node.overlaid(&changes, &by_key);
    if let (Some(cuts), Value::Map(entries)) = (changes.get("truth_table"), &mut node.value)
        && let Some(negation) = entries.iter_mut().find(|entry| entry.name() == Some("negation"))
        && let Value::Map(own) = &mut negation.value.value
        && let Some(own) = own.iter_mut().find(|entry| entry.name() == Some("truth_table"))
    {
        own.value = own.value.overlaid(cuts, &|_| false);
    }
    // Conditions that a new list leaves out stay until everything that speaks of them has been read and dropped.
    if let Value::Map(entries) = &mut node.value
        && let Some(conditions) = entries.iter_mut().find(|entry| entry.name() == Some("conditions"))
        && let Value::List(names) = &mut conditions.value.value
    {
        names.extend(displaced(one, alternative).cloned());
    }
    let own = one.own.iter().cloned().chain([alternative.extent()]).collect();
    Resolved { node, own, ..one.clone() }
}

/// Conditions of the original that are not in the alternative's own list.
fn displaced<'a>(one: &'a Resolved, alternative: &'a Node) -> impl Iterator<Item = &'a Node> {
    let new = alternative.get("conditions").filter(|new| !new.items().is_empty());
    let old = one.node.get("conditions").map_or(&[][..], Node::items);
    let kept = move |old: &Node| new.is_none_or(|new| new.items().iter().any(|new| new.scalar() == old.scalar()));
    old.iter().filter(move |old| !kept(old))
}

/// The changed keys as `path: new value`.
fn changes(node: &Node) -> Vec<String> {
    let mut changes = Vec::new();
    for entry in node.entries() {
        let name = entry.name().unwrap_or_default();
        match name {
            "id" | "label" | "because" | "analysis" => {}
            "sets" => {
                for set in entry.value.entries() {
                    let path = format!("sets.{}", set.name().unwrap_or_default());
                    changes.extend(set.value.entries().iter().map(|entry| change(&path, entry)));
                }
            }
            _ if by_key(name) => changes.extend(entry.value.entries().iter().map(|entry| change(name, entry))),
            _ => changes.push(format!("{name}: {}", entry.value.in_one_line())),
        }
    }
    changes
}

fn change(path: &str, entry: &Entry) -> String {
    format!("{path}.{}: {}", entry.name().unwrap_or_default(), entry.value.in_one_line())
}

/// Records expectations for conditions that are not in the alternative's own list.
fn check_expectations(fields: &Fields<'_>) {
    let Some(conditions) = fields.get("conditions") else { return };
    let names = || conditions.items().iter().filter_map(Node::scalar);
    for entry in fields.named("expectations") {
        let name = entry.name().unwrap_or_default();
        if !names().any(|condition| condition == name) {
            let message = say!("not-condition-of-alternative", name = quoted(name), hint = meant(name, names()));
            fields.problems.add(entry.key.span.clone(), message);
        }
    }
}

/// Removes conditions from `analyses`, with everything that refers to them.
fn drop_conditions(fields: &Fields<'_>, concerned: &[&Resolved], analyses: &mut [Analysis]) {
    for one in concerned {
        let displaced: Vec<&str> = displaced(one, fields.node()).filter_map(Node::scalar).collect();
        let same = |analysis: &&mut Analysis| analysis.declared() == one.name;
        analyses.iter_mut().filter(same).for_each(|analysis| analysis.leave_out(&displaced));
    }
    let mut dropped = Vec::new();
    for node in fields.list("drop_conditions") {
        let Some(name) = word(node, "drop_conditions", fields.problems) else { continue };
        let known: Vec<&str> = analyses.iter().flat_map(|one| one.conditions.iter().map(String::as_str)).collect();
        if !known.is_empty() && !known.contains(&name) {
            let message = say!("not-condition-here", name = quoted(name), hint = meant(name, known));
            fields.problems.add(node.span.clone(), message);
        }
        dropped.push(name);
    }
    if dropped.is_empty() {
        return;
    }
    for analysis in analyses {
        let had = !analysis.conditions.is_empty();
        analysis.leave_out(&dropped);
        if had && analysis.conditions.is_empty() {
            let message = say!("no-conditions-left", name = quoted(&analysis.name));
            fields.blame("drop_conditions", message);
        }
    }
}
