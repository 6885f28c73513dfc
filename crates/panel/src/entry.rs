//! The fit of one expression: consistency and coverage, pooled, between and within.

/// A ratio of sums: pooled, between and within. `None` for 0/0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clustered {
    /// Over all cases.
    pub pooled: Option<f64>,
    /// Over the units of each period.
    pub between: Vec<Option<f64>>,
    /// The distance of these from being equal.
    pub between_distance: Option<f64>,
    /// Over the periods of each unit.
    pub within: Vec<Option<f64>>,
    /// The distance of these from being equal.
    pub within_distance: Option<f64>,
}

/// The fit of an expression.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Its consistency.
    pub consistency: Clustered,
    /// Its coverage.
    pub coverage: Clustered,
}
