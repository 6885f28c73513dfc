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
        comparison(report, &name, &found);
    }
}

fn comparison(report: &mut Report, name: &str, found: &Value) {
    for (outcome, of) in found["comparison"].as_object().into_iter().flatten() {
        let methods = list(&of["methods"]);
        let cell = |(method, one): (&Value, &Value)| match one["relation"].as_str() {
            None => crate::ratio(None),
            Some("shared") if method["models"].as_u64() > Some(1) => {
                let args = [("models", one["models"].to_string().into()), ("all", method["models"].to_string().into())];
                format!("{} ({})", report.say("chains-term-shared"), report.speaker.say_of("chains-in-models", &args))
            }
            Some(relation) => report.say(&format!("chains-term-{relation}")),
        };
        let mut expected = Lines::new();
        for term in list(&of["terms"]) {
            let mut line = vec![text(&term["expression"]).to_owned()];
            line.extend(ratios(term, &["consistency", "coverage"]));
            line.extend(methods.iter().zip(list(&term["methods"])).map(cell));
            expected.push(line);
        }
        let mut last = vec![report.say("chains-first-model"), String::new(), String::new()];
        last.extend(methods.iter().map(|method| {
            if method["models"].as_u64().is_none_or(|models| models == 0) {
                return report.say("chains-none");
            }
            let value = |key: &str| ratio(&method[key]);
            let args = [("consistency", value("consistency").into()), ("coverage", value("coverage").into())];
            report.speaker.say_of("chains-fit", &args)
        }));
        expected.push(last);
        let sheet = format!("chain-comparison.{name}.{}", outcome.replace('~', "not-"));
        report.check(&sheet, &expected);
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
