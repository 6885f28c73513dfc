//! The fit over periods and units.

use serde_json::Value;

use super::{Lines, Report, entries, file, list, ratio, text};

pub(super) fn check(report: &mut Report) {
    for (name, analysis) in entries(&report.results["analyses"].clone()) {
        let Some(panel) = analysis.get("panel") else { continue };
        let name = file(&name);
        let line = |first: String, one: &Value| {
            let both = |key: &str, of: &str| ratio(&one[key][of]);
            let range = |key: &str| {
                let all = entries(&one[key]);
                let values = || all.iter().filter_map(|(_, value)| value["consistency"].as_f64());
                let [low, high] = [values().reduce(f64::min), values().reduce(f64::max)];
                format!("{}–{}", crate::ratio(low), crate::ratio(high))
            };
            let mut line = vec![first, both("pooled", "consistency"), range("between")];
            line.extend([both("between_distance", "consistency"), range("within")]);
            line.push(both("within_distance", "consistency"));
            line.extend(["pooled", "between_distance", "within_distance"].map(|key| both(key, "coverage")));
            line
        };
        let solution = &panel["solution"];
        let whole = format!("{} ({})", report.say("panel-solution"), text(&solution["expression"]));
        let mut expected: Lines = vec![line(whole, solution)];
        for key in ["terms", "conditions"] {
            let lines = list(&panel[key]).iter().map(|one| line(text(&one["expression"]).to_owned(), one));
            expected.extend(lines);
        }
        report.check(&format!("panel.{name}"), &expected);
        differences(report, &name, panel);
        moves(report, &name, panel, &analysis);
        for (sheet, sizes, fit) in [("panel-periods", "periods", "between"), ("panel-units", "units", "within")] {
            let group = |(group, size): (String, Value)| {
                let of = &solution[fit][&group];
                let mut line = vec![group.clone(), size.to_string(), ratio(&of["consistency"]), ratio(&of["coverage"])];
                if fit == "between" && list(&panel["terms"]).len() > 1 {
                    line.extend(list(&panel["terms"]).iter().map(|term| ratio(&term[fit][&group]["consistency"])));
                }
                line
            };
            let expected: Lines = entries(&panel[sizes]).into_iter().map(group).collect();
            report.check(&format!("{sheet}.{name}"), &expected);
        }
    }
}

fn differences(report: &mut Report, name: &str, panel: &Value) {
    let Some(tests) = panel.get("tests") else { return };
    let line = |first: String, one: &Value, test: &Value| {
        let all = entries(&one["between"]);
        let values = || all.iter().filter_map(|(_, value)| value["consistency"].as_f64());
        let [low, high] = [values().reduce(f64::min), values().reduce(f64::max)];
        let range = format!("{}–{}", crate::ratio(low), crate::ratio(high));
        let p = |key: &str| report.speaker.p_cell(test[key].as_f64());
        vec![first, range, ratio(&one["between_distance"]["consistency"]), p("p"), p("p_holm")]
    };
    let solution = &panel["solution"];
    let whole = format!("{} ({})", report.say("panel-solution"), text(&solution["expression"]));
    let mut expected: Lines = vec![line(whole, solution, &tests["solution"])];
    for key in ["terms", "conditions"] {
        let tested = list(&panel[key]).iter().filter_map(|one| {
            let expression = text(&one["expression"]);
            Some(line(expression.to_owned(), one, tests[key].get(expression)?))
        });
        expected.extend(tested);
    }
    report.check(&format!("panel-differences.{name}"), &expected);
}

fn moves(report: &mut Report, name: &str, panel: &Value, analysis: &Value) {
    let moves: Vec<&Value> = list(&panel["moves"]).iter().flat_map(|step| list(&step["moves"])).collect();
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let mut rows: Vec<u64> = moves.iter().flat_map(|one| [number(&one["from_row"]), number(&one["to_row"])]).collect();
    rows.sort_unstable();
    rows.dedup();
    if rows.is_empty() {
        return;
    }
    let units = |from: u64, to: u64| -> usize {
        let between = moves.iter().filter(|one| (number(&one["from_row"]), number(&one["to_row"])) == (from, to));
        between.map(|one| list(&one["units"]).len()).sum()
    };
    let output = |row: u64| {
        let own = list(&analysis["truth_table"]).iter().find(|one| number(&one["row"]) == row);
        own.map(|own| text(&own["output"]).to_owned()).unwrap_or_default()
    };
    let line = |&from: &u64| {
        let own: Vec<usize> = rows.iter().map(|&to| units(from, to)).collect();
        let all: usize = own.iter().sum();
        let mut line = vec![from.to_string(), output(from)];
        line.extend(own.iter().map(ToString::to_string));
        let stayed = (all > 0).then(|| units(from, from) as f64 / all as f64);
        line.extend([all.to_string(), crate::ratio(stayed)]);
        line
    };
    let expected: Lines = rows.iter().map(line).collect();
    report.check(&format!("panel-moves.{name}"), &expected);
}
