//! Necessity, truth tables, solutions and their cutoffs.

use serde_json::Value;

use super::{Lines, Report, file, is_named, list, negations, ratio, ratios, text, texts};
use crate::fixture::Fixture;

const NECESSITY: [&str; 3] = ["consistency", "coverage", "relevance"];
const FIT: [&str; 3] = ["consistency", "pri", "coverage"];

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    for (name, negation) in negations(fixture) {
        let negation = negation.map_or(Value::Null, |name| report.analysis(name));
        necessity(report, fixture, name, &report.analysis(name), &negation);
    }
    for (name, found) in report.analyses() {
        let outcome = text(&found["outcome"]);
        combinations(report, &name, &found);
        rows(report, &name, &found);
        solutions(report, &name, &found, outcome);
        thresholds(report, &name, outcome);
    }
}

/// Literals with their fit, for the outcome and its negation.
fn necessity(report: &mut Report, fixture: &Fixture, name: &str, own: &Value, negation: &Value) {
    let sheet = format!("necessity.{}", file(name));
    let labels: Vec<String> = report.sheets[&sheet].iter().map(|line| line[0].clone()).collect();
    let mut expected = Lines::new();
    for (at, row) in list(&own["necessity"]).iter().enumerate() {
        let expression = text(&row["expression"]);
        assert!(is_named(report, fixture, &labels[at], expression), "{sheet}: {} is not {expression}", labels[at]);
        let other = list(&negation["necessity"]).iter().find(|other| other["expression"] == row["expression"]);
        let mut line = vec![labels[at].clone()];
        line.extend([Some(row), other].into_iter().flatten().flat_map(|row| ratios(row, &NECESSITY)));
        expected.push(line);
    }
    report.check(&sheet, &expected);
}

/// Combinations by their relevance, the first twelve and how many more there are.
fn combinations(report: &mut Report, name: &str, found: &Value) {
    let mut all: Vec<&Value> = list(&found["necessity_combinations"]).iter().collect();
    let relevance = |one: &Value| one["relevance"].as_f64().unwrap_or(0.0);
    all.sort_by(|a, b| relevance(b).total_cmp(&relevance(a)));
    let line = |one: &&Value| [vec![text(&one["expression"]).to_owned()], ratios(one, &NECESSITY)].concat();
    let mut expected: Lines = all.iter().take(12).map(line).collect();
    if all.len() > 12 {
        let more = report.speaker.say_of("combinations-more", &[("count", (all.len() - 12).into())]);
        expected.push(vec![more, String::new(), String::new(), String::new()]);
    }
    report.check(&format!("necessity-combinations.{}", file(name)), &expected);
}

/// Observed rows: sufficient ones, contradictions, insufficient ones, those with too few cases; the consistent first.
fn rows(report: &mut Report, name: &str, found: &Value) {
    let mut observed: Vec<&Value> = list(&found["truth_table"]).iter().filter(|row| row["cases_in"] != 0).collect();
    let rank = |row: &Value| ["1", "C", "0", "?"].iter().position(|sign| row["output"] == *sign).unwrap();
    let consistency = |row: &Value| row["consistency"].as_f64().unwrap_or(-1.0);
    observed.sort_by(|a, b| rank(a).cmp(&rank(b)).then(consistency(b).total_cmp(&consistency(a))));
    let conditions = texts(&found["conditions"]);
    let expected: Lines = observed
        .iter()
        .map(|row| {
            assert_eq!(row["cases_in"], list(&row["cases"]).len(), "{name}: {row}");
            let levels = conditions.iter().map(|condition| row["configuration"][condition].to_string());
            let mut line = vec![row["row"].to_string()];
            line.extend(levels);
            line.extend([row["cases_in"].to_string(), text(&row["output"]).to_owned()]);
            line.extend(ratios(row, &["consistency", "pri"]));
            line.push(report.cases(row));
            line
        })
        .collect();
    report.check(&format!("truth-table.{}", file(name)), &expected);
}

/// Every model of every solution, the first ten; a refused solution has one line without a number.
fn solutions(report: &mut Report, name: &str, found: &Value, outcome: &str) {
    let kinds = ["conservative", "intermediate", "parsimonious", "enhanced_parsimonious", "enhanced_intermediate"];
    let sheet = format!("solutions.{}", file(name));
    let mut lines = report.sheets[&sheet].iter();
    let mut expected = Lines::new();
    for kind in kinds {
        let Some(solution) = found["solutions"].get(kind) else { continue };
        let said = report.say(&kind.replace('_', "-"));
        if solution.get("refused").is_some() {
            let reason = lines.next().unwrap()[1].clone();
            assert!(!reason.is_empty(), "{sheet}: no reason for {kind}");
            expected.push([vec![said, reason], vec![String::new(); 3]].concat());
            continue;
        }
        let models = list(&solution["models"]);
        assert_eq!(solution["listed"], models.len(), "{name}: {kind}");
        for (at, model) in models.iter().enumerate().take(10) {
            let label = if models.len() > 1 { format!("{said} (M{})", at + 1) } else { said.clone() };
            let formula = format!("{} → {outcome}", text(&model["expression"]));
            expected.push([vec![label, formula], ratios(model, &FIT)].concat());
            lines.next();
        }
        let count = text(&solution["model_count"]);
        if count.parse::<u128>().unwrap() > 10 {
            let at_least = solution["model_count_is"] == "at_least";
            let number = report.speaker.say_of("at-least", &[("count", count.into())]);
            let count = if at_least { number } else { count.to_owned() };
            let args = [("count", count.into()), ("printed", 10.into())];
            let more = report.speaker.say_of("models-more", &args);
            expected.push([vec![String::new(), more], vec![String::new(); 3]].concat());
            lines.next();
        }
    }
    report.check(&sheet, &expected);
}

/// The solution at every cutoff.
fn thresholds(report: &mut Report, name: &str, outcome: &str) {
    let sheet = format!("thresholds.{}", file(name));
    let found = report.results["robustness"]["thresholds"].get(name).cloned().unwrap_or_default();
    let refused: Vec<String> = report.sheets.get(&sheet).into_iter().flatten().map(|line| line[2].clone()).collect();
    let mut last = 0.0;
    let mut expected = Lines::new();
    for (at, stretch) in list(&found["stretches"]).iter().enumerate() {
        assert_eq!(stretch["above"].as_f64().unwrap_or(0.0), last, "{sheet}: cutoffs are left out");
        last = stretch["up_to"].as_f64().unwrap();
        let (open, from) =
            if stretch["above"].is_null() { ("[", "0.000".to_owned()) } else { ("(", ratio(&stretch["above"])) };
        let mut line = vec![format!("{open}{from}, {}]", ratio(&stretch["up_to"]))];
        line.push(list(&stretch["sufficient_rows"]).len().to_string());
        if stretch.get("refused").is_some() {
            line.extend([refused[at].clone(), String::new(), String::new(), String::new()]);
        } else {
            let model = &stretch["models"][0];
            let formula = format!("{} → {outcome}", text(&model["expression"]));
            line.push(match text(&stretch["model_count"]) {
                "1" => formula,
                count => {
                    format!("{formula} ({})", report.speaker.say_of("first-of-models", &[("count", count.into())]))
                }
            });
            line.extend(ratios(model, &FIT));
        }
        expected.push(line);
    }
    assert!(expected.is_empty() || last == 1.0, "{sheet}: cutoffs end at {last}");
    report.check(&sheet, &expected);
}
