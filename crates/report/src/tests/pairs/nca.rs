//! Necessary condition analyses: effect sizes, bottlenecks, and the agreement with necessity in kind.

use serde_json::Value;

use super::{Lines, Report, entries, file, is_named, list, ratio, text, texts};
use crate::fixture::Fixture;
use crate::number::{fixed, percent};

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    let Some(all) = report.results.get("nca").cloned() else { return };
    for (name, found) in entries(&all) {
        effects(report, fixture, &name, &found);
        bottleneck(report, &name, &found);
        agreement(report, fixture, &name, &found);
    }
}

/// A percentage of the results as printed.
fn share(value: &Value) -> String {
    value.as_f64().map_or_else(|| crate::ratio(None), |value| percent(value / 100.0))
}

/// A p-value of the results as printed.
fn p(value: &Value) -> String {
    if value.as_f64().is_some_and(|p| p < 0.001) { "<0.001".to_owned() } else { ratio(value) }
}

/// A line for each condition and ceiling.
fn effects(report: &mut Report, fixture: &Fixture, name: &str, found: &Value) {
    let sheet = format!("nca.{}", file(name));
    let shown = report.sheets[&sheet].clone();
    let mut lines = shown.iter();
    let mut expected = Lines::new();
    for condition in list(&found["conditions"]) {
        let scope: Vec<f64> = list(&condition["scope"]).iter().map(|bound| bound.as_f64().unwrap()).collect();
        let area = (scope[1] - scope[0]) * (scope[3] - scope[2]);
        for (at, (kind, ceiling)) in entries(&condition["ceilings"]).into_iter().enumerate() {
            let label = lines.next().unwrap()[0].clone();
            assert!(
                if at == 0 {
                    is_named(report, fixture, &label, text(&condition["condition"]))
                } else {
                    label.is_empty()
                },
                "{label}"
            );
            let zone = ceiling["ceiling_zone"].as_f64().map_or_else(|| crate::ratio(None), |zone| fixed(zone, 3));
            expected.push(vec![
                label,
                kind.to_uppercase().replace('_', "-"),
                share(&ceiling["accuracy"]),
                zone,
                fixed(area, 3),
                ratio(&ceiling["effect_size"]),
                p(&ceiling["p"]),
                p(&ceiling["p_holm"]),
                p(&ceiling["p_benjamini_hochberg"]),
            ]);
        }
    }
    report.check(&sheet, &expected);
}

/// A cell of a bottleneck table in percent.
fn cell(value: &Value) -> String {
    value.as_f64().map_or_else(|| text(value).to_owned(), |level| fixed(level, 1))
}

/// The table of the ceiling that decides.
fn bottleneck(report: &mut Report, name: &str, found: &Value) {
    let conditions: Vec<&str> = list(&found["conditions"]).iter().map(|one| text(&one["condition"])).collect();
    let row = |row: &Value| {
        let cells = conditions.iter().map(|condition| cell(&row[condition]));
        std::iter::once(cell(&row["outcome"])).chain(cells).collect()
    };
    let expected: Lines = list(&found["bottleneck"][text(&found["decide_by"])]).iter().map(row).collect();
    report.check(&format!("nca-bottleneck.{}", file(name)), &expected);
}

/// Both methods side by side.
fn agreement(report: &mut Report, fixture: &Fixture, name: &str, found: &Value) {
    let sheet = format!("nca-agreement.{}", file(name));
    let labels: Vec<String> = report.sheets[&sheet].iter().map(|line| line[0].clone()).collect();
    let mut expected = Lines::new();
    for ((label, one), condition) in labels.into_iter().zip(list(&found["agreement"])).zip(list(&found["conditions"])) {
        assert!(is_named(report, fixture, &label, text(&one["expression"])), "{label}");
        let (nca, qca, at_level) = (&one["nca"], &one["qca"], &condition["at_level"]);
        let short =
            if texts(&at_level["short"]).is_empty() { report.say("none") } else { report.list(&at_level["short"]) };
        let verdict = one["verdict"]
            .as_str()
            .map_or_else(String::new, |verdict| report.say(&format!("nca-{}", verdict.replace('_', "-"))));
        expected.push(vec![
            label,
            ratio(&nca["effect_size"]),
            p(&nca["p"]),
            share(&nca["accuracy"]),
            cell(&nca["bottleneck"]),
            ratio(&at_level["membership"]),
            short,
            ratio(&qca["consistency"]),
            ratio(&qca["coverage"]),
            ratio(&qca["relevance"]),
            verdict,
        ]);
    }
    report.check(&sheet, &expected);
}
