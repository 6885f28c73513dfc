//! Coincidence analyses: models and structures.

use serde_json::Value;

use super::{Lines, Report, entries, list, ratio, ratios, text};

/// Models and structures that are printed.
const PRINTED: usize = 20;

pub(super) fn check(report: &mut Report) {
    let Some(chains) = report.results.get("chains").cloned() else { return };
    for (name, found) in entries(&chains) {
        models(report, &name, &found);
        structures(report, &name, &found);
    }
}

fn models(report: &mut Report, name: &str, found: &Value) {
    let mut expected = Lines::new();
    for (outcome, of) in entries(&found["outcomes"]) {
        assert_eq!(of["model_count_is"], "exact");
        for model in list(&of["models"]).iter().take(PRINTED) {
            let mut line = vec![format!("{} ↔ {outcome}", text(&model["condition"]))];
            line.extend(ratios(model, &["consistency", "coverage"]));
            line.push(model["complexity"].to_string());
            line.extend(ratios(model, &["exhaustiveness", "faithfulness"]));
            expected.push(line);
        }
    }
    report.check(&format!("chains.{name}"), &expected);
}

fn structures(report: &mut Report, name: &str, found: &Value) {
    let line = |one: &Value| {
        let cycle =
            if one["cyclic"] == true { format!(" ({})", report.say("chains-has-cycle")) } else { String::new() };
        let mut line = vec![format!("{}{cycle}", text(&one["expression"]).replace("<->", "↔"))];
        line.extend(ratios(one, &["consistency", "coverage"]));
        line.push(one["complexity"].to_string());
        line.extend(ratios(one, &["coherence", "exhaustiveness", "faithfulness"]));
        line.push(format!("{} ({})", one["score"], ratio(&one["normalised_score"])));
        line
    };
    let expected: Lines = list(&found["structures"]).iter().take(PRINTED).map(line).collect();
    report.check(&format!("chain-structures.{name}"), &expected);
}
