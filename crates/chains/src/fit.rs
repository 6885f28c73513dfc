//! The four families of consistency and coverage (De Souter & Baumgartner 2025; Ragin 2006), from exact sums.
//!
//! With Φ the antecedent, Y the outcome and D = min(Φ, 1−Φ, Y, 1−Y), every measure follows from sums of min(Φ, Y),
//! min(Φ, 1−Y) − D, min(1−Φ, Y) − D, min(1−Φ, 1−Y), Φ and Y over the cases. As Φ grows, the first and second sums do
//! not fall and the third and fourth do not rise, which gives the bounds of the search.

use equifinal_study::config::FitMeasure;
use equifinal_study::exact::{ONE, Sum};

/// Consistency and coverage of an antecedent for an outcome, in all families. Ratios in [0, 1], `None` for 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fit {
    consistency: [Option<f64>; 4],
    coverage: [Option<f64>; 4],
}

impl Fit {
    /// Consistency in one family; the antecedent-adjusted one is contrapositive.
    pub fn consistency(&self, measure: FitMeasure) -> Option<f64> {
        self.consistency[measure as usize]
    }

    /// Coverage in one family; the prevalence-adjusted one is contrapositive.
    pub fn coverage(&self, measure: FitMeasure) -> Option<f64> {
        self.coverage[measure as usize]
    }

    /// The smaller value of each measure: the fit of a conjunction of formulas.
    #[must_use]
    pub(crate) fn and(&self, other: &Self) -> Self {
        let least = |mine: [Option<f64>; 4], theirs: [Option<f64>; 4]| {
            std::array::from_fn(|at| mine[at].zip(theirs[at]).map(|(mine, theirs)| mine.min(theirs)))
        };
        Self { consistency: least(self.consistency, other.consistency), coverage: least(self.coverage, other.coverage) }
    }
}

/// An outcome and its sums.
#[derive(Debug, Clone)]
pub(crate) struct Target<'a> {
    /// Its degrees.
    pub(crate) degrees: &'a [u64],
    /// The number of cases of each configuration.
    pub(crate) weights: &'a [u64],
    /// Σ Y.
    present: u128,
    /// Σ 1.
    all: u128,
}

impl<'a> Target<'a> {
    pub(crate) fn new(degrees: &'a [u64], weights: &'a [u64]) -> Self {
        let weigh = |(&degree, &weight): (&u64, &u64)| u128::from(degree) * u128::from(weight);
        let present = degrees.iter().zip(weights).map(weigh).sum();
        let all = weights.iter().map(|&weight| u128::from(weight) * u128::from(ONE)).sum();
        Self { degrees, weights, present, all }
    }

    /// The sums of an antecedent given by its degrees.
    pub(crate) fn sums(&self, antecedent: impl Iterator<Item = u64>) -> Sums {
        let mut sums = Sums::default();
        for ((x, &y), &weight) in antecedent.zip(self.degrees).zip(self.weights) {
            let (not_x, not_y, weight) = (ONE - x, ONE - y, u128::from(weight));
            let ambiguous = x.min(not_x).min(y.min(not_y));
            sums.antecedent += u128::from(x) * weight;
            sums.both += u128::from(x.min(y)) * weight;
            sums.inconsistent += u128::from(x.min(not_y) - ambiguous) * weight;
            sums.uncovered += u128::from(not_x.min(y) - ambiguous) * weight;
            sums.neither += u128::from(not_x.min(not_y)) * weight;
        }
        sums
    }

    /// Consistency of an antecedent with these sums.
    pub(crate) fn consistency(&self, sums: &Sums, measure: FitMeasure) -> Option<f64> {
        let Sums { antecedent, both, inconsistent, neither, .. } = *sums;
        match measure {
            FitMeasure::Standard => ratio(both, antecedent),
            FitMeasure::Contrapositive => ratio(neither, neither + inconsistent),
            FitMeasure::AntecedentAdjusted => {
                adjusted(neither, inconsistent, ratio(self.all - antecedent, antecedent)?)
            }
            FitMeasure::PrevalenceAdjusted => {
                adjusted(both, inconsistent, ratio(self.present, self.all - self.present)?)
            }
        }
    }

    /// Coverage of an antecedent with these sums.
    pub(crate) fn coverage(&self, sums: &Sums, measure: FitMeasure) -> Option<f64> {
        let Sums { antecedent, both, uncovered, neither, .. } = *sums;
        match measure {
            FitMeasure::Standard => ratio(both, self.present),
            FitMeasure::Contrapositive => ratio(neither, neither + uncovered),
            FitMeasure::AntecedentAdjusted => adjusted(both, uncovered, ratio(antecedent, self.all - antecedent)?),
            FitMeasure::PrevalenceAdjusted => {
                adjusted(neither, uncovered, ratio(self.all - self.present, self.present)?)
            }
        }
    }

    /// Every measure of an antecedent with these sums.
    pub(crate) fn fit(&self, sums: &Sums) -> Fit {
        Fit {
            consistency: FitMeasure::ALL.map(|measure| self.consistency(sums, measure)),
            coverage: FitMeasure::ALL.map(|measure| self.coverage(sums, measure)),
        }
    }

