//! Cases near 0.5: those in no row or left out, and the memberships used.

use equifinal_qca::findings::Findings;
use equifinal_study::config::AtCrossover;

use crate::input::{Input, Pair};
use crate::listing::listed;
use crate::messages::Speaker;
use crate::number;

/// Share of cases in no row, or left out, above which the warning comes first.
pub(crate) const ALARM_SHARE: f64 = 0.05;

/// The alarm for a pair whose rows have lost more than 5 % of the cases.
pub(super) fn alarm(pair: Pair<'_>, speaker: &Speaker) -> Option<String> {
    pair.each().find(|findings| share_lost(findings) > ALARM_SHARE).map(|findings| lost(findings, speaker))
}

/// Other warnings about memberships near 0.5 in an analysis.
pub(super) fn warnings(input: &Input<'_>, findings: &Findings, speaker: &Speaker) -> Vec<String> {
    let mut all = Vec::new();
    let share = share_lost(findings);
    if share > 0.0 && share <= ALARM_SHARE {
        all.push(lost(findings, speaker));
    }
    let policy = findings.analysis.at_crossover;
    if !findings.at_crossover.is_empty() && policy != AtCrossover::Drop {
        let cells = findings.at_crossover.iter().map(|cell| format!("{} × {}", cell.case, cell.condition));
        all.push(speaker.say_of(
            "warning-at-crossover",
            &[
                ("analysis", findings.analysis.name.as_str().into()),
                ("count", findings.at_crossover.len().into()),
                ("policy", policy.name().into()),
                ("cells", listed(cells, speaker).into()),
            ],
        ));
    }
    let outcome = input.diagnoses.iter().find(|diagnosis| diagnosis.set == findings.analysis.outcome.set);
    if let Some(outcome) = outcome.filter(|outcome| !outcome.at_crossover.is_empty()) {
        all.push(speaker.say_of(
            "warning-outcome-at-crossover",
            &[
                ("outcome", outcome.set.as_str().into()),
                ("count", outcome.at_crossover.len().into()),
                ("cases", listed(&outcome.at_crossover, speaker).into()),
            ],
        ));
    }
    all
}

/// The cases in no row: left out of the analysis, or kept in its sums.
fn cases_lost(findings: &Findings) -> Vec<&str> {
    let in_no_row = findings.in_no_row.iter().filter_map(|&case| findings.cases.get(case)).map(String::as_str);
    findings.dropped().into_iter().chain(in_no_row).collect()
}

/// Number of cases given to the analysis.
fn cases_given(findings: &Findings) -> usize {
    findings.cases.len() + findings.dropped().len()
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn share_lost(findings: &Findings) -> f64 {
    let lost = cases_lost(findings).len();
    if lost == 0 { 0.0 } else { lost as f64 / cases_given(findings) as f64 }
}

fn lost(findings: &Findings, speaker: &Speaker) -> String {
    let lost = cases_lost(findings);
    let dropped = findings.analysis.at_crossover == AtCrossover::Drop;
    speaker.say_of(
        if dropped { "warning-dropped" } else { "warning-in-no-row" },
        &[
            ("analysis", findings.analysis.name.as_str().into()),
            ("count", lost.len().into()),
            ("total", cases_given(findings).into()),
            ("share", number::percent(share_lost(findings)).into()),
            ("cases", listed(lost, speaker).into()),
        ],
    )
}
