//! Parts of an evaluation study: indicators over the years, answers of respondents, themes of interviews.

use super::Direction;
use crate::text::Text;

/// The indicators of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorTable {
    /// The name of the table.
    pub table: String,
    /// Its indicators, in the file's order.
    pub indicators: Vec<IndicatorSpec>,
}

/// An indicator as a study declares it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorSpec {
    /// The name.
    pub name: String,
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// The definition.
    pub definition: Option<Text>,
    /// The unit; values in `share` are printed as percentages.
    pub unit: Option<String>,
    /// The unit counted (inpatients, visits).
    pub quantity: Option<String>,
    /// The column of its values.
    pub column: String,
    /// Claimed minimum of the last value, as a multiple of the first.
    pub first_to_last: Option<f64>,
    /// Claimed minimum growth in the last year.
    pub growth: Option<f64>,
    /// The target.
    pub target: Option<IndicatorTarget>,
}

/// The target of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorTarget {
    /// The value.
    pub value: f64,
    /// The side on which it is met.
    pub direction: Direction,
    /// The study's target with this value, if any.
    pub name: Option<String>,
}

/// A theme of interviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSpec {
    /// The name by which passages are coded.
    pub name: String,
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// The recommendation that follows from it.
    pub recommendation: Option<Text>,
    /// The related indicators.
    pub indicators: Vec<String>,
}

/// The statements about the answers in one table of responses.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersSpec {
    /// The table.
    pub table: String,
    /// Items with frequencies of answers.
    pub frequencies: Vec<String>,
    /// Items with a scale or a number, for means.
    pub means: Vec<String>,
    /// Shares of respondents, in the file's order.
    pub shares: Vec<ShareSpec>,
    /// The item that defines the groups for shares and means.
    pub by: Option<String>,
}

/// The share of respondents with a rating at or above a code.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareSpec {
    /// The name.
    pub name: String,
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// The item.
    pub item: String,
    /// The lowest code counted.
    pub at_least: f64,
}
