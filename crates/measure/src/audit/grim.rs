//! GRIM: the sample sizes that can give a printed percentage or mean (Brown & Heathers 2017).

use super::{Figure, Finding};

/// The sample sizes up to `largest` for which some count gives `percent`, ascending.
///
/// A count exactly between two roundings may be rounded either way.
pub fn grim_sizes(percent: Figure, largest: u64) -> Vec<u64> {
    (1..=largest).filter(|&n| grim_percent(percent, n)).collect()
}

/// True if some count of `n` respondents gives `percent`.
pub(super) fn grim_percent(percent: Figure, n: u64) -> bool {
    possible(percent, n, 100)
}

/// Rule 9 for the mean of `n` respondents over `items` items with integer answers; `None` if a sum of answers gives it.
pub fn grim_mean(mean: Figure, n: u64, items: u64) -> Option<Finding> {
    (!possible(mean, n.saturating_mul(items), 1)).then_some(Finding::Grim { figure: mean, n })
}

/// True if `times`·k/n rounds to `figure` for an integer k; a percentage must not exceed 100.
fn possible(figure: Figure, n: u64, times: i128) -> bool {
    let (n, units, scale) = (i128::from(n), i128::from(figure.units()), i128::from(figure.scale()) * times);
    // |scale·k/n − units| ≤ ½  ⇔  2·|scale·k − units·n| ≤ n, at the k next to units·n/scale.
    let nearest = (units * n).div_euclid(scale);
    n > 0
        && [nearest, nearest + 1]
            .iter()
            .any(|k| 2 * (scale * k - units * n).abs() <= n && (times == 1 || (0..=n).contains(k)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nineteen_sizes_give_the_satisfaction_of_s_county() {
        let expected = [137, 197, 214, 274, 291, 334, 351, 368, 394, 411, 428, 471, 488, 505, 531, 548, 565, 582, 591];
        assert_eq!(grim_sizes("88.32".parse().unwrap(), 600), expected);
    }

    #[test]
    fn grim_excludes_sample_sizes_by_precision() {
        // 96.8 %: every size from some point on.
        assert!(grim_sizes("96.8".parse().unwrap(), 2000).contains(&1999));
        assert_eq!(grim_sizes("50".parse().unwrap(), 3), [2]);
        assert_eq!(grim_sizes("100.4".parse().unwrap(), 100), [0_u64; 0]);
        assert_eq!(grim_sizes("100.00".parse().unwrap(), 3), [1, 2, 3]);
    }

    #[test]
    fn a_mean_of_whole_answers_is_a_fraction_of_them() {
        let mean: Figure = "3.27".parse().unwrap();
        assert_eq!(grim_mean(mean, 11, 1), None);
        assert_eq!(grim_mean(mean, 20, 1), Some(Finding::Grim { figure: mean, n: 20 }));
        assert_eq!(grim_mean(mean, 20, 5), None);
    }
}
