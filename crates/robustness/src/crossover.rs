//! Findings under other crossover policies for memberships near 0.5.

use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_qca::{Budget, Refuted, analyse};
use equifinal_study::config::{Analysis, AtCrossover, SolutionType};
use equifinal_study::memberships::Memberships;

use crate::comparison::{Comparison, Verdict};
use crate::impossible::unless_refuted;

/// An analysis under another crossover policy than the study's, compared with the study's own.
#[derive(Debug, Clone)]
pub struct OtherSide {
    /// The analysis.
    pub analysis: String,
    /// The other policy.
    pub policy: AtCrossover,
    /// The solution compared.
    pub solution: SolutionType,
    /// The study's paths that some model under the other policy does not have.
    pub lost: Vec<String>,
    /// The models under the other policy, as expressions.
    pub models: Vec<String>,
    /// Number of models.
    pub model_count: u128,
    /// Fit of the first model under the study's policy.
    pub before: SufficiencyFit,
    /// Fit of the first model under the other policy.
    pub after: SufficiencyFit,
    /// The relation of the other solution to the study's.
    pub verdict: Verdict,
}

/// Runs every analysis with condition memberships near 0.5 under the policies that would have placed them elsewhere.
///
/// Analyses without such memberships give no entry. The order is that of `findings`, `present` before `absent`.
///
/// # Errors
/// A solution that the independent check rejects.
pub fn other_side(
    memberships: &Memberships,
    findings: &[Findings],
    budget: &Budget,
) -> Result<Vec<OtherSide>, Refuted> {
    let reruns: Vec<(&Findings, AtCrossover)> = findings
        .iter()
        .filter(|findings| !findings.at_crossover.is_empty())
        .flat_map(|findings| others(findings.analysis.at_crossover).iter().map(move |policy| (findings, *policy)))
        .collect();
    // One after another: each holds all memberships once more.
    reruns.into_iter().map(|(findings, policy)| rerun(memberships, findings, policy, budget)).collect()
}

/// The policies that place such a membership on a side where this one does not.
fn others(policy: AtCrossover) -> &'static [AtCrossover] {
    match policy {
        AtCrossover::Warn | AtCrossover::Drop => &[AtCrossover::Present, AtCrossover::Absent],
        AtCrossover::Present => &[AtCrossover::Absent],
        AtCrossover::Absent => &[AtCrossover::Present],
        AtCrossover::Refuse => &[],
    }
}

fn rerun(
    memberships: &Memberships,
    original: &Findings,
    policy: AtCrossover,
    budget: &Budget,
) -> Result<OtherSide, Refuted> {
    let changed = Analysis { at_crossover: policy, ..original.analysis.clone() };
    let outcome = unless_refuted(analyse(&changed, memberships, budget))?;
    let Comparison { analysis, solution, verdict, lost, models, model_count, before, after, .. } =
        Comparison::new(original, &changed, outcome);
    Ok(OtherSide { analysis, policy, solution, lost, models, model_count, before, after, verdict })
}
