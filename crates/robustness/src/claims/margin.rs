//! A number of a claim beside its bar.

use equifinal_study::config::{Bound, Contradicting, Number};

/// The name of a parameter with its value and its bar.
pub(super) type Barred = (&'static str, Option<f64>, f64);

/// A number that a claim sets a bar for.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// The quantity.
    pub measured: Measured,
    /// Its value; of several tied models that of the worst, or of the best if one is enough.
    pub value: Option<f64>,
    /// The bar.
    pub bound: Bound,
}

/// The quantities that claims set bars for.
#[derive(Debug, Clone, PartialEq)]
pub enum Measured {
    /// A parameter of fit, by its name in results.
    Parameter(&'static str),
    /// The number of paths.
    Paths,
    /// The number of contradictory rows or deviant cases.
    Contradictions(Contradicting),
    /// The share of possible universes that keep a finding.
    Survival,
    /// The smallest fall from one path to the next.
    Fall,
    /// A number that the study reports.
    Number(Number),
}

impl Measured {
    /// The name in results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Parameter(name) => name,
            Self::Paths => "paths",
            Self::Contradictions(Contradicting::Rows) => "contradictory_rows",
            Self::Contradictions(Contradicting::Cases) => "deviant_cases",
            Self::Survival => "survival",
            Self::Fall => "fall",
            Self::Number(_) => "number",
        }
    }
}

impl Margin {
    /// The distance to the bar, positive on the side of the claim; `None` where the claim is one value, or there is none.
    pub fn distance(&self) -> Option<f64> {
        match self.bound {
            Bound::AtLeast(bar) | Bound::Above(bar) => self.value.map(|value| value - bar),
            Bound::AtMost(bar) | Bound::Below(bar) => self.value.map(|value| bar - value),
            Bound::Printed(_) | Bound::Percent(_) => None,
        }
    }
}
