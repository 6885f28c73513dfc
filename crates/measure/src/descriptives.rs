//! Descriptive statistics of one item or score.

use equifinal_study::quantile;

/// A variable, described.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Description {
    /// Number of values.
    pub n: usize,
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation with n − 1; `None` below two values.
    pub sd: Option<f64>,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Adjusted skewness G1 (Joanes & Gill 1998, type 2, as SPSS prints it); `None` below three values or without
    /// spread.
    pub skewness: Option<f64>,
    /// Adjusted excess kurtosis G2 (type 2, as SPSS prints it), 0 for the normal; `None` below four values or without
    /// spread.
    pub kurtosis: Option<f64>,
}

/// Describes `values`; `None` if there are none.
///
/// Sums run over sorted values, so that they do not depend on the order of the responses.
#[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
pub fn describe(values: &[f64]) -> Option<Description> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (&min, &max) = (sorted.first()?, sorted.last()?);
    let n = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / n;
    let moment = |power: i32| {
        sorted.iter().map(|value| (0..power).fold(1.0, |product, _| product * (value - mean))).sum::<f64>() / n
    };
    let (m2, m3, m4) = (moment(2), moment(3), moment(4));
    let skewness = (sorted.len() > 2 && m2 > 0.0).then(|| m3 / (m2 * m2.sqrt()) * (n * (n - 1.0)).sqrt() / (n - 2.0));
    let kurtosis = (sorted.len() > 3 && m2 > 0.0)
        .then(|| (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * (m4 / (m2 * m2) - 3.0) + 6.0));
    let sd = (sorted.len() > 1).then(|| (m2 * n / (n - 1.0)).sqrt());
    Some(Description { n: sorted.len(), mean, sd, min, max, skewness, kurtosis })
}

/// The quantile of `share`, in [0, 1], of sorted values; `None` without values.
#[expect(clippy::cast_precision_loss, reason = "places of responses are far below 2^52")]
pub(crate) fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    quantile::at(sorted, sorted.len().checked_sub(1)? as f64 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_or_equal_values_have_no_shape() {
        assert_eq!(describe(&[]), None);
        let one = describe(&[2.0]).unwrap();
        assert_eq!((one.mean, one.sd, one.skewness), (2.0, None, None));
        let equal = describe(&[3.0; 5]).unwrap();
        assert_eq!((equal.sd, equal.skewness, equal.kurtosis), (Some(0.0), None, None));
    }

    #[test]
    fn one_to_five_are_flat_and_symmetric() {
        let flat = describe(&[5.0, 1.0, 4.0, 2.0, 3.0]).unwrap();
        assert_eq!((flat.mean, flat.skewness), (3.0, Some(0.0)));
        assert!((flat.sd.unwrap() - 2.5_f64.sqrt()).abs() < 1e-15);
        assert!((flat.kurtosis.unwrap() + 1.2).abs() < 1e-14);
    }
}
