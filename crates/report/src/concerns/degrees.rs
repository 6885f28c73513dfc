//! Weaknesses of necessary condition analyses: one case makes the finding, the ceiling leaves many cases above it, the
//! test could hardly have found anything.

use equifinal_nca::findings::{Analysed, Findings};
use equifinal_study::cuts::at_least;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// The accuracy that a ceiling line should reach (Dul 2016, ORM 19:10–52).
const ACCURACY: f64 = 0.95;

/// The power that a test should have.
const POWER: f64 = 0.8;

/// The conditions that the analysis finds necessary, by set.
fn necessary(findings: &Findings) -> impl Iterator<Item = (&str, &Analysed)> {
    let analysed =
        findings.conditions.iter().filter_map(|one| Some((one.condition.as_str(), one.analysed.as_ref().ok()?)));
    analysed.filter(|(_, one)| one.necessary)
}

/// Necessary conditions whose effect size falls below the threshold without a single case.
pub(super) fn one_case(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let names = Names::of(input, speaker);
    let of = |findings: &Findings| {
        let least = findings.spec.effect_size;
        let (mut said, mut evidence) = (Vec::new(), Vec::new());
        for (condition, analysed) in necessary(findings) {
            let singles = analysed.outliers.iter().filter(|one| one.cases.len() == 1);
            let Some(most) =
                singles.filter(|one| !at_least(one.without, least)).min_by(|a, b| a.change.total_cmp(&b.change))
            else {
                continue;
            };
            let case = most.cases.first().and_then(|&case| findings.sample.cases.get(case)).map_or("", String::as_str);
            let args = [
                ("condition", names.set(condition).into()),
                ("case", names.data(case).into()),
                ("effect", speaker.ratio(most.without).into()),
            ];
            said.push(speaker.say_of("nca-without-case", &args));
            evidence.push(json!({"condition": condition, "case": case, "effect_size": most.without}));
        }
        let args = [
            ("outcome", names.set(&findings.spec.outcome).into()),
            ("least", speaker.cutoff(least).into()),
            ("conditions", speaker.clauses(said).into()),
        ];
        let evidence_of = json!({"analysis": findings.spec.name, "conditions": evidence});
        let sentence = || speaker.say_of("warning-nca-one-case", &args);
        (!evidence.is_empty()).then(|| Found::new(Severity::High, evidence_of, sentence()))
    };
    input.nca.iter().filter_map(of).collect()
}

/// Necessary conditions whose deciding ceiling has too many cases above it.
pub(super) fn low_accuracy(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let names = Names::of(input, speaker);
    let of = |findings: &Findings| {
        let low: Vec<(&str, Option<f64>)> = necessary(findings)
            .filter_map(|(condition, one)| Some((condition, one.deciding()?.measures.accuracy)))
            .filter(|(_, accuracy)| accuracy.is_some() && !at_least(*accuracy, ACCURACY))
            .collect();
        let said = low.iter().map(|(condition, accuracy)| {
            let percent = accuracy.map(crate::number::percent).unwrap_or_default();
            speaker
                .say_of("nca-accuracy-of", &[("condition", names.set(condition).into()), ("accuracy", percent.into())])
        });
        let args = [("outcome", names.set(&findings.spec.outcome).into()), ("conditions", speaker.list(said).into())];
        let evidence = low.iter().map(|(condition, accuracy)| json!({"condition": condition, "accuracy": accuracy}));
        let evidence = json!({"analysis": findings.spec.name, "conditions": evidence.collect::<Vec<_>>()});
        let sentence = || speaker.say_of("warning-nca-low-accuracy", &args);
        (!low.is_empty()).then(|| Found::new(Severity::Medium, evidence, sentence()))
    };
    input.nca.iter().filter_map(of).collect()
}

/// Analyses whose test has little power at their number of cases.
pub(super) fn low_power(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let names = Names::of(input, speaker);
    let of = |findings: &Findings| {
        let power = findings.power.filter(|&power| !at_least(Some(power), POWER))?;
        let cases = findings.sample.cases.len();
        let args = [
            ("outcome", names.set(&findings.spec.outcome).into()),
            ("power", crate::number::fixed(power, 2).into()),
            ("effect", speaker.cutoff(findings.spec.effect_size).into()),
            ("cases", cases.into()),
        ];
        let evidence = json!({"analysis": findings.spec.name, "power": power, "cases": cases});
        Some(Found::new(Severity::Medium, evidence, speaker.say_of("warning-nca-low-power", &args)))
    };
    input.nca.iter().filter_map(of).collect()
}
