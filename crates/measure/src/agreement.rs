//! Agreement of coders: percent, Cohen's and Fleiss' κ, Krippendorff's α.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

mod kappa;
mod krippendorff;

pub use kappa::{Weights, cohen_kappa, fleiss_kappa};
pub use krippendorff::{Interval, Level, krippendorff_alpha, krippendorff_interval};

/// Scores of the same units by the same coders, with gaps.
///
/// Units are kept sorted, so that no measure depends on the order in which they were coded.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    units: Vec<Vec<Option<f64>>>,
    coders: usize,
}

/// The reasons why a measure of agreement has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undefined {
    /// No unit has two scores.
    NothingShared,
    /// All scores are equal, so that agreement by chance is complete.
    NoVariation,
    /// A coder gave the same score throughout.
    ConstantCoder {
        /// The coder, 1-based.
        coder: usize,
    },
    /// The measure is for another number of coders.
    Coders {
        /// The number of coders found.
        found: usize,
        /// The number of coders required.
        needed: usize,
    },
    /// The measure needs every score.
    Gaps,
    /// A score is negative, which a ratio scale does not allow.
    BelowZero,
}

impl Ratings {
    /// Scores, one row per unit and one place per coder. Short rows are filled with gaps; scores that are not finite
    /// are gaps.
    pub fn new(mut units: Vec<Vec<Option<f64>>>) -> Self {
        let coders = units.iter().map(Vec::len).max().unwrap_or_default();
        for unit in &mut units {
            unit.resize(coders, None);
            // Adding zero makes the two zeros one score.
            unit.iter_mut().for_each(|score| *score = score.filter(|score| score.is_finite()).map(|score| score + 0.0));
        }
        let key = |score: &Option<f64>| score.map_or((false, 0), |score| (true, ordered(score)));
        units.sort_by_cached_key(|unit| unit.iter().map(key).collect::<Vec<_>>());
        Self { units, coders }
    }

    /// The units, sorted.
    pub fn units(&self) -> &[Vec<Option<f64>>] {
        &self.units
    }

    /// The number of coders.
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// Every score that occurs, ascending.
    pub fn scores(&self) -> Vec<f64> {
        let mut scores: Vec<f64> = self.units.iter().flatten().flatten().copied().collect();
        scores.sort_unstable_by(f64::total_cmp);
        scores.dedup();
        scores
    }

    /// The share of equal scores among all pairs of coders on the same unit, in [0, 1].
    ///
    /// # Errors
    ///
    /// If no unit has two scores.
    #[expect(clippy::cast_precision_loss, reason = "counts of pairs are far below 2^52")]
    pub fn percent(&self) -> Result<f64, Undefined> {
        let (mut equal, mut pairs) = (0_usize, 0_usize);
        for unit in &self.units {
            let scores: Vec<f64> = unit.iter().flatten().copied().collect();
            for (at, score) in scores.iter().enumerate() {
                let later = scores.get(at + 1..).unwrap_or_default();
                pairs += later.len();
                equal += later.iter().filter(|other| *other == score).count();
            }
        }
        if pairs == 0 { Err(Undefined::NothingShared) } else { Ok(equal as f64 / pairs as f64) }
    }
}

/// The bits of a score, in numeric order.
fn ordered(score: f64) -> u64 {
    let bits = score.to_bits();
    if bits >> 63 == 0 { bits ^ (1 << 63) } else { !bits }
}

/// The verbal label of Landis & Koch (1977) for a κ.
pub fn landis_koch(kappa: f64) -> &'static str {
    match kappa {
        k if k < 0.0 => "poor",
        k if k <= 0.2 => "slight",
        k if k <= 0.4 => "fair",
        k if k <= 0.6 => "moderate",
        k if k <= 0.8 => "substantial",
        _ => "almost perfect",
    }
}

impl Undefined {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NothingShared => say!("agreement-nothing-shared"),
            Self::NoVariation => say!("agreement-no-variation"),
            Self::ConstantCoder { coder } => say!("agreement-constant-coder", coder),
            Self::Coders { found, needed } => say!("agreement-coders", found, needed),
            Self::Gaps => say!("agreement-gaps"),
            Self::BelowZero => say!("agreement-below-zero"),
        }
    }
}

worded!(Undefined);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_counts_pairs_and_leaves_gaps_out() {
        let check = |units: &[&[Option<f64>]], expected: Result<f64, Undefined>| {
            assert_eq!(Ratings::new(units.iter().map(|unit| unit.to_vec()).collect()).percent(), expected);
        };
        check(&[], Err(Undefined::NothingShared));
        check(&[&[Some(1.0), None], &[None, Some(1.0)]], Err(Undefined::NothingShared));
        check(&[&[Some(1.0), Some(1.0)], &[Some(0.0), Some(1.0)], &[Some(0.0)]], Ok(0.5));
        check(&[&[Some(0.0), Some(-0.0), Some(1.0)]], Ok(1.0 / 3.0));
    }

    #[test]
    fn kappas_have_verbal_labels() {
        let check = |kappa, word| assert_eq!(landis_koch(kappa), word);
        check(-0.1, "poor");
        check(0.0, "slight");
        check(0.2, "slight");
        check(0.61, "substantial");
        check(0.81, "almost perfect");
    }
}
