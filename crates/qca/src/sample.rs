//! The cases of one analysis: sorted, after the crossover policy, with the outcome selected.

use std::sync::Arc;

use equifinal_study::config::{Analysis, AtCrossover};
use equifinal_study::crossover::is_in;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::natural;

use crate::condition::Condition;
use crate::crossover::{CrossoverCell, concerns, used};
use crate::dnf::{Misfit, level_of};
use crate::error::QcaError;
use crate::fuzzy::least;
use crate::space::{Cube, Space};

/// Memberships of one analysis.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    /// The ids, in natural order.
    pub(crate) cases: Arc<Vec<String>>,
    /// The conditions, most significant first.
    pub(crate) conditions: Vec<Condition>,
    /// The configurations that the conditions span.
    pub(crate) space: Space,
    /// Membership of each case in each level of each condition: `[condition][level][case]`.
    pub(crate) degrees: Arc<Vec<Vec<Vec<f64>>>>,
    /// Membership of each case in the outcome, or in its negation if that is analysed.
    pub(crate) outcome: Vec<f64>,
    /// The cells near 0.5, before the policy, sorted by case.
    pub(crate) at_crossover: Vec<CrossoverCell>,
}

impl Sample {
    /// Selects, sorts and prepares the cases of `analysis`.
    ///
    /// # Errors
    /// Sets or levels that do not exist, memberships near 0.5 under `refuse`, no conditions or cases, or too many
    /// conditions.
    pub(crate) fn new(analysis: &Analysis, memberships: &Memberships) -> Result<Self, QcaError> {
        let name = || analysis.name.clone();
        let find = |set: &str| {
            memberships.set(set).ok_or_else(|| QcaError::UnknownSet { analysis: name(), set: set.to_owned() })
        };
        if analysis.conditions.is_empty() {
            return Err(QcaError::NoConditions { analysis: name() });
        }
        let sets = analysis.conditions.iter().map(|set| find(set)).collect::<Result<Vec<&Set>, _>>()?;
        let kinds: Vec<SetKind> = sets.iter().map(|set| set.kind).collect();
        let space = Space::new(&kinds).map_err(|source| QcaError::Space { analysis: name(), source })?;
        let outcome_set = find(&analysis.outcome.set)?;
        check_outcome(&analysis.name, &analysis.outcome, outcome_set)?;

        let policy = analysis.at_crossover;
        let mut order = natural::order(&memberships.cases);
        let near: Vec<(usize, &Set)> = order
            .iter()
            .flat_map(|&case| sets.iter().map(move |&set| (case, set)))
            .filter(|&(case, set)| concerns(set, case))
            .collect();
        if policy == AtCrossover::Refuse && !near.is_empty() {
            let cells = near.iter().map(|(case, set)| format!("{}/{}", memberships.cases[*case], set.name));
            return Err(QcaError::AtCrossover { analysis: name(), cells: cells.collect() });
        }
        order.retain(|&case| sets.iter().all(|set| used(policy, set, case).is_some()));
        if order.is_empty() {
            return Err(QcaError::NoCases { analysis: name() });
        }
        let degrees = sets.iter().map(|set| degrees(set, &order, policy)).collect();
        Ok(Self {
            cases: Arc::new(order.iter().map(|&case| memberships.cases[case].clone()).collect()),
            conditions: sets.iter().map(|set| Condition { name: set.name.clone(), kind: set.kind }).collect(),
            space,
            degrees: Arc::new(degrees),
            outcome: order.iter().map(|&case| outcome_degree(&analysis.outcome, outcome_set, case)).collect(),
            at_crossover: near
                .into_iter()
                .map(|(case, set)| CrossoverCell {
                    case: memberships.cases[case].clone(),
                    condition: set.name.clone(),
                    membership: set.values[case],
                    used: used(policy, set, case),
                })
                .collect(),
        })
    }

    /// The row of `case`; `None` if a membership is 0.5.
    pub(crate) fn row_of(&self, case: usize) -> Option<Cube> {
        self.degrees.iter().enumerate().try_fold(0, |row, (condition, levels)| {
            let level = levels.iter().position(|degrees| is_in(degrees[case]))?;
            Some(row | self.space.literal(condition, level))
        })
    }

    /// Membership of every case in a literal of an expression.
    ///
    /// # Errors
    /// A set that is not a condition, or a level that it does not have.
    pub(crate) fn in_literal(&self, literal: &Literal) -> Result<Vec<f64>, Misfit> {
        let position = self.conditions.iter().position(|condition| condition.name == literal.set);
        let position = position.ok_or_else(|| Misfit::NoSet { set: literal.set.clone() })?;
        let level = level_of(literal, self.conditions[position].kind)?;
        let degrees = self.degrees[position][level].iter();
        Ok(degrees.map(|&degree| if literal.negated { 1.0 - degree } else { degree }).collect())
    }

    /// Membership of every case in a cube: the minimum over its literals.
    pub(crate) fn memberships(&self, cube: Cube) -> Vec<f64> {
        let mut memberships = vec![1.0; self.cases.len()];
        for (condition, levels) in self.degrees.iter().enumerate() {
            if let Some(level) = self.space.level(cube, condition) {
                for (membership, &degree) in memberships.iter_mut().zip(&levels[level]) {
                    *membership = least(*membership, degree);
                }
            }
        }
        memberships
    }
}

/// Membership of the cases in each level of a condition, `[level][case]`.
fn degrees(set: &Set, order: &[usize], policy: AtCrossover) -> Vec<Vec<f64>> {
    let values: Vec<f64> = order.iter().filter_map(|&case| used(policy, set, case)).collect();
    (0..set.kind.levels()).map(|level| values.iter().map(|&value| set.kind.degree(value, level)).collect()).collect()
}

/// Refuses an outcome level that the set does not have.
pub(crate) fn check_outcome(analysis: &str, outcome: &Literal, set: &Set) -> Result<(), QcaError> {
    match (outcome.level, set.kind) {
        (Some(level), SetKind::MultiValue { levels }) if level >= levels => {
            Err(QcaError::NoLevel { analysis: analysis.to_owned(), set: set.name.clone(), level, highest: levels - 1 })
        }
        (Some(_), SetKind::MultiValue { .. }) | (None, SetKind::Crisp | SetKind::Fuzzy) => Ok(()),
        (level, _) => Err(QcaError::Level {
            analysis: analysis.to_owned(),
            literal: outcome.to_string(),
            multi_value: level.is_none(),
        }),
    }
}

/// Membership of `case` in the outcome, or in its negation if that is analysed.
pub(crate) fn outcome_degree(outcome: &Literal, set: &Set, case: usize) -> f64 {
    let degree = set.at_level(case, outcome.level.unwrap_or(1));
    if outcome.negated { 1.0 - degree } else { degree }
}
