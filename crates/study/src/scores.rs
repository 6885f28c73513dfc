//! Constructs and the scores they give respondents, with their reliability.

use crate::responses::Absent;

/// Items that together measure one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Construct {
    /// The name.
    pub name: String,
    /// The items by name.
    pub items: Vec<String>,
    /// How answers become a score.
    pub score: Scoring,
    /// The largest share of the items put to a respondent that may be unanswered, in [0, 1].
    pub missing_at_most: f64,
}

/// How answers become a score.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Scoring {
    /// The mean of the answers given.
    #[default]
    Mean,
    /// The sum; unanswered items count as the respondent's mean, and a skipped item leaves no sum.
    Sum,
    /// The mean of the answers given with these weights, above 0 and one an item.
    Weighted(Vec<f64>),
    /// The score on the items' common factor, standardised; only of respondents who answer every item.
    Factor,
}

/// The scores of one construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The construct.
    pub construct: String,
    /// The score of each respondent, or why there is none.
    pub values: Vec<Result<f64, Absent>>,
    /// How reliable they are; nothing for a single item, or where answers do not vary.
    pub reliability: Option<Reliability>,
}

/// Internal consistency of a construct.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Items.
    pub items: usize,
    /// Complete responses it rests on.
    pub responses: usize,
    /// Cronbach's α, at most 1.
    pub alpha: f64,
    /// Its 95 % interval.
    pub alpha_interval: (f64, f64),
    /// McDonald's ω, where one factor could be estimated.
    pub omega: Option<f64>,
}
