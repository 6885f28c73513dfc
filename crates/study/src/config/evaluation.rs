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
    /// How the theme and an indicator go together.
    pub inferences: Vec<MetaInference>,
}

/// The inference from a theme and an indicator together (Fetters, Curry & Creswell 2013).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetaInference {
    /// The indicator.
    pub indicator: String,
    /// How they go together.
    pub fit: Fit,
    /// The reason.
    pub because: Option<Text>,
}

/// How numbers and interviews go together; where one of them says nothing there is silence, which needs no statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Both say the same.
    Confirmation,
    /// One adds what the other cannot show.
    Expansion,
    /// They contradict each other.
    Discordance,
}

impl Fit {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Confirmation, Self::Expansion, Self::Discordance];

    /// Their names.
    pub const NAMES: [&'static str; 3] = [Self::Confirmation.name(), Self::Expansion.name(), Self::Discordance.name()];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fit| fit.name() == name)
    }

    /// The name in study files, and the end of the key of its message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Expansion => "expansion",
            Self::Discordance => "discordance",
        }
    }
}

/// A table that the author writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The name.
    pub name: String,
    /// The title.
    pub title: Text,
    /// The heads of the columns.
    pub columns: Vec<Text>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Text>>,
    /// A note below it.
    pub note: Option<Text>,
}

/// A recommendation, and what in the study it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// The recommendation.
    pub text: Text,
    /// The claims it rests on, by id.
    pub claims: Vec<String>,
    /// The themes it answers.
    pub themes: Vec<String>,
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
