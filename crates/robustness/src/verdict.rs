//! Compares one universe of one analysis with the study's own findings.

use std::collections::BTreeSet;

use equifinal_qca::core::Unknown;
use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_qca::frame::Frame;
use equifinal_qca::necessity::passes;
use equifinal_qca::space::Cube;
use equifinal_qca::term::Term;
use equifinal_study::config::{Kept, NecessityCuts};

use crate::cores::Cores;
use crate::decisions::Decisions;
pub use crate::fate::Fate;
use crate::impossible::{Ground, Impossible};
use crate::memory::Memory;
use crate::models::Models;
use crate::named::cube;
use crate::tied::ruled;
use crate::universe::{Reanalysis, Universe};

/// The study's own findings in one analysis: paths of the interpreted solution and necessary conditions.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The analysis.
    pub analysis: String,
    /// The frame of the study's own analysis; other frames are translated into it.
    frame: Frame,
    /// The models of the interpreted solution.
    models: Models,
    /// The first model, as reported.
    reported: Vec<Cube>,
    /// The paths of all models.
    pub paths: Vec<Cube>,
    /// The named paths of the study, each with its terms.
    pub named: Vec<(String, Vec<Cube>)>,
    /// The necessary literals.
    pub necessary: Vec<Cube>,
    /// Every literal, for its role.
    pub literals: Vec<Cube>,
    necessity: NecessityCuts,
}

/// The state of a universe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// With a solution of which every model is listed.
    Solved,
    /// Without a solution.
    NoSolution,
    /// A budget was reached: the solution is unknown, or not every model is listed.
    Undecided,
    /// Its decisions cannot be applied.
    Impossible(Ground),
}

impl State {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::NoSolution => "no_solution",
            Self::Undecided => "undecided",
            Self::Impossible(_) => "impossible",
        }
    }
}

/// The ways in which a finding is kept, in the order of [`Kept::ALL`]; `None` if undecided.
pub type Ways = [Option<bool>; Kept::ALL.len()];

/// The results for all findings of the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The state of the universe.
    pub state: State,
    /// The models as written, at most eight, or the reason why there is none.
    pub solution: Result<String, String>,
    /// Number of models.
    pub models: u128,
    /// True if the models are the study's own.
    pub same_models: Option<bool>,
    /// True if the cores of the paths are the same, model by model.
    pub same_core: Option<bool>,
    /// True if every model is related to one of the study's, and vice versa.
    pub no_contradiction: Option<bool>,
    /// The fate of each of the study's paths; `None` if undecided.
    pub fates: Vec<Option<Fate>>,
    /// The ways in which each named path is kept: one of its terms in every model.
    pub named: Vec<Ways>,
    /// Every path, as a term over the study's own conditions.
    pub paths: Vec<Cube>,
    /// The role of each literal.
    pub parts: Vec<Part>,
}

impl Verdict {
    /// True if the solution is kept in this way; `None` if undecided.
    pub fn keeps(&self, kept: Kept) -> Option<bool> {
        match kept {
            Kept::Core => self.same_core,
            Kept::Related => self.no_contradiction,
            Kept::Exact | Kept::Narrower | Kept::Wider => self.same_models,
        }
    }
}

/// The necessary conditions of a baseline that still are, at most 128, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StillNecessary {
    bits: u128,
    count: usize,
}

impl StillNecessary {
    /// None of `count` conditions.
    pub fn none_of(count: usize) -> Self {
        Self { bits: 0, count }
    }

    /// One answer per condition, in the order of the baseline.
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

/// The role of a literal: the first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// In the core of some path, over all tied models.
    Core,
    /// In the core of some path, in some of the tied models only.
    SometimesCore,
    /// In some path of unknown core, since there is no parsimonious solution.
    Unknown,
    /// In some path, never in a core.
    Peripheral,
    /// In no path.
    None,
    /// Not decided: a budget was reached.
    Undecided,
}

