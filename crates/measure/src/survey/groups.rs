//! Answers by group: cross tables with χ², Welch's t, and the tests of Mann & Whitney and of Kruskal & Wallis.

use std::collections::BTreeMap;

use crate::adequacy::ChiSquareTest;
use crate::descriptives::describe;
use crate::distribution::{normal_above, t_beyond};

/// Answers by group.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing<G, A> {
    /// The groups, sorted.
    pub groups: Vec<G>,
    /// The answers, sorted.
    pub answers: Vec<A>,
    /// Counts, one row per group.
    pub counts: Vec<Vec<u64>>,
    /// Pearson's test of independence; `None` for a single group or answer.
    pub test: Option<ChiSquareTest>,
    /// The smallest expected count; below 5 the test is approximate.
    pub least_expected: f64,
    /// Cramér's V, in [0, 1]; `None` without a test.
    pub cramers_v: Option<f64>,
}

/// Counts pairs of group and answer, with Pearson's χ² without correction.
#[expect(clippy::cast_precision_loss, reason = "counts of respondents are far below 2^52")]
pub fn cross<G: Ord + Clone, A: Ord + Clone>(pairs: &[(G, A)]) -> Crossing<G, A> {
    let mut by: BTreeMap<&G, BTreeMap<&A, u64>> = BTreeMap::new();
    let mut answers: Vec<&A> = pairs.iter().map(|(_, answer)| answer).collect();
    answers.sort_unstable();
    answers.dedup();
    for (group, answer) in pairs {
        *by.entry(group).or_default().entry(answer).or_default() += 1;
    }
    let counts: Vec<Vec<u64>> = by
        .values()
        .map(|row| answers.iter().map(|answer| row.get(answer).copied().unwrap_or_default()).collect())
        .collect();
    let total = pairs.len() as f64;
    let rows: Vec<f64> = counts.iter().map(|row| row.iter().sum::<u64>() as f64).collect();
    let columns: Vec<f64> =
        (0..answers.len()).map(|at| counts.iter().filter_map(|row| row.get(at)).sum::<u64>() as f64).collect();
    let (mut chi_square, mut least) = (0.0, f64::INFINITY);
    for (row, group) in counts.iter().zip(&rows) {
        for (&count, answer) in row.iter().zip(&columns) {
            let expected = group * answer / total;
            chi_square += (count as f64 - expected) * (count as f64 - expected) / expected;
            least = least.min(expected);
        }
    }
    let df = by.len().saturating_sub(1) * answers.len().saturating_sub(1);
    let test = (df > 0).then(|| ChiSquareTest::new(chi_square, df as u64));
    let smaller = by.len().min(answers.len()).saturating_sub(1) as f64;
    Crossing {
        groups: by.keys().map(|group| (*group).clone()).collect(),
        answers: answers.into_iter().cloned().collect(),
        counts,
        test,
        least_expected: if least.is_finite() { least } else { 0.0 },
        cramers_v: test.map(|test| (test.chi_square / total / smaller).sqrt()),
    }
}

/// Comparison of two means without assuming equal variances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// The difference of the means, first less second.
    pub difference: f64,
    /// The statistic.
    pub t: f64,
    /// Degrees of freedom of Welch (1947) & Satterthwaite, at least 1.
    pub df: f64,
    /// Two-sided probability.
    pub p: f64,
}

/// Welch's test; `None` if a group has fewer than two values or neither varies.
#[expect(clippy::cast_precision_loss, reason = "counts of respondents are far below 2^52")]
pub fn welch(first: &[f64], second: &[f64]) -> Option<Welch> {
    let part = |values: &[f64]| {
        let found = describe(values)?;
        Some((found.mean, found.sd? * found.sd? / found.n as f64, found.n as f64 - 1.0))
    };
    let ((mean_a, a, df_a), (mean_b, b, df_b)) = (part(first)?, part(second)?);
    if a + b <= 0.0 {
        return None;
    }
    let t = (mean_a - mean_b) / (a + b).sqrt();
    let df = (a + b) * (a + b) / (a * a / df_a + b * b / df_b);
    Some(Welch { difference: mean_a - mean_b, t, df, p: t_beyond(t, df) })
}

/// Two groups compared by rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Number of pairs in which the first group's value is larger; ties count one half.
    pub u: f64,
    /// U as a share of all pairs, in [0, 1]; 0.5 if the groups do not differ.
    pub superiority: f64,
    /// Two-sided probability by the normal approximation with correction for ties and continuity.
    pub p: f64,
}

