//! The best consistency and coverage that any disjunction of the factors can have (Baumgartner & Ambühl 2021).
//!
//! With crisp and multi-value factors a disjunction is a choice of configurations of the possible causes. All choices
//! with the same number of cases have the same consistency as they have the same coverage, so it is enough to know the
//! most cases with the outcome for every number of cases chosen: a knapsack, filled configuration by configuration. No
//! list of assignments is made, and nothing is left out.

use std::collections::BTreeMap;

use equifinal_qca::QcaError;
use equifinal_qca::space::Cube;
use equifinal_study::config::Chain;
use equifinal_study::memberships::{Memberships, Set, SetKind};

use crate::budget::Budget;
use crate::factors::Factors;
use crate::minimised::{MinimisedFindings, of_table};

/// The attainable fit of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimum {
    /// The outcome's literal.
    pub outcome: Cube,
    /// Pairs of consistency and coverage in (0, 1], as Ragin (2006) defines them, that no other disjunction exceeds in
    /// one without falling short in the other; highest consistency first.
    pub points: Vec<(f64, f64)>,
    /// The position of the pair with the largest product.
    pub best: usize,
    /// The shortest disjunctions with that fit.
    pub shortest: MinimisedFindings,
}

/// One configuration of the possible causes.
struct Group {
    row: Cube,
    cases: usize,
    with_outcome: usize,
}

/// The attainable fit of every outcome that has a possible cause and a case; none with fuzzy factors, and none for more
/// cases than the budget allows.
///
/// # Errors
/// As for [`equifinal_qca::analyse`].
pub(crate) fn optima(
    factors: &Factors,
    chain: &Chain,
    outcomes: &[Cube],
    budget: &Budget,
) -> Result<Vec<Optimum>, QcaError> {
    if factors.factors.iter().any(|factor| factor.kind == SetKind::Fuzzy) {
        return Ok(Vec::new());
    }
    outcomes.iter().filter_map(|&outcome| one(factors, chain, outcome, budget).transpose()).collect()
}

fn one(factors: &Factors, chain: &Chain, outcome: Cube, budget: &Budget) -> Result<Option<Optimum>, QcaError> {
    let groups = groups(factors, chain, outcome);
    let present: usize = groups.iter().map(|group| group.with_outcome).sum();
    if present == 0 || (groups.len() * factors.cases) as u64 > budget.work {
        return Ok(None);
    }
    let chosen = Choices::new(&groups, factors.cases);
    let points = chosen.points(present);
    let product = |&(_, point): &(usize, (f64, f64))| point.0 * point.1;
    let best = points.iter().enumerate().map(|(at, (_, point))| (at, *point));
    let best = best.max_by(|one, other| product(one).total_cmp(&product(other)).then(other.0.cmp(&one.0)));
    let Some((best, _)) = best else { return Ok(None) };
    let selected = chosen.selected(&groups, points[best].0);
    let Some(shortest) =
        of_table(factors, chain, &table(factors, chain, outcome, &groups, &selected), outcome, budget)?
    else {
        return Ok(None);
    };
    Ok(Some(Optimum { outcome, points: points.into_iter().map(|(_, point)| point).collect(), best, shortest }))
}

/// The configurations of the possible causes.
fn groups(factors: &Factors, chain: &Chain, outcome: Cube) -> Vec<Group> {
    let effect = &factors.factors[factors.factor_of(outcome)].name;
    let causes = factors.factors.iter().enumerate().filter(|(_, factor)| chain.causes.may_cause(&factor.name, effect));
    let bits = causes.fold(0, |all, (at, _)| all | factors.space.condition(at));
    let mut groups: BTreeMap<Cube, (usize, usize)> = BTreeMap::new();
    for (row, members) in factors.rows.iter().zip(&factors.configurations) {
        let entry = groups.entry(row & bits).or_default();
        entry.0 += members.len();
        entry.1 += if row & outcome == 0 { 0 } else { members.len() };
    }
    let group = |(row, (cases, with_outcome)): (Cube, (usize, usize))| Group { row, cases, with_outcome };
    groups.into_iter().map(group).collect()
}

/// The most cases with the outcome for every number of cases, and the choices that lead there.
struct Choices {
    /// By number of cases; `None` if no choice has this number.
    most: Vec<Option<usize>>,
    /// True if the group at the first position is chosen for the number of cases at the second.
    taken: Vec<Vec<bool>>,
}

impl Choices {
    fn new(groups: &[Group], cases: usize) -> Self {
        let mut most: Vec<Option<usize>> = vec![None; cases + 1];
        most[0] = Some(0);
        let mut taken = Vec::with_capacity(groups.len());
        for group in groups {
            let mut row = vec![false; cases + 1];
            for number in (group.cases..=cases).rev() {
                let with = most[number - group.cases].map(|before| before + group.with_outcome);
                if with > most[number] {
                    most[number] = with;
                    row[number] = true;
                }
            }
            taken.push(row);
        }
        Self { most, taken }
    }

