//! One universe of one analysis held against the study's own findings.

use std::collections::BTreeSet;

use equifinal_qca::findings::Findings;
use equifinal_qca::frame::{Answer, Frame};
use equifinal_qca::necessity::passes;
use equifinal_qca::space::Cube;
use equifinal_qca::term::Term;
use equifinal_study::config::{Kept, NecessityCuts, SolutionType};

use crate::decisions::Decisions;
use crate::judgement::core;
use crate::memory::Memory;
use crate::universe::{Laboratory, Universe};

/// What the study itself found in one analysis: paths of the interpreted solution and necessary conditions.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The analysis.
    pub analysis: String,
    /// The frame of the study's own analysis; other frames are translated into it.
    frame: Frame,
    /// The models of the interpreted solution, each a set of paths.
    models: BTreeSet<BTreeSet<Cube>>,
    /// The paths of all models.
    pub paths: Vec<Cube>,
    /// The necessary literals.
    pub necessary: Vec<Cube>,
    /// Every literal, for what part it plays.
    pub literals: Vec<Cube>,
    necessity: NecessityCuts,
    cores: BTreeSet<Cube>,
}

/// What became of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is a path still.
    Exact,
    /// Paths within it are left.
    Narrower,
    /// A path contains it.
    Wider,
    /// Nothing is related to it.
    Lost,
}

impl Fate {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Narrower, Self::Wider, Self::Lost];

    /// Whether the path is kept in this way.
    pub fn keeps(self, kept: Kept) -> bool {
        match self {
            Self::Exact => true,
            Self::Narrower => matches!(kept, Kept::Narrower | Kept::Related),
            Self::Wider => matches!(kept, Kept::Wider | Kept::Related),
            Self::Lost => false,
        }
    }
}

/// What became of everything that the study found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The models as written, or why there is none.
    pub solution: Result<String, String>,
    /// How many models there are.
    pub models: u128,
    /// Whether they are the study's own.
    pub same_models: bool,
    /// Whether the cores of the paths are.
    pub same_core: bool,
    /// Whether every path is related to one of the study's and the other way round.
    pub no_contradiction: bool,
    /// What became of each of the study's paths.
    pub fates: Vec<Fate>,
    /// Every path, in terms of the study's own conditions.
    pub paths: Vec<Cube>,
    /// For each literal: in the core of some path, in some path, or in none.
    pub parts: Vec<Part>,
}

impl Verdict {
    /// Whether the solution is kept in this way.
    pub fn keeps(&self, kept: Kept) -> bool {
        match kept {
            Kept::Core => self.same_core,
            Kept::Related => self.no_contradiction,
            Kept::Exact | Kept::Narrower | Kept::Wider => self.same_models,
        }
    }
}

/// Which of a baseline's necessary conditions, of which there are at most 128, still are: a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StillNecessary {
    bits: u128,
    count: usize,
}

impl StillNecessary {
    /// None of so many.
    pub fn none_of(count: usize) -> Self {
        Self { bits: 0, count }
    }

    /// One answer a condition, in the order of the baseline.
    pub fn iter(self) -> impl Iterator<Item = bool> {
        (0..self.count).map(move |at| self.bits >> at & 1 == 1)
    }
}

impl FromIterator<bool> for StillNecessary {
    fn from_iter<I: IntoIterator<Item = bool>>(held: I) -> Self {
        let add = |Self { bits, count }, holds| Self { bits: bits | u128::from(holds) << count, count: count + 1 };
        held.into_iter().fold(Self::default(), add)
    }
}

/// The part that a literal plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// In the core of some path.
    Core,
    /// In some path, never in a core.
    Peripheral,
    /// In no path.
    None,
}

impl Baseline {
    /// What the study found, given the universe of its own decisions; nothing where it has no solution.
    pub fn new(findings: &Findings, own: &Universe) -> Option<Self> {
        let answer = own.interpreted().as_ref().ok()?;
        let space = own.frame.space();
        let literals = (0..space.conditions())
            .flat_map(|condition| (0..space.levels(condition)).rev().map(move |level| space.literal(condition, level)));
        let necessary = findings.necessity.iter().filter(|row| row.necessary);
        let paths: BTreeSet<Cube> = answer.models.iter().flatten().copied().collect();
        Some(Self {
            analysis: findings.analysis.name.clone(),
            models: answer.models.iter().map(|model| model.iter().copied().collect()).collect(),
            paths: paths.into_iter().collect(),
            necessary: necessary.map(|row| space.literal(row.condition, row.level)).collect(),
            literals: literals.collect(),
            necessity: findings.analysis.necessity,
            cores: cores_of(answer, own, &|cube| Some(cube)),
            frame: (*own.frame).clone(),
        })
    }

    /// A term as the study writes it.
    pub fn write(&self, term: Cube) -> String {
        self.frame.write_term(term)
    }

