//! Changes in words, for the terminal and the page.

use serde::Serialize;

use super::{AnalysisChange, BeforeAfter, CaseChange, Changes, Presence, RowChange, SolutionChange};
use crate::error::ReportError;
use crate::messages::Speaker;
use crate::number::ratio;

/// Maximum number of rows and of cases that are named one by one.
const NAMED: usize = 12;

/// Maximum number of characters of a value of the study file.
const VALUE: usize = 60;

/// Changes under one heading, a sentence each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeGroup {
    /// The heading: decisions, an analysis, claims.
    pub heading: String,
    /// The changes.
    pub lines: Vec<String>,
}

/// Changes in words; none if nothing differs.
///
/// # Errors
/// [`ReportError::NoCatalogue`] for a language without a catalogue.
pub fn change_groups(changes: &Changes, language: &str) -> Result<Vec<ChangeGroup>, ReportError> {
    let speaker = Speaker::of(language)?;
    Ok(groups(changes, speaker))
}

pub(super) fn groups(changes: &Changes, speaker: &Speaker) -> Vec<ChangeGroup> {
    let mut groups = Vec::new();
    let mut add = |heading: String, lines: Vec<String>| {
        if !lines.is_empty() {
            groups.push(ChangeGroup { heading, lines });
        }
    };
    let decisions = changes.decisions.iter().map(|change| {
        let value = |value: &Option<String>| value.as_deref().map_or_else(|| speaker.say("changes-absent"), shortened);
        let args = [
            ("key", change.key.clone().into()),
            ("before", value(&change.value.before).into()),
            ("after", value(&change.value.after).into()),
        ];
        speaker.say_of("changes-value", &args)
    });
    add(speaker.say("changes-decisions"), decisions.collect());
    for analysis in &changes.analyses {
        let heading = speaker.say_of("changes-analysis", &[("name", analysis.name.clone().into())]);
        add(heading, of_analysis(analysis, speaker));
    }
    let claims = changes.claims.iter().map(|claim| {
        let verdict = |verdict: &Option<String>| {
            let absent = || speaker.say("changes-absent");
            verdict.as_deref().map_or_else(absent, |name| speaker.say(&format!("claim-{name}")))
        };
        let args = [
            ("key", claim.id.clone().into()),
            ("before", verdict(&claim.verdict.before).into()),
            ("after", verdict(&claim.verdict.after).into()),
        ];
        speaker.say_of("changes-value", &args)
    });
    add(speaker.say("changes-claims"), claims.collect());
    groups
}

/// The beginning of a long value. Decisions have all numbers as doubles: a whole one is printed as such.
fn shortened(value: &str) -> String {
    let is_whole = |digits: &&str| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let value = value.strip_suffix(".0").filter(is_whole).unwrap_or(value);
    match value.char_indices().nth(VALUE) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

fn of_analysis(analysis: &AnalysisChange, speaker: &Speaker) -> Vec<String> {
    match analysis.presence {
        Presence::Both => {}
        Presence::Before => return vec![speaker.say("changes-analysis-gone")],
        Presence::After => return vec![speaker.say("changes-analysis-new")],
    }
    let mut lines = Vec::new();
    if let Some(BeforeAfter { before, after }) = &analysis.conditions {
        let args = [("before", speaker.list(before).into()), ("after", speaker.list(after).into())];
        lines.push(speaker.say_of("changes-conditions", &args));
    }
    lines.extend(analysis.solutions.iter().flat_map(|solution| of_solution(solution, speaker)));
    lines.extend(rows(&analysis.rows, speaker));
    lines.extend(cases(&analysis.cases, speaker));
    if lines.is_empty() {
        lines.push(speaker.say("changes-other"));
    }
    lines
}

fn of_solution(solution: &SolutionChange, speaker: &Speaker) -> Vec<String> {
    let name = speaker.say(&solution.kind);
    let mut lines = Vec::new();
    let mut say = |key: &str, args: &[(&'static str, String)]| {
        let mut all = vec![("solution", name.clone().into())];
        all.extend(args.iter().map(|(name, value)| (*name, value.clone().into())));
        lines.push(speaker.say_of(key, &all));
    };
    if let Some(BeforeAfter { after, .. }) = &solution.refused {
        match after {
            Some(reason) => say("changes-refused", &[("reason", reason.clone())]),
            None => say("changes-found", &[]),
        }
    }
    for term in &solution.gained {
        say("changes-gained", &[("path", term.clone())]);
    }
    for term in &solution.lost {
        say("changes-lost", &[("path", term.clone())]);
    }
    if solution.recombined {
        say("changes-recombined", &[]);
    }
    if let Some(BeforeAfter { before: Some(before), after: Some(after) }) = &solution.models {
        say("changes-models", &[("before", before.clone()), ("after", after.clone())]);
    }
    for (key, fit) in [("changes-consistency", &solution.consistency), ("changes-coverage", &solution.coverage)] {
        if let Some(BeforeAfter { before: before @ Some(_), after: after @ Some(_) }) = fit {
            let (before, after) = (ratio(*before), ratio(*after));
            if before != after {
                say(key, &[("before", before), ("after", after)]);
            }
        }
    }
    lines
}

fn rows(rows: &[RowChange], speaker: &Speaker) -> Vec<String> {
    let absent = || speaker.say("changes-unobserved");
    let line = |change: &RowChange| {
        let args = [
            ("row", change.row.to_string().into()),
            ("before", change.output.before.clone().unwrap_or_else(absent).into()),
            ("after", change.output.after.clone().unwrap_or_else(absent).into()),
        ];
        speaker.say_of("changes-row", &args)
    };
    few(rows.iter().map(line), "changes-more-rows", speaker)
}

fn cases(cases: &[CaseChange], speaker: &Speaker) -> Vec<String> {
    let line = |change: &CaseChange| {
        let row = |row: Option<u64>| {
            row.map_or_else(
                || speaker.say("changes-no-row"),
                |row| speaker.say_of("changes-in-row", &[("row", row.to_string().into())]),
            )
        };
        let args = [
            ("case", change.case.clone().into()),
            ("before", row(change.row.before).into()),
            ("after", row(change.row.after).into()),
        ];
        speaker.say_of("changes-case", &args)
    };
    few(cases.iter().map(line), "changes-more-cases", speaker)
}

/// The first lines, and the number of the others.
fn few(lines: impl ExactSizeIterator<Item = String>, more: &str, speaker: &Speaker) -> Vec<String> {
    let others = lines.len().saturating_sub(NAMED);
    let mut lines: Vec<String> = lines.take(NAMED).collect();
    if others > 0 {
        lines.push(speaker.say_of(more, &[("count", others.into())]));
    }
    lines
}
