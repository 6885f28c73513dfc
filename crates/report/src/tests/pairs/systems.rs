//! The systems of several outcomes.

use serde_json::Value;

use super::{Lines, Report, entries, file, list, ratios, text, texts};
use crate::fixture::Fixture;
use crate::names::Names;

/// Systems that are printed.
const PRINTED: usize = 20;

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    let input = fixture.input();
    let names = Names::of(&input, report.speaker);
    let label = |written: &str| {
        let outcomes = fixture.systems.iter().flat_map(|found| &found.outcomes);
        outcomes.into_iter().find(|one| one.to_string() == written).map(|one| names.outcome(one)).unwrap_or_default()
    };
    for (name, analysis) in entries(&report.results["analyses"].clone()) {
        let Some(systems) = analysis.get("systems") else { continue };
        let mut expected = Lines::new();
        for system in list(&systems["models"]).iter().take(PRINTED) {
            let shared = texts(&system["shared"]);
            let sign = |term: &Value| {
                let written = text(&term["expression"]);
                if shared.contains(&written) { format!("{written}†") } else { written.to_owned() }
            };
            for (outcome, function) in entries(&system["functions"]) {
                let terms: Vec<String> = list(&function["terms"]).iter().map(sign).collect();
                let mut line = vec![label(&outcome), terms.join(" + ")];
                line.extend(ratios(&function, &["consistency", "coverage"]));
                expected.push(line);
            }
        }
        report.check(&format!("systems.{}", file(&name)), &expected);
    }
}