    /// What became of everything in another universe.
    pub fn judge(&self, universe: &Universe) -> Verdict {
        let answer = match universe.interpreted() {
            Ok(answer) => answer,
            Err(refusal) => return self.nothing(refusal.to_string()),
        };
        let frame = &*universe.frame;
        let translate = |cube: Cube| translated(frame, &self.frame, cube);
        let models: BTreeSet<BTreeSet<Cube>> =
            answer.models.iter().map(|model| model.iter().filter_map(|&cube| translate(cube)).collect()).collect();
        let paths: BTreeSet<Cube> = models.iter().flatten().copied().collect();
        let cores = cores_of(answer, universe, &translate);
        let fates: Vec<Fate> = self.paths.iter().map(|&path| fate(path, &paths)).collect();
        let own: BTreeSet<Cube> = self.paths.iter().copied().collect();
        let written: Vec<String> = answer.models.iter().take(8).map(|model| frame.write(model)).collect();
        let parts = self.literals.iter().map(|&literal| part(literal, &cores, &paths)).collect();
        Verdict {
            solution: Ok(written.join(" | ")),
            models: answer.count,
            same_models: models == self.models,
            same_core: cores == self.cores,
            no_contradiction: fates.iter().all(|fate| *fate != Fate::Lost)
                && paths.iter().all(|&path| fate(path, &own) != Fate::Lost),
            fates,
            paths: paths.into_iter().collect(),
            parts,
        }
    }

    /// Where there is no solution nothing is left.
    pub(crate) fn nothing(&self, reason: String) -> Verdict {
        Verdict {
            solution: Err(reason),
            models: 0,
            same_models: false,
            same_core: false,
            no_contradiction: false,
            fates: vec![Fate::Lost; self.paths.len()],
            paths: Vec::new(),
            parts: vec![Part::None; self.literals.len()],
        }
    }

    /// Which of the study's necessary conditions are still necessary.
    pub fn still_necessary(&self, universe: &Universe) -> StillNecessary {
        let holds = |&literal: &Cube| {
            let Some(own) = translated(&self.frame, &universe.frame, literal) else { return false };
            passes(&universe.frame.necessity(&universe.cases, own), &self.necessity)
        };
        self.necessary.iter().map(holds).collect()
    }
}

/// What the study found in every analysis that has a solution, with its position.
pub(crate) fn baselines(laboratory: &Laboratory<'_>, findings: &[Findings]) -> Vec<(usize, Baseline)> {
    let own = laboratory.universe(&mut Memory::default(), &Decisions::default());
    let baseline = |(at, own): (usize, Result<Universe, String>)| {
        let name = &laboratory.study().analyses.get(at)?.name;
        let findings = findings.iter().find(|findings| findings.analysis.name == *name)?;
        Some((at, Baseline::new(findings, &own.ok()?)?))
    };
    own.into_iter().enumerate().filter_map(baseline).collect()
}

fn cores_of(answer: &Answer, universe: &Universe, translate: &dyn Fn(Cube) -> Option<Cube>) -> BTreeSet<Cube> {
    let paths = answer.models.iter().flatten().copied();
    let cores: BTreeSet<Cube> = match universe.answer(SolutionType::Parsimonious) {
        _ if universe.interpret == SolutionType::Parsimonious => paths.collect(),
        Ok(parsimonious) => paths.map(|path| core(path, parsimonious)).collect(),
        Err(_) => paths.map(|_| 0).collect(),
    };
    cores.into_iter().filter_map(translate).collect()
}

/// A term of one frame in another; nothing where that lacks a condition or level.
fn translated(from: &Frame, to: &Frame, cube: Cube) -> Option<Cube> {
    if from.conditions() == to.conditions() {
        return Some(cube);
    }
    let term: Term = from.space().term(cube);
    let mut translated = 0;
    for (condition, level) in from.conditions().iter().zip(term.levels) {
        let Some(level) = level else { continue };
        let at = to.conditions().iter().position(|other| other.name == condition.name)?;
        if to.conditions().get(at)?.kind.levels() != condition.kind.levels() {
            return None;
        }
        translated |= to.space().literal(at, level);
    }
    Some(translated)
}

fn fate(path: Cube, others: &BTreeSet<Cube>) -> Fate {
    if others.contains(&path) {
        Fate::Exact
    } else if others.iter().any(|other| other & !path == 0) {
        Fate::Wider
    } else if others.iter().any(|other| path & !other == 0) {
        Fate::Narrower
    } else {
        Fate::Lost
    }
}

fn part(literal: Cube, cores: &BTreeSet<Cube>, paths: &BTreeSet<Cube>) -> Part {
    if cores.iter().any(|core| core & literal != 0) {
        Part::Core
    } else if paths.iter().any(|path| path & literal != 0) {
        Part::Peripheral
    } else {
        Part::None
    }
}
