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
    searches(report, &names);
}

/// The searches over sets of conditions, those with the highest score first.
fn searches(report: &mut Report, names: &Names<'_>) {
    for (name, analysis) in entries(&report.results["analyses"].clone()) {
        let Some(search) = analysis.get("condition_search") else { continue };
        let mut sets: Vec<&Value> = list(&search["sets"]).iter().collect();
        sets.sort_by(|one, other| other["score"].as_f64().unwrap().total_cmp(&one["score"].as_f64().unwrap()));
        let line = |one: &&Value| {
            let conditions: Vec<String> = texts(&one["conditions"]).into_iter().map(|set| names.set(set)).collect();
            let mut line = vec![conditions.join(" · "), text(&one["model_count"]).to_owned()];
            line.extend(ratios(one, &["consistency", "coverage", "score"]));
            line
        };
        let expected: Lines = sets.iter().take(PRINTED).map(line).collect();
        report.check(&format!("condition-search.{}", file(&name)), &expected);
    }
}