impl Part {
    /// All roles in order.
    pub const ALL: [Self; 6] =
        [Self::Core, Self::SometimesCore, Self::Unknown, Self::Peripheral, Self::None, Self::Undecided];

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::SometimesCore => "sometimes_core",
            Self::Unknown => "unknown",
            Self::Peripheral => "peripheral",
            Self::None => "none",
            Self::Undecided => "undecided",
        }
    }

    /// The letter in the table of a sweep.
    pub fn letter(self) -> char {
        match self {
            Self::Core => 'C',
            Self::SometimesCore => 'S',
            Self::Unknown => 'U',
            Self::Peripheral => 'P',
            Self::None => '-',
            Self::Undecided => '?',
        }
    }
}

impl Baseline {
    /// The baseline of a study, given the universe of its own decisions; `None` if it has no solution.
    pub fn new(findings: &Findings, own: &Universe) -> Option<Self> {
        let answer = own.interpreted().as_ref().ok()?;
        let space = own.frame.space();
        let literals = (0..space.conditions()).flat_map(|condition| {
            (0..space.literals(condition)).rev().map(move |level| space.literal(condition, level))
        });
        let necessary = findings.necessity.iter().filter(|row| row.necessary);
        let models = Models::of(answer, own, &Some);
        let named = findings.analysis.paths.iter().map(|path| {
            let terms = path.terms.iter().filter_map(|term| cube(term, own.frame.conditions(), space));
            (path.name.clone(), terms.collect())
        });
        Some(Self {
            analysis: findings.analysis.name.clone(),
            paths: models.paths().into_iter().collect(),
            named: named.collect(),
            reported: answer.models.first().cloned().unwrap_or_default(),
            models,
            necessary: necessary.map(|row| space.literal(row.condition, row.level)).collect(),
            literals: literals.collect(),
            necessity: findings.analysis.necessity,
            frame: (*own.frame).clone(),
        })
    }

    /// Fit of the study's first model, then of each of its paths, to the cases of a universe with the same conditions.
    pub fn refitted(&self, universe: &Universe) -> Vec<SufficiencyFit> {
        let fit = |terms: &[Cube]| self.frame.fit(&universe.cases, terms);
        std::iter::once(fit(&self.reported)).chain(self.paths.iter().map(|path| fit(&[*path]))).collect()
    }

    /// A term as the study writes it.
    pub fn write(&self, term: Cube) -> String {
        self.frame.write_term(term)
    }

    /// The verdict on another universe.
    pub fn judge(&self, universe: &Universe) -> Verdict {
        let answer = match universe.interpreted() {
            Ok(answer) => answer,
            Err(refusal) if refusal.is_budget() => return self.undecided(Err(refusal.to_string()), 0),
            Err(refusal) => return self.nothing(State::NoSolution, refusal.to_string()),
        };
        let frame = &*universe.frame;
        let solution = written(frame, &answer.models, answer.count);
        let models = Models::of(answer, universe, &|cube| translated(frame, &self.frame, cube));
        if !models.all_listed() {
            return self.undecided(Ok(solution), answer.count);
        }
        let paths = models.paths();
        let cores = models.cores();
        let [same_models, same_core, no_contradiction] = self.models.sameness(&models);
        Verdict {
            state: State::Solved,
            solution: Ok(solution),
            models: answer.count,
            same_models,
            same_core,
            no_contradiction,
            fates: self.paths.iter().map(|&path| Some(Fate::in_models(path, models.iter()))).collect(),
            named: self.named.iter().map(|(_, terms)| of_terms(terms, &models)).collect(),
            parts: self.literals.iter().map(|&literal| part(literal, cores.as_ref(), &paths)).collect(),
            paths: paths.into_iter().collect(),
        }
    }

