//! Shares of respondents with Wilson intervals.

use std::collections::BTreeMap;

/// The normal quantile of a two-sided 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The number of respondents counted.
    pub count: u64,
    /// The number of all respondents.
    pub of: u64,
    /// The share, in [0, 1].
    pub share: f64,
    /// The interval of Wilson (1927), without correction for continuity, in [0, 1].
    pub interval: (f64, f64),
}

/// One answer with its share.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequency<T> {
    /// The answer.
    pub answer: T,
    /// Its share of the answers given.
    pub share: Share,
}

/// The share of `count` in `of`; `None` if `of` is zero or less than `count`.
#[expect(clippy::cast_precision_loss, reason = "counts of respondents are far below 2^52")]
pub fn wilson(count: u64, of: u64) -> Option<Share> {
    if of == 0 || count > of {
        return None;
    }
    let (k, n) = (count as f64, of as f64);
    let share = k / n;
    let weight = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / weight;
    let half = Z / weight * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    // At the ends the bound is the end itself; rounding must not move it.
    let low = if count == 0 { 0.0 } else { middle - half };
    let high = if count == of { 1.0 } else { middle + half };
    Some(Share { count, of, share, interval: (low, high) })
}

/// The frequency of each answer.
pub fn frequencies<T: Ord + Clone>(answers: &[T]) -> Vec<Frequency<T>> {
    let mut counts: BTreeMap<&T, u64> = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer).or_default() += 1;
    }
    let of = answers.len() as u64;
    counts
        .into_iter()
        .filter_map(|(answer, count)| Some(Frequency { answer: answer.clone(), share: wilson(count, of)? }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_stay_within_their_bounds() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        assert_eq!(wilson(0, 10).unwrap().interval.0, 0.0);
        assert_eq!(wilson(10, 10).unwrap().interval.1, 1.0);
        let found = frequencies(&["b", "a", "b", "b"]);
        assert_eq!(found.iter().map(|f| (f.answer, f.share.count)).collect::<Vec<_>>(), [("a", 1), ("b", 3)]);
    }
}
