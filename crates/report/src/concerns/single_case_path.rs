//! Paths that a single case carries.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::view::side::Side;

/// One concern for each analysis with such paths.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.findings.iter().filter_map(|findings| of(input, speaker, findings)).collect()
}

fn of(input: &Input<'_>, speaker: &Speaker, findings: &Findings) -> Option<Found> {
    let side = Side::of(findings)?;
    let (mut said, mut evidence) = (Vec::new(), Vec::new());
    for shown in &side.paths {
        let [case] = &shown.path.cases[..] else { continue };
        let case = findings.cases.get(*case)?;
        let args = [("path", shown.label.text.as_str().into()), ("case", case.as_str().into())];
        said.push(speaker.say_of("case-of-path", &args));
        evidence.push(json!({"term": findings.write_term(&shown.path.term), "case": case}));
    }
    let args = [
        ("outcome", Names::of(input, speaker).outcome(&findings.analysis.outcome).into()),
        ("count", said.len().into()),
        ("of", side.paths.len().into()),
        ("paths", speaker.list(&said).into()),
    ];
    let evidence = json!({"analysis": findings.analysis.name, "paths": evidence, "of": side.paths.len()});
    (!said.is_empty())
        .then(|| Found::new(Severity::Medium, evidence, speaker.say_of("warning-single-case-path", &args)))
}
