//! The universes nearest to a study in which what it found does not hold.

use equifinal_study::config::Kept;

use crate::multiverse::Row;
use crate::plan::{Plan, Setting};
use crate::verdict::Baseline;

/// A universe that loses a finding; the less is the nearer to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Break {
    /// How many decisions differ from the study's own.
    pub decisions: usize,
    /// How far they do in all, as shares of the decisions' extents in millionths.
    far: u64,
    /// The universe.
    pub universe: u64,
}

/// The nearest universe for each way of keeping a finding, in the order of [`Kept::ALL`].
type Breaks = [Option<Break>; Kept::ALL.len()];

/// The nearest universes that lose the findings of one analysis, as far as universes are counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    solution: Breaks,
    paths: Vec<Breaks>,
    necessary: Vec<Option<Break>>,
}

impl Nearest {
    /// Before any universe is counted.
    pub(crate) fn new(baseline: &Baseline) -> Self {
        Self {
            solution: Breaks::default(),
            paths: vec![Breaks::default(); baseline.paths.len()],
            necessary: vec![None; baseline.necessary.len()],
        }
    }

    /// The nearest that does not keep the solution in this way.
    pub fn solution(&self, kept: Kept) -> Option<Break> {
        of_kept(&self.solution, kept)
    }

    /// The nearest that does not keep a path in this way, by the path's place among the study's.
    pub fn path(&self, at: usize, kept: Kept) -> Option<Break> {
        self.paths.get(at).and_then(|breaks| of_kept(breaks, kept))
    }

    /// The nearest in which a condition is not necessary, by its place among the study's necessary ones.
    pub fn necessary(&self, at: usize) -> Option<Break> {
        self.necessary.get(at).copied().flatten()
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = Break> {
        let of_ways = std::iter::once(&self.solution).chain(&self.paths).flatten();
        of_ways.chain(&self.necessary).copied().flatten()
    }

    /// Looks at one universe.
    pub(crate) fn add(&mut self, row: &Row, plan: &Plan<'_>) {
        let verdict = &row.verdict;
        let solution = (&mut self.solution, Kept::ALL.map(|kept| verdict.keeps(kept)));
        let paths = verdict.fates.iter().map(|fate| Kept::ALL.map(|kept| fate.keeps(kept)));
        let of_ways = std::iter::once(solution).chain(self.paths.iter_mut().zip(paths));
        let of_ways = of_ways.flat_map(|(breaks, kept)| breaks.iter_mut().zip(kept));
        let lost = of_ways.chain(self.necessary.iter_mut().zip(row.necessary.iter())).filter(|(_, kept)| !kept);
        let mut here = None;
        for (nearest, _) in lost {
            let here = *here.get_or_insert_with(|| from_own(plan, row.universe));
            // Where nothing is decided otherwise nothing can be broken by it.
            if here.decisions > 0 {
                *nearest = Some(nearest.map_or(here, |known| known.min(here)));
            }
        }
    }

    /// Adds what was found in other universes.
    pub(crate) fn merge(&mut self, other: Self) {
        let of_ways =
            std::iter::once((&mut self.solution, other.solution)).chain(self.paths.iter_mut().zip(other.paths));
        let of_ways = of_ways.flat_map(|(own, other)| own.iter_mut().zip(other));
        for (own, other) in of_ways.chain(self.necessary.iter_mut().zip(other.necessary)) {
            *own = [*own, other].into_iter().flatten().min();
        }
    }
}

fn of_kept(breaks: &Breaks, kept: Kept) -> Option<Break> {
    let mut ways = Kept::ALL.into_iter().zip(breaks);
    ways.find(|(way, _)| *way == kept).and_then(|(_, nearest)| *nearest)
}

/// How far a universe is from the study's own decisions.
fn from_own(plan: &Plan<'_>, universe: u64) -> Break {
    let (mut decisions, mut far) = (0, 0);
    let settings = plan.settings(universe).into_iter().zip(plan.own());
    for ((setting, own), extent) in settings.zip(plan.extents()) {
        match (setting, own) {
            (Setting::Number(value), Some(Setting::Number(own))) => {
                let distance = (value - own).abs();
                if distance > 1e-12 {
                    decisions += 1;
                    let share = if *extent > 0.0 { distance / extent } else { 1.0 };
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, small")]
                    let millionths = libm::round(share * 1e6) as u64;
                    far += millionths;
                }
            }
            (setting, Some(own)) if setting == *own => {}
            _ => {
                decisions += 1;
                far += 1_000_000;
            }
        }
    }
    Break { decisions, far, universe }
}
