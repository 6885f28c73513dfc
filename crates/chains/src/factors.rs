//! The factors of a chain and the distinct configurations of their values, with exact degrees of membership.
//!
//! Degrees are whole numbers of [`ONE`](equifinal_study::exact::ONE), so minima, maxima, complements and sums are
//! exact. Cases with the same values are one configuration with a weight.

use std::collections::BTreeMap;

use equifinal_qca::space::{Cube, Space, SpaceError};
use equifinal_study::crossover::is_out;
use equifinal_study::exact::{ONE, units};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

use crate::fit::{Fit, Target};

/// One factor and its possible values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// The set's name.
    pub name: String,
    /// The set's kind.
    pub kind: SetKind,
    /// Its values: 0 and 1, or the observed levels of a multi-value set, ascending.
    pub levels: Vec<usize>,
}

impl Factor {
    fn new(set: &Set, cases: &[usize]) -> Self {
        let is_observed = |level: &usize| cases.iter().any(|&case| set.at_level(case, *level) > 0.0);
        let levels =
            (0..set.kind.literals()).filter(|level| !set.kind.is_multi_value() || is_observed(level)).collect();
        Self { name: set.name.clone(), kind: set.kind, levels }
    }

    /// The literal at the position of a level, as in study files: `A`, `~A`, `A[2]`.
    fn write(&self, position: usize) -> String {
        match (self.kind.is_multi_value(), self.levels.get(position)) {
            (true, Some(level)) => format!("{}[{level}]", self.name),
            (false, Some(0)) => format!("~{}", self.name),
            _ => self.name.clone(),
        }
    }
}

/// The factors, their space, and the configurations of the cases.
#[derive(Debug, Clone)]
pub struct Factors {
    /// The factors, in the study file's order.
    pub factors: Vec<Factor>,
    /// The space of their values.
    pub space: Space,
    /// Number of cases used: those with a value of every factor, in a configuration of enough cases.
    pub cases: usize,
    /// Number of cases left out because a factor has no value.
    pub left_out: usize,
    /// Number of cases left out because their configuration has too few.
    pub rare: usize,
    /// The cases of each distinct configuration, as indices of the memberships.
    pub configurations: Vec<Vec<usize>>,
    /// The number of cases of each distinct configuration.
    pub(crate) weights: Vec<u64>,
    /// The crisp row of each configuration; a membership of one half counts as in.
    pub(crate) rows: Vec<Cube>,
    /// The degrees of each literal, by bit, over the configurations.
    degrees: Vec<Vec<u64>>,
}

impl Factors {
    /// The factors named, over all cases that have a value of each and share the values of all with at least
    /// `frequency` - 1 others.
    ///
    /// # Errors
    /// Too many factors or levels for a [`Space`].
    pub(crate) fn new(names: &[String], frequency: usize, memberships: &Memberships) -> Result<Self, SpaceError> {
        let sets: Vec<&Set> = names.iter().filter_map(|name| memberships.set(name)).collect();
        let mut configurations: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
        for case in (0..memberships.cases.len()).filter(|&case| sets.iter().all(|set| set.has(case))) {
            let values = sets.iter().map(|set| set.values[case].to_bits()).collect();
            configurations.entry(values).or_default().push(case);
        }
        let complete: usize = configurations.values().map(Vec::len).sum();
        let configurations: Vec<Vec<usize>> =
            configurations.into_values().filter(|members| members.len() >= frequency).collect();
        let cases = configurations.concat();
        let factors: Vec<Factor> = sets.iter().map(|set| Factor::new(set, &cases)).collect();
        let kinds: Vec<SetKind> = factors.iter().map(|factor| kind_of(factor.levels.len())).collect();
        let space = Space::new(&kinds)?;
        let firsts: Vec<usize> = configurations.iter().filter_map(|members| members.first().copied()).collect();
        let mut degrees = vec![Vec::new(); 128];
        for (at, (factor, set)) in factors.iter().zip(&sets).enumerate() {
            for (position, &level) in factor.levels.iter().enumerate() {
                let of = |&case: &usize| degree(set, case, level);
                degrees[bit(space.literal(at, position))] = firsts.iter().map(of).collect();
            }
        }
        let row = |&case: &usize| {
            let positions: Vec<usize> =
                sets.iter().zip(&factors).map(|(set, factor)| position(set, factor, case)).collect();
            space.row(&positions)
        };
        let rows = firsts.iter().map(row).collect();
        let weights = configurations.iter().map(|members| members.len() as u64).collect();
        let (left_out, rare) = (memberships.cases.len() - complete, complete - cases.len());
        Ok(Self { factors, space, cases: cases.len(), left_out, rare, configurations, weights, rows, degrees })
    }

    /// The degrees of one literal over the configurations.
    pub(crate) fn degrees(&self, literal: Cube) -> &[u64] {
        &self.degrees[bit(literal)]
    }

