//! The answer of `fit` as a table for people and as JSON for programs.

use crate::language::tell;
use equifinal_qca::relation::{Parameters, PartFit};
use equifinal_report::ratio;
use equifinal_study::expression::RelationKind;
use serde_json::{Value, json};

use super::answer::Answer;

/// The width of a ratio.
const NUMBER: usize = 5;
/// The widest expression that has its numbers beside it; they stand below a wider one.
const WIDEST: usize = 80;

/// The answer in plain text.
pub(super) fn text(answer: &Answer) -> String {
    let fit = &answer.fit;
    let relation = &answer.relation;
    let (left, sign, right) = (&relation.left, relation.kind.sign(), &relation.right);
    let mut lines = vec![
        tell!("fit-head", study = answer.study, cases = fit.cases.len(), relation = format!("{left} {sign} {right}")),
        String::new(),
    ];
    lines.extend(table(answer));
    for part in std::iter::once(&fit.whole).chain(&fit.parts) {
        lines.push(String::new());
        lines.push(line(&tell!("fit-in", expression = part.expression), &part.covered, &fit.cases));
        for (what, cases) in [
            (tell!("fit-typical"), &part.typical),
            (tell!("fit-deviant-degree"), &part.deviant_in_degree),
            (tell!("fit-deviant-kind"), &part.deviant_in_kind),
        ] {
            lines.push(line(&what, cases, &fit.cases));
        }
    }
    lines.push(String::new());
    // The cases in one side alone that do not contradict the relation.
    lines.push(match relation.kind {
        RelationKind::Sufficient => {
            line(&tell!("fit-alone", one = right.to_string(), other = left.to_string()), &fit.right_alone, &fit.cases)
        }
        RelationKind::Necessary => {
            line(&tell!("fit-alone", one = left.to_string(), other = right.to_string()), &fit.left_alone, &fit.cases)
        }
    });
    lines.push(String::new());
    match &answer.forms {
        Some(forms) => {
            lines.push(tell!("fit-simplified", form = forms.simplified.to_string()));
            if forms.factored != forms.simplified {
                lines.push(tell!("fit-factored", form = forms.factored.to_string()));
            }
            lines.push(tell!("fit-negated", form = forms.negated.to_string()));
        }
        None => lines.push(tell!("fit-too-large")),
    }
    lines.join("\n")
}

fn line(what: &str, cases: &[usize], ids: &[String]) -> String {
    let named: Vec<&str> = cases.iter().filter_map(|&case| ids.get(case)).map(String::as_str).collect();
    let named = if named.is_empty() { tell!("fit-none") } else { named.join(", ") };
    tell!("fit-line", what, cases = cases.len(), named)
}

/// A line for the whole and, indented, one for each part, numbers under their names.
fn table(answer: &Answer) -> Vec<String> {
    let fit = &answer.fit;
    let first: Vec<String> = std::iter::once(fit.whole.expression.clone())
        .chain(fit.parts.iter().map(|part| format!("  {}", part.expression)))
        .collect();
    let widths = first.iter().map(|cell| cell.chars().count());
    let wide = widths.filter(|width| *width <= WIDEST).max().unwrap_or_default();
    let names = parameters(&fit.whole).into_iter().map(|(name, _)| name.replace('_', " "));
    let heading: String = names.map(|name| format!("  {name:>NUMBER$}")).collect();
    let mut lines = vec![format!("{:wide$}{heading}", "")];
    for (cell, part) in first.iter().zip(std::iter::once(&fit.whole).chain(&fit.parts)) {
        let numbers = parameters(part);
        let numbers = numbers.iter().map(|(name, value)| format!("  {:>1$}", ratio(*value), name.len().max(NUMBER)));
        let numbers: String = numbers.collect();
        if cell.chars().count() > wide {
            lines.extend([cell.clone(), format!("{:wide$}{numbers}", "")]);
        } else {
            lines.push(format!("{cell:wide$}{numbers}"));
        }
    }
    lines
}

/// Parameters by name, in the order of printing.
fn parameters(part: &PartFit) -> Vec<(&'static str, Option<f64>)> {
    match part.fit {
        Parameters::Sufficiency { fit, unique } => vec![
            ("consistency", fit.consistency),
            ("pri", fit.pri),
            ("coverage", fit.coverage),
            ("unique_coverage", unique),
        ],
        Parameters::Necessity(fit) => {
            vec![("consistency", fit.consistency), ("coverage", fit.coverage), ("relevance", fit.relevance)]
        }
    }
}

/// The answer as JSON, numbers in full, cases by id.
pub(super) fn json(answer: &Answer) -> String {
    let fit = &answer.fit;
    let ids = |cases: &[usize]| cases.iter().filter_map(|&case| fit.cases.get(case).cloned()).collect::<Vec<_>>();
    let part = |part: &PartFit| {
        let mut value = json!({
            "expression": part.expression,
            "cases": ids(&part.covered),
            "typical": ids(&part.typical),
            "deviant_in_degree": ids(&part.deviant_in_degree),
            "deviant_in_kind": ids(&part.deviant_in_kind),
        });
        for (name, parameter) in parameters(part) {
            value[name] = json!(parameter);
        }
        value
    };
    let relation = &answer.relation;
    let form = |form: fn(&super::answer::Forms) -> &String| {
        answer.forms.as_ref().map_or(Value::Null, |forms| json!(form(forms)))
    };
    let value = json!({
        "study": answer.study,
        "relation": format!("{} {} {}", relation.left, relation.kind.sign(), relation.right),
        "cases": fit.cases.len(),
        "whole": part(&fit.whole),
        "terms": fit.parts.iter().map(part).collect::<Vec<_>>(),
        "uncovered": ids(&fit.right_alone),
        "without_outcome": ids(&fit.left_alone),
        "simplified": form(|forms| &forms.simplified),
        "factored": form(|forms| &forms.factored),
        "negated": form(|forms| &forms.negated),
    });
    format!("{value:#}")
}
