//! Core conditions of a path (Fiss 2011) over all tied models: the single rule for charts, claims and universes.
//!
//! A literal of a path is core in a parsimonious model if it occurs in a term of that model all of whose literals occur
//! in the path. The models that a path is compared with depend on the type of its solution:
//!
//! - intermediate: every parsimonious model of the pairs that give a model with the path. This is Fiss's definition;
//! - conservative: every parsimonious model. This extends the definition;
//! - parsimonious: none, since every literal is core.
//!
//! A literal that is core in all these models is always core, otherwise sometimes or never. A path that contains no
//! term of some model is composite: several terms of that model cover it together, and it has no core there.

mod composite;
mod interpreted;

use std::collections::BTreeMap;
use std::sync::Arc;

use equifinal_study::config::SolutionType;

use crate::frame::{Answer, Answers};
use crate::space::Cube;

pub use interpreted::{Discrimination, Interpreted, PathCore, Standing};

/// The name and version of the rule, printed with every chart.
pub const RULE: &str = "equifinal/core/1";

/// The literals of a path by their status; all others are peripheral.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Core {
    /// Core in every parsimonious model the path is compared with.
    pub always: Cube,
    /// Core in some, not all, of them.
    pub sometimes: Cube,
}

/// A path whose core is unknown, because there is no parsimonious solution to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unknown(pub Cube);

/// An interpreted solution as cubes, with the models that decide its cores.
#[derive(Debug, Clone, Copy)]
struct Ground<'a> {
    /// The type of the solution.
    kind: SolutionType,
    /// Its models.
    models: &'a [Vec<Cube>],
    /// For each model of an intermediate solution, the indices of the parsimonious models of its pairs.
    behind: &'a [Arc<[usize]>],
    /// The parsimonious models, if they were found.
    parsimonious: Option<&'a [Vec<Cube>]>,
}

impl<'a> Ground<'a> {
    /// The parsimonious models that a path is compared with; `None` without a parsimonious solution.
    fn behind(&self, path: Cube) -> Option<Vec<&'a [Cube]>> {
        let parsimonious = self.parsimonious?;
        let every = parsimonious.iter().map(Vec::as_slice);
        match self.kind {
            SolutionType::Parsimonious => Some(Vec::new()),
            SolutionType::Conservative => Some(every.collect()),
            SolutionType::Intermediate => {
                let with_path = self.models.iter().zip(self.behind).filter(|(model, _)| model.contains(&path));
                let (mut wanted, mut last) = (vec![false; parsimonious.len()], None);
                for (_, behind) in with_path {
                    // Models of the same pairs, which share them, follow one another.
                    if last.replace(behind).is_none_or(|last| !Arc::ptr_eq(last, behind)) {
                        behind.iter().for_each(|&at| wanted[at] = true);
                    }
                }
                Some(every.zip(wanted).filter_map(|(model, wanted)| wanted.then_some(model)).collect())
            }
        }
    }

    /// The core of a path.
    fn core(&self, path: Cube) -> Result<Core, Unknown> {
        if self.kind == SolutionType::Parsimonious {
            return Ok(Core { always: path, sometimes: 0 });
        }
        let behind = self.behind(path).filter(|behind| !behind.is_empty()).ok_or(Unknown(path))?;
        let (mut every, mut some) = (path, 0);
        for model in behind {
            let core = core_in(model, path);
            (every, some) = (every & core, some | core);
        }
        Ok(Core { always: every, sometimes: some & !every })
    }
}

/// The literals of a path that are core in one parsimonious model.
fn core_in(model: &[Cube], path: Cube) -> Cube {
    model.iter().filter(|&term| term & !path == 0).fold(0, |core, term| core | term)
}

/// The core of every path of a solution; empty if the solution is refused.
pub fn cores(answers: &Answers, kind: SolutionType) -> BTreeMap<Cube, Result<Core, Unknown>> {
    let [conservative, parsimonious, intermediate] = answers;
    let interpreted = match kind {
        SolutionType::Conservative => conservative,
        SolutionType::Parsimonious => parsimonious,
        SolutionType::Intermediate => intermediate,
    };
    let Ok(Answer { models, behind, .. }) = interpreted else { return BTreeMap::new() };
    let parsimonious = parsimonious.as_ref().ok().map(|found| found.models.as_slice());
    let ground = Ground { kind, models, behind, parsimonious };
    models.iter().flatten().map(|&path| (path, ground.core(path))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Literals A to D as bits; models apart by `|`, terms by `+`.
    fn models(text: &str) -> Vec<Vec<Cube>> {
        let literal = |name: u8| 1 << (name - b'A');
        let term = |term: &str| term.trim().bytes().fold(0, |cube, name| cube | literal(name));
        text.split('|').map(|model| model.split('+').map(term).collect()).collect()
    }

    fn check(kind: SolutionType, interpreted: &str, behind: &[&[usize]], parsimonious: Option<&str>, cores: &str) {
        let (own, parsimonious) = (models(interpreted), parsimonious.map(models));
        let behind: Vec<Arc<[usize]>> = behind.iter().map(|&behind| behind.into()).collect();
        let ground = Ground { kind, models: &own, behind: &behind, parsimonious: parsimonious.as_deref() };
        let letters = |cube: Cube| (0..4_u8).filter(move |at| cube >> at & 1 == 1).map(|at| char::from(b'A' + at));
        let write = |path: &Cube| {
            match ground.core(*path) {
                Ok(core) => {
                    letters(core.always).chain(letters(core.sometimes).map(|letter| letter.to_ascii_lowercase()))
                }
                Err(_) => return "?".to_owned(),
            }
            .collect::<String>()
        };
        let found: Vec<String> = own.iter().flatten().map(write).collect();
        assert_eq!(found.join(" "), cores, "{kind:?} {interpreted} against {parsimonious:?}");
    }

    /// Capital letters are core always, small ones sometimes.
    #[test]
    fn a_path_is_held_against_the_models_that_its_solution_says() {
        use SolutionType::{Conservative, Intermediate, Parsimonious};
        check(Intermediate, "ABC", &[&[0]], Some("A+D"), "A");
        check(Intermediate, "ABC", &[&[0]], Some("A+B"), "AB");
        check(Intermediate, "ABC", &[&[0, 1]], Some("A|B|C"), "ab");
        check(Intermediate, "ABC", &[&[1]], Some("A|B|C"), "B");
        check(Intermediate, "ABC|ABC+D|D", &[&[0], &[1], &[0]], Some("A+D|AB|C"), "Ab Ab d d");
        check(Intermediate, "ABC", &[&[0]], Some("D"), "");
        check(Conservative, "ABC", &[], Some("A|B|AC"), "abc");
        check(Conservative, "ABC", &[], Some("A+B|A"), "Ab");
        check(Conservative, "ABC", &[], None, "?");
        check(Parsimonious, "A+BC|AD", &[], Some("A+BC|AD"), "A BC AD");
    }
}
