//! Figures as a publication prints them, for the audit.

use super::SolutionType;
use crate::figure::Figure;
use crate::text::Text;

/// Published figures, checked for consistency with one another and with a recomputation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Published {
    /// Solutions.
    pub solutions: Vec<PublishedSolution>,
    /// Rows of necessity tables.
    pub necessity: Vec<PublishedNecessity>,
    /// Truth tables.
    pub truth_tables: Vec<PublishedTruthTable>,
    /// Memberships by set, then by case.
    pub memberships: Vec<(String, Vec<(String, Figure)>)>,
    /// Raw values stated as percentiles, by set, then by percentage in [0, 100].
    pub percentiles: Vec<(String, Vec<(f64, Figure)>)>,
    /// Percentages of respondents.
    pub percentages: Vec<PublishedPercentage>,
    /// Means of integer answers.
    pub means: Vec<PublishedMean>,
    /// Figures stated in the text and in a table.
    pub stated_twice: Vec<StatedTwice>,
}

/// A solution as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedSolution {
    /// The analysis of the study that recomputes it.
    pub analysis: String,
    /// The type claimed in the source, if any.
    pub claimed: Option<SolutionType>,
    /// The terms.
    pub terms: Vec<PublishedTerm>,
    /// The solution's consistency, where printed.
    pub consistency: Option<Figure>,
    /// The solution's coverage, where printed.
    pub coverage: Option<Figure>,
}

/// A term as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTerm {
    /// The term, conditions in the order of the analysis.
    pub term: String,
    /// Its consistency, where printed.
    pub consistency: Option<Figure>,
    /// Its raw coverage, where printed.
    pub raw: Option<Figure>,
    /// Its unique coverage, where printed.
    pub unique: Option<Figure>,
}

/// One row of a necessity table as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedNecessity {
    /// The analysis of the study that recomputes it.
    pub analysis: String,
    /// The condition, its negation or its level.
    pub expression: String,
    /// Its consistency, where printed.
    pub consistency: Option<Figure>,
    /// Its coverage, where printed.
    pub coverage: Option<Figure>,
}

/// A truth table as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTruthTable {
    /// The id.
    pub id: String,
    /// Number of cases of the study, if stated.
    pub cases: Option<u64>,
    /// The rows.
    pub rows: Vec<PublishedRow>,
}

/// A row of a printed truth table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    /// The levels of its conditions as digits, `1101`.
    pub configuration: String,
    /// Its cases, where printed.
    pub cases: Option<u64>,
}

/// The respondents that a percentage refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Respondents {
    /// This number.
    Exactly(u64),
    /// Not stated, but at most this number.
    AtMost(u64),
}

/// A printed percentage of respondents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPercentage {
    /// The id.
    pub id: String,
    /// The label in reports; the id if `None`.
    pub label: Option<Text>,
    /// The percentage.
    pub value: Figure,
    /// The denominator.
    pub of: Respondents,
}

/// A printed mean of integer answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedMean {
    /// The id.
    pub id: String,
    /// The label in reports; the id if `None`.
    pub label: Option<Text>,
    /// The mean.
    pub value: Figure,
    /// Number of respondents.
    pub of: u64,
    /// Number of items per respondent.
    pub items: u64,
}

/// One figure stated in two places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedTwice {
    /// The id.
    pub id: String,
    /// The label in reports; the id if `None`.
    pub label: Option<Text>,
    /// The figure in the text.
    pub text: Figure,
    /// The figure in the table.
    pub table: Figure,
}
