//! The cases of one analysis: sorted, after the crossover policy, with the outcome selected.

use std::sync::Arc;

use equifinal_study::config::{Analysis, AtCrossover};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::natural;

use crate::condition::Condition;
use crate::crossover::{CrossoverCell, concerns, used};
use crate::degrees::{in_literal, level_in};
use crate::dnf::Misfit;
use crate::error::QcaError;
use crate::frame::{Cases, Frame, all_have};
use crate::fuzzy::least;
use crate::missing_case::MissingCase;
use crate::space::{Cube, Space};

/// Memberships of one analysis.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    /// The ids, in natural order.
    pub(crate) cases: Arc<Vec<String>>,
    /// The conditions, most significant first.
    pub(crate) conditions: Vec<Condition>,
    /// The part of the analysis that does not depend on the cases.
    pub(crate) frame: Frame,
    /// The configurations that the conditions span.
    pub(crate) space: Space,
    /// Membership of each case in each level of each condition: `[condition][level][case]`.
    pub(crate) degrees: Arc<Vec<Vec<Vec<f64>>>>,
    /// Membership of each case in the outcome, or in its negation if that is analysed.
    pub(crate) outcome: Vec<f64>,
    /// The cases without a value of a set, in natural order.
    pub(crate) missing: Vec<MissingCase>,
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
        let frame = Frame::of_any(analysis, &kinds)?;
        let outcome = find(&analysis.outcome.set)?;
        let policy = analysis.at_crossover;
        let all = natural::order(&memberships.cases);
        let (order, without): (Vec<usize>, Vec<usize>) =
            all.into_iter().partition(|&case| all_have(&sets, outcome, case));
        let missing = without.into_iter().map(|case| missing(memberships, (&sets, outcome), case)).collect();
        let near: Vec<(usize, &Set)> = order
            .iter()
            .flat_map(|&case| sets.iter().map(move |&set| (case, set)))
            .filter(|&(case, set)| concerns(set, case))
            .collect();
        if policy == AtCrossover::Refuse && !near.is_empty() {
            let cells = near.iter().map(|(case, set)| format!("{}/{}", memberships.cases[*case], set.name));
            return Err(QcaError::AtCrossover { analysis: name(), cells: cells.collect() });
        }
        let Cases { kept, values, outcome } = frame.cases_in(&sets, outcome, order)?;
        let degrees = values.iter().zip(&kinds).map(|(values, kind)| degrees(values, *kind)).collect();
        Ok(Self {
            cases: Arc::new(kept.iter().map(|&case| memberships.cases[case].clone()).collect()),
            conditions: frame.conditions().to_vec(),
            space: frame.space().clone(),
            frame,
            degrees: Arc::new(degrees),
            outcome,
            missing,
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
            let level = level_in(levels, case)?;
            Some(row | self.space.literal(condition, level))
        })
    }

    /// Membership of every case in a literal of an expression.
    ///
    /// # Errors
    /// A set that is not a condition, or a level that it does not have.
    pub(crate) fn in_literal(&self, literal: &Literal) -> Result<Vec<f64>, Misfit> {
        in_literal(&self.conditions, &self.degrees, literal)
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

/// A case with the conditions, and then the outcome, that it has no value of.
fn missing(memberships: &Memberships, (conditions, outcome): (&[&Set], &Set), case: usize) -> MissingCase {
    let lacking = conditions.iter().copied().chain([outcome]).filter(|set| !set.has(case));
    MissingCase { case: memberships.cases[case].clone(), sets: lacking.map(|set| set.name.clone()).collect() }
}

/// Membership of the cases in each level of a condition, `[level][case]`.
fn degrees(values: &[f64], kind: SetKind) -> Vec<Vec<f64>> {
    (0..kind.levels()).map(|level| values.iter().map(|&value| kind.degree(value, level)).collect()).collect()
}
