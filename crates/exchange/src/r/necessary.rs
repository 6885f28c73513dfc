//! One necessary condition analysis.

use equifinal_nca::findings::{Analysed, ConditionFindings, Findings};
use equifinal_study::config::{Ceiling, Corner};

use super::syntax::{comment, numbers, quoted, texts};
use crate::analyses::File;
use crate::names::Names;
use crate::values::{cell, table};

/// The file of the values that an analysis compares.
pub(super) fn values(at: usize, findings: &Findings, names: &Names<'_>) -> File {
    let sample = &findings.sample;
    let variables = || sample.conditions.iter().chain(std::iter::once(&sample.outcome));
    let columns: Vec<&[f64]> = variables().map(|variable| variable.values.as_slice()).collect();
    let cases = sample.cases.iter().map(|case| cell(case));
    let text = table("case", variables().map(|variable| names.name(&variable.set)), cases, &columns, "");
    (file(at), text)
}

fn file(at: usize) -> String {
    format!("nca{}.csv", at + 1)
}

/// The part of the script that repeats an analysis.
pub(super) fn analysis(at: usize, findings: &Findings, names: &Names<'_>) -> String {
    let name = &findings.spec.name;
    let mut lines = vec![
        String::new(),
        comment(&format!("Necessary condition analysis {name}")),
        format!("d <- read.csv({}, row.names = 1, fileEncoding = \"UTF-8\")", quoted(&file(at))),
    ];
    for condition in &findings.conditions {
        match &condition.analysed {
            Ok(analysed) => lines.extend(ceilings(findings, condition, analysed, names)),
            Err(why) => lines.push(comment(&format!("{}: {why}", condition.condition))),
        }
    }
    if findings.spec.permutations > 0 {
        lines.push(comment(
            "p-values are drawn at random, and NCA leaves the observed order out; they are not compared.",
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn ceilings(findings: &Findings, condition: &ConditionFindings, analysed: &Analysed, names: &Names<'_>) -> Vec<String> {
    let (x, y) = (names.name(&condition.condition), names.name(&findings.sample.outcome.set));
    let repeated = analysed.ceilings.iter().filter(|one| is_in_r(one.kind));
    let kinds: Vec<_> = repeated.collect();
    let mut lines = Vec::new();
    for one in analysed.ceilings.iter().filter(|one| !is_in_r(one.kind)) {
        lines.push(comment(&format!("{x}: NCA 5.0 has no ceiling {}", one.kind.name())));
    }
    if kinds.is_empty() {
        return lines;
    }
    let scope = &analysed.cloud.scope;
    let scope = numbers([scope.x.0, scope.x.1, scope.y.0, scope.y.1].map(Some));
    let corner = Corner::ALL.iter().position(|one| *one == condition.corner).unwrap_or_default() + 1;
    let tau = kinds.iter().find_map(|one| match one.kind {
        Ceiling::Qr { tau } => Some(format!(", qr.tau = {tau}")),
        _ => None,
    });
    lines.push(format!(
        "found <- nca_analysis(d, {}, {}, ceilings = {}, corner = {corner}, scope = {scope}{})",
        quoted(x),
        quoted(y),
        texts(kinds.iter().map(|one| one.kind.name())),
        tau.unwrap_or_default()
    ));
    lines.extend(kinds.iter().map(|one| {
        let what = quoted(&format!("{}: effect size of {x} by {}", findings.spec.name, one.kind.name()));
        let row = format!("found$summaries[[{}]]$params[\"Effect size\", {}]", quoted(x), quoted(one.kind.name()));
        format!("same({what}, as.numeric({row}), {})", numbers([one.measures.effect_size]))
    }));
    lines
}

/// True for ceilings that NCA 5.0 computes.
fn is_in_r(kind: Ceiling) -> bool {
    kind.is_ceiling() && !matches!(kind, Ceiling::Lh | Ceiling::Line { .. })
}
