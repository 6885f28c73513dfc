//! Compares solutions: three degrees of sameness, and the differences.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_qca::findings::{Output, Refusal};
use equifinal_qca::space::Cube;

use crate::impossible::Impossible;
use crate::models::Models;
use crate::universe::Universe;

/// The degrees of sameness, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// Every model of the interpreted solution, and no other.
    Models,
    /// Model by model, the paths have the same cores, over all tied models: see [`equifinal_qca::core`].
    Core,
    /// Every model is related to one of the other solution: each path of either is contained in, or contains, one of
    /// the other.
    Related,
}

impl Sameness {
    /// All degrees.
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

/// A solution that others are compared with; they must have the same conditions.
#[derive(Debug, Clone)]
pub struct Original {
    universe: Universe,
    models: Models,
    paths: BTreeSet<Cube>,
}

/// The differences between two universes with different solutions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Break {
    /// Rows whose output changed, by number.
    pub rows: Vec<ChangedRow>,
    /// Cases that changed their row, as indices.
    pub cases: Vec<usize>,
    /// Paths that are no longer in any model.
    pub lost: Vec<String>,
    /// Paths that are new in some model.
    pub gained: Vec<String>,
    /// The refusal, if there is no solution any more.
    pub refused: Option<Refusal>,
}

/// A row whose output changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// Its number.
    pub number: u64,
    /// The configuration.
    pub configuration: String,
    /// Its output before.
    pub before: Output,
    /// Its output after.
    pub after: Output,
}

impl Original {
    /// The interpreted solution of a universe.
    ///
    /// # Errors
    /// The refusal of the solution.
    pub fn new(universe: Universe) -> Result<Self, Refusal> {
        let answer = universe.interpreted().as_ref().map_err(Refusal::clone)?;
        let models = Models::of(answer, &universe, &Some);
        Ok(Self { paths: models.paths(), models, universe })
    }

    /// The universe of the solution.
    pub fn universe(&self) -> &Universe {
        &self.universe
    }

    /// The degrees of sameness that another universe keeps, in the order of [`Sameness::ALL`]; `None` if undecided,
    /// because of a budget or unlisted models.
    pub fn holds(&self, other: &Result<Universe, Impossible>) -> [Option<bool>; 3] {
        let Ok(other) = other else { return [Some(false); 3] };
        if self.has_table_of(other) {
            return [Some(true); 3];
        }
        match other.interpreted() {
            Ok(answer) => self.models.sameness(&Models::of(answer, other, &Some)),
            Err(refusal) if refusal.is_budget() => [None; 3],
            Err(_) => [Some(false); 3],
        }
    }

    /// True if the observed rows and their outputs are equal, and so the solutions.
    fn has_table_of(&self, other: &Universe) -> bool {
        let rows = |universe: &'_ Universe| universe.rows.iter().map(|row| row.row).collect::<Vec<Cube>>();
        self.universe.interpret == other.interpret
            && self.universe.outputs == other.outputs
            && rows(&self.universe) == rows(other)
    }

    /// The differences between a universe in which the solution held and one in which it does not.
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
