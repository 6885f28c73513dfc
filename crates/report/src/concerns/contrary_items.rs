//! Items that correlate negatively with their construct.

use equifinal_measure::Scale;
use equifinal_study::scores::Scores;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each construct with such items.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let scales = input.evidence.measurements.iter().flat_map(|found| found.scores.iter().zip(&found.scales));
    let found = |(scores, scale): (&Scores, &Scale)| {
        let contrary = scale.items.iter().filter_map(|item| {
            let correlation = item.total?.corrected_correlation.filter(|correlation| *correlation < 0.0)?;
            Some((item.name.as_str(), correlation))
        });
        let contrary: Vec<_> = contrary.collect();
        let items =
            contrary.iter().map(|(name, correlation)| format!("{name} ({})", speaker.ratio(Some(*correlation))));
        let args = [("construct", scores.construct.as_str().into()), ("items", speaker.list(items).into())];
        let items: Vec<_> = contrary.iter().map(|(name, r)| json!({"item": name, "r": r})).collect();
        let evidence = json!({"construct": scores.construct, "items": items});
        let said = || speaker.say_of("warning-contrary-items", &args);
        (!contrary.is_empty()).then(|| Found::new(Severity::High, evidence, said()))
    };
    scales.filter_map(found).collect()
}
