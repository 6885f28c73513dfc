//! The period of a set's scores in panel data, defined before calibration.

/// The score of a case in terms of the periods of its unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetTime {
    /// The score in this period, the same for all periods of a unit. If the sets of the analyses are such sets, the
    /// cases are the units.
    At(String),
    /// The score this many periods earlier, at least 1.
    Lag(u32),
    /// The score this many periods later, at least 1.
    Lead(u32),
    /// The score minus that of this many periods earlier.
    Change(u32),
    /// That difference divided by the earlier score; missing if the earlier score is 0.
    Growth(u32),
}

impl SetTime {
    /// The name in study files and results.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::At(_) => "at",
            Self::Lag(_) => "lag",
            Self::Lead(_) => "lead",
            Self::Change(_) => "change",
            Self::Growth(_) => "growth",
        }
    }

    /// The number of periods between the scores; `None` for a fixed period.
    pub const fn periods(&self) -> Option<u32> {
        match self {
            Self::At(_) => None,
            Self::Lag(periods) | Self::Lead(periods) | Self::Change(periods) | Self::Growth(periods) => Some(*periods),
        }
    }

    /// The fixed period.
    pub fn at(&self) -> Option<&str> {
        match self {
            Self::At(period) => Some(period),
            _ => None,
        }
    }

    /// True if two scores are subtracted, so that both must be numbers.
    pub const fn is_difference(&self) -> bool {
        matches!(self, Self::Change(_) | Self::Growth(_))
    }
}
