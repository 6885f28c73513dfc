//! The parts of analyses.

use serde_json::Value;

use super::{Lines, Report, entries, file, list, ratio, text};

pub(super) fn check(report: &mut Report) {
    for (name, analysis) in report.analyses() {
        let Some(parts) = analysis.get("partitions").map(entries) else { continue };
        let (name, interpret) = (file(&name), text(&analysis["interpret"]).to_owned());
        let pooled = |(part, one): &(String, Value)| {
            let mut line = vec![part.clone(), one["cases"].to_string()];
            line.extend(["rows", "positive", "negative"].map(|key| one["diversity"][key].to_string()));
            line.push(ratio(&one["diversity"]["share"]));
            line.extend(["consistency", "coverage"].map(|key| ratio(&one["weight"][key]["share"])));
            line.extend(["consistency", "coverage"].map(|key| ratio(&one["pooled_solution"][key])));
            line
        };
        let expected: Lines = parts.iter().map(pooled).collect();
        report.check(&format!("partitions.{name}"), &expected);
        let own = |one: &Value| list(&one["solutions"][&interpret]["models"]).first().cloned().unwrap_or(Value::Null);
        let expected: Lines = parts
            .iter()
            .map(|(part, one)| {
                let model = own(one);
                let refused = model.is_null();
                let solution =
                    if refused { report.say("partition-refused") } else { text(&model["expression"]).to_owned() };
                let mut line = vec![part.clone(), solution];
                line.extend(["consistency", "coverage"].map(|key| ratio(&model[key])));
                line.extend(fates(report, &one["terms"], &one["new_terms"]));
                line
            })
            .collect();
        report.check(&format!("partition-solutions.{name}"), &expected);
        let left_out = |(part, one): &(String, Value)| {
            let (found, solution) = (&one["left_out"], &one["left_out"]["solution"]);
            let expression = if solution.is_null() {
                report.say("partition-refused")
            } else {
                text(&solution["expression"]).to_owned()
            };
            let mut line = vec![part.clone(), found["cases"].to_string(), expression];
            line.extend(["consistency", "coverage"].map(|key| ratio(&solution[key])));
            line.extend(fates(report, &found["terms"], &found["new_terms"]));
            line
        };
        let expected: Lines = parts.iter().map(left_out).collect();
        report.check(&format!("partition-left-out.{name}"), &expected);
        let expected = transfer(report, &parts, &own);
        report.check(&format!("partition-transfer.{name}"), &expected);
    }
}

/// The pooled solution and that of each part, with their terms where there are several, in each part.
fn transfer(report: &Report, parts: &[(String, Value)], own: &dyn Fn(&Value) -> Value) -> Lines {
    let in_parts = |first: String, of: &dyn Fn(&(String, Value)) -> Value| -> Vec<String> {
        std::iter::once(first).chain(parts.iter().map(|part| ratio(&of(part)["consistency"]))).collect()
    };
    let mut expected: Lines =
        vec![in_parts(report.say("partition-pooled"), &|(_, one)| one["pooled_solution"].clone())];
    let terms = entries(&parts[0].1["terms"]);
    for (term, _) in terms.iter().filter(|_| terms.len() > 1) {
        expected.push(in_parts(term.clone(), &|(_, one)| one["pooled_solution"]["terms"][term].clone()));
    }
    for (part, one) in parts {
        let model = own(one);
        expected.push(in_parts(part.clone(), &|(other, _)| {
            if other == part { model.clone() } else { one["transfer"][other].clone() }
        }));
        let own_terms = list(&model["paths"]);
        for term in own_terms.iter().filter(|_| own_terms.len() > 1) {
            let expression = text(&term["expression"]);
            expected.push(in_parts(expression.to_owned(), &|(other, _)| {
                if other == part { term.clone() } else { one["term_transfer"][expression][other].clone() }
            }));
        }
    }
    expected
}

/// The terms kept, changed, lost and new.
fn fates(report: &Report, terms: &Value, new: &Value) -> Vec<String> {
    let terms = entries(terms);
    let with = |fates: &[&str]| {
        let of_fate = terms.iter().filter(|(_, fate)| fates.contains(&text(fate)));
        shown(report, of_fate.map(|(term, _)| term.clone()).collect())
    };
    let mut cells = vec![with(&["kept"]), with(&["narrower", "wider"]), with(&["lost"])];
    cells.push(shown(report, list(new).iter().map(|term| text(term).to_owned()).collect()));
    cells
}

fn shown(report: &Report, terms: Vec<String>) -> String {
    if terms.is_empty() { crate::number::UNDEFINED.to_owned() } else { report.speaker.list(terms) }
}
