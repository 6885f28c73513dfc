//! The values of the cases that an analysis compares, from the tables of a study.

use std::borrow::Cow;

use equifinal_study::config::{Corner, NcaSpec, NcaValues, SetSpec, Slope};
use equifinal_study::memberships::Memberships;
use equifinal_study::missing::is_missing;
use equifinal_study::natural;
use equifinal_study::table::CaseTable;

/// The cases that have a value of every set of an analysis, in natural order of their ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The ids.
    pub cases: Vec<String>,
    /// The outcome.
    pub outcome: Variable,
    /// The conditions, in declared order.
    pub conditions: Vec<Variable>,
    /// The group of each case, if the analysis compares groups.
    pub groups: Option<Vec<String>>,
    /// Ids of the cases that lack a value, in natural order.
    pub without_value: Vec<String>,
}

/// One value and one membership per case.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// The set.
    pub set: String,
    /// The values compared: scores, or memberships.
    pub values: Vec<f64>,
    /// The memberships or levels.
    pub memberships: Vec<f64>,
    /// The direction in which memberships go with the values; `None` if they go both ways.
    pub slope: Option<Slope>,
}

impl Variable {
    /// True if a higher value is less in the set.
    pub fn is_falling(&self) -> bool {
        self.slope == Some(Slope::Falling)
    }

    /// The membership at a value: that of a case with this value, else on the straight line between the two nearest
    /// cases, else that of the outermost case.
    pub fn membership_at(&self, value: f64) -> Option<f64> {
        let known = || self.values.iter().copied().zip(self.memberships.iter().copied());
        let below = known().filter(|one| one.0 <= value).max_by(|a, b| a.0.total_cmp(&b.0));
        let above = known().filter(|one| one.0 >= value).min_by(|a, b| a.0.total_cmp(&b.0));
        match (below, above) {
            (Some(from), Some(to)) if to.0 > from.0 => {
                Some(from.1 + (value - from.0) * (to.1 - from.1) / (to.0 - from.0))
            }
            (Some(one), _) | (None, Some(one)) => Some(one.1),
            (None, None) => None,
        }
    }
}

/// The corner that is empty if the set of `condition` is necessary for that of `outcome`, by their directions.
pub fn default_corner(condition: &Variable, outcome: &Variable) -> Corner {
    Corner::at(condition.is_falling(), outcome.is_falling())
}

impl Sample {
    /// The sample of an analysis; `None` if one of its sets has no such values, which the study file's parser refuses.
    pub fn of(spec: &NcaSpec, table: &CaseTable, sets: &[SetSpec], memberships: &Memberships) -> Option<Self> {
        let variables: Vec<Variable> =
            spec.sets().map(|set| variable(spec, set, table, sets, memberships)).collect::<Option<_>>()?;
        let has = |&case: &usize| {
            let known = |values: &[f64]| values.get(case).is_some_and(|&value| !is_missing(value));
            variables.iter().all(|variable| known(&variable.values) && known(&variable.memberships))
        };
        let order = natural::order(&memberships.cases);
        let (kept, lacking): (Vec<usize>, Vec<usize>) = order.into_iter().partition(has);
        let pick = |values: &[f64]| kept.iter().filter_map(|&case| values.get(case).copied()).collect::<Vec<f64>>();
        let ids = |places: &[usize]| places.iter().filter_map(|&case| memberships.cases.get(case).cloned()).collect();
        let mut picked = variables.into_iter().map(|variable| Variable {
            values: pick(&variable.values),
            memberships: pick(&variable.memberships),
            ..variable
        });
        let outcome = picked.next()?;
        let groups = match &spec.groups {
            Some(column) => Some(groups(column, table, &kept)?),
            None => None,
        };
        let (cases, without_value) = (ids(&kept), ids(&lacking));
        Some(Self { cases, outcome, conditions: picked.collect(), groups, without_value })
    }
}

impl Sample {
    /// The sample without the cases at these places.
    #[must_use]
    pub(crate) fn without(self, places: &[usize]) -> Self {
        fn kept<T>(all: Vec<T>, places: &[usize]) -> Vec<T> {
            all.into_iter().enumerate().filter(|(at, _)| !places.contains(at)).map(|(_, one)| one).collect()
        }
        let fewer = |variable: Variable| Variable {
            values: kept(variable.values, places),
            memberships: kept(variable.memberships, places),
            ..variable
        };
        Self {
            cases: kept(self.cases, places),
            outcome: fewer(self.outcome),
            conditions: self.conditions.into_iter().map(fewer).collect(),
            groups: self.groups.map(|groups| kept(groups, places)),
            without_value: self.without_value,
        }
    }
}

fn variable(
    spec: &NcaSpec,
    set: &str,
    table: &CaseTable,
    sets: &[SetSpec],
    memberships: &Memberships,
) -> Option<Variable> {
    let degrees = &memberships.set(set)?.values;
    let (values, slope) = match spec.on {
        NcaValues::Memberships => (Cow::Borrowed(degrees.as_slice()), Some(Slope::Rising)),
        NcaValues::Scores => {
            let set = sets.iter().find(|known| known.name == set)?;
            (table.numbers(set)?, set.calibrate.slope())
        }
    };
    Some(Variable { set: set.to_owned(), values: values.into_owned(), memberships: degrees.clone(), slope })
}

/// The group of each kept case: the text of the column; cases without one are in the group of the empty text.
fn groups(column: &str, table: &CaseTable, kept: &[usize]) -> Option<Vec<String>> {
    let texts = table.columns.iter().filter(|own| own.name == column).find_map(|own| match &own.cells {
        equifinal_study::table::Cells::Texts(texts, _) => Some(texts),
        equifinal_study::table::Cells::Numbers(_) => None,
    })?;
    Some(kept.iter().filter_map(|&case| texts.get(case).cloned()).collect())
}
