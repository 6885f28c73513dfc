//! A core condition that stands against its directional expectation.

use equifinal_qca::core::{Discrimination, Standing};
use equifinal_qca::findings::Findings;
use equifinal_qca::term::write_literal;
use equifinal_study::config::Expect;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::view::side::Side;

/// One concern for each analysis with such conditions.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.findings.iter().filter_map(|findings| of(input, speaker, findings)).collect()
}

fn of(input: &Input<'_>, speaker: &Speaker, findings: &Findings) -> Option<Found> {
    let side = Side::of(findings)?;
    // Where every literal is core, the word distinguishes nothing.
    if side.discrimination != Discrimination::Yes {
        return None;
    }
    let names = Names::of(input, speaker);
    let (mut said, mut evidence) = (Vec::new(), Vec::new());
    for shown in &side.paths {
        let literals = shown.path.term.levels.iter().zip(&shown.core.standing).zip(&findings.conditions);
        let expected = literals.zip(&findings.analysis.expectations);
        for (((level, standing), condition), expectation) in expected {
            let Some(level) = level.filter(|level| against(&expectation.expect, *level)) else { continue };
            if *standing == Some(Standing::Always) {
                let label = names.literal(condition, level);
                let args = [("path", shown.label.text.as_str().into()), ("condition", label.into())];
                said.push(speaker.say_of("condition-of-path", &args));
                evidence.push(json!({
                    "term": findings.write_term(&shown.path.term),
                    "literal": write_literal(condition, level),
                    "expected": expectation.expect.name(),
                }));
            }
        }
    }
    let args = [
        ("outcome", names.outcome(&findings.analysis.outcome).into()),
        ("count", said.len().into()),
        ("conditions", speaker.list(&said).into()),
    ];
    let evidence = json!({"analysis": findings.analysis.name, "literals": evidence});
    let found = || Found::new(Severity::High, evidence, speaker.say_of("warning-core-against-expectation", &args));
    (!said.is_empty()).then(found)
}

/// True if a level is not the expected one.
fn against(expected: &Expect, level: usize) -> bool {
    match expected {
        Expect::Any => false,
        Expect::Present => level == 0,
        Expect::Absent => level > 0,
        Expect::Levels(levels) => !levels.contains(&level),
    }
}
