//! The decisions of one analysis, as far as the script has stated them.

use serde_json::{Map, Value, json};

/// An analysis under way: a truth table and what was minimised of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Decided {
    /// The variable of the truth table.
    pub(super) table: Option<String>,
    /// The outcome as in expressions.
    pub(super) outcome: String,
    /// The conditions.
    pub(super) conditions: Vec<String>,
    /// Further keys of the analysis.
    pub(super) keys: Map<String, Value>,
}

impl Decided {
    /// The analysis with the keys of a study file.
    pub(super) fn value(&self) -> Value {
        let mut all = Map::new();
        all.insert("outcome".to_owned(), json!(self.outcome));
        all.insert("conditions".to_owned(), json!(self.conditions));
        all.extend(self.keys.clone());
        Value::Object(all)
    }

    /// The set of the outcome, without negation or level.
    pub(super) fn outcome_set(&self) -> &str {
        bare(&self.outcome)
    }
}

/// The set of a literal.
pub(super) fn bare(literal: &str) -> &str {
    literal.trim_start_matches('~').split('[').next().unwrap_or_default()
}

/// A literal of R in the form of study files: `~Y`, `Y[1]`.
pub(super) fn literal(text: &str) -> String {
    text.trim().replace('{', "[").replace('}', "]").replace("~ ", "~")
}