    /// The degrees of a conjunction.
    pub(crate) fn conjunction(&self, cube: Cube) -> Vec<u64> {
        let mut all = vec![ONE; self.rows.len()];
        for literal in literals(cube) {
            all.iter_mut().zip(self.degrees(literal)).for_each(|(all, one)| *all = (*all).min(*one));
        }
        all
    }

    /// The degrees of a disjunction of conjunctions.
    pub(crate) fn disjunction(&self, terms: &[Cube]) -> Vec<u64> {
        let mut any = vec![0; self.rows.len()];
        for &term in terms {
            any.iter_mut().zip(self.conjunction(term)).for_each(|(any, one)| *any = (*any).max(one));
        }
        any
    }

    /// The outcome of this literal.
    pub(crate) fn target(&self, outcome: Cube) -> Target<'_> {
        Target::new(self.degrees(outcome), &self.weights)
    }

    /// The fit of a disjunction of conjunctions.
    pub(crate) fn fit(&self, target: &Target<'_>, terms: &[Cube]) -> Fit {
        target.fit(&target.sums(self.disjunction(terms).into_iter()))
    }

    /// All literals of one factor, in the order of its levels.
    pub(crate) fn literals_of(&self, factor: usize) -> impl Iterator<Item = Cube> + '_ {
        (0..self.space.levels(factor)).map(move |level| self.space.literal(factor, level))
    }

    /// The factor of a literal.
    pub(crate) fn factor_of(&self, literal: Cube) -> usize {
        (0..self.factors.len()).find(|&factor| self.space.condition(factor) & literal != 0).unwrap_or_default()
    }

    /// The cube of a literal as written; `None` if its set is not a factor or has no such observed level.
    pub fn literal(&self, literal: &Literal) -> Option<Cube> {
        let at = self.factors.iter().position(|factor| factor.name == literal.set)?;
        let factor = &self.factors[at];
        let level = literal.level.unwrap_or(usize::from(!literal.negated));
        let position = factor.levels.iter().position(|one| *one == level)?;
        (literal.level.is_some() == factor.kind.is_multi_value() && !(literal.negated && literal.level.is_some()))
            .then(|| self.space.literal(at, position))
    }

    /// A literal in the words of the study; `None` for a cube that is not one.
    pub(crate) fn literal_of(&self, literal: Cube) -> Option<Literal> {
        let factor = self.factors.get(self.factor_of(literal))?;
        let level = *factor.levels.get(self.space.level(literal, self.factor_of(literal))?)?;
        let has_levels = factor.kind.is_multi_value();
        let set = factor.name.clone();
        Some(Literal { set, level: has_levels.then_some(level), negated: !has_levels && level == 0 })
    }

    /// The literals of a conjunction, in the words of the study, by factor.
    pub fn literals(&self, cube: Cube) -> Vec<Literal> {
        literals(cube).filter_map(|literal| self.literal_of(literal)).collect()
    }

    /// True if any factor has levels.
    pub(crate) fn has_levels(&self) -> bool {
        self.factors.iter().any(|factor| factor.kind.is_multi_value())
    }

    /// A conjunction as written in study files, factors in declared order.
    pub fn write(&self, cube: Cube) -> String {
        let literal = |(at, factor): (usize, &Factor)| self.space.level(cube, at).map(|level| factor.write(level));
        let literals: Vec<String> = self.factors.iter().enumerate().filter_map(literal).collect();
        literals.join("*")
    }

    /// A disjunction as written in study files.
    pub fn write_all(&self, terms: &[Cube]) -> String {
        terms.iter().map(|&term| self.write(term)).collect::<Vec<_>>().join(" + ")
    }

    /// Sorts the terms of a disjunction: fewer literals first, then by factor.
    pub(crate) fn sort(&self, terms: &mut [Cube]) {
        terms.sort_by_cached_key(|&term| self.space.order(term));
    }
}

/// The literals of a cube, ascending.
pub(crate) fn literals(cube: Cube) -> impl Iterator<Item = Cube> {
    (0..Cube::BITS).map(|bit| 1 << bit).filter(move |literal| cube & literal != 0)
}

fn bit(literal: Cube) -> usize {
    literal.trailing_zeros() as usize
}

fn kind_of(levels: usize) -> SetKind {
    if levels == 2 { SetKind::Crisp } else { SetKind::MultiValue { levels } }
}

/// The degree of a case at a level; a negation is the exact complement.
fn degree(set: &Set, case: usize, level: usize) -> u64 {
    match set.kind {
        SetKind::Crisp | SetKind::Fuzzy if level == 0 => ONE - units(set.values[case]),
        SetKind::Crisp | SetKind::Fuzzy | SetKind::MultiValue { .. } | SetKind::Temporal => {
            units(set.at_level(case, level))
        }
    }
}

/// The position of the level of a case.
fn position(set: &Set, factor: &Factor, case: usize) -> usize {
    if set.kind.is_multi_value() {
        factor.levels.iter().position(|&level| set.at_level(case, level) > 0.0).unwrap_or_default()
    } else {
        usize::from(!is_out(set.values[case]))
    }
}
