//! The study again under named changes, compared with the original.

use equifinal_qca::findings::SufficiencyFit;
use equifinal_study::config::SolutionType;
use equifinal_study::text::Text;

/// One named change and what it does to each analysis it concerns.
#[derive(Debug, Clone)]
pub struct AlternativeFindings {
    /// The id.
    pub id: String,
    /// The name in reports.
    pub label: Option<Text>,
    /// What was changed, `path: new value`.
    pub changes: Vec<String>,
    /// One comparison an analysis.
    pub comparisons: Vec<Comparison>,
}

/// The interpreted solution of one analysis before and after a change.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The analysis.
    pub analysis: String,
    /// The solution compared.
    pub solution: SolutionType,
    /// What the change did.
    pub verdict: Verdict,
    /// The changed solution's models, as expressions.
    pub models: Vec<String>,
    /// How many models the changed solution has.
    pub model_count: u128,
    /// Fit of the original's first model.
    pub before: SufficiencyFit,
    /// Fit of the changed solution's first model.
    pub after: SufficiencyFit,
}

/// How the paths of a changed solution stand to the original's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The same models.
    Same,
    /// Every path lies within a path of the original.
    Subset,
    /// Every path of the original lies within a path of this one.
    Superset,
    /// Some paths are related, others not.
    Partial,
    /// No path is related.
    Different,
    /// One of the two has no solution; the reason.
    NotComparable(String),
}
