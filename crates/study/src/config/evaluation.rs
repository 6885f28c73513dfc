//! Parts of a study that is an evaluation: indicators over the years, what respondents said, themes of interviews.

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
    /// What it is called in reports; the name where absent.
    pub label: Option<Text>,
    /// How it is defined.
    pub definition: Option<Text>,
    /// The unit; values in `share` are printed as percentages.
    pub unit: Option<String>,
    /// What it counts (inpatients, visits).
    pub quantity: Option<String>,
    /// The column of its values.
    pub column: String,
    /// The last value is said to be at least this many times the first.
    pub first_to_last: Option<f64>,
    /// The last year's growth is said to be at least this share.
    pub growth: Option<f64>,
    /// The target.
    pub target: Option<IndicatorTarget>,
}

/// The target of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorTarget {
    /// The value.
    pub value: f64,
    /// On which side it is met.
    pub direction: Direction,
    /// The target of the study that it is.
    pub name: Option<String>,
}

/// A theme of interviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSpec {
    /// The name by which passages are coded.
    pub name: String,
    /// What it is called in reports; the name where absent.
    pub label: Option<Text>,
    /// What follows from it.
    pub recommendation: Option<Text>,
    /// The indicators it speaks of.
    pub indicators: Vec<String>,
}

/// What is told of the answers in one table of responses.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersSpec {
    /// The table.
    pub table: String,
    /// Items whose answers are counted.
    pub frequencies: Vec<String>,
    /// Items with a scale or a number, whose answers are averaged.
    pub means: Vec<String>,
    /// Shares of respondents, in the file's order.
    pub shares: Vec<ShareSpec>,
    /// The item by whose answers shares and means are compared.
    pub by: Option<String>,
}

/// The share of respondents who rate an item so high.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareSpec {
    /// The name.
    pub name: String,
    /// What it is called in reports; the name where absent.
    pub label: Option<Text>,
    /// The item.
    pub item: String,
    /// From this code upwards.
    pub at_least: f64,
}
