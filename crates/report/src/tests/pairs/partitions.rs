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
                let terms = entries(&one["terms"]);
                let with = |fates: &[&str]| {
                    let of_fate = terms.iter().filter(|(_, fate)| fates.contains(&text(fate)));
                    shown(report, of_fate.map(|(term, _)| term.clone()).collect())
                };
                line.extend([with(&["kept"]), with(&["narrower", "wider"]), with(&["lost"])]);
                line.push(shown(report, list(&one["new_terms"]).iter().map(|term| text(term).to_owned()).collect()));
                line
            })
            .collect();
        report.check(&format!("partition-solutions.{name}"), &expected);
        let mut expected: Lines = vec![vec![report.say("partition-pooled")]];
        expected[0].extend(parts.iter().map(|(_, one)| ratio(&one["pooled_solution"]["consistency"])));
        expected.extend(parts.iter().map(|(part, one)| {
            let value = |other: &String| {
                let fit = if other == part { &own(one) } else { &one["transfer"][other] };
                ratio(&fit["consistency"])
            };
            std::iter::once(part.clone()).chain(parts.iter().map(|(other, _)| value(other))).collect()
        }));
        report.check(&format!("partition-transfer.{name}"), &expected);
    }
}

fn shown(report: &Report, terms: Vec<String>) -> String {
    if terms.is_empty() { crate::number::UNDEFINED.to_owned() } else { report.speaker.list(terms) }
}
