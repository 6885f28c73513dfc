//! A conjunction of literals.

use equifinal_study::memberships::UNSAID_SIGN;

use crate::condition::Condition;

/// A conjunction: for each condition a level or `None`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// One entry per condition; for two-valued sets 1 is the set and 0 its negation.
    pub levels: Vec<Option<usize>>,
}

impl Term {
    /// Number of literals.
    pub fn len(&self) -> usize {
        self.levels.iter().flatten().count()
    }

    /// True for the empty conjunction, which covers everything.
    pub fn is_empty(&self) -> bool {
        self.levels.iter().all(Option::is_none)
    }

    /// True if every literal of this term occurs in `other`, so that it covers everything that `other` covers.
    pub fn contains(&self, other: &Self) -> bool {
        self.levels.iter().zip(&other.levels).all(|(mine, theirs)| mine.is_none() || mine == theirs)
    }

    /// True if the term covers a truth table row.
    pub fn covers(&self, row: &[usize]) -> bool {
        self.levels.iter().zip(row).all(|(demanded, level)| demanded.is_none_or(|demanded| demanded == *level))
    }

    /// The term as written in study files; `1` for the empty conjunction.
    pub fn write(&self, conditions: &[Condition]) -> String {
        let literals: Vec<String> = self
            .levels
            .iter()
            .zip(conditions)
            .filter_map(|(level, condition)| level.map(|level| write_literal(condition, level)))
            .collect();
        if literals.is_empty() { "1".to_owned() } else { literals.join("*") }
    }
}

/// A literal as written in study files: `A`, `~A`, `A[2]`; `A[-]`, which is not a literal, for an order that cannot be
/// said.
pub fn write_literal(condition: &Condition, level: usize) -> String {
    if condition.kind.is_unsaid(level) {
        format!("{}[{UNSAID_SIGN}]", condition.name)
    } else if condition.kind.is_multi_value() {
        format!("{}[{level}]", condition.name)
    } else if level == 0 {
        format!("~{}", condition.name)
    } else {
        condition.name.clone()
    }
}
