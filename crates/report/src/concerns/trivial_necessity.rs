//! Conditions that pass as necessary but are nearly constant.

use equifinal_qca::findings::{Findings, NecessityRow};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::weaknesses::is_trivial;

/// One concern for each analysis with such conditions.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let trivial: Vec<&NecessityRow> = findings.necessity.iter().filter(|row| is_trivial(row)).collect();
        let names = trivial.iter().map(|row| row.expression.as_str());
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("conditions", speaker.list(names).into()),
        ];
        let rows = trivial.iter().map(|row| json!({"condition": row.expression, "relevance": row.fit.relevance}));
        let evidence = json!({"analysis": findings.analysis.name, "conditions": rows.collect::<Vec<_>>()});
        (!trivial.is_empty()).then(|| Found::new(Severity::High, evidence, speaker.say_of("warning-trivial", &args)))
    };
    input.findings.iter().filter_map(of).collect()
}
