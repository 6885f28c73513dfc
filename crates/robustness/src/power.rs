//! The power of the permutation test of a path.
//!
//! Rohlfing (2018, Political Analysis 26:72–89): a test that finds nothing says little if it could hardly have found
//! anything. Samples are drawn from the cases, so the power is that of a study with as many cases like these.

use equifinal_study::cuts::at_least;
use equifinal_study::draws::Draws;
use equifinal_study::exact::{Sum, units};
use equifinal_study::permutation::p_value;
use rayon::prelude::*;

/// Number of samples of cases.
pub const SAMPLES: u64 = 200;
/// Number of permutations of each sample.
pub const PERMUTATIONS: u64 = 199;
/// The level of the test.
pub const LEVEL: f64 = 0.05;
/// Cases beyond which it takes too long.
const CASES: usize = 5_000;

/// The share of samples, drawn from the cases with replacement and as large as they are, in which the permutation test
/// finds a path: p of its consistency at most 0.05. `None` for more than 5,000 cases.
pub fn power(path: &[f64], outcome: &[f64], key: [u8; 32]) -> Option<f64> {
    if path.len() > CASES {
        return None;
    }
    let found = (0..SAMPLES).into_par_iter().filter(|&sample| {
        let mut draws = Draws::keyed(key, sample);
        let cases: Vec<usize> = path.iter().map(|_| draws.index(path.len())).collect();
        let pick = |values: &[f64]| -> Vec<f64> { cases.iter().map(|&case| values[case]).collect() };
        is_found(&pick(path), pick(outcome), &mut draws)
    });
    #[expect(clippy::cast_precision_loss, reason = "a few hundred samples")]
    let share = found.count() as f64 / SAMPLES as f64;
    Some(share)
}

/// True if the consistency of a sample is rare among permutations of its outcome; never for a path without members.
fn is_found(path: &[f64], mut outcome: Vec<f64>, draws: &mut Draws) -> bool {
    let whole = Sum::of(path);
    let consistency = |outcome: &[f64]| {
        let both = path.iter().zip(outcome).map(|(x, y)| u128::from(units(x.min(*y)))).sum();
        Sum::from_units(both).share_of(whole)
    };
    let Some(observed) = consistency(&outcome) else { return false };
    let mut reached = 0;
    for _ in 0..PERMUTATIONS {
        draws.shuffle(&mut outcome);
        reached += u64::from(at_least(consistency(&outcome), observed));
        // The verdict is known.
        if p_value(reached, PERMUTATIONS, false) > LEVEL {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn power_grows_with_the_number_of_cases_and_is_small_without_relation() {
        let of = |cases: usize, related: bool| {
            let path: Vec<f64> = (0..cases).map(|case| f64::from(u8::from(case % 2 == 0))).collect();
            let outcome = if related { path.clone() } else { path.iter().map(|_| 0.5).collect() };
            power(&path, &outcome, [4; 32]).unwrap()
        };
        let (few, many) = (of(4, true), of(12, true));
        assert!(few < many && many > 0.95, "{few} {many}");
        assert!(of(12, false) < 0.01, "no outcome differs, so every permutation is as consistent");
        let mut draws = Draws::keyed([6; 32], 0);
        let values: Vec<f64> = (0..40).map(|_| draws.uniform()).collect();
        let other: Vec<f64> = (0..40).map(|_| draws.uniform()).collect();
        assert!(power(&values, &other, [4; 32]).unwrap() < 0.5);
        assert_eq!(power(&[0.0, 0.0], &[1.0, 0.0], [4; 32]), Some(0.0), "a path without members is not found");
    }
}
