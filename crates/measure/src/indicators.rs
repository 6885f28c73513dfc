//! Indicators over the years: growth, ratio of last to first value, targets met or missed.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// The claims about an indicator.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Claims {
    /// The last value is at least this many times the first.
    pub first_to_last: Option<f64>,
    /// The last value is at least this, or at most this if [`Claims::at_most`] is true.
    pub target: Option<f64>,
    /// True if the target is an upper limit.
    pub at_most: bool,
    /// The last year's growth is at least this share (0.10 for 10 %).
    pub growth: Option<f64>,
}

/// An indicator over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// Years with values, ascending.
    pub series: Vec<(i32, f64)>,
    /// Years without a value, ascending.
    pub gaps: Vec<i32>,
    /// Year-on-year growth as a share, for each year but the first; `None` if the year before is missing or not
    /// positive.
    pub growth: Vec<(i32, Option<f64>)>,
    /// The last value divided by the first; `None` if the first is not positive.
    pub ratio: Option<f64>,
    /// Compound annual growth rate, as a share.
    pub annual: Option<f64>,
    /// True if the claimed ratio is reached; `None` without a claim or a ratio.
    pub ratio_met: Option<bool>,
    /// True if the target is reached in the last year.
    pub target_met: Option<bool>,
    /// Years in which the target is reached.
    pub years_met: Vec<i32>,
    /// True if the claimed growth is reached in the last year.
    pub growth_met: Option<bool>,
}

/// The reasons why a series is not a valid trend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrendError {
    /// It has no values.
    Empty,
    /// A year occurs twice.
    Repeated {
        /// The year.
        year: i32,
    },
    /// A value is not a number.
    NotANumber {
        /// The year.
        year: i32,
    },
}

/// The trend of `values` by year, compared with `claims`; a year may lack its value.
///
/// Comparisons have a tolerance of 1e-9 of the claim, so that 0.9 written twice is equal.
///
/// # Errors
///
/// For no values, a repeated year, or a value that is not finite.
pub fn trend(values: &[(i32, Option<f64>)], claims: Claims) -> Result<Trend, TrendError> {
    let mut values = values.to_vec();
    values.sort_by_key(|(year, _)| *year);
    let gaps = values.iter().filter(|(_, value)| value.is_none()).map(|(year, _)| *year).collect();
    if let Some(pair) = values.windows(2).find(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
        return Err(TrendError::Repeated { year: pair.first().map_or(0, |(year, _)| *year) });
    }
    let series: Vec<(i32, f64)> = values.into_iter().filter_map(|(year, value)| Some((year, value?))).collect();
    if let Some(&(year, _)) = series.iter().find(|(_, value)| !value.is_finite()) {
        return Err(TrendError::NotANumber { year });
    }
    let (Some(&first), Some(&last)) = (series.first(), series.last()) else { return Err(TrendError::Empty) };
    let growth: Vec<(i32, Option<f64>)> = series
        .windows(2)
        .filter_map(|pair| match pair {
            [before, now] => Some((now.0, (now.0 - before.0 == 1 && before.1 > 0.0).then(|| now.1 / before.1 - 1.0))),
            _ => None,
        })
        .collect();
    let ratio = (first.1 > 0.0).then(|| last.1 / first.1);
    let years = f64::from(last.0) - f64::from(first.0);
    let annual = ratio.filter(|ratio| *ratio > 0.0 && years > 0.0).map(|ratio| libm::pow(ratio, 1.0 / years) - 1.0);
    let reached = |value: f64, claim: f64| value >= claim - 1e-9 * claim.abs();
    let on_target =
        |value: f64, target: f64| if claims.at_most { reached(-value, -target) } else { reached(value, target) };
    let years_met = claims
        .target
        .map(|target| series.iter().filter(|(_, value)| on_target(*value, target)).map(|(year, _)| *year).collect());
    let last_growth = growth.last().and_then(|(_, growth)| *growth);
    Ok(Trend {
        ratio_met: claims.first_to_last.zip(ratio).map(|(claim, ratio)| reached(ratio, claim)),
        target_met: claims.target.map(|target| on_target(last.1, target)),
        growth_met: claims.growth.zip(last_growth).map(|(claim, growth)| reached(growth, claim)),
        years_met: years_met.unwrap_or_default(),
        series,
        gaps,
        growth,
        ratio,
        annual,
    })
}

impl TrendError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => say!("indicator-empty"),
            Self::Repeated { year } => say!("indicator-repeated", year),
            Self::NotANumber { year } => say!("indicator-not-a-number", year),
        }
    }
}

worded!(TrendError);

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(values: &[(i32, f64)], claims: Claims) -> Result<Trend, TrendError> {
        super::trend(&values.iter().map(|(year, value)| (*year, Some(*value))).collect::<Vec<_>>(), claims)
    }

    #[test]
    fn visits_that_double_meet_the_claim() {
        let claims = Claims { first_to_last: Some(2.0), target: Some(200.0), at_most: false, growth: Some(0.1) };
        let found = trend(&[(2015, 200.0), (2013, 100.0), (2014, 150.0)], claims).unwrap();
        assert_eq!(
            (found.ratio, found.ratio_met, found.target_met, found.growth_met),
            (Some(2.0), Some(true), Some(true), Some(true))
        );
        assert_eq!(found.years_met, [2015]);
        let capped = Claims { target: Some(150.0), at_most: true, ..Claims::default() };
        let found = trend(&[(2013, 100.0), (2014, 150.0), (2015, 200.0)], capped).unwrap();
        assert_eq!((found.years_met, found.target_met), (vec![2013, 2014], Some(false)));
        let found = trend(&[(2015, 200.0), (2013, 100.0), (2014, 150.0)], claims).unwrap();
        assert_eq!(found.growth[0], (2014, Some(0.5)));
        assert!((found.annual.unwrap() - (2.0_f64.sqrt() - 1.0)).abs() < 1e-15);
    }

    #[test]
    fn gaps_and_zeros_have_no_growth() {
        let found =
            trend(&[(2013, 0.0), (2014, 1.0), (2016, 2.0)], Claims { growth: Some(0.1), ..Claims::default() }).unwrap();
        assert_eq!(found.growth, [(2014, None), (2016, None)]);
        assert_eq!((found.ratio, found.ratio_met, found.growth_met), (None, None, None));
    }

    #[test]
    fn years_without_a_value_are_named() {
        let values = [(2016, None), (2013, Some(1.0)), (2015, Some(3.0)), (2014, None)];
        let found = super::trend(&values, Claims { target: Some(2.0), ..Claims::default() }).unwrap();
        assert_eq!((found.gaps, found.series), (vec![2014, 2016], vec![(2013, 1.0), (2015, 3.0)]));
        assert_eq!((found.growth, found.target_met), (vec![(2015, None)], Some(true)));
        assert_eq!(super::trend(&[(2013, None)], Claims::default()), Err(TrendError::Empty));
        let twice = [(2013, Some(1.0)), (2013, None)];
        assert_eq!(super::trend(&twice, Claims::default()), Err(TrendError::Repeated { year: 2013 }));
    }

    #[test]
    fn invalid_series_are_refused() {
        let check = |values: &[(i32, f64)], expected| assert_eq!(trend(values, Claims::default()), Err(expected));
        check(&[], TrendError::Empty);
        check(&[(2013, 1.0), (2013, 2.0)], TrendError::Repeated { year: 2013 });
        check(&[(2013, f64::NAN)], TrendError::NotANumber { year: 2013 });
    }
}
