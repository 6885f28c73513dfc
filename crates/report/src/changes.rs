//! The differences of two runs: decisions, paths, fit, cases, claims. The run's last lines, `equifinal diff` and its page
//! are written from them.

mod compare;
mod page;
mod snapshot;
#[cfg(test)]
mod tests;
mod words;

use serde::Serialize;

pub use page::changes_page;
pub use snapshot::Snapshot;
pub use words::{ChangeGroup, change_groups};

/// The values before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BeforeAfter<T> {
    /// The value before.
    pub before: T,
    /// The value after.
    pub after: T,
}

/// Everything that differs between two runs. Lists are in the order of the later run.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Changes {
    /// The decisions of the study file whose values differ.
    pub decisions: Vec<DecisionChange>,
    /// The analyses that differ.
    pub analyses: Vec<AnalysisChange>,
    /// The claims whose verdicts differ.
    pub claims: Vec<ClaimChange>,
}

/// A decision by its key, with dots between levels, and its values as JSON; `None` where the key is absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionChange {
    /// The key, such as `sets.GDP.calibrate.direct.crossover`.
    pub key: String,
    /// Its values.
    pub value: BeforeAfter<Option<String>>,
}

/// A claim and its verdicts; `None` where there is no such claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimChange {
    /// The claim's id.
    pub id: String,
    /// Its verdicts, by their names in `results.json`.
    pub verdict: BeforeAfter<Option<String>>,
}

/// An analysis that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnalysisChange {
    /// Its name.
    pub name: String,
    /// The run that has it.
    pub presence: Presence,
    /// The conditions, where they differ.
    pub conditions: Option<BeforeAfter<Vec<String>>>,
    /// The solutions that differ, by type.
    pub solutions: Vec<SolutionChange>,
    /// The rows of the truth table whose output differs.
    pub rows: Vec<RowChange>,
    /// The cases that are in another row.
    pub cases: Vec<CaseChange>,
}

/// The runs that have an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Both.
    Both,
    /// Only the earlier one.
    Before,
    /// Only the later one.
    After,
}

/// A solution that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SolutionChange {
    /// Its type, as in `results.json`.
    pub kind: String,
    /// True for the solution that the later run interprets.
    pub interpreted: bool,
    /// Why it is refused, where that differs.
    pub refused: Option<BeforeAfter<Option<String>>>,
    /// The number of models, a decimal integer, where it differs; `None` for a refused solution.
    pub models: Option<BeforeAfter<Option<String>>>,
    /// Terms that a listed model has now and none had before.
    pub gained: Vec<String>,
    /// Terms that a listed model had before and none has now.
    pub lost: Vec<String>,
    /// True if the listed models differ although their terms are the same.
    pub recombined: bool,
    /// Consistency of the first model, where it differs.
    pub consistency: Option<BeforeAfter<Option<f64>>>,
    /// Coverage of the first model, where it differs.
    pub coverage: Option<BeforeAfter<Option<f64>>>,
}

/// A row of the truth table and its outputs; `None` where no case is in the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowChange {
    /// Its number.
    pub row: u64,
    /// Its outputs.
    pub output: BeforeAfter<Option<String>>,
}

/// A case and the rows it is in; `None` where it is in no row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseChange {
    /// Its id.
    pub case: String,
    /// The numbers of its rows.
    pub row: BeforeAfter<Option<u64>>,
}

impl<T: PartialEq> BeforeAfter<T> {
    /// The two values, if they differ.
    fn of(before: T, after: T) -> Option<Self> {
        (before != after).then_some(Self { before, after })
    }
}

impl Changes {
    /// True if nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
