//! Low agreement of coders on single sets, which the pooled figure hides.

use equifinal_measure::coded::{Agreement, Coded};
use equifinal_study::config::AgreementMeasure;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// Agreement below which a coding is not substantial (Landis & Koch 1977).
const SUBSTANTIAL: f64 = 0.6;

/// One concern for each coding and chance-corrected measure, severe if an outcome is concerned.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let codings = input.evidence.codings.iter();
    codings.flat_map(|coded| measures(coded).filter_map(|measure| of(input, speaker, coded, measure))).collect()
}

/// The measures that are corrected for chance.
fn measures(coded: &Coded) -> impl Iterator<Item = AgreementMeasure> {
    let values = coded.agreement.last().map_or(&[][..], |all| &all.values).iter().map(|value| value.measure);
    values.filter(|measure| *measure != AgreementMeasure::Percent)
}

fn of(input: &Input<'_>, speaker: &Speaker, coded: &Coded, measure: AgreementMeasure) -> Option<Found> {
    let value = |agreement: &Agreement| {
        agreement.values.iter().find(|value| value.measure == measure).and_then(|value| value.value.ok())
    };
    let of_condition = |agreement: &Agreement| Some((agreement.condition.clone()?, value(agreement)?));
    let mut low: Vec<(String, f64)> = coded.agreement.iter().filter_map(of_condition).collect();
    low.retain(|(_, value)| *value < SUBSTANTIAL);
    low.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let pooled = coded.agreement.iter().find(|agreement| agreement.condition.is_none()).and_then(value);
    let (_, worst) = low.first()?;
    let set = |condition: &str| {
        Names::coded(input.study, &coded.name, condition).map_or(condition, |spec| &spec.name).to_owned()
    };
    let is_outcome = |set: &str| input.findings.iter().any(|findings| findings.analysis.outcome.set == set);
    let outcomes: Vec<String> = low.iter().map(|(condition, _)| set(condition)).filter(|set| is_outcome(set)).collect();
    let names = Names::of(input, speaker);
    let listed =
        low.iter().map(|(condition, value)| format!("{} {}", names.set(&set(condition)), speaker.ratio(Some(*value))));
    let args = [
        ("measure", speaker.say(&format!("measure-{}", measure.name())).into()),
        ("pooled", speaker.ratio(pooled).into()),
        ("count", low.len().into()),
        ("sets", speaker.list(listed).into()),
    ];
    let key = if outcomes.is_empty() { "warning-low-agreement" } else { "warning-low-agreement-outcome" };
    let sets: Vec<_> = low.iter().map(|(condition, value)| json!({"set": set(condition), "value": value})).collect();
    let evidence = json!({
        "coding": coded.name, "measure": measure.name(), "pooled": pooled, "worst": worst, "below": sets,
        "outcomes": outcomes, "bar": SUBSTANTIAL,
    });
    let severity = if outcomes.is_empty() { Severity::Medium } else { Severity::High };
    Some(Found::new(severity, evidence, speaker.say_of(key, &args)))
}
