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
    let names = Names::of(input, speaker);
    let (mut said, mut evidence, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    let sides = Side::all(findings);
    // Where every literal is core, the word distinguishes nothing.
    let distinguished = sides.iter().filter(|side| side.discrimination == Discrimination::Yes);
    for (side, shown) in distinguished.flat_map(|side| side.paths.iter().map(move |shown| (side, shown))) {
        if seen.contains(&&shown.path.term) {
            continue;
        }
        seen.push(&shown.path.term);
        let literals = shown.path.term.levels.iter().zip(&shown.core.standing).zip(&findings.conditions);
        let expected = literals.zip(&findings.analysis.expectations);
        for (((level, standing), condition), expectation) in expected {
            let Some(level) = level.filter(|level| against(&expectation.expect, *level)) else { continue };
            if *standing == Some(Standing::Always) {
                let label = names.literal(condition, level);
                let args = [("path", side.label(shown).into()), ("condition", label.into())];
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
        ("outcome", names.analysis(&findings.analysis.name).into()),
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
