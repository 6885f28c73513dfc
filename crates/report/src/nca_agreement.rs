//! The agreement of necessity in degree with necessity in kind (Vis & Dul 2018; Dul, Vis & Goertz 2021).
//!
//! NCA says at which level a condition is necessary for a level of the outcome, QCA that members of the outcome's set are
//! members of the condition's set. Neither implies the other.

use equifinal_nca::bottleneck::Required;
use equifinal_nca::findings::{ConditionFindings, Findings};
use equifinal_nca::permutation::PValue;
use equifinal_qca::findings::NecessityFit;
use equifinal_qca::necessity::{necessity_of, passes};
use equifinal_study::config::{Analysis, Frequency, TruthTableCuts};
use equifinal_study::expression::{Expression, Literal};

use crate::input::Input;

/// A condition under both methods.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Agreement {
    /// The set of the condition.
    pub(crate) condition: String,
    /// The condition as a literal, `~` before it if low degrees are the necessary ones.
    pub(crate) literal: Literal,
    /// The outcome as a literal.
    pub(crate) outcome: Literal,
    /// The effect size of the deciding ceiling.
    pub(crate) effect_size: Option<f64>,
    /// Its p-value.
    pub(crate) p: Option<PValue>,
    /// The accuracy of the deciding ceiling, in percent.
    pub(crate) accuracy: Option<f64>,
    /// The level of the condition at the chosen level of the outcome.
    pub(crate) bottleneck: Required,
    /// True if necessary in degree.
    pub(crate) in_degree: bool,
    /// The fit of necessity; `None` for sets with levels.
    pub(crate) fit: Option<NecessityFit>,
    /// True if that fit reaches the cutoffs.
    pub(crate) in_kind: bool,
    /// The comparison; `None` without a fit.
    pub(crate) verdict: Option<Agreed>,
}

/// The comparison of both methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// Necessary in kind and in degree.
    Agree,
    /// Necessary in kind alone.
    OnlyInKind,
    /// Necessary in degree alone.
    OnlyInDegree,
    /// Necessary in neither.
    Neither,
}

impl Agreed {
    /// The name in results and messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::OnlyInKind => "only_in_kind",
            Self::OnlyInDegree => "only_in_degree",
            Self::Neither => "neither",
        }
    }
}

/// The agreement for every condition that was analysed.
pub(crate) fn agreement(findings: &Findings, input: &Input<'_>) -> Vec<Agreement> {
    findings.conditions.iter().filter_map(|one| of(one, findings, input)).collect()
}

fn of(one: &ConditionFindings, findings: &Findings, input: &Input<'_>) -> Option<Agreement> {
    let analysed = one.analysed.as_ref().ok()?;
    let deciding = analysed.deciding()?;
    let (condition, outcome) = literals(one, findings)?;
    let analysis = analysis_of(&condition.set, &outcome, input);
    let expression = Expression::Literal(condition.clone());
    let fit = necessity_of(&expression, &analysis, input.memberships).ok();
    let in_kind = fit.is_some_and(|fit| passes(&fit, &analysis.necessity));
    let in_degree = analysed.necessary;
    let verdict = fit.map(|_| match (in_kind, in_degree) {
        (true, true) => Agreed::Agree,
        (true, false) => Agreed::OnlyInKind,
        (false, true) => Agreed::OnlyInDegree,
        (false, false) => Agreed::Neither,
    });
    Some(Agreement {
        condition: one.condition.clone(),
        literal: condition,
        outcome,
        effect_size: deciding.measures.effect_size,
        p: deciding.p,
        accuracy: deciding.measures.accuracy,
        bottleneck: analysed.chosen.required,
        in_degree,
        fit,
        in_kind,
        verdict,
    })
}

/// Condition and outcome as literals: what the corner says of values, in terms of the sets.
fn literals(one: &ConditionFindings, findings: &Findings) -> Option<(Literal, Literal)> {
    let sample = &findings.sample;
    let condition = sample.conditions.iter().find(|variable| variable.set == one.condition)?;
    let literal = |set: &str, negated: bool| Literal { set: set.to_owned(), level: None, negated };
    let negated = one.corner.is_right() != condition.is_falling();
    let outcome = one.corner.is_lower() != sample.outcome.is_falling();
    Some((literal(&condition.set, negated), literal(&sample.outcome.set, outcome)))
}

/// The study's analysis of this outcome that has the condition; else one with default cutoffs of necessity, 0.9 / 0 / 0.
fn analysis_of(condition: &str, outcome: &Literal, input: &Input<'_>) -> Analysis {
    let has = |names: &[String]| names.iter().any(|name| name == condition);
    let mut analyses = input.findings.iter().map(|findings| &findings.analysis);
    analyses.find(|own| own.outcome == *outcome && has(&own.conditions)).cloned().unwrap_or_else(|| {
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        Analysis::new("necessity", outcome.clone(), vec![condition.to_owned()], cuts)
    })
}
