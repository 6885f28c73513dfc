//! The end of a ledger when a report was written, as the manifest of the report records it.

use crate::language::tell;
use serde::{Deserialize, Serialize};

use super::chain::Line;

/// The plan, how many lines followed, and the last of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The digest of the last line; of the plan where there was none.
    last: String,
    lines: usize,
    /// The digest of the plan.
    plan: String,
}

impl Mark {
    pub(super) fn new(plan: &str, lines: &[Line]) -> Self {
        let last = lines.last().map_or(plan, |line| &line.digest);
        Self { last: last.to_owned(), lines: lines.len(), plan: plan.to_owned() }
    }

    /// Parsed from the text of a manifest; `None` if the study was not registered.
    pub(super) fn of(manifest: &[u8]) -> Option<Self> {
        /// The part of a manifest that is of interest.
        #[derive(Deserialize)]
        struct Manifest {
            registration: Option<Mark>,
        }
        serde_json::from_slice::<Manifest>(manifest).ok()?.registration
    }

    /// The digest of the plan.
    pub(super) fn plan(&self) -> &str {
        &self.plan
    }

    /// Describes lines that have disappeared, to precede "when …"; `None` if all are present.
    pub(super) fn missed(&self, now: &[Line]) -> Option<String> {
        let last = self.lines.checked_sub(1)?;
        match now.get(last) {
            None => Some(tell!("lines-lost", now = now.len(), lines = self.lines)),
            Some(line) if line.digest != self.last => Some(tell!("line-not-same", lines = self.lines)),
            Some(_) => None,
        }
    }

    /// Number of lines added since `before`.
    pub(crate) fn since(&self, before: &Self) -> usize {
        self.lines.saturating_sub(before.lines)
    }
}
