//! Parses sets: their texts, column and calibration.

use equifinal_study::say;
use std::collections::BTreeSet;

use super::calibration::{self, Against};
use super::declared_set::DeclaredSet;
use super::formula::{Scope, literal};
use super::identifiers::check_name;
use super::missing;
use super::set_time;
use super::slope;
use super::survey;
use super::targets::DeclaredTarget;
use crate::fields::{Fields, count, number, text};
use crate::grammar::{ANY, REASON, SET};
use crate::problem::Problems;
use crate::tree::{Entry, Node};
use equifinal_study::config::{Calibration, Reason, ReasonSource, SetSpec};
use equifinal_study::names::{meant, quoted};
use equifinal_study::text::Text;

/// Reads every set.
pub(super) fn read(entries: &[Entry], targets: &[DeclaredTarget], problems: &Problems) -> Vec<DeclaredSet> {
    let mut names = Vec::new();
    let mut sets = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &[], &say!("name-set"), problems);
        if !names.contains(&name) {
            names.push(name);
            let spec = set(name, &entry.value, targets, problems);
            sets.push(DeclaredSet { name: name.to_owned(), at: entry.key.span.start, spec });
        }
    }
    for entry in entries {
        check_parts(entry, &sets, problems);
    }
    sets
}

fn set(name: &str, node: &Node, targets: &[DeclaredTarget], problems: &Problems) -> Option<SetSpec> {
    let fields = Fields::open(node, &SET, problems)?;
    let quantity = fields.word("quantity");
    let (source, column) = survey::source(&fields, name);
    let against = against(&fields, quantity, targets);
    let calibrate = fields.get("calibrate").and_then(|node| calibration::read(node, against, problems));
    let missing = missing::read(&fields, calibrate.as_ref());
    let time = set_time::read(&fields, calibrate.as_ref());
    Some(SetSpec {
        name: name.to_owned(),
        label: fields.text("label"),
        absent: fields.text("absent"),
        levels: levels(&fields, calibrate.as_ref()),
        group: fields.text("group"),
        definition: fields.text("definition"),
        rubric: rubric(&fields),
        column,
        source,
        quantity: quantity.map(str::to_owned),
        target: fields.word("target").map(str::to_owned),
        because: fields.get("because").and_then(|node| reason(node, problems)),
        slope: slope::read(&fields, calibrate.as_ref()),
        calibrate: calibrate?,
        missing,
        time,
    })
}

/// The target of a set, if it has the set's quantity.
fn against<'a>(fields: &Fields<'_>, quantity: Option<&str>, targets: &'a [DeclaredTarget]) -> Against<'a> {
    if fields.get("target").is_none() {
        return Against::Nothing;
    }
    let Some(name) = fields.word("target") else { return Against::Unusable };
    let Some(target) = targets.iter().find(|target| target.name == name) else {
        let hint = meant(name, targets.iter().map(|target| target.name.as_str()));
        fields.blame("target", say!("not-target", name = quoted(name), hint));
        return Against::Unusable;
    };
    let Some(target) = &target.target else { return Against::Unusable };
    match quantity {
        Some(quantity) if quantity == target.quantity => return Against::Target(target),
        Some(other) => fields.blame(
            "quantity",
            say!(
                "set-target-quantity",
                other = quoted(other),
                name = quoted(name),
                quantity = quoted(&target.quantity)
            ),
        ),
        None => fields
            .blame("target", say!("target-quantity-set", name = quoted(name), quantity = quoted(&target.quantity))),
    }
    Against::Unusable
}

/// Records parts of a composite that are not sets, lack a level, or depend on the composite itself.
fn check_parts(entry: &Entry, sets: &[DeclaredSet], problems: &Problems) {
    let way = entry.value.get("calibrate").and_then(|node| node.entries().first());
    let Some(way) = way.filter(|way| matches!(way.name(), Some("all_of" | "any_of" | "mean_of"))) else { return };
    let scope = Scope { sets, conditions: &[], problems };
    // Texts that are no literal have been noted where they were read.
    let silent = Problems::default();
    for (at, part) in way.value.items().iter().filter_map(|node| literal(node, &say!("a-part"), &silent)) {
        let name = entry.name().unwrap_or_default();
        if scope.fits(&part, at.clone()) && (part.set == name || reaches(&part.set, name, sets)) {
            let message = say!("part-of-itself", set = quoted(&part.set), name = quoted(name));
            let itself = say!("made-of-itself", name = quoted(name));
            problems.add(at, if part.set == name { itself } else { message });
        }
    }
}

/// True if the set `from` depends on `goal`, directly or indirectly.
fn reaches(from: &str, goal: &str, sets: &[DeclaredSet]) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        let spec = sets.iter().find(|set| set.name == name).and_then(|set| set.spec.as_ref());
        let Some(Calibration::Composite { of, .. }) = spec.map(|spec| &spec.calibrate) else { continue };
        for part in of {
            if part.set == goal {
                return true;
            }
            if seen.insert(part.set.as_str()) {
                open.push(&part.set);
            }
        }
    }
    false
}

/// The labels of levels, which only a multi-value set has.
fn levels(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Vec<(usize, Text)> {
    let mut levels: Vec<(usize, Text)> = Vec::new();
    if fields.get("levels").is_some() && calibrate.is_some_and(|calibrate| !calibrate.is_multi_value()) {
        fields.blame(
            "levels",
            "only a multi-value set has levels: name its negation under `absent`, or its scores under `rubric`"
                .to_owned(),
        );
    }
    for entry in fields.named("levels") {
        let level = count(&entry.key, 0, "level", fields.problems).and_then(|level| usize::try_from(level).ok());
        let words = text(&entry.value, "levels", fields.problems);
        let (Some(level), Some(words)) = (level, words) else { continue };
        if levels.iter().any(|(other, _)| *other == level) {
            fields.problems.add(entry.key.span.clone(), say!("level-twice", level));
        }
        levels.push((level, words));
    }
    levels.sort_by_key(|(level, _)| *level);
    levels
}

fn rubric(fields: &Fields<'_>) -> Vec<(f64, Text)> {
    let mut rubric: Vec<(f64, Text)> = Vec::new();
    for entry in fields.named("rubric") {
        let score = number(&entry.key, ANY, "score", fields.problems);
        let words = text(&entry.value, "rubric", fields.problems);
        let (Some(score), Some(words)) = (score, words) else { continue };
        if rubric.iter().any(|(other, _)| other.total_cmp(&score).is_eq()) {
            fields.problems.add(entry.key.span.clone(), say!("score-twice", score));
        }
        rubric.push((score, words));
    }
    rubric.sort_by(|a, b| a.0.total_cmp(&b.0));
    rubric
}

fn reason(node: &Node, problems: &Problems) -> Option<Reason> {
    let is_text = node.entries().iter().all(|entry| entry.name().is_some_and(|name| name.len() == 2));
    if is_text {
        return text(node, "because", problems).map(|text| Reason { source: None, text });
    }
    let fields = Fields::open(node, &REASON, problems)?;
    let source = fields.choice("source").map(|source| match source {
        "theory" => ReasonSource::Theory,
        "standard" => ReasonSource::Standard,
        "cases" => ReasonSource::Cases,
        _ => ReasonSource::Sample,
    });
    Some(Reason { source, text: fields.text("text")? })
}
