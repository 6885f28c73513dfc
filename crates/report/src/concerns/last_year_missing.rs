//! Indicators without a value for the last year of their table.

use equifinal_measure::indicators::Trend;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each such indicator.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |(name, trend): &(String, Trend)| {
        let ((year, _), missing) = (trend.series.last()?, trend.gaps.last()?);
        let args = [
            ("indicator", name.as_str().into()),
            ("missing", missing.to_string().into()),
            ("year", year.to_string().into()),
        ];
        let evidence = json!({"indicator": name, "missing": missing, "last": year});
        let said = || speaker.say_of("warning-last-year-missing", &args);
        (missing > year).then(|| Found::new(Severity::Low, evidence, said()))
    };
    input.evidence.trends.iter().filter_map(of).collect()
}
