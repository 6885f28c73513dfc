//! Combinations of conditions as supersets or subsets of the outcome (R `QCA` `superSubset`).
//!
//! The consistency of a conjunction as a necessary condition never exceeds that of its parts, and that of a disjunction
//! is never below. So only minimal disjunctions are listed (SUIN conditions, Mahoney, Kimball & Koivu 2009), but all
//! conjunctions that pass. Sufficient conjunctions are listed only if no part of them is sufficient.

use equifinal_study::config::{Analysis, NecessityCuts};
use equifinal_study::cuts::at_least;
use equifinal_study::memberships::Memberships;

use crate::error::QcaError;
use crate::fit::{NecessityFit, SufficiencyFit, necessity, sufficiency};
use crate::fuzzy::{greatest, least};
use crate::necessity::passes;
use crate::sample::Sample;
use crate::space::Cube;
use crate::term::write_literal;

/// Maximum number of literals in combinations that are always evaluated.
const ALWAYS: usize = 3;

/// Maximum number of memberships computed: combinations times cases.
const MOST: usize = 1_000_000;

/// Combinations that reach the cutoffs.
#[derive(Debug, Clone, PartialEq)]
pub struct Combinations<Fit> {
    /// The combinations with their fit: conjunctions first, then disjunctions, each by size and condition.
    pub found: Vec<Combination<Fit>>,
    /// True if all sizes were searched, false if there were too many combinations.
    pub complete: bool,
}

/// Several literals and their fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Combination<Fit> {
    /// The combination as written in study files.
    pub expression: String,
    /// Number of literals.
    pub size: usize,
    /// Its fit.
    pub fit: Fit,
}

/// Cutoffs of sufficient combinations, each in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SufficiencyCuts {
    /// Consistency.
    pub consistency: f64,
    /// Raw coverage.
    pub coverage: f64,
    /// Proportional reduction in inconsistency.
    pub pri: f64,
}

/// Every literal and combination necessary for the outcome of an analysis, up to `depth` literals.
///
/// # Errors
/// See [`QcaError`].
pub fn necessary(
    analysis: &Analysis,
    memberships: &Memberships,
    depth: Option<usize>,
) -> Result<Combinations<NecessityFit>, QcaError> {
    Ok(supersets(&Sample::new(analysis, memberships)?, &analysis.necessity, depth))
}

/// Every minimal conjunction sufficient for the outcome of an analysis.
///
/// # Errors
/// See [`QcaError`].
pub fn sufficient(
    analysis: &Analysis,
    memberships: &Memberships,
    cuts: &SufficiencyCuts,
) -> Result<Combinations<SufficiencyFit>, QcaError> {
    let sample = Sample::new(analysis, memberships)?;
    let (mut found, mut search) = (Vec::new(), Search::new(&sample, None));
    while let Some(literals) = search.next() {
        if search.contains_smaller(&literals) {
            continue;
        }
        let fit = sufficiency(&joined(&sample, &literals, least), &sample.outcome);
        let reaches = |value: Option<f64>, cut: f64| cut <= 0.0 || at_least(value, cut);
        if at_least(fit.consistency, cuts.consistency)
            && reaches(fit.coverage, cuts.coverage)
            && reaches(fit.pri, cuts.pri)
        {
            search.keep(&literals);
            found.push(Combination { expression: written(&sample, &literals, "*"), size: literals.len(), fit });
        }
    }
    Ok(Combinations { found, complete: search.complete })
}

/// Conjunctions and minimal disjunctions that are necessary.
pub(crate) fn supersets(sample: &Sample, cuts: &NecessityCuts, depth: Option<usize>) -> Combinations<NecessityFit> {
    let (mut conjunctions, mut disjunctions) = (Vec::new(), Vec::new());
    let mut search = Search::new(sample, depth);
    while let Some(literals) = search.next() {
        let combination = |sign: &str, pick: fn(f64, f64) -> f64| {
            let fit = necessity(&joined(sample, &literals, pick), &sample.outcome);
            let expression = || written(sample, &literals, sign);
            passes(&fit, cuts).then(|| Combination { expression: expression(), size: literals.len(), fit })
        };
        if let Some(found) = combination("*", least) {
            conjunctions.push(found);
            search.keep(&literals);
        } else if literals.len() > 1
            && !search.contains_smaller(&literals)
            && let Some(found) = combination(" + ", greatest)
        {
            disjunctions.push(found);
            search.keep(&literals);
        }
    }
    conjunctions.extend(disjunctions);
    Combinations { found: conjunctions, complete: search.complete }
}

