//! What published figures are compared with, and how a check is told.

use std::collections::BTreeSet;

use equifinal_study::text::Text;

use super::{Figure, Finding, Variant};

/// What a recomputation may differ from a printed figure by, besides rounding: anchors and memberships were rounded too.
pub(super) const TOLERANCE: f64 = 0.001;

/// What was recomputed of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    /// The analysis.
    pub analysis: String,
    /// Whether its sets are crisp.
    pub variant: Variant,
    /// The cutoff of raw consistency of its rows.
    pub cutoff: f64,
    /// The fit of every literal as a necessary condition.
    pub necessity: Vec<RecomputedNecessity>,
    /// The models of every solution there is, by type.
    pub models: Vec<RecomputedModel>,
}

/// A literal as a recomputed necessary condition.
#[derive(Debug, Clone, PartialEq)]
pub struct RecomputedNecessity {
    /// The literal.
    pub expression: String,
    /// Its consistency.
    pub consistency: Option<f64>,
    /// Its coverage.
    pub coverage: Option<f64>,
}

/// A model of a recomputed solution.
#[derive(Debug, Clone, PartialEq)]
pub struct RecomputedModel {
    /// The type of the solution.
    pub solution: &'static str,
    /// The terms as solutions write them.
    pub terms: BTreeSet<String>,
    /// Consistency of the solution.
    pub consistency: Option<f64>,
    /// Coverage of the solution.
    pub coverage: Option<f64>,
}

/// What a check is about.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// The solution of an analysis.
    Solution(String),
    /// The necessity table of an analysis.
    Necessity(String),
    /// A truth table.
    TruthTable(String),
    /// The memberships of a set.
    Memberships(String),
    /// The percentiles of a set.
    Percentiles(String),
    /// A percentage, mean or figure in two places: its id, its name where it has one, the figure.
    Figure(String, Option<Text>, Figure),
}

/// One rule on one published thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The rule, 1 to 11.
    pub rule: u8,
    /// What was checked.
    pub about: About,
    /// What is wrong; empty where nothing is.
    pub findings: Vec<Finding>,
    /// Rule 7: the types of solution that have exactly the published terms.
    pub matches: Vec<&'static str>,
    /// Rule 9 for a percentage of unknown many: the most respondents, and the sample sizes that give it.
    pub sizes: Option<(u64, Vec<u64>)>,
}

impl Check {
    pub(super) fn new(rule: u8, about: &About, findings: Vec<Finding>) -> Self {
        Self { rule, about: about.clone(), findings, matches: Vec::new(), sizes: None }
    }
}
