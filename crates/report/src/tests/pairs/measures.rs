//! Further parameters of fit, and implications between conditions.

use serde_json::Value;

use super::{Lines, Report, file, is_named, list, negations, ratio, ratios, text};
use crate::fixture::Fixture;

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    for (name, found) in report.analyses() {
        further(report, fixture, &name, &found);
        memberships(report, &name, &found);
    }
    for (name, _) in negations(fixture) {
        implications(report, fixture, name, &report.analysis(name));
    }
}

/// Terms and solution of the first ten interpreted models, then the observed rows, unless the outcome is negated.
fn further(report: &mut Report, fixture: &Fixture, name: &str, found: &Value) {
    let sheet = format!("measures.{}", file(name));
    let solution = &found["solutions"][text(&found["interpret"])];
    let mut expected = Lines::new();
    let keys = ["consistency", "cons_h", "pri", "product", "sym"];
    for model in list(&solution["models"]).iter().take(10) {
        for term in list(&model["terms"]) {
            expected.push([vec![text(&term["expression"]).to_owned()], ratios(term, &keys)].concat());
        }
        expected.push([vec![report.say("measures-solution")], ratios(model, &keys)].concat());
    }
    if !expected.is_empty() && !fixture.input().negates(name) {
        for row in list(&found["truth_table"]).iter().filter(|row| row["cases_in"] != 0) {
            let name = report.speaker.say_of("measures-row", &[("row", row["row"].to_string().into())]);
            let mut line = vec![name];
            line.extend(ratios(row, &["consistency"]));
            line.push(String::new());
            line.extend(ratios(row, &["pri", "product", "sym"]));
            expected.push(line);
        }
    }
    report.check(&sheet, &expected);
}

/// Every case with its membership in each path, each model and the outcome.
fn memberships(report: &mut Report, name: &str, found: &Value) {
    let columns = &found["path_memberships"];
    let mut values: Vec<&[Value]> = Vec::new();
    // The terms stand in the order of the models, in which JSON does not keep them.
    for model in list(&found["solutions"][text(&found["interpret"])]["models"]).iter().take(10) {
        for term in list(&model["terms"]) {
            let column = list(&columns["terms"][text(&term["expression"])]);
            if !values.iter().any(|known| std::ptr::eq(*known, column)) {
                values.push(column);
            }
        }
    }
    values.extend(list(&columns["models"]).iter().map(list));
    values.push(list(&columns["outcome"]));
    let line = |(case, name): (usize, &Value)| {
        let cells = values.iter().map(|column| ratio(&column[case]));
        std::iter::once(text(name).to_owned()).chain(cells).collect()
    };
    let expected: Lines = list(&columns["cases"]).iter().enumerate().map(line).collect();
    let sheet = format!("path-memberships.{}", file(name));
    if values.len() < 16 || report.sheets.contains_key(&sheet) {
        report.check(&sheet, &expected);
    }
}

/// Implications by the relevance of what is implied, the first twelve and how many more there are.
fn implications(report: &mut Report, fixture: &Fixture, name: &str, found: &Value) {
    let sheet = format!("implications.{}", file(name));
    let mut all: Vec<&Value> = list(&found["implications"]).iter().collect();
    let relevance = |one: &Value| one["relevance"].as_f64().unwrap_or(0.0);
    all.sort_by(|a, b| relevance(b).total_cmp(&relevance(a)));
    let shown = report.sheets.get(&sheet).cloned().unwrap_or_default();
    let mut expected = Lines::new();
    for (at, one) in all.iter().take(12).enumerate() {
        for (column, key) in ["if", "then"].into_iter().enumerate() {
            let cell = &shown[at][column];
            assert!(is_named(report, fixture, cell, text(&one[key])), "{sheet}: {cell} is not {}", one[key]);
        }
        let mut line = shown[at][..2].to_vec();
        line.extend(ratios(one, &["consistency", "relevance"]));
        line.push(one["cases_in"].to_string());
        let contrary = &one["contrary"];
        line.push(if list(contrary).is_empty() { report.say("none") } else { report.list(contrary) });
        expected.push(line);
    }
    if all.len() > 12 {
        let more = report.speaker.say_of("implications-more", &[("count", (all.len() - 12).into())]);
        expected.push([vec![more], vec![String::new(); 5]].concat());
    }
    report.check(&sheet, &expected);
}
