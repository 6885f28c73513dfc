//! Rules about analyses, from their cutoffs to their models.

use equifinal_qca::Assumptions;
use equifinal_qca::findings::Findings;
use equifinal_study::config::Expect;
use equifinal_study::crossover::is_out;

use super::verdict::Verdict;
use crate::input::Input;
use crate::solution_types::SOLUTIONS;
use crate::weaknesses::{has_many_conditions, is_trivial, reasonless_expectations};

/// The minimum consistency cutoff of necessary conditions.
const NECESSARY: f64 = 0.9;
/// The minimum PRI cutoff of sufficient rows.
const PRI: f64 = 0.5;

/// The names of the analyses that violate a check.
fn against<'a>(all: impl IntoIterator<Item = &'a Findings>, wrong: impl Fn(&Findings) -> bool) -> Verdict {
    Verdict::unless(all.into_iter().filter(|one| wrong(one)).map(|one| one.analysis.name.clone()).collect())
}

/// A name with its analysis, `survival: LIT`.
fn named(findings: &Findings, what: &str) -> String {
    format!("{}: {what}", findings.analysis.name)
}

/// Every outcome has cases without it.
pub(super) fn negative_cases(input: &Input<'_>) -> Verdict {
    against(input.findings, |findings| !findings.outcome.iter().any(|&y| is_out(y)))
}

/// No membership in a condition lies within 0.0005 of 0.5.
pub(super) fn crossover(input: &Input<'_>) -> Verdict {
    against(input.findings, |findings| !findings.at_crossover.is_empty())
}

/// The conditions are few enough for the cases.
pub(super) fn conditions_and_cases(input: &Input<'_>) -> Verdict {
    against(input.findings, has_many_conditions)
}

/// The necessity cutoff is at least 0.9.
pub(super) fn necessity_cutoff(input: &Input<'_>) -> Verdict {
    against(input.findings, |findings| findings.analysis.necessity.consistency < NECESSARY)
}

/// No condition that passes as necessary is trivial.
pub(super) fn trivial_necessity(input: &Input<'_>) -> Verdict {
    let rows = input.findings.iter().flat_map(|findings| findings.necessity.iter().map(move |row| (findings, row)));
    let trivial = rows.filter(|(_, row)| is_trivial(row)).map(|(findings, row)| named(findings, &row.expression));
    Verdict::unless(trivial.collect())
}

/// Every negated outcome is analysed too.
pub(super) fn negation(input: &Input<'_>) -> Verdict {
    let outcomes: Vec<_> = input.findings.iter().map(|findings| &findings.analysis.outcome).collect();
    against(input.findings, |findings| {
        let own = &findings.analysis.outcome;
        !outcomes.iter().any(|other| (&other.set, other.level, !other.negated) == (&own.set, own.level, own.negated))
    })
}

/// Sufficient rows reach a PRI of 0.5.
pub(super) fn pri(input: &Input<'_>) -> Verdict {
    against(input.findings, |findings| findings.analysis.truth_table.pri < PRI)
}

/// No row holds cases with and without the outcome, and none with output 1 a case without it.
pub(super) fn contradictions(input: &Input<'_>) -> Verdict {
    let rows = input.findings.iter().flat_map(|findings| findings.rows.iter().map(move |row| (findings, row)));
    let against = rows.filter(|(findings, row)| row.contradictory || !findings.deviant(row).is_empty());
    Verdict::unless(against.map(|(findings, row)| named(findings, &row.number.to_string())).collect())
}

/// All three solutions are there.
pub(super) fn three_solutions(input: &Input<'_>) -> Verdict {
    let all = input.findings.iter().flat_map(|findings| SOLUTIONS.map(|kind| (findings, kind)));
    let refused = all.filter(|(findings, kind)| findings.solution(*kind).is_err());
    Verdict::unless(refused.map(|(findings, kind)| named(findings, kind.name())).collect())
}

/// Every directional expectation has a reason.
pub(super) fn expectations(input: &Input<'_>) -> Verdict {
    let expects = |findings: &Findings| {
        let single = findings.analysis.expectations.iter();
        single.map(|expectation| &expectation.expect).any(|expect| *expect != Expect::Any)
            || !findings.analysis.expectations_joint.is_empty()
    };
    if !input.findings.iter().any(expects) {
        return Verdict::NotApplicable;
    }
    let all = input.findings.iter().flat_map(|findings| {
        reasonless_expectations(findings).into_iter().map(move |expected| named(findings, &expected))
    });
    Verdict::unless(all.collect())
}

/// If remainders are used, some were examined and excluded.
pub(super) fn counterfactuals(input: &Input<'_>) -> Verdict {
    let using: Vec<&Findings> = input.findings.iter().filter(|findings| uses_remainders(findings)).collect();
    if using.is_empty() {
        return Verdict::NotApplicable;
    }
    against(using, |findings| findings.analysis.implausible.is_empty() && findings.analysis.enhanced.is_none())
}

fn uses_remainders(findings: &Findings) -> bool {
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok();
    let assumptions = Assumptions::of(findings);
    solution.is_some_and(|solution| solution.models.iter().any(|model| assumptions.simplifying(model).count > 0))
}

/// Every model of the interpreted solution is listed.
pub(super) fn ambiguity(input: &Input<'_>) -> Verdict {
    against(input.findings, |findings| {
        let solution = findings.solution(findings.analysis.interpret).as_ref().ok();
        solution
            .is_some_and(|solution| !solution.count_is_exact || solution.model_count > solution.models.len() as u128)
    })
}
