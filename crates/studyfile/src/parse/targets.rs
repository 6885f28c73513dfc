//! Parses targets: values set by a policy for a quantity.

use super::identifiers::check_name;
use crate::fields::Fields;
use crate::grammar::TARGET;
use crate::problem::Problems;
use crate::tree::Entry;
use equifinal_study::config::{Direction, Target};
use equifinal_study::say;

/// A declared target, even if it could not be read.
#[derive(Debug, Clone)]
pub(super) struct DeclaredTarget {
    /// The name.
    pub(super) name: String,
    /// The target, if it has no mistakes.
    pub(super) target: Option<Target>,
}

/// Reads every target.
pub(super) fn read(entries: &[Entry], problems: &Problems) -> Vec<DeclaredTarget> {
    let mut names = Vec::new();
    let mut targets = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &['-'], &say!("name-target"), problems);
        if !names.contains(&name) {
            names.push(name);
            targets.push(DeclaredTarget { name: name.to_owned(), target: target(name, entry, problems) });
        }
    }
    targets
}

fn target(name: &str, entry: &Entry, problems: &Problems) -> Option<Target> {
    let fields = Fields::open(&entry.value, &TARGET, problems)?;
    let value = fields.number("value");
    let unit = fields.word("unit").map(str::to_owned);
    let direction = match fields.choice("direction") {
        Some("at_most") => Direction::AtMost,
        _ => Direction::AtLeast,
    };
    let (label, source) = (fields.text("label"), fields.text("source"));
    let quantity = fields.word("quantity").map(str::to_owned);
    Some(Target { name: name.to_owned(), label, value: value?, unit, quantity: quantity?, direction, source })
}
