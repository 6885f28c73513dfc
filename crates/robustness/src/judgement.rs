//! What became of a solution: three degrees of sameness, and what broke.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_qca::findings::{Output, Refusal};
use equifinal_qca::frame::Answer;
use equifinal_qca::space::Cube;
use equifinal_study::config::SolutionType;

use crate::universe::Universe;

/// The degrees of sameness, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// Every model of the interpreted solution, and no other.
    Models,
    /// The paths have the same cores: the literals of the parsimonious terms that they contain.
    Core,
    /// Every path lies within, or contains, a path of the other solution.
    Related,
}

impl Sameness {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Models, Self::Core, Self::Related];

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Models => "same_models",
            Self::Core => "same_core",
            Self::Related => "no_contradiction",
        }
    }
}

/// A solution that others are held against; its conditions must be theirs.
#[derive(Debug, Clone)]
pub struct Original {
    universe: Universe,
    answer: Answer,
    cores: BTreeSet<Cube>,
    paths: BTreeSet<Cube>,
}

/// What changed between two universes that give different solutions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Break {
    /// Rows whose output changed, by number.
    pub rows: Vec<ChangedRow>,
    /// Cases that changed their row, as positions.
    pub cases: Vec<usize>,
    /// Paths that are no longer in any model.
    pub lost: Vec<String>,
    /// Paths that were in no model.
    pub gained: Vec<String>,
    /// Why there is no solution any more.
    pub refused: Option<Refusal>,
}

/// A row whose output changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// Its number.
    pub number: u64,
    /// The configuration.
    pub configuration: String,
    /// What it said.
    pub before: Output,
    /// What it says.
    pub after: Output,
}

impl Original {
    /// The solution that a universe interprets.
    ///
    /// # Errors
    /// Why there is none.
    pub fn new(universe: Universe) -> Result<Self, String> {
        let answer = universe.interpreted().as_ref().map_err(ToString::to_string)?.clone();
        let paths = answer.models.iter().flatten().copied().collect();
        Ok(Self { cores: cores(&universe), paths, answer, universe })
    }

    /// The universe of the solution.
    pub fn universe(&self) -> &Universe {
        &self.universe
    }

    /// Which degrees of sameness another universe keeps, in the order of [`Sameness::ALL`].
    pub fn holds(&self, other: &Result<Universe, String>) -> [bool; 3] {
        let Ok(other) = other else { return [false; 3] };
        let Ok(answer) = other.interpreted() else { return [false; 3] };
        if *answer == self.answer && std::sync::Arc::ptr_eq(&other.answers, &self.universe.answers) {
            return [true; 3];
        }
        let paths: BTreeSet<Cube> = answer.models.iter().flatten().copied().collect();
        let related = paths.iter().all(|path| is_related(*path, &self.paths))
            && self.paths.iter().all(|path| is_related(*path, &paths));
        [*answer == self.answer, cores(other) == self.cores, related]
    }

    /// What changed from a universe in which the solution still held to one in which it does not.
    pub fn what_broke(&self, before: &Universe, after: &Universe) -> Break {
        let mut found = Break { rows: changed_rows(before, after), ..Break::default() };
        if before.cases.kept == after.cases.kept {
            let moved =
                |&case: &usize| before.frame.row_of(&before.cases, case) != after.frame.row_of(&after.cases, case);
            found.cases = (0..before.cases.kept.len()).filter(moved).map(|case| before.cases.kept[case]).collect();
        }
        match after.interpreted() {
            Err(refusal) => found.refused = Some(refusal.clone()),
            Ok(answer) => {
                let paths: BTreeSet<Cube> = answer.models.iter().flatten().copied().collect();
                let write = |path: &Cube| after.frame.write_term(*path);
                found.lost = self.paths.difference(&paths).map(write).collect();
                found.gained = paths.difference(&self.paths).map(write).collect();
            }
        }
        found
    }
}

/// Whether a path lies within one of `others` or contains one.
fn is_related(path: Cube, others: &BTreeSet<Cube>) -> bool {
    others.iter().any(|other| path & !other == 0 || other & !path == 0)
}

/// The core of every path of the interpreted solution.
pub(crate) fn cores(universe: &Universe) -> BTreeSet<Cube> {
    let Ok(answer) = universe.interpreted() else { return BTreeSet::new() };
    let paths = answer.models.iter().flatten().copied();
    match universe.answer(SolutionType::Parsimonious) {
        _ if universe.interpret == SolutionType::Parsimonious => paths.collect(),
        Ok(parsimonious) => paths.map(|path| core(path, parsimonious)).collect(),
        Err(_) => paths.map(|_| 0).collect(),
    }
}

/// The literals of a path that stand in a parsimonious term within it.
pub(crate) fn core(path: Cube, parsimonious: &Answer) -> Cube {
    parsimonious.models.iter().flatten().filter(|term| **term & !path == 0).fold(0, |core, term| core | term)
}

fn changed_rows(before: &Universe, after: &Universe) -> Vec<ChangedRow> {
    let outputs = |universe: &Universe| -> BTreeMap<Cube, Output> {
        universe.rows.iter().zip(&universe.outputs).map(|(row, &output)| (row.row, output)).collect()
    };
    let (old, new) = (outputs(before), outputs(after));
    let space = before.frame.space();
    let of = |outputs: &BTreeMap<Cube, Output>, row| outputs.get(row).copied().unwrap_or(Output::Remainder);
    let rows: BTreeSet<Cube> = old.keys().chain(new.keys()).copied().collect();
    let changed = rows.iter().filter(|row| of(&old, row) != of(&new, row));
    let mut changed: Vec<ChangedRow> = changed
        .map(|row| {
            let levels: Vec<usize> = space.term(*row).levels.into_iter().flatten().collect();
            ChangedRow {
                number: space.number(&levels),
                configuration: before.frame.write_term(*row),
                before: of(&old, row),
                after: of(&new, row),
            }
        })
        .collect();
    changed.sort_by_key(|row| row.number);
    changed
}
