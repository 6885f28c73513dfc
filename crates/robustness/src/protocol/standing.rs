//! Compares a solution with the smallest and the largest of its test solutions, by fit and by case.

use equifinal_qca::findings::SufficiencyFit;
use equifinal_qca::sufficiency;
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::exact::Sum;

/// The intersection and the union of test solutions, case by case.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounds {
    /// Memberships in the intersection.
    pub least: Vec<f64>,
    /// Memberships in the union.
    pub greatest: Vec<f64>,
}

impl Bounds {
    /// The bounds of test solutions, one list of memberships each; `None` without any.
    pub fn of(tests: &[&[f64]]) -> Option<Self> {
        let (first, rest) = tests.split_first()?;
        let (mut least, mut greatest) = (first.to_vec(), first.to_vec());
        for test in rest {
            least.iter_mut().zip(*test).for_each(|(least, &x)| *least = least.min(x));
            greatest.iter_mut().zip(*test).for_each(|(greatest, &x)| *greatest = greatest.max(x));
        }
        Some(Self { least, greatest })
    }
}

/// An initial solution compared with its test solutions.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Fit of the robust core: the minimum of the initial and all test solutions, case by case.
    pub core: SufficiencyFit,
    /// Coverage of the robust core as a share of that of the initial solution.
    pub rf_cov: Option<f64>,
    /// Consistency of the initial solution as a share of that of the robust core; may exceed 1.
    pub rf_cons: Option<f64>,
    /// Overlap of the initial solution with the intersection of the test solutions: Σ min / Σ max.
    pub rf_sc_min: Option<f64>,
    /// Overlap with their union.
    pub rf_sc_max: Option<f64>,
    /// The cases by zone, as indices.
    pub zones: Zones,
}

/// Cases by membership in initial solution, test solutions and outcome, divided at 0.5.
///
/// Each zone lists cases with the outcome, then cases without it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Zones {
    /// In the initial solution and in all test solutions: typical, deviant in consistency.
    pub robust: [Vec<usize>; 2],
    /// In the initial solution, but not in all test solutions.
    pub shaky: [Vec<usize>; 2],
    /// Not in the initial solution, but in some test solution.
    pub possible: [Vec<usize>; 2],
    /// In none: deviant in coverage under any decision, irrelevant.
    pub outside: [Vec<usize>; 2],
}

impl Standing {
    /// Compares a solution with its test solutions.
    pub fn new(initial: &[f64], outcome: &[f64], tests: &Bounds) -> Self {
        let (whole, core) = (sufficiency(initial, outcome), sufficiency(&both(initial, &tests.least), outcome));
        Self {
            core,
            rf_cov: ratio(core.coverage, whole.coverage),
            rf_cons: ratio(whole.consistency, core.consistency),
            rf_sc_min: similarity(initial, &tests.least),
            rf_sc_max: similarity(initial, &tests.greatest),
            zones: Zones::new(initial, tests, outcome),
        }
    }

    /// Share of the typical cases that are robust: robust / (robust + shaky + possible); `None` for 0/0.
    pub fn rcr_typ(&self) -> Option<f64> {
        self.zones.robust_share(0)
    }

    /// The same for cases deviant in consistency.
    pub fn rcr_dev(&self) -> Option<f64> {
        self.zones.robust_share(1)
    }

    /// 1 if no case is shaky or possible, 2 if some are possible, 3 if some are shaky, 4 if both.
    pub fn rank(&self) -> u8 {
        let any = |zone: &[Vec<usize>; 2]| zone.iter().any(|cases| !cases.is_empty());
        1 + u8::from(any(&self.zones.possible)) + 2 * u8::from(any(&self.zones.shaky))
    }
}

impl Zones {
    fn new(initial: &[f64], tests: &Bounds, outcome: &[f64]) -> Self {
        let mut zones = Self::default();
        let memberships = initial.iter().zip(&tests.least).zip(&tests.greatest).zip(outcome);
        for (case, (((&own, &least), &greatest), &y)) in memberships.enumerate() {
            let zone = if is_in(own.min(least)) {
                &mut zones.robust
            } else if is_in(own.min(1.0 - least)) {
                &mut zones.shaky
            } else if is_in((1.0 - own).min(greatest)) {
                &mut zones.possible
            } else if is_in((1.0 - own).min(1.0 - greatest)) {
                &mut zones.outside
            } else {
                continue;
            };
            if is_in(y) {
                zone[0].push(case);
            } else if is_out(y) {
                zone[1].push(case);
            }
        }
        zones
    }

    /// The cases in the same zone of all, and those whose zones differ.
    pub fn shared<'a>(all: impl IntoIterator<Item = &'a Self>) -> (Self, [Vec<usize>; 2]) {
        let mut differing = <[Vec<usize>; 2]>::default();
        let mut all = all.into_iter();
        let Some(first) = all.next() else { return (Self::default(), differing) };
        let mut shared = first.clone();
        for other in all {
            for (own, other) in shared.all_mut().into_iter().zip(other.all()) {
                for ((own, other), differing) in own.iter_mut().zip(other).zip(&mut differing) {
                    differing.extend(other.iter().filter(|case| !own.contains(case)));
                    differing.extend(own.iter().filter(|case| !other.contains(case)));
                    own.retain(|case| other.contains(case));
                }
            }
        }
        for cases in &mut differing {
            cases.sort_unstable();
            cases.dedup();
        }
        (shared, differing)
    }

    fn all(&self) -> [&[Vec<usize>; 2]; 4] {
        [&self.robust, &self.shaky, &self.possible, &self.outside]
    }

    fn all_mut(&mut self) -> [&mut [Vec<usize>; 2]; 4] {
        [&mut self.robust, &mut self.shaky, &mut self.possible, &mut self.outside]
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
    fn robust_share(&self, side: usize) -> Option<f64> {
        let (robust, shaky, possible) = (self.robust[side].len(), self.shaky[side].len(), self.possible[side].len());
        let all = robust + shaky + possible;
        (all > 0).then(|| robust as f64 / all as f64)
    }
}

fn both(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(&a, &b)| a.min(b)).collect()
}

fn ratio(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    let (part, whole) = (part?, whole?);
    (whole > 0.0).then(|| part / whole)
}

/// Σ min / Σ max of two sets; `None` if both are empty.
pub fn similarity(a: &[f64], b: &[f64]) -> Option<f64> {
    let union: Vec<f64> = a.iter().zip(b).map(|(&a, &b)| a.max(b)).collect();
    Sum::of(&both(a, b)).share_of(Sum::of(&union))
}
