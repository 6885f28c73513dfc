//! The recomputed results that published figures are compared with, and the result of a check.

use std::collections::BTreeSet;

use equifinal_study::text::Text;

use super::{Figure, Finding, Variant};

/// Allowed difference between recomputed and printed figures besides rounding, since anchors and memberships were
/// rounded too.
pub(super) const TOLERANCE: f64 = 0.001;

/// The recomputed results of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    /// The analysis.
    pub analysis: String,
    /// The variant of QCA, crisp or fuzzy.
    pub variant: Variant,
    /// The cutoff of raw consistency of its rows.
    pub cutoff: f64,
    /// The fit of every literal as a necessary condition.
    pub necessity: Vec<RecomputedNecessity>,
    /// The models of all solutions, by type.
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
    /// The terms, as written in solutions.
    pub terms: BTreeSet<String>,
    /// Consistency of the solution.
    pub consistency: Option<f64>,
    /// Coverage of the solution.
    pub coverage: Option<f64>,
}

/// The subject of a check.
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
    /// A percentage, mean or figure stated twice: its id, its name if it has one, and the figure.
    Figure(String, Option<Text>, Figure),
}

/// The result of one rule for one published item.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The rule, 1 to 11.
    pub rule: u8,
    /// The subject of the check.
    pub about: About,
    /// The findings; empty if there are none.
    pub findings: Vec<Finding>,
    /// Rule 7: the types of solution with exactly the published terms.
    pub matches: Vec<&'static str>,
    /// Rule 9 for a percentage of unknown sample size: the maximum number of respondents, and the sizes that give it.
    pub sizes: Option<(u64, Vec<u64>)>,
}

impl Check {
    pub(super) fn new(rule: u8, about: &About, findings: Vec<Finding>) -> Self {
        Self { rule, about: about.clone(), findings, matches: Vec::new(), sizes: None }
    }
}