type Literals = Vec<(usize, usize)>;

/// Combinations size by size; beyond [`ALWAYS`] literals it ends with the first size that adds nothing.
struct Search<'a> {
    sample: &'a Sample,
    depth: usize,
    size: usize,
    pending: std::vec::IntoIter<Literals>,
    tried: usize,
    /// Results of smaller sizes, and of this one.
    smaller: Vec<Cube>,
    fresh: Vec<Cube>,
    complete: bool,
}

impl<'a> Search<'a> {
    fn new(sample: &'a Sample, depth: Option<usize>) -> Self {
        let depth = depth.unwrap_or(usize::MAX).min(sample.conditions.len());
        let pending = Vec::new().into_iter();
        Self { sample, depth, size: 0, pending, tried: 0, smaller: Vec::new(), fresh: Vec::new(), complete: true }
    }

    fn next(&mut self) -> Option<Literals> {
        loop {
            if let Some(literals) = self.pending.next() {
                return Some(literals);
            }
            let nothing_new = self.size > ALWAYS && self.fresh.is_empty() && !self.smaller.is_empty();
            if self.size == self.depth || nothing_new {
                return None;
            }
            self.smaller.append(&mut self.fresh);
            self.size += 1;
            self.tried += combinations_of(self.sample, self.size);
            if self.tried.saturating_mul(self.sample.cases.len()) > MOST {
                self.complete = false;
                return None;
            }
            let mut all = Vec::new();
            extend(self.sample, self.size, 0, &mut Vec::new(), &mut all);
            // All choices of conditions in order, and for each all levels, the last condition's fastest.
            self.pending = all.into_iter();
        }
    }

    fn keep(&mut self, literals: &Literals) {
        self.fresh.push(self.cube(literals));
    }

    fn contains_smaller(&self, literals: &Literals) -> bool {
        let cube = self.cube(literals);
        self.smaller.iter().any(|known| known & !cube == 0)
    }

    fn cube(&self, literals: &Literals) -> Cube {
        literals.iter().fold(0, |cube, &(condition, level)| cube | self.sample.space.literal(condition, level))
    }
}

/// Number of combinations of `size` literals: the elementary symmetric polynomial of the numbers of levels.
fn combinations_of(sample: &Sample, size: usize) -> usize {
    let mut ways = vec![0_usize; size + 1];
    ways[0] = 1;
    for condition in &sample.conditions {
        for n in (1..=size).rev() {
            ways[n] = ways[n].saturating_add(ways[n - 1].saturating_mul(condition.kind.literals()));
        }
    }
    ways[size]
}

/// Adds every choice of `size` conditions from `first` on, with every choice of their levels.
fn extend(sample: &Sample, size: usize, first: usize, chosen: &mut Vec<usize>, all: &mut Vec<Literals>) {
    if chosen.len() == size {
        let mut products: Vec<Literals> = vec![Vec::new()];
        for &condition in chosen.iter() {
            let levels = sample.conditions[condition].kind.literals();
            let longer = |literals: Literals| {
                (0..levels).map(move |level| [&literals[..], &[(condition, level)]].concat()).collect::<Vec<_>>()
            };
            products = products.into_iter().flat_map(longer).collect();
        }
        all.append(&mut products);
        return;
    }
    for condition in first..sample.conditions.len() {
        chosen.push(condition);
        extend(sample, size, condition + 1, chosen, all);
        chosen.pop();
    }
}

fn joined(sample: &Sample, literals: &Literals, pick: fn(f64, f64) -> f64) -> Vec<f64> {
    let mut degrees = literals.iter().map(|&(condition, level)| &sample.degrees[condition][level]);
    let mut joined = degrees.next().cloned().unwrap_or_default();
    for degrees in degrees {
        joined.iter_mut().zip(degrees).for_each(|(joined, &degree)| *joined = pick(*joined, degree));
    }
    joined
}

fn written(sample: &Sample, literals: &Literals, sign: &str) -> String {
    let literals: Vec<String> =
        literals.iter().map(|&(condition, level)| write_literal(&sample.conditions[condition], level)).collect();
    literals.join(sign)
}
