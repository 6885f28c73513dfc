//! The lines of a ledger, each of which carries the digest of the one before.

use crate::language::tell;
use serde_json::{Value, json};

use equifinal_engine::{Inputs, digest};

/// A specification: decisions and the data they apply to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Specification {
    /// The digest of the decisions.
    pub(super) decisions: String,
    /// The digest of each data file; `None` in lines of versions that did not record them.
    pub(super) data: Inputs,
}

/// A line.
#[derive(Debug)]
pub(super) struct Line {
    /// The specification that was run.
    pub(super) tried: Specification,
    /// The digest of the line, which the next one carries.
    pub(super) digest: String,
}

/// Parses and verifies all lines, or describes the first invalid one. `plan` is the digest expected in the first line.
pub(super) fn verified(text: &str, plan: &str) -> Result<Vec<Line>, String> {
    let (mut lines, mut last) = (Vec::new(), plan.to_owned());
    for (line, number) in text.lines().zip(1..) {
        let changed = || tell!("line-changed", number);
        let mut entry: Value = serde_json::from_str(line).map_err(|_| changed())?;
        let hash = entry.as_object_mut().and_then(|entry| entry.remove("hash")).ok_or_else(changed)?;
        if hash != digest(entry.to_string().as_bytes()) {
            return Err(changed());
        }
        if entry["number"] != number || entry["previous"] != last.as_str() {
            return Err(tell!("line-not-following", number));
        }
        let tried = Specification {
            decisions: entry["decisions"].as_str().unwrap_or_default().to_owned(),
            data: serde_json::from_value(entry["data"].take()).unwrap_or_default(),
        };
        last = hash.as_str().unwrap_or_default().to_owned();
        lines.push(Line { tried, digest: last.clone() });
    }
    Ok(lines)
}

/// The text of a line with its digest, and its parsed form.
pub(super) fn written(mut entry: Value, tried: Specification) -> (String, Line) {
    let digest = digest(entry.to_string().as_bytes());
    if let Some(entry) = entry.as_object_mut() {
        entry.insert("hash".to_owned(), json!(digest));
    }
    (entry.to_string(), Line { tried, digest })
}
