//! The answer of `audit` as lines for people and as JSON for programs.

use crate::language::tell;
use equifinal_measure::audit::{About, Check, Severity};
use equifinal_report::{audit_json, runs};
use equifinal_study::message::Message;
use equifinal_study::say;
use serde_json::{Value, json};

use super::audited::Audited;

/// The answer in plain text, a paragraph a study.
pub(super) fn text(audited: &[Audited]) -> String {
    audited.iter().map(study).collect::<Vec<_>>().join("\n\n")
}

fn study(audited: &Audited) -> String {
    let found = || audited.checks.iter().flat_map(|check| &check.findings);
    let errors = found().filter(|finding| finding.severity() == Severity::Error).count();
    let (study, checks, warnings) = (&audited.study, audited.checks.len(), found().count() - errors);
    let mut lines = vec![match checks {
        0 => tell!("audit-none", study),
        _ => tell!("audit-counts", study, checks, errors, warnings),
    }];
    lines.extend(audited.checks.iter().flat_map(check));
    lines.join("\n")
}

fn check(check: &Check) -> Vec<String> {
    let about = say!("audit-rule", rule = format!("{:>2}", check.rule), about = about(&check.about));
    let mut lines = match (&check.sizes, check.matches.as_slice()) {
        (Some((most, sizes)), _) if check.findings.is_empty() => {
            vec![tell!("audit-sizes", about, sizes = sizes.len(), most, runs = runs(sizes).join(", "))]
        }
        (_, matches) if check.rule == 7 && !matches.is_empty() => {
            let solutions = Message::all(matches.iter().map(|name| Message::verbatim(*name)));
            vec![tell!("audit-matches", about, solutions)]
        }
        _ if check.findings.is_empty() => vec![tell!("audit-in-order", about)],
        _ => vec![tell!("audit-found", about)],
    };
    lines.extend(check.findings.iter().map(|finding| match finding.severity() {
        Severity::Error => tell!("audit-contradiction", finding),
        Severity::Warning => tell!("audit-warning", finding),
    }));
    lines
}

fn about(about: &About) -> Message {
    match about {
        About::Solution(name) => say!("audit-solution", name),
        About::Necessity(name) => say!("audit-necessity", name),
        About::TruthTable(name) => say!("audit-truth-table", name),
        About::Memberships(name) => say!("audit-memberships", name),
        About::Percentiles(name) => say!("audit-percentiles", name),
        About::Figure(name, _, figure) => Message::verbatim(format!("{name} {figure}")),
    }
}

/// The answer as JSON, as under `audit` in `results.json`.
pub(super) fn json(audited: &[Audited]) -> String {
    let studies: Vec<Value> =
        audited.iter().map(|audited| json!({"study": audited.study, "checks": audit_json(&audited.checks)})).collect();
    format!("{:#}", Value::Array(studies))
}
