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
