//! Constructs and respondents' scores on them, with their reliability.

use crate::responses::Absent;

/// Items that together measure one construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Construct {
    /// The name.
    pub name: String,
    /// The items by name.
    pub items: Vec<String>,
    /// The scoring.
    pub score: Scoring,
    /// The largest share of a respondent's items that may be unanswered, in [0, 1].
    pub missing_at_most: f64,
}

/// Methods of scoring.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Scoring {
    /// The mean of the answers given.
    #[default]
    Mean,
    /// The sum; unanswered items count as the respondent's mean, and a skipped item gives no sum.
    Sum,
    /// The mean of the answers given with these weights, positive, one per item.
    Weighted(Vec<f64>),
    /// The score on the items' common factor, standardised; only of respondents who answer every item.
    Factor,
}

/// The scores of one construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The construct.
    pub construct: String,
    /// The score of each respondent, or the reason why there is none.
    pub values: Vec<Result<f64, Absent>>,
    /// Their reliability; `None` for a single item, or if answers do not vary.
    pub reliability: Option<Reliability>,
}

/// Internal consistency of a construct.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Number of items.
    pub items: usize,
    /// Number of complete responses used.
    pub responses: usize,
    /// Cronbach's α, at most 1.
    pub alpha: f64,
    /// Its 95 % interval.
    pub alpha_interval: (f64, f64),
    /// McDonald's ω, if one factor could be estimated.
    pub omega: Option<f64>,
}