    /// The verdict without a solution: no finding is kept.
    pub(crate) fn nothing(&self, state: State, reason: String) -> Verdict {
        Verdict {
            state,
            solution: Err(reason),
            models: 0,
            same_models: Some(false),
            same_core: Some(false),
            no_contradiction: Some(false),
            fates: vec![Some(Fate::Lost); self.paths.len()],
            named: vec![[Some(false); Kept::ALL.len()]; self.named.len()],
            paths: Vec::new(),
            parts: vec![Part::None; self.literals.len()],
        }
    }

    /// The verdict if decisions cannot be applied: nothing is found, and nothing is lost.
    pub(crate) fn impossible(&self, reason: &Impossible) -> Verdict {
        let state = State::Impossible(reason.ground());
        Verdict { state, ..self.undecided(Err(reason.to_string()), 0) }
    }

    /// The verdict if a budget was reached: paths and models are unknown.
    fn undecided(&self, solution: Result<String, String>, models: u128) -> Verdict {
        Verdict {
            state: State::Undecided,
            solution,
            models,
            same_models: None,
            same_core: None,
            no_contradiction: None,
            fates: vec![None; self.paths.len()],
            named: vec![[None; Kept::ALL.len()]; self.named.len()],
            paths: Vec::new(),
            parts: vec![Part::Undecided; self.literals.len()],
        }
    }

    /// The study's necessary conditions that are still necessary.
    pub fn still_necessary(&self, universe: &Universe) -> StillNecessary {
        let holds = |&literal: &Cube| {
            let Some(own) = translated(&self.frame, &universe.frame, literal) else { return false };
            passes(&universe.frame.necessity(&universe.cases, own), &self.necessity)
        };
        self.necessary.iter().map(holds).collect()
    }
}

/// The baselines of all analyses with a solution, with their indices.
pub(crate) fn baselines(reanalysis: &Reanalysis<'_>, findings: &[Findings]) -> Vec<(usize, Baseline)> {
    let own = reanalysis.universe(&mut Memory::default(), &Decisions::default());
    let baseline = |(at, own): (usize, Result<Universe, Impossible>)| {
        let name = &reanalysis.study().analyses.get(at)?.name;
        let findings = findings.iter().find(|findings| findings.analysis.name == *name)?;
        Some((at, Baseline::new(findings, &own.ok()?)?))
    };
    own.into_iter().enumerate().filter_map(baseline).collect()
}

/// Maximum number of models written per universe.
const WRITTEN: usize = 8;

fn written(frame: &Frame, models: &[Vec<Cube>], count: u128) -> String {
    let mut written: Vec<String> = models.iter().take(WRITTEN).map(|model| frame.write(model)).collect();
    if count > WRITTEN as u128 {
        written.push(format!("… {count}"));
    }
    written.join(" | ")
}

/// The ways in which every model keeps one of these terms.
fn of_terms(terms: &[Cube], models: &Models) -> Ways {
    Kept::ALL.map(|kept| {
        let kept_in = |model| terms.iter().any(|&term| Fate::in_model(term, model).keeps(kept));
        ruled(models.iter().map(kept_in), models.all_listed(), false)
    })
}

/// A term of one frame in another; `None` if that lacks a condition or level.
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

fn part(literal: Cube, cores: Option<&Cores>, paths: &BTreeSet<Cube>) -> Part {
    if !paths.iter().any(|path| path & literal != 0) {
        return Part::None;
    }
    let Some(cores) = cores else { return Part::Undecided };
    let stands_in = |cube: Cube| cube & literal != 0;
    let known = || cores.iter().filter_map(|core| core.as_ref().ok());
    if known().any(|core| stands_in(core.always)) {
        Part::Core
    } else if known().any(|core| stands_in(core.sometimes)) {
        Part::SometimesCore
    } else if cores.iter().any(|core| matches!(core, Err(Unknown(path)) if stands_in(*path))) {
        Part::Unknown
    } else {
        Part::Peripheral
    }
}