    /// An upper bound of the consistency of every antecedent that contains one with these sums.
    pub(crate) fn best_consistency(&self, sums: &Sums, measure: FitMeasure) -> f64 {
        let bound = match measure {
            FitMeasure::Standard => ratio(self.present, self.present + (sums.antecedent - sums.both)),
            FitMeasure::Contrapositive => ratio(sums.neither, sums.neither + sums.inconsistent),
            FitMeasure::AntecedentAdjusted => None,
            FitMeasure::PrevalenceAdjusted => ratio(self.present, self.all - self.present)
                .and_then(|weight| adjusted(self.present, sums.inconsistent, weight)),
        };
        bound.unwrap_or(1.0)
    }

    /// An upper bound of the coverage of every antecedent that contains one with these sums and leaves at least
    /// `lacking` of what [`Sums::lacking`] counts.
    pub(crate) fn best_coverage(&self, sums: &Sums, lacking: u128, measure: FitMeasure) -> f64 {
        let bound = match measure {
            FitMeasure::Standard => ratio(self.present - lacking, self.present),
            FitMeasure::Contrapositive => ratio(sums.neither, sums.neither + lacking),
            FitMeasure::AntecedentAdjusted => ratio(sums.antecedent, self.all - sums.antecedent)
                .and_then(|weight| adjusted(self.present, lacking, weight)),
            FitMeasure::PrevalenceAdjusted => {
                ratio(self.all - self.present, self.present).and_then(|weight| adjusted(sums.neither, lacking, weight))
            }
        };
        bound.unwrap_or(1.0)
    }

    /// The part of the outcome that an antecedent of these sums lacks, as `measure` counts it.
    pub(crate) fn lacking(&self, sums: &Sums, measure: FitMeasure) -> u128 {
        if measure == FitMeasure::Standard { self.present.saturating_sub(sums.both) } else { sums.uncovered }
    }

    /// [`Target::lacking`] of one configuration, before weighting, if the antecedent has the degree `x` there.
    pub(crate) fn lacking_at(x: u64, y: u64, measure: FitMeasure) -> u64 {
        if measure == FitMeasure::Standard {
            return y.saturating_sub(x);
        }
        let (not_x, not_y) = (ONE - x, ONE - y);
        not_x.min(y) - x.min(not_x).min(y.min(not_y))
    }
}

/// The sums of an antecedent and an outcome, in units of `study::exact`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Σ Φ.
    pub(crate) antecedent: u128,
    /// Σ min(Φ, Y).
    pub(crate) both: u128,
    /// Σ min(Φ, 1−Y) − D.
    pub(crate) inconsistent: u128,
    /// Σ min(1−Φ, Y) − D.
    pub(crate) uncovered: u128,
    /// Σ min(1−Φ, 1−Y).
    pub(crate) neither: u128,
}

fn ratio(part: u128, whole: u128) -> Option<f64> {
    Sum::from_units(part).share_of(Sum::from_units(whole))
}

/// part / (part + weight × rest).
fn adjusted(part: u128, rest: u128, weight: f64) -> Option<f64> {
    let part = Sum::from_units(part).value();
    let whole = part + weight * Sum::from_units(rest).value();
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use equifinal_study::exact::units;
    use proptest::prelude::*;

    fn degrees() -> impl Strategy<Value = Vec<(u64, u64, u64)>> {
        let degree = || (0_u32..=20).prop_map(|twentieths| units(f64::from(twentieths) / 20.0));
        proptest::collection::vec((degree(), degree(), degree()), 1..20)
    }

    proptest! {
        /// The bounds of the search hold for every larger antecedent.
        #[test]
        fn bounds_hold(cells in degrees()) {
            let y: Vec<u64> = cells.iter().map(|cell| cell.2).collect();
            let weights = vec![1; cells.len()];
            let target = Target::new(&y, &weights);
            let small = target.sums(cells.iter().map(|cell| cell.0));
            let large = target.sums(cells.iter().map(|cell| cell.0.max(cell.1)));
            for measure in FitMeasure::ALL {
                if let Some(consistency) = target.consistency(&large, measure) {
                    prop_assert!(consistency <= target.best_consistency(&small, measure) + 1e-12, "{measure:?}");
                }
                let lacking = target.lacking(&large, measure);
                prop_assert!(lacking <= target.lacking(&small, measure));
                if let Some(coverage) = target.coverage(&large, measure) {
                    let best = target.best_coverage(&small, lacking, measure);
                    prop_assert!(coverage <= best + 1e-12, "{measure:?}: {coverage} above {best}");
                }
            }
        }

        /// Consistency of Φ for Y in the contraposition is the standard consistency of ~Y for ~Φ where nothing is
        /// both in and out of both sets.
        #[test]
        fn crisp_contraposition(cells in proptest::collection::vec((0_u64..2, 0_u64..2), 1..20)) {
            let of = |pick: fn(&(u64, u64)) -> u64| cells.iter().map(|cell| pick(cell) * ONE).collect::<Vec<_>>();
            let (x, y) = (of(|cell| cell.0), of(|cell| cell.1));
            let (not_x, not_y) = (of(|cell| 1 - cell.0), of(|cell| 1 - cell.1));
            let weights = vec![1; cells.len()];
            let (forward, backward) = (Target::new(&y, &weights), Target::new(&not_x, &weights));
            prop_assert_eq!(
                forward.consistency(&forward.sums(x.into_iter()), FitMeasure::Contrapositive),
                backward.consistency(&backward.sums(not_y.into_iter()), FitMeasure::Standard)
            );
        }
    }
}
