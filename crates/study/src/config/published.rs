//! Figures as a publication prints them, for the audit.

use super::SolutionType;
use crate::figure::Figure;
use crate::text::Text;

/// Everything that a study takes over from a publication to hold it against itself and against a recomputation.
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
    /// Raw values called percentiles, by set, then by percentage in [0, 100].
    pub percentiles: Vec<(String, Vec<(f64, Figure)>)>,
    /// Percentages of respondents.
    pub percentages: Vec<PublishedPercentage>,
    /// Means of whole answers.
    pub means: Vec<PublishedMean>,
    /// Figures that stand in the text and in a table.
    pub stated_twice: Vec<StatedTwice>,
}

/// A solution as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedSolution {
    /// The analysis of the study that recomputes it.
    pub analysis: String,
    /// What it is called, where the source says.
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
    /// Cases of the study, where said.
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

/// The respondents of whom a percentage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Respondents {
    /// So many.
    Exactly(u64),
    /// Not said, and no more than this.
    AtMost(u64),
}

/// A percentage as printed, a share of respondents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPercentage {
    /// The id.
    pub id: String,
    /// What it is called in reports; the id where absent.
    pub label: Option<Text>,
    /// The percentage.
    pub value: Figure,
    /// Of how many.
    pub of: Respondents,
}

/// A mean of whole answers as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedMean {
    /// The id.
    pub id: String,
    /// What it is called in reports; the id where absent.
    pub label: Option<Text>,
    /// The mean.
    pub value: Figure,
    /// Of so many respondents.
    pub of: u64,
    /// Each answering so many items.
    pub items: u64,
}

/// One figure in two places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedTwice {
    /// The id.
    pub id: String,
    /// What it is called in reports; the id where absent.
    pub label: Option<Text>,
    /// In the text.
    pub text: Figure,
    /// In the table.
    pub table: Figure,
}
