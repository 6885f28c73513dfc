//! Parses claims: each makes one statement about the study, under its own and other named decisions.

use super::claimed::Claimed;
use super::decisions::vary;
use super::identifiers::unique_id;
use super::named_alternatives::alternatives_named;
use super::statement;
use super::varied::Scope;
use crate::fields::Fields;
use crate::grammar::{ACROSS, CLAIM};
use crate::tree::{Entry, Node};
use equifinal_study::config::{Claim, ClaimKind, Decision, Dimension, Statement};
use equifinal_study::say;

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
        None => Some(Vec::new()),
        Some(node) => across(node, study),
    };
    let some_model = fields.choice("models") == Some("some");
    if let Some(statement) = &statement {
        refuse_what_means_nothing(statement, &fields);
    }
    Some(Claim {
        id: id?,
        text: text?,
        kind: fields.choice("kind").and_then(ClaimKind::named).unwrap_or_default(),
        statement: statement?,
        written: said?.entries().first().map(written).unwrap_or_default(),
        across: across?,
        some_model,
    })
}

/// Records keys that have no meaning for some statements.
fn refuse_what_means_nothing(statement: &Statement, fields: &Fields<'_>) {
    let (across, models) = match statement {
        Statement::Numbers(_) => (Some(say!("across-measured")), true),
        Statement::FoundBy(_) => (Some(say!("across-methods")), true),
        Statement::RobustCore { .. } => (Some(say!("across-core")), false),
        Statement::Survival { .. } => (Some(say!("across-multiverse")), true),
        Statement::Nca(_) | Statement::Necessity { .. } | Statement::Contradiction { .. } => (None, true),
        _ => (None, false),
    };
    if let Some(why) = across.filter(|_| fields.get("across").is_some()) {
        fields.blame("across", say!("leave-across", why));
    }
    if models && fields.get("models").is_some() {
        fields.blame("models", say!("no-model"));
    }
}

fn written(entry: &Entry) -> String {
    format!("{}: {}", entry.name().unwrap_or_default(), entry.value.in_one_line())
}

/// The other decisions of a claim: cutoffs first, alternatives last.
fn across(node: &Node, study: &Claimed<'_>) -> Option<Vec<Dimension>> {
    let fields = Fields::open(node, &ACROSS, study.problems)?;
    let before = study.problems.count();
    let analyses = study.analyses.iter();
    let scope = Scope {
        sets: study.sets.iter().filter_map(|set| set.spec.as_ref()).collect(),
        conditions: analyses.flat_map(|analysis| analysis.conditions.iter().map(String::as_str)).collect(),
        nca: study.nca,
        chains: study.chains,
        sound: study.sound,
        problems: study.problems,
    };
    let mut all: Vec<Dimension> = vary(&fields, &scope).into_iter().rev().collect();
    if let Some(node) = fields.get("alternatives") {
        let ids = alternatives_named(node, study, |_| true)?;
        all.push(Dimension::List(ids.into_iter().map(Decision::Alternative).collect()));
    }
    if study.problems.count() > before {
        return None;
    }
    if all.is_empty() {
        study.problems.add(node.heading(), say!("across-empty"));
        return None;
    }
    Some(all)
}
