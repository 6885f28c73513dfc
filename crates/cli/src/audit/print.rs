//! The answer of `audit` as lines for people and as JSON for programs.

use equifinal_measure::audit::{About, Check, Severity};
use equifinal_report::{audit_json, runs};
use serde_json::{Value, json};

use super::audited::Audited;

/// The answer in plain text, a paragraph a study.
pub(super) fn text(audited: &[Audited]) -> String {
    audited.iter().map(study).collect::<Vec<_>>().join("\n\n")
}

fn study(audited: &Audited) -> String {
    let found = || audited.checks.iter().flat_map(|check| &check.findings);
    let errors = found().filter(|finding| finding.severity() == Severity::Error).count();
    let mut lines = vec![match audited.checks.len() {
        0 => format!("{}: no published figures; write them under `published` in the study file", audited.study),
        checks => {
            let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
            let (warnings, study) = (found().count() - errors, &audited.study);
            let [checks, errors, warnings] = [(checks, "check"), (errors, "contradiction"), (warnings, "warning")]
                .map(|(count, what)| counted(count, what));
            format!("{study}: {checks}, {errors}, {warnings}")
        }
    }];
    lines.extend(audited.checks.iter().flat_map(check));
    lines.join("\n")
}

fn check(check: &Check) -> Vec<String> {
    let about = format!("  rule {:>2}, {}", check.rule, about(&check.about));
    let mut lines = match (&check.sizes, check.matches.as_slice()) {
        (Some((most, sizes)), _) if check.findings.is_empty() => {
            vec![format!(
                "{about}: possible for {} of the sample sizes up to {most}: {}",
                sizes.len(),
                runs(sizes).join(", ")
            )]
        }
        (_, matches) if check.rule == 7 && !matches.is_empty() => {
            vec![format!("{about}: the terms are the {} solution", listed(matches))]
        }
        _ if check.findings.is_empty() => vec![format!("{about}: in order")],
        _ => vec![format!("{about}:")],
    };
    let severity = |severity| if severity == Severity::Error { "contradiction" } else { "warning" };
    lines.extend(check.findings.iter().map(|finding| format!("    {}: {finding}", severity(finding.severity()))));
    lines
}

/// Names in a sentence.
fn listed(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.join(""),
    }
}

fn about(about: &About) -> String {
    match about {
        About::Solution(name) => format!("solution of {name}"),
        About::Necessity(name) => format!("necessity of {name}"),
        About::TruthTable(name) => format!("truth table {name}"),
        About::Memberships(name) => format!("memberships in {name}"),
        About::Percentiles(name) => format!("percentiles of {name}"),
        About::Figure(name, _, figure) => format!("{name} {figure}"),
    }
}

/// The answer as JSON, as under `audit` in `results.json`.
pub(super) fn json(audited: &[Audited]) -> String {
    let studies: Vec<Value> =
        audited.iter().map(|audited| json!({"study": audited.study, "checks": audit_json(&audited.checks)})).collect();
    format!("{:#}", Value::Array(studies))
}
