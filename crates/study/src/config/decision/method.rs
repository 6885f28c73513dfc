//! Numbers and choices of necessary condition analyses and of coincidence analyses, named `ANALYSIS.key`.

use std::fmt;

use crate::config::{Ceiling, NcaSpec, Scope};

/// A number of a necessary condition analysis, or of a coincidence analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MethodNumber {
    /// The smallest effect size that counts as necessary, in (0, 1].
    EffectSize,
    /// The largest p-value that counts as necessary, in (0, 1).
    P,
    /// The smallest consistency of a coincidence analysis, in (0, 1].
    Consistency,
    /// The smallest coverage of a coincidence analysis, in (0, 1].
    Coverage,
}

/// A choice of a necessary condition analysis.
#[derive(Debug, Clone, PartialEq)]
pub enum NcaChoice {
    /// The ceiling that decides, by its name.
    DecideBy(String),
    /// Theoretical scopes by set; the observed ones if there are none.
    Scope(Vec<Scope>),
    /// Number of the most influential cases that are left out for each condition, at most [`NcaChoice::MOST_LEFT_OUT`].
    Outliers(usize),
}

impl MethodNumber {
    /// All numbers.
    pub const ALL: [Self; 4] = [Self::EffectSize, Self::P, Self::Consistency, Self::Coverage];

    /// The name in study files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EffectSize => "effect_size",
            Self::P => "p",
            Self::Consistency => "consistency",
            Self::Coverage => "coverage",
        }
    }

    /// The number of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|number| number.name() == name)
    }

    /// True if a value is in the range of the number.
    pub fn allows(self, value: f64) -> bool {
        value > 0.0 && if self == Self::P { value < 1.0 } else { value <= 1.0 }
    }

    /// True for a number of a necessary condition analysis.
    pub const fn is_of_nca(self) -> bool {
        matches!(self, Self::EffectSize | Self::P)
    }
}

impl NcaChoice {
    /// The names in study files.
    pub const NAMES: [&'static str; 3] = ["decide_by", "scope", "outliers"];

    /// The word for observed scopes.
    pub const OBSERVED: &'static str = "observed";

    /// The maximum number of influential cases left out.
    pub const MOST_LEFT_OUT: usize = 2;

    /// The name in study files.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DecideBy(_) => "decide_by",
            Self::Scope(_) => "scope",
            Self::Outliers(_) => "outliers",
        }
    }

    /// The choice of this name and value, as it is written.
    pub(super) fn read(name: &str, value: &str) -> Option<Self> {
        Some(match name {
            "decide_by" => Self::DecideBy(Ceiling::ALL_NAMES.into_iter().find(|known| *known == value)?.to_owned()),
            "scope" if value == Self::OBSERVED => Self::Scope(Vec::new()),
            "scope" => Self::Scope(value.split('+').map(scope).collect::<Option<_>>()?),
            "outliers" => Self::Outliers(value.parse().ok().filter(|count| *count <= Self::MOST_LEFT_OUT)?),
            _ => return None,
        })
    }

    /// The own choice of an analysis about the same matter.
    #[must_use]
    pub fn own(&self, spec: &NcaSpec) -> Option<Self> {
        Some(match self {
            Self::DecideBy(_) => Self::DecideBy(spec.deciding()?.name().to_owned()),
            Self::Scope(_) => Self::Scope(spec.scope.clone()),
            Self::Outliers(_) => Self::Outliers(spec.leave_out),
        })
    }
}

/// `SET:low:high`.
fn scope(text: &str) -> Option<Scope> {
    let mut parts = text.split(':');
    let (set, low, high) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let fits = |low: f64, high: f64| low.is_finite() && high.is_finite() && low < high;
    (parts.next().is_none() && !set.is_empty() && fits(low, high)).then(|| (set.to_owned(), (low, high)))
}

impl fmt::Display for NcaChoice {
    /// The value, as [`read`](super::read) accepts it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DecideBy(ceiling) => f.write_str(ceiling),
            Self::Scope(scopes) if scopes.is_empty() => f.write_str(Self::OBSERVED),
            Self::Scope(scopes) => {
                let one = |(set, (low, high)): &Scope| format!("{set}:{low}:{high}");
                f.write_str(&scopes.iter().map(one).collect::<Vec<_>>().join("+"))
            }
            Self::Outliers(count) => write!(f, "{count}"),
        }
    }
}
