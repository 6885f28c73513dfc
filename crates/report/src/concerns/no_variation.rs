//! Conditions that do not vary over the observed rows, each with the terms of the interpreted solution that contain it.

use equifinal_qca::findings::Findings;
use equifinal_qca::observed::WithoutVariation;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each such condition; a negation has the same rows.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.pairs().into_iter().flat_map(|pair| of(input, pair.own, speaker)).collect()
}

fn of(input: &Input<'_>, findings: &Findings, speaker: &Speaker) -> Vec<Found> {
    let kind = findings.analysis.interpret;
    let found = |constant: WithoutVariation| {
        let terms = findings.carrying(kind, constant.condition, constant.level).into_iter();
        let terms: Vec<String> = terms.map(|term| findings.write_term(term)).collect();
        let evidence = json!({"analysis": findings.analysis.name, "literal": constant.literal, "terms": terms});
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("literal", constant.literal.into()),
            ("solution", speaker.say(kind.name()).into()),
            ("count", terms.len().into()),
            ("terms", listed(terms, speaker).into()),
        ];
        Found::new(Severity::Medium, evidence, speaker.say_of("warning-without-variation", &args))
    };
    findings.without_variation().into_iter().map(found).collect()
}
