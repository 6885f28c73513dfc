//! The universes of a multiverse by number, with their decisions.

use std::borrow::Cow;

use equifinal_study::config::{Decision, Design, Dimension, Multiverse, Study};

use crate::decisions::Decisions;
use crate::design::{Points, permuted};
use equifinal_study::draws::mixed;

/// The plan of a multiverse.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    study: &'a Study,
    vary: &'a [Dimension],
    design: Design,
    swept: bool,
    points: Option<Points>,
    size: u64,
    own: Vec<Option<Decision>>,
    extents: Vec<f64>,
}

/// Number of universes in a specification curve.
const POINTS: u64 = 240;

/// The key of the permutation that selects them.
const CURVE: u64 = 0x0043_5552_5645;

/// Number of bins of a continuous dimension for main effects.
const BINS: usize = 10;

impl<'a> Plan<'a> {
    /// The plan of the multiverse of a study with this number of `cases`.
    pub fn new(study: &'a Study, multiverse: &'a Multiverse, cases: usize) -> Self {
        let product = || multiverse.vary.iter().filter_map(Dimension::values).map(|values| values as u64).product();
        let seed = mixed(study.robustness.seed ^ study.id.bytes().fold(0, |all, byte| mixed(all ^ u64::from(byte))));
        let (points, size) = match multiverse.design {
            Design::Factorial => (None, product()),
            Design::List => {
                let size = multiverse.vary.first().and_then(Dimension::values).unwrap_or_default() as u64;
                (Some(Points::Diagonal(size)), size)
            }
            Design::LatinHypercube(size) => (Some(Points::LatinHypercube { size, seed }), size),
            Design::Sobol(size) => (Some(Points::sobol(multiverse.vary.len())), size),
        };
        let own: Vec<_> = multiverse.vary.iter().map(|dimension| own(study, dimension, cases)).collect();
        let extents =
            multiverse.vary.iter().zip(&own).map(|(dimension, own)| extent(dimension, own.as_ref())).collect();
        Self {
            study,
            vary: &multiverse.vary,
            design: multiverse.design,
            swept: multiverse.swept,
            points,
            size,
            own,
            extents,
        }
    }

    /// The study's own decision in each dimension, if its first analysis has one.
    pub fn own(&self) -> &[Option<Decision>] {
        &self.own
    }

    /// The extent of each numeric dimension, including the study's own value; 0 for words.
    pub(crate) fn extents(&self) -> &[f64] {
        &self.extents
    }

    /// Number of universes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The dimensions, the slowest first.
    pub fn dimensions(&self) -> &'a [Dimension] {
        self.vary
    }

    /// The design of the combinations.
    pub fn design(&self) -> Design {
        self.design
    }

    /// True if only sweeps run the universes.
    pub(crate) fn is_swept(&self) -> bool {
        self.swept
    }

    /// True if a universe is in the specification curve: an even selection, independent of any dimension.
    pub(crate) fn is_on_curve(&self, universe: u64) -> bool {
        permuted(universe, self.size, CURVE) < POINTS
    }

    /// The position of a universe in each dimension, in [0, 1); for finite dimensions the index of the value divided by
    /// their number.
    fn coordinates(&self, universe: u64) -> Vec<f64> {
        if let Some(points) = &self.points {
            return (0..self.vary.len()).map(|dimension| points.coordinate(universe, dimension)).collect();
        }
        let mut rest = universe;
        let mut coordinates = vec![0.0; self.vary.len()];
        for (coordinate, dimension) in coordinates.iter_mut().zip(self.vary).rev() {
            let values = dimension.values().unwrap_or(1).max(1) as u64;
            #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
            let share = ((rest % values) as f64 + 0.5) / values as f64;
            *coordinate = share;
            rest /= values;
        }
        coordinates
    }

    /// The index of the value, or bin, of a universe in each dimension.
    pub fn levels(&self, universe: u64) -> Vec<usize> {
        let coordinates = self.coordinates(universe);
        coordinates.iter().zip(self.vary).map(|(&share, dimension)| level(share, levels_of(dimension))).collect()
    }

    /// Number of strata: combinations of solution type and dropped conditions.
    pub(crate) fn strata(&self) -> usize {
        self.vary.iter().filter(|dimension| is_structural(dimension)).map(levels_of).product()
    }

    /// The stratum of a universe with these levels.
    pub(crate) fn stratum(&self, levels: &[usize]) -> usize {
        let structural = self.vary.iter().zip(levels).filter(|(dimension, _)| is_structural(dimension));
        structural.fold(0, |stratum, (dimension, level)| stratum * levels_of(dimension) + level)
    }

    /// The decisions of a stratum; all others are as in the study.
    pub(crate) fn decisions_of_stratum(&self, stratum: usize) -> Decisions {
        let (mut rest, mut decisions) = (stratum, Decisions::default());
        for dimension in self.vary.iter().rev().filter(|dimension| is_structural(dimension)) {
            let levels = levels_of(dimension);
            #[expect(clippy::cast_precision_loss, reason = "a few values")]
            let share = ((rest % levels) as f64 + 0.5) / levels as f64;
            self.decide(dimension, share, &mut decisions);
            rest /= levels;
        }
        decisions
    }

    /// The decisions of a universe.
    pub fn decisions(&self, universe: u64) -> Decisions {
        let mut decisions = Decisions::default();
        for (share, dimension) in self.coordinates(universe).into_iter().zip(self.vary) {
            self.decide(dimension, share, &mut decisions);
        }
        decisions
    }

    /// The same as one decision per dimension.
    pub fn by_dimension(&self, universe: u64) -> impl Iterator<Item = Cow<'a, Decision>> + use<'a> {
        self.coordinates(universe).into_iter().zip(self.vary).filter_map(|(share, one)| decision(one, share))
    }

    fn decide(&self, dimension: &Dimension, share: f64, decisions: &mut Decisions) {
        if let Some(decision) = decision(dimension, share) {
            decisions.take(&self.study.sets, &decision);
        }
    }
}

