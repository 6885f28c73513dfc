//! Many conditions for the number of cases (Marx & Duşa 2011).

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::weaknesses::has_many_conditions;

/// One concern for each such analysis; a negation has the same.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("conditions", findings.conditions.len().into()),
            ("cases", findings.cases.len().into()),
        ];
        let evidence = json!({
            "analysis": findings.analysis.name, "conditions": findings.conditions.len(), "cases": findings.cases.len(),
            "possible_rows": findings.rows_possible,
        });
        let said = || speaker.say_of("warning-many-conditions", &args);
        has_many_conditions(findings).then(|| Found::new(Severity::Medium, evidence, said()))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
