//! Warnings that readers need before they trust a result, by severity.

mod crossover;
mod evidence;
mod mistakes;
mod robustness;

use equifinal_qca::findings::{Findings, Output, Row, SolutionResult};
use equifinal_qca::observed::WithoutVariation;
use equifinal_study::config::Path;
use equifinal_study::diagnosis::Concern;

use crate::chart::paths;
use crate::input::{Input, Pair};
use crate::listing::{listed, names};
use crate::messages::Speaker;
use crate::number;
use crate::solution_types::{SOLUTIONS, enhanced};
use crate::view::translations;
use crate::weaknesses::{has_many_conditions, is_trivial, reasonless_expectations};
use crate::words::{implausible_rows, model_count, refusal};

/// The warnings that come before everything else: cases lost from the rows, and probable mistakes.
pub(crate) fn alarms(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let mut all: Vec<String> = input.pairs().into_iter().filter_map(|pair| crossover::alarm(pair, speaker)).collect();
    all.extend(mistakes::warnings(input, speaker));
    all
}

/// All warnings of a run.
pub(crate) fn warnings(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let mut all = alarms(input, speaker);
    for pair in input.pairs() {
        of_cases(input, pair, speaker, &mut all);
        pair.each().for_each(|findings| of_rows(findings, speaker, &mut all));
        pair.each().for_each(|findings| of_reasons(findings, pair, speaker, &mut all));
        pair.each().for_each(|findings| of_necessity(findings, speaker, &mut all));
        pair.each().for_each(|findings| of_models(findings, speaker, &mut all));
        of_paths(pair, speaker, &mut all);
    }
    of_sets(input, speaker, &mut all);
    all.extend(robustness::warnings(input, speaker));
    evidence::warnings(input, speaker, &mut all);
    all.extend(translations::missing(input.study, speaker));
    let mut seen: Vec<String> = Vec::with_capacity(all.len());
    for warning in all {
        if !seen.contains(&warning) {
            seen.push(warning);
        }
    }
    seen
}

/// Warnings about cases and conditions, which a pair shares.
fn of_cases(input: &Input<'_>, pair: Pair<'_>, speaker: &Speaker, all: &mut Vec<String>) {
    let findings = pair.own;
    let analysis = findings.analysis.name.as_str();
    all.extend(crossover::warnings(input, findings, speaker));
    of_diversity(findings, speaker, all);
    let implausible = findings.analysis.implausible.iter().filter(|implausible| implausible.because.is_none());
    let reasonless: Vec<String> = implausible.map(|implausible| implausible_rows(implausible, speaker)).collect();
    if !reasonless.is_empty() {
        let args = [("analysis", analysis.into()), ("rows", speaker.list(reasonless).into())];
        all.push(speaker.say_of("warning-implausible-without-reason", &args));
    }
}

/// Expectations without a reason. Reversed expectations of a negated outcome have none, since a reason to expect that a
/// condition helps is no reason to expect that its absence prevents the outcome.
fn of_reasons(findings: &Findings, pair: Pair<'_>, speaker: &Speaker, all: &mut Vec<String>) {
    let reasonless = reasonless_expectations(findings);
    if reasonless.is_empty() {
        return;
    }
    let is_negation = findings.analysis.name != pair.own.analysis.name;
    let key = if is_negation { "warning-reversed-without-reason" } else { "warning-expectations-without-reason" };
    let args = [("analysis", findings.analysis.name.as_str().into()), ("conditions", speaker.list(reasonless).into())];
    all.push(speaker.say_of(key, &args));
}

fn of_diversity(findings: &Findings, speaker: &Speaker, all: &mut Vec<String>) {
    let diversity = findings.diversity();
    if diversity.observed.saturating_mul(2) < diversity.possible {
        all.push(speaker.say_of(
            "warning-limited-diversity",
            &[
                ("analysis", findings.analysis.name.as_str().into()),
                ("observed", diversity.observed.into()),
                ("possible", diversity.possible.to_string().into()),
                ("remainders", diversity.remainders().to_string().into()),
            ],
        ));
    }
    all.extend(without_variation(findings, speaker));
    let cases = findings.cases.len();
    if has_many_conditions(findings) {
        all.push(speaker.say_of(
            "warning-many-conditions",
            &[
                ("analysis", findings.analysis.name.as_str().into()),
                ("conditions", findings.conditions.len().into()),
                ("cases", cases.into()),
            ],
        ));
    }
}

/// Conditions that do not vary over the observed rows, each with the terms of the interpreted solution that contain it.
fn without_variation(findings: &Findings, speaker: &Speaker) -> Vec<String> {
    let kind = findings.analysis.interpret;
    let warning = |constant: WithoutVariation| {
        let terms = findings.carrying(kind, constant.condition, constant.level);
        let args = [
            ("analysis", findings.analysis.name.as_str().into()),
            ("literal", constant.literal.into()),
            ("solution", speaker.say(kind.name()).into()),
            ("count", terms.len().into()),
            ("terms", listed(terms.into_iter().map(|term| findings.write_term(term)), speaker).into()),
        ];
        speaker.say_of("warning-without-variation", &args)
    };
    findings.without_variation().into_iter().map(warning).collect()
}