/// The values of all groups in ascending order, each with its group number.
fn pooled<G: AsRef<[f64]>>(groups: &[G]) -> Vec<(f64, usize)> {
    let values = |(at, group): (usize, &G)| group.as_ref().iter().map(|value| (value + 0.0, at)).collect::<Vec<_>>();
    let mut all: Vec<(f64, usize)> = groups.iter().enumerate().flat_map(values).collect();
    all.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    all
}

/// The Mann–Whitney (1947) test; `None` if a group is empty or all values are equal.
#[expect(clippy::cast_precision_loss, reason = "counts of respondents are far below 2^52")]
pub fn mann_whitney(first: &[f64], second: &[f64]) -> Option<MannWhitney> {
    let all = pooled(&[first, second]);
    let (n, m) = (first.len() as f64, second.len() as f64);
    let (mut below, mut u, mut ties) = (0.0, 0.0, 0.0);
    for tied in all.chunk_by(|a, b| a.0 == b.0) {
        let own = tied.iter().filter(|(_, group)| *group == 0).count() as f64;
        let (size, other) = (tied.len() as f64, tied.len() as f64 - own);
        u += own * (below + other / 2.0);
        below += other;
        ties += size * size * size - size;
    }
    let total = n + m;
    let variance = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
    let distance = ((u - n * m / 2.0).abs() - 0.5).max(0.0);
    (n > 0.0 && m > 0.0 && variance > 0.0).then(|| MannWhitney {
        u,
        superiority: u / (n * m),
        p: (2.0 * normal_above(distance / variance.sqrt())).min(1.0),
    })
}

/// More than two groups compared by rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KruskalWallis {
    /// H, corrected for ties, against χ² with one degree of freedom less than there are groups.
    pub test: ChiSquareTest,
    /// ε² = H/(n − 1), in [0, 1]; 0 if the groups do not differ (Tomczak & Tomczak 2014).
    pub epsilon_squared: f64,
}

/// The Kruskal–Wallis (1952) test; `None` for fewer than two groups, an empty one, or values that are all equal.
#[expect(clippy::cast_precision_loss, reason = "counts of respondents are far below 2^52")]
pub fn kruskal_wallis(groups: &[Vec<f64>]) -> Option<KruskalWallis> {
    let all = pooled(groups);
    let total = all.len() as f64;
    let (mut ranks, mut below, mut ties) = (vec![0.0; groups.len()], 0.0, 0.0);
    for tied in all.chunk_by(|a, b| a.0 == b.0) {
        let size = tied.len() as f64;
        for (_, at) in tied {
            ranks[*at] += below + f64::midpoint(size, 1.0);
        }
        below += size;
        ties += size * size * size - size;
    }
    let untied = 1.0 - ties / (total * (total * total - 1.0));
    if groups.len() < 2 || groups.iter().any(Vec::is_empty) || untied.is_nan() || untied <= 0.0 {
        return None;
    }
    let squares: f64 = ranks.iter().zip(groups).map(|(rank, group)| rank * rank / group.len() as f64).sum();
    let h = (12.0 / (total * (total + 1.0)) * squares - 3.0 * (total + 1.0)) / untied;
    let test = ChiSquareTest::new(h.max(0.0), groups.len() as u64 - 1);
    Some(KruskalWallis { test, epsilon_squared: h.max(0.0) / (total - 1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_without_spread_or_members_have_no_test() {
        assert_eq!(welch(&[1.0], &[1.0, 2.0]), None);
        assert_eq!(welch(&[1.0, 1.0], &[2.0, 2.0]), None);
        assert_eq!(mann_whitney(&[], &[1.0]), None);
        assert_eq!(mann_whitney(&[1.0, 1.0], &[1.0]), None);
        for groups in [vec![], vec![vec![1.0, 2.0]], vec![vec![1.0], vec![]], vec![vec![1.0], vec![1.0], vec![1.0]]] {
            assert_eq!(kruskal_wallis(&groups), None, "{groups:?}");
        }
        let one = cross(&[("a", 1), ("a", 2)]);
        assert_eq!((one.test, one.cramers_v), (None, None));
        assert_eq!(cross::<u8, u8>(&[]).least_expected, 0.0);
    }

    #[test]
    fn answers_that_follow_the_group_are_fully_associated() {
        let found = cross(&[("a", 1), ("a", 1), ("b", 2), ("b", 2)]);
        assert_eq!(found.counts, [[2, 0], [0, 2]]);
        assert_eq!((found.cramers_v, found.least_expected), (Some(1.0), 1.0));
        assert_eq!(mann_whitney(&[3.0, 4.0], &[1.0, 2.0]).unwrap().superiority, 1.0);
    }
}
