//! Agreement within cases before respondents are averaged: ICC(1), ICC(2) and r_wg(j).

use crate::items::Items;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// One-way analysis of variance of respondents in cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Icc {
    /// Variance between cases as a share of all (Bliese 2000), at most 1; negative if cases differ less than by chance.
    pub icc1: f64,
    /// Reliability of the cases' means, at most 1.
    pub icc2: f64,
    /// The F ratio of the analysis of variance.
    pub f: f64,
    /// Respondents per case, corrected for unequal cases.
    pub group_size: f64,
}

/// The reasons why there is no intraclass correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IccUndefined {
    /// Fewer than two cases.
    OneCase,
    /// No case has two respondents.
    NoneShared,
    /// No variance at all, or none between cases.
    NoVariance,
}

/// ICC(1) and ICC(2) of scores, one list per case: (MSB−MSW)/(MSB+(k−1)MSW) and (MSB−MSW)/MSB.
///
/// k is (N − Σn²/N)/(J−1), which is the common size of equal cases.
///
/// # Errors
///
/// If there is no variance between or within cases.
#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
pub fn icc(cases: &[Vec<f64>]) -> Result<Icc, IccUndefined> {
    let mut cases: Vec<Vec<f64>> = cases.iter().filter(|case| !case.is_empty()).cloned().collect();
    for case in &mut cases {
        case.sort_unstable_by(f64::total_cmp);
    }
    cases.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let people: usize = cases.iter().map(Vec::len).sum();
    if cases.len() < 2 {
        return Err(IccUndefined::OneCase);
    }
    if people == cases.len() {
        return Err(IccUndefined::NoneShared);
    }
    let (n, j) = (people as f64, cases.len() as f64);
    let grand = cases.iter().flatten().sum::<f64>() / n;
    let (mut between, mut within, mut squares) = (0.0, 0.0, 0.0);
    for case in &cases {
        let size = case.len() as f64;
        let mean = case.iter().sum::<f64>() / size;
        between += size * (mean - grand) * (mean - grand);
        within += case.iter().map(|score| (score - mean) * (score - mean)).sum::<f64>();
        squares += size * size;
    }
    let (msb, msw, k) = (between / (j - 1.0), within / (n - j), (n - squares / n) / (j - 1.0));
    if msb <= 0.0 {
        return Err(IccUndefined::NoVariance);
    }
    Ok(Icc { icc1: (msb - msw) / (msb + (k - 1.0) * msw), icc2: (msb - msw) / msb, f: msb / msw, group_size: k })
}

/// Agreement of the respondents of one case on J items (James, Demaree & Wolf 1984), against a uniform null of
/// `options` answers.
///
/// r_wg(j) = J(1−s̄²/σ²)/[J(1−s̄²/σ²)+s̄²/σ²] with σ² = (A²−1)/12. Variances above that of the null are set to it, so
/// the value lies in [0, 1]; `None` for fewer than two options.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub fn rwg(people: &Items, options: u32) -> Option<f64> {
    if options < 2 {
        return None;
    }
    let null = (f64::from(options) * f64::from(options) - 1.0) / 12.0;
    let items = people.items() as f64;
    let ratio = (people.covariance().trace() / items / null).min(1.0);
    Some(items * (1.0 - ratio) / (items * (1.0 - ratio) + ratio))
}

impl IccUndefined {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::OneCase => say!("aggregation-one-case"),
            Self::NoneShared => say!("aggregation-none-shared"),
            Self::NoVariance => say!("aggregation-no-variance"),
        }
    }
}

worded!(IccUndefined);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_of_unanimous_and_divided_respondents() {
        let check = |rows: &[&[f64]], expected: f64| {
            let found = rwg(&Items::complete(rows.iter().map(|row| row.to_vec()).collect()).unwrap(), 5).unwrap();
            assert!((found - expected).abs() < 1e-12, "{found}");
        };
        check(&[&[4.0, 5.0], &[4.0, 5.0]], 1.0);
        check(&[&[1.0, 1.0], &[5.0, 5.0]], 0.0);
        // s² = .5 on each of two items, σ² = 2: 2·.75/(2·.75+.25)
        check(&[&[4.0, 4.0], &[5.0, 5.0]], 1.5 / 1.75);
        assert_eq!(rwg(&Items::complete(vec![vec![1.0], vec![1.0]]).unwrap(), 1), None);
    }

    #[test]
    fn missing_variance_is_reported() {
        let check = |cases: &[&[f64]], expected: IccUndefined| {
            assert_eq!(icc(&cases.iter().map(|case| case.to_vec()).collect::<Vec<_>>()), Err(expected));
        };
        check(&[&[1.0, 2.0], &[]], IccUndefined::OneCase);
        check(&[&[1.0], &[2.0]], IccUndefined::NoneShared);
        check(&[&[1.0, 3.0], &[2.0, 2.0]], IccUndefined::NoVariance);
    }

    #[test]
    fn equal_scores_within_cases_are_fully_reliable() {
        let found = icc(&[vec![1.0, 1.0], vec![5.0, 5.0], vec![3.0, 3.0, 3.0]]).unwrap();
        assert_eq!((found.icc1, found.icc2), (1.0, 1.0));
        assert!((found.group_size - (7.0 - 17.0 / 7.0) / 2.0).abs() < 1e-12);
    }
}