/// Warnings about single rows of the truth table.
fn of_rows(findings: &Findings, speaker: &Speaker, all: &mut Vec<String>) {
    let warnings = [
        ("warning-on-the-line", numbers(findings, |row| row.on_the_line)),
        ("warning-contradictory", numbers(findings, |row| row.contradictory)),
        ("warning-deviant", deviant(findings, speaker)),
        ("warning-below-frequency", numbers(findings, |row| row.output == Output::Remainder && !row.cases.is_empty())),
    ];
    for (key, rows) in warnings {
        if !rows.is_empty() {
            let args = [
                ("analysis", findings.analysis.name.as_str().into()),
                ("count", rows.len().into()),
                ("rows", listed(rows, speaker).into()),
            ];
            all.push(speaker.say_of(key, &args));
        }
    }
}

/// Conditions that pass as necessary but are nearly constant.
fn of_necessity(findings: &Findings, speaker: &Speaker, all: &mut Vec<String>) {
    let trivial: Vec<&str> =
        findings.necessity.iter().filter(|row| is_trivial(row)).map(|row| row.expression.as_str()).collect();
    if !trivial.is_empty() {
        let args = [("analysis", findings.analysis.name.as_str().into()), ("conditions", speaker.list(trivial).into())];
        all.push(speaker.say_of("warning-trivial", &args));
    }
}

fn numbers(findings: &Findings, wanted: impl Fn(&Row) -> bool) -> Vec<String> {
    findings.rows.iter().filter(|row| wanted(row)).map(|row| row.number.to_string()).collect()
}

/// The rows with output 1 that hold cases without the outcome, each with these cases.
fn deviant(findings: &Findings, speaker: &Speaker) -> Vec<String> {
    let rows = findings.rows.iter().map(|row| (row.number, findings.deviant(row)));
    let rows = rows.filter(|(_, deviant)| !deviant.is_empty());
    rows.map(|(number, deviant)| format!("{number} ({})", names(findings, &deviant, speaker))).collect()
}

/// Warnings about solutions: refused, ambiguous.
fn of_models(findings: &Findings, speaker: &Speaker, all: &mut Vec<String>) {
    let standard = SOLUTIONS.map(|kind| (kind.name(), findings.solution(kind)));
    // What refuses a standard solution refuses the enhanced ones too, and is said once.
    let refused =
        |result: &SolutionResult| standard.iter().any(|(_, other)| result.as_ref().err() == other.as_ref().err());
    let enhanced = enhanced(findings).map(|(name, _, result)| (name, result));
    let enhanced = enhanced.filter(|(_, result)| result.is_err() && !refused(result));
    for (name, result) in standard.into_iter().chain(enhanced) {
        let (key, named, what) = match result {
            Ok(solution) if solution.model_count > 1 => ("warning-ambiguous", "count", model_count(solution, speaker)),
            Ok(_) => continue,
            Err(refused) => ("warning-refused", "reason", refusal(refused, speaker)),
        };
        let args = [
            ("analysis", findings.analysis.name.as_str().into()),
            ("solution", speaker.say(name).into()),
            (named, what.into()),
        ];
        all.push(speaker.say_of(key, &args));
    }
}

/// Names of paths without terms and terms without a name.
fn of_paths(pair: Pair<'_>, speaker: &Speaker, all: &mut Vec<String>) {
    for findings in pair.each() {
        let inherited = pair.own.analysis.paths == findings.analysis.paths;
        let declared: &[Path] = &findings.analysis.paths;
        if declared.is_empty() || (inherited && findings.analysis.name != pair.own.analysis.name) {
            continue;
        }
        let unmatched = paths::unmatched(findings);
        let analysis = findings.analysis.name.as_str();
        if !unmatched.names.is_empty() {
            let args = [("analysis", analysis.into()), ("paths", speaker.list(unmatched.names).into())];
            all.push(speaker.say_of("warning-paths-without-terms", &args));
        }
        if !unmatched.terms.is_empty() {
            let args = [("analysis", analysis.into()), ("terms", speaker.list(unmatched.terms).into())];
            all.push(speaker.say_of("warning-terms-without-name", &args));
        }
    }
}

/// The most severe calibration diagnostics; the others are reported with the sets.
fn of_sets(input: &Input<'_>, speaker: &Speaker, all: &mut Vec<String>) {
    let (mut constant, mut skewed, mut reasonless, mut identical) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for concern in &input.diagnosis.concerns {
        match concern {
            Concern::Constant { set, value } => constant.push(format!("{set} ({value})")),
            Concern::Skewed { set, share_in } => skewed.push(format!("{set} ({}%)", number::percent(*share_in))),
            Concern::NoReason { set } => reasonless.push(set.as_str()),
            Concern::Identical { first, second } => {
                let args = [("first", first.as_str().into()), ("second", second.as_str().into())];
                identical.push(speaker.say_of("warning-identical", &args));
            }
            Concern::TotalOfOthers { .. }
            | Concern::FallsUnsaid { .. }
            | Concern::BeyondAnchors { .. }
            | Concern::PiledUp { .. }
            | Concern::OneLevel { .. }
            | Concern::LittleSpread { .. }
            | Concern::NearCrossover { .. }
            | Concern::AnchorsFollowSample { .. }
            | Concern::ShortReason { .. }
            | Concern::Correlated { .. } => {}
        }
    }
    if !constant.is_empty() {
        all.push(speaker.say_of("warning-constant", &[("sets", speaker.list(constant).into())]));
    }
    if !skewed.is_empty() {
        all.push(speaker.say_of("warning-skewed", &[("sets", speaker.list(skewed).into())]));
    }
    all.extend(identical);
    if !reasonless.is_empty() {
        all.push(speaker.say_of("warning-without-reason", &[("sets", speaker.list(reasonless).into())]));
    }
}

#[cfg(test)]
mod tests;
