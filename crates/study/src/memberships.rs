//! Cases by sets: the output of calibration and input of the analysis.

use crate::missing::{are_same, is_missing, known};

/// Kinds of sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetKind {
    /// Only 0 and 1.
    Crisp,
    /// Any degree from 0 to 1.
    Fuzzy,
    /// A level 0, 1, … of a multi-value condition.
    MultiValue {
        /// Number of levels.
        levels: usize,
    },
    /// The order of two events: 1, 0, or [`UNSAID`] for a case of which it cannot be said (Caren & Panofsky 2005).
    Temporal,
}

/// The level of a temporal condition in cases of which the order cannot be said; no literal names it.
pub const UNSAID: usize = 2;

/// The sign of [`UNSAID`] in data files, truth tables and results.
pub const UNSAID_SIGN: &str = "-";

impl SetKind {
    /// Number of values of this set in truth table rows.
    pub fn levels(self) -> usize {
        match self {
            Self::Crisp | Self::Fuzzy => 2,
            Self::MultiValue { levels } => levels,
            Self::Temporal => UNSAID + 1,
        }
    }

    /// Number of levels that a literal can name: the first ones.
    pub fn literals(self) -> usize {
        if self == Self::Temporal { UNSAID } else { self.levels() }
    }

    /// True if values are degrees in [0, 1], not levels.
    pub fn has_degrees(self) -> bool {
        matches!(self, Self::Crisp | Self::Fuzzy)
    }

    /// The level as data files and tables write it.
    pub fn sign(self, level: usize) -> String {
        if self.is_unsaid(level) { UNSAID_SIGN.to_owned() } else { level.to_string() }
    }

    /// True if this level of the set is that of cases of which it cannot be said.
    pub fn is_unsaid(self, level: usize) -> bool {
        self == Self::Temporal && level == UNSAID
    }

    /// Membership in a literal that names `level`, or its negation.
    ///
    /// The negation of a temporal condition is the reverse order: a case of which the order cannot be said is in
    /// neither.
    #[inline]
    pub fn in_literal(self, value: f64, level: usize, negated: bool) -> f64 {
        match (self, negated) {
            (Self::Temporal, true) => self.degree(value, 1 - level.min(1)),
            (_, true) => 1.0 - self.degree(value, level),
            (_, false) => self.degree(value, level),
        }
    }

    /// Membership at `level` of a case with this value (for two-valued sets 1 is the set, 0 its negation).
    #[inline]
    pub fn degree(self, value: f64, level: usize) -> f64 {
        match self {
            Self::MultiValue { .. } | Self::Temporal => f64::from(u8::from(value.total_cmp(&(level as f64)).is_eq())),
            _ if level == 0 => 1.0 - value,
            _ => value,
        }
    }

    /// True if literals have a level, `A[2]`.
    pub fn is_multi_value(self) -> bool {
        matches!(self, Self::MultiValue { .. })
    }
}

/// One set with one value per case, [`MISSING`](crate::missing::MISSING) for a case that has none. Memberships are in
/// [0, 1]; levels are integers.
#[derive(Debug, Clone)]
pub struct Set {
    /// The set's name in expressions.
    pub name: String,
    /// The kind of the values.
    pub kind: SetKind,
    /// One value per case.
    pub values: Vec<f64>,
}

impl PartialEq for Set {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.kind == other.kind && are_same(&self.values, &other.values)
    }
}

impl Set {
    /// True if the case has a value.
    pub fn has(&self, case: usize) -> bool {
        self.values.get(case).is_some_and(|value| !is_missing(*value))
    }

    /// The values of the cases that have one.
    pub fn known(&self) -> impl Iterator<Item = f64> {
        known(&self.values)
    }

    /// Membership of `case` in the set at `level` (for two-valued sets 1 is the set, 0 its negation).
    #[inline]
    pub fn at_level(&self, case: usize, level: usize) -> f64 {
        self.kind.degree(self.values[case], level)
    }
}

/// All sets of a study over all its cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Memberships {
    /// The ids of the cases.
    pub cases: Vec<String>,
    /// The sets, in the study file's order.
    pub sets: Vec<Set>,
}

impl Memberships {
    /// The set of this name.
    pub fn set(&self, name: &str) -> Option<&Set> {
        self.sets.iter().find(|set| set.name == name)
    }
}
