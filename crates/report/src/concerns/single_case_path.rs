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
    let (mut said, mut evidence, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    let sides = Side::all(findings);
    for (side, shown) in sides.iter().flat_map(|side| side.paths.iter().map(move |shown| (side, shown))) {
        if seen.contains(&&shown.path.term) {
            continue;
        }
        seen.push(&shown.path.term);
        let [case] = &shown.path.cases[..] else { continue };
        let case = findings.cases.get(*case)?;
        let args = [("path", side.label(shown).into()), ("case", case.as_str().into())];
        said.push(speaker.say_of("case-of-path", &args));
        evidence.push(json!({"term": findings.write_term(&shown.path.term), "case": case}));
    }
    let args = [
        ("outcome", Names::of(input, speaker).outcome(&findings.analysis.outcome).into()),
        ("count", said.len().into()),
        ("of", seen.len().into()),
        ("paths", speaker.list(&said).into()),
    ];
    let evidence = json!({"analysis": findings.analysis.name, "paths": evidence, "of": seen.len()});
    (!said.is_empty())
        .then(|| Found::new(Severity::Medium, evidence, speaker.say_of("warning-single-case-path", &args)))
}
