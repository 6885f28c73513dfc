//! A concern as its kind finds it.

use serde_json::Value;

use super::severity::Severity;

/// A concern as its kind finds it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its severity.
    pub(super) severity: Severity,
    /// Its numbers, as an object.
    pub(super) evidence: Value,
    /// Its sentence.
    pub(super) said: String,
}

impl Found {
    /// A concern of this severity, with its numbers, as an object, and its sentence.
    pub(super) fn new(severity: Severity, evidence: Value, said: String) -> Self {
        Self { severity, evidence, said }
    }
}