/// True if a decision alone can exclude a finding, for any cutoffs, anchors and cases.
fn is_structural(dimension: &Dimension) -> bool {
    matches!(dimension.listed().first(), Some(Decision::Solution(_) | Decision::DropConditions(_)))
}

/// The study's own decision in one dimension.
fn own(study: &Study, dimension: &Dimension, cases: usize) -> Option<Decision> {
    if let Some(number) = dimension.number().filter(|number| number.method().is_some()) {
        let value = number.of_method(&study.nca, &study.chains)?;
        return Some(Decision::Number(number.clone(), value));
    }
    if let Some(Decision::Nca { analysis, choice }) = dimension.listed().first() {
        let spec = study.nca.iter().find(|spec| spec.name == *analysis)?;
        return Some(Decision::Nca { analysis: analysis.clone(), choice: choice.own(spec)? });
    }
    let first = study.analyses.first()?;
    if let Some(number) = dimension.number() {
        return number.chosen(&study.sets, first, cases).map(|value| Decision::Number(number.clone(), value));
    }
    Some(match dimension.listed().first()? {
        Decision::Solution(_) => Decision::Solution(first.interpret),
        Decision::Expectation { condition, .. } => {
            let at = first.conditions.iter().position(|name| name == condition)?;
            Decision::Expectation { condition: condition.clone(), expect: first.expectations.get(at)?.expect.clone() }
        }
        Decision::DropConditions(_) => Decision::DropConditions(Vec::new()),
        Decision::DropCases(_) => Decision::DropCases(Vec::new()),
        Decision::AtCrossover(_) => Decision::AtCrossover(first.at_crossover),
        Decision::Number(..) | Decision::Nca { .. } | Decision::Alternative(_) | Decision::Universe(_) => return None,
    })
}

fn extent(dimension: &Dimension, own: Option<&Decision>) -> f64 {
    let values = level_decisions(dimension);
    let numbers = values.iter().chain(own).filter_map(Decision::number);
    let ends = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    (ends.1 - ends.0).max(0.0)
}

/// Number of values, or bins, of a dimension.
pub fn levels_of(dimension: &Dimension) -> usize {
    dimension.values().unwrap_or(BINS)
}

/// The values of a dimension, or the lower ends of its bins.
pub fn level_decisions(dimension: &Dimension) -> Vec<Decision> {
    let levels = levels_of(dimension);
    #[expect(clippy::cast_precision_loss, reason = "a few values")]
    let share = |level: usize| match dimension.values() {
        Some(_) => (level as f64 + 0.5) / levels as f64,
        None => level as f64 / levels as f64,
    };
    (0..levels).filter_map(|level| decision(dimension, share(level))).map(Cow::into_owned).collect()
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "shares are in [0, 1) and values are few"
)]
fn level(share: f64, levels: usize) -> usize {
    ((share * levels as f64) as usize).min(levels.saturating_sub(1))
}

/// The decision at a position in [0, 1) of a dimension.
fn decision(dimension: &Dimension, share: f64) -> Option<Cow<'_, Decision>> {
    match dimension {
        Dimension::List(values) => values.get(level(share, values.len())).map(Cow::Borrowed),
        Dimension::Between { number, from, to } => {
            Some(Cow::Owned(Decision::Number(number.clone(), from + share * (to - from))))
        }
    }
}
