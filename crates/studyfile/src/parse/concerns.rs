//! Parses the part of reporting standards, and the concerns that a study acknowledges.

use crate::fields::Fields;
use crate::grammar::{ACKNOWLEDGMENT, STANDARDS};
use crate::tree::Value;
use equifinal_study::config::{Acknowledgment, ConcernId, Standards};
use equifinal_study::names::quoted;
use equifinal_study::say;

/// Reads `standards`.
pub(super) fn standards(fields: &Fields<'_>) -> Standards {
    let Some(node) = fields.get("standards") else { return Standards::Unchecked };
    if !matches!(node.value, Value::Map(_)) {
        return if fields.truth("standards") == Some(true) { Standards::Checked } else { Standards::Unchecked };
    }
    let gate = Fields::open(node, &STANDARDS, fields.problems).and_then(|gate| gate.truth("gate"));
    if gate == Some(true) { Standards::Gate } else { Standards::Checked }
}

/// Reads `acknowledge`.
pub(super) fn acknowledged(fields: &Fields<'_>) -> Vec<Acknowledgment> {
    let mut all: Vec<Acknowledgment> = Vec::new();
    for node in fields.list("acknowledge") {
        let Some(fields) = Fields::open(node, &ACKNOWLEDGMENT, fields.problems) else { continue };
        let (name, because) = (fields.choice("concern"), fields.text("because"));
        let Some((name, because)) = name.zip(because) else { continue };
        let Some(concern) = ConcernId::named(name) else { continue };
        if all.iter().any(|other| other.concern == concern) {
            fields.blame("concern", say!("acknowledged-twice", name = quoted(name)));
        }
        all.push(Acknowledgment { concern, because });
    }
    all
}