    /// The numbers of cases whose fit no other one exceeds, with that fit; highest consistency first.
    #[expect(clippy::cast_precision_loss, reason = "numbers of cases are far below 2^52")]
    fn points(&self, present: usize) -> Vec<(usize, (f64, f64))> {
        let with = self.most.iter().enumerate().skip(1);
        let with = with.filter_map(|(cases, most)| Some((cases, (*most)?)).filter(|(_, most)| *most > 0));
        let mut all: Vec<(usize, (f64, f64))> =
            with.map(|(cases, most)| (cases, (most as f64 / cases as f64, most as f64 / present as f64))).collect();
        all.sort_by(|(_, one), (_, other)| other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1)));
        let mut highest = 0.0_f64;
        all.retain(|(_, (_, coverage))| {
            let exceeds = *coverage > highest;
            highest = highest.max(*coverage);
            exceeds
        });
        all
    }

    /// The groups chosen for a number of cases.
    fn selected(&self, groups: &[Group], cases: usize) -> Vec<bool> {
        let mut selected = vec![false; groups.len()];
        let mut left = cases;
        for at in (0..groups.len()).rev() {
            if self.taken[at][left] {
                selected[at] = true;
                left -= groups[at].cases;
            }
        }
        selected
    }
}

/// One case for each configuration, with the outcome where it is chosen.
fn table(factors: &Factors, chain: &Chain, outcome: Cube, groups: &[Group], selected: &[bool]) -> Memberships {
    let effect = factors.factor_of(outcome);
    let with = factors.space.level(outcome, effect).unwrap_or_default();
    let set = |(at, name): (usize, &String)| {
        let factor = &factors.factors[at];
        let value = |(group, &selected): (&Group, &bool)| {
            let position = if at != effect {
                factors.space.level(group.row, at).unwrap_or_default()
            } else if selected {
                with
            } else {
                usize::from(with == 0)
            };
            level(factor.levels.get(position).copied().unwrap_or_default())
        };
        let kind = if factor.kind == SetKind::Fuzzy { SetKind::Crisp } else { factor.kind };
        Set { name: name.clone(), kind, values: groups.iter().zip(selected).map(value).collect() }
    };
    Memberships {
        cases: (0..groups.len()).map(|at| format!("{at:06}")).collect(),
        sets: chain.factors.iter().enumerate().map(set).collect(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "levels are few")]
fn level(level: usize) -> f64 {
    level as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The pairs that no other choice of groups exceeds, by trying all choices.
    fn by_enumeration(groups: &[Group]) -> Vec<(f64, f64)> {
        let present: usize = groups.iter().map(|group| group.with_outcome).sum();
        let fit = |pick: u32| {
            let chosen = || groups.iter().enumerate().filter(|(at, _)| pick >> at & 1 == 1);
            let cases: usize = chosen().map(|(_, group)| group.cases).sum();
            let with: usize = chosen().map(|(_, group)| group.with_outcome).sum();
            (with as f64 / cases as f64, with as f64 / present as f64)
        };
        let all: Vec<(f64, f64)> = (1..1_u32 << groups.len()).map(fit).filter(|point| point.1 > 0.0).collect();
        let exceeds = |one: &(f64, f64), other: &(f64, f64)| one.0 >= other.0 && one.1 >= other.1 && one != other;
        let mut best: Vec<(f64, f64)> =
            all.iter().filter(|one| !all.iter().any(|other| exceeds(other, one))).copied().collect();
        best.sort_by(|one, other| other.partial_cmp(one).unwrap());
        best.dedup();
        best
    }

    proptest! {
        #[test]
        fn the_knapsack_finds_what_all_choices_find(
            cells in proptest::collection::vec((1_usize..6, 0_usize..6), 1..9)
        ) {
            let group = |(at, &(cases, with)): (usize, &(usize, usize))| {
                Group { row: at as Cube, cases, with_outcome: with.min(cases) }
            };
            let groups: Vec<Group> = cells.iter().enumerate().map(group).collect();
            let present: usize = groups.iter().map(|group| group.with_outcome).sum();
            prop_assume!(present > 0);
            let cases = groups.iter().map(|group| group.cases).sum();
            let choices = Choices::new(&groups, cases);
            let found = choices.points(present);
            let fits: Vec<(f64, f64)> = found.iter().map(|(_, point)| *point).collect();
            prop_assert_eq!(fits, by_enumeration(&groups));
            for (number, (consistency, _)) in found {
                let selected = choices.selected(&groups, number);
                let chosen = || groups.iter().zip(&selected).filter(|(_, chosen)| **chosen);
                prop_assert_eq!(chosen().map(|(group, _)| group.cases).sum::<usize>(), number);
                let with = chosen().map(|(group, _)| group.with_outcome).sum::<usize>();
                prop_assert!((with as f64 / number as f64 - consistency).abs() < 1e-12);
            }
        }
    }
}
