//! Parses claims: each makes one statement about the study, under its own and other named decisions.

use super::claimed::Claimed;
use super::identifiers::unique_id;
use super::named_alternatives::alternatives_named;
use super::statement;
use crate::fields::{Fields, list, number};
use crate::grammar::{ACROSS, ANY, CLAIM, COUNT_RANGE, Interval, MOVED, RAW_RANGE, SHARE_RANGE, Table, UNIT};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{Across, Anchor, AnchorName, Claim, Span, Statement};
use equifinal_study::names::{meant, quoted};

/// Reads every claim.
pub(super) fn read(nodes: &[Node], study: &Claimed<'_>) -> Vec<Claim> {
    let mut ids = Vec::new();
    nodes.iter().filter_map(|node| one(node, study, &mut ids)).collect()
}

fn one(node: &Node, study: &Claimed<'_>, ids: &mut Vec<String>) -> Option<Claim> {
    let fields = Fields::open(node, &CLAIM, study.problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, study.problems));
    let text = fields.text("text");
    let said = fields.get("claim");
    let statement = said.and_then(|node| statement::read(node, study));
    let across = match fields.get("across") {
        None => Some(None),
        Some(node) => across(node, study).map(Some),
    };
    let some_model = fields.choice("models") == Some("some");
    if let Some(statement) = &statement {
        refuse_what_means_nothing(statement, &fields);
    }
    Some(Claim {
        id: id?,
        text: text?,
        statement: statement?,
        written: said?.entries().first().map(written).unwrap_or_default(),
        across: across?,
        some_model,
    })
}

/// Records keys that have no meaning for some statements.
fn refuse_what_means_nothing(statement: &Statement, fields: &Fields<'_>) {
    let (across, models) = match statement {
        Statement::Numbers(_) => (Some("no decision of an analysis changes a measured number"), true),
        Statement::RobustCore { .. } => (Some("the robust core is that of several decisions already"), false),
        Statement::Survival { .. } => (Some("the multiverse takes every decision otherwise already"), true),
        Statement::Necessity { .. } | Statement::Contradiction { .. } => (None, true),
        _ => (None, false),
    };
    if let Some(why) = across.filter(|_| fields.get("across").is_some()) {
        fields.blame("across", format!("{why}: leave `across` out"));
    }
    if models && fields.get("models").is_some() {
        fields.blame("models", "the claim speaks of no model: leave `models` out");
    }
}

fn written(entry: &Entry) -> String {
    format!("{}: {}", entry.name().unwrap_or_default(), entry.value.in_one_line())
}

fn across(node: &Node, study: &Claimed<'_>) -> Option<Across> {
    let problems = study.problems;
    let fields = Fields::open(node, &ACROSS, problems)?;
    let cutoffs = ["consistency", "pri", "frequency"].iter().any(|key| fields.get(key).is_some());
    let anchors = fields.named("anchors");
    let alternatives = fields.get("alternatives");
    match (cutoffs, anchors, alternatives) {
        (true, [], None) => Some(Across::Cutoffs {
            consistency: span_under(&fields, "consistency", &SHARE_RANGE, UNIT)?,
            pri: span_under(&fields, "pri", &SHARE_RANGE, UNIT)?,
            frequency: frequencies(&fields)?,
        }),
        (false, [entry], None) => anchor(entry, study),
        (false, [], Some(node)) => alternatives_named(node, study, |_| true).map(Across::Alternatives),
        (false, [], None) => {
            problems.add(node.heading(), "`across` is empty: name cutoffs, an anchor or alternatives");
            None
        }
        _ => {
            let message = "`across` names several kinds of decisions: cutoffs go together, but an anchor stands alone, \
                           and so do alternatives; write a claim for each";
            problems.add(node.heading(), message);
            None
        }
    }
}

/// The span under a key; inner `None` if it is absent.
fn span_under(fields: &Fields<'_>, name: &str, table: &'static Table, within: Interval) -> Option<Option<Span>> {
    match fields.get(name) {
        None => Some(None),
        Some(node) => span(node, name, table, within, fields.problems).map(Some),
    }
}

fn span(node: &Node, name: &str, table: &'static Table, within: Interval, problems: &Problems) -> Option<Span> {
    if !matches!(node.value, Value::Map(_)) {
        let nodes = list(node, name, 1, problems)?;
        let values: Vec<f64> = nodes.iter().filter_map(|node| number(node, within, name, problems)).collect();
        return (values.len() == nodes.len()).then_some(Span::Values(values));
    }
    let fields = Fields::open(node, table, problems)?;
    let bound = |key: &str| fields.get(key).and_then(|node| number(node, within, key, problems));
    let (from, to) = (bound("from"), bound("to"));
    let (from, to) = (from?, to?);
    if from > to {
        fields.blame("to", format!("the range ends at {to}, before it begins at {from}: exchange the two"));
        return None;
    }
    Some(Span::Range { from, to })
}

/// Frequency cutoffs, which must be integers.
fn frequencies(fields: &Fields<'_>) -> Option<Option<Span>> {
    let span = span_under(fields, "frequency", &COUNT_RANGE, ANY)?;
    let whole = |value: &f64| *value >= 1.0 && value.fract() == 0.0;
    let sound = match &span {
        None => true,
        Some(Span::Range { from, to }) => whole(from) && whole(to),
        Some(Span::Values(values)) => values.iter().all(whole),
    };
    if !sound {
        fields.blame("frequency", "a frequency cutoff is a whole number of cases from 1 upwards");
    }
    sound.then_some(span)
}

fn anchor(entry: &Entry, study: &Claimed<'_>) -> Option<Across> {
    let problems = study.problems;
    let name = entry.name().unwrap_or_default();
    let fields = Fields::open(&entry.value, &MOVED, problems)?;
    let [moved] = entry.value.entries() else {
        problems.add(entry.key.span.clone(), "a claim moves one anchor: write a claim for each");
        return None;
    };
    let kind = Anchor::named(moved.name()?)?;
    let Some(declared) = study.sets.iter().find(|set| set.name == name) else {
        let names = study.sets.iter().map(|set| set.name.as_str());
        problems.add(entry.key.span.clone(), format!("{} is none of the sets{}", quoted(name), meant(name, names)));
        return None;
    };
    let span = span(&moved.value, kind.name(), &RAW_RANGE, ANY, problems)?;
    if declared.spec.as_ref().is_some_and(|spec| !kind.moves_in(&spec.calibrate)) {
        fields.blame(kind.name(), format!("the calibration of {} has no single {} to move", quoted(name), kind.name()));
        return None;
    }
    Some(Across::Anchor { anchor: AnchorName { set: name.to_owned(), kind }, span })
}
