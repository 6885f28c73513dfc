//! Claims about necessary condition analyses.

use equifinal_nca::bottleneck::{Required, demanded, outcome_level};
use equifinal_nca::findings::{Analysed, CeilingFindings, Findings};
use equifinal_study::config::{Bound, Claim, Decision, Dimension, NcaClaim, NcaClaimed, NumericDecision};
use equifinal_study::message::Message;
use equifinal_study::say;
use rayon::prelude::*;

use super::margin::{Margin, Measured};
use super::record::Record;
use super::settings::grounds;
use super::verdict::{Found, Outcome, Reason, Verdict};
use crate::varied::varied_nca;

/// The verdict on a claim about a condition, the number of settings evaluated, and true if it is proven.
pub(super) fn judged(claim: &Claim, nca: &NcaClaim, record: Record<'_>) -> (Verdict, usize, bool) {
    let own = outcome(nca, record.nca);
    if own != Outcome::Holds || claim.across.is_empty() {
        return (Verdict::under(Vec::new(), own), 1, true);
    }
    let study = record.study;
    let cases = record.memberships.cases.len();
    let first = study.analyses.first();
    let chosen = |number: &NumericDecision| {
        let of_study = || number.chosen(&study.sets, first?, cases);
        number.of_method(&study.nca, &study.chains).or_else(of_study)
    };
    let dimensions: Vec<&Dimension> = claim.across.iter().collect();
    let exact = dimensions.iter().all(|one| one.values().is_some());
    let mut settings = match grounds(&dimensions, &chosen, study.budget.combinations) {
        Ok(settings) => settings,
        Err(reason) => return (Verdict::Undecided { decisions: Vec::new(), reason }, 1, true),
    };
    // The first is the study's own.
    settings.remove(0);
    settings.sort_by_key(|one| one.decisions.len());
    let outcomes = settings.par_iter().map(|one| under(nca, &one.decisions, record)).collect::<Vec<_>>();
    let count = settings.len() + 1;
    let mut undecided = Verdict::Held;
    for (setting, outcome) in settings.into_iter().zip(outcomes) {
        match outcome {
            Outcome::Holds => {}
            Outcome::Fails(_) => return (Verdict::under(setting.decisions, outcome), count, exact),
            Outcome::Unknown(_) if undecided == Verdict::Held => {
                undecided = Verdict::under(setting.decisions, outcome);
            }
            Outcome::Unknown(_) => {}
        }
    }
    (undecided, count, exact)
}

/// The outcome of a claim under other decisions.
fn under(claim: &NcaClaim, decisions: &[Decision], record: Record<'_>) -> Outcome {
    let study = record.study;
    let not_allowed = |why: Message| Outcome::Unknown(Reason::NotAllowed(why));
    let variant = match varied_nca(study, decisions) {
        Ok(variant) => variant,
        Err(why) => return Outcome::Unknown(why.into()),
    };
    let Some(spec) = variant.nca.iter().find(|spec| spec.name == claim.analysis) else {
        return not_allowed(say!("claim-not-run"));
    };
    match crate::nca::varied(study, &variant, spec, record.table) {
        Ok(findings) => outcome(claim, &[findings]),
        Err(why) => not_allowed(why),
    }
}

/// The outcome of a claim about a condition.
fn outcome(claim: &NcaClaim, all: &[Findings]) -> Outcome {
    let measured = match measured(claim, all) {
        Ok(measured) => measured,
        Err(reason) => return Outcome::Unknown(reason),
    };
    let missed = measured.into_iter().filter(|one| !one.value.is_some_and(|value| one.bound.holds(value)));
    let missed: Vec<_> = missed.map(|one| (one.measured.name(), one.value, bar(one.bound))).collect();
    if missed.is_empty() { Outcome::Holds } else { Outcome::Fails(Found::Values(missed)) }
}

/// The numbers of a claim beside its bars; none if the data do not allow the analysis.
pub(super) fn margins(claim: &NcaClaim, all: &[Findings]) -> Vec<Margin> {
    measured(claim, all).unwrap_or_default()
}

fn bar(bound: Bound) -> f64 {
    match bound {
        Bound::AtLeast(bar) | Bound::AtMost(bar) | Bound::Below(bar) | Bound::Above(bar) => bar,
        Bound::Printed(_) | Bound::Percent(_) => f64::NAN,
    }
}

fn measured(claim: &NcaClaim, all: &[Findings]) -> Result<Vec<Margin>, Reason> {
    let not_allowed = |message| Reason::NotAllowed(message);
    let found = all.iter().find(|findings| findings.spec.name == claim.analysis);
    let condition = found.and_then(|findings| Some((findings, findings.condition(&claim.condition)?)));
    let (findings, condition) = condition.ok_or_else(|| not_allowed(say!("claim-not-run")))?;
    let analysed = condition.analysed.as_ref().map_err(|why| not_allowed(why.message()))?;
    let ceiling = analysed.ceilings.get(claim.ceiling.unwrap_or(analysed.decide_by));
    let ceiling = ceiling.ok_or_else(|| not_allowed(say!("claim-no-ceiling")))?;
    let named = |name, value| move |bound| Margin { measured: Measured::Parameter(name), value, bound };
    Ok(match claim.claimed {
        NcaClaimed::Effect { effect_size, p_below } => {
            let (effect, p) = (ceiling.measures.effect_size, ceiling.p.map(|p| p.p));
            let effect = effect_size.map(Bound::AtLeast).map(named("effect_size", effect));
            effect.into_iter().chain(p_below.map(Bound::Below).map(named("p_value", p))).collect()
        }
        NcaClaimed::Level { outcome, at_least, at_most } => {
            let level = demanded_level(findings, analysed, ceiling, outcome);
            let bounds = at_least.map(Bound::AtLeast).into_iter().chain(at_most.map(Bound::AtMost));
            bounds.map(named("required_level", level)).collect()
        }
    })
}

/// The level of the condition that a level of the outcome demands; `None` if it demands none, or cannot be attained.
fn demanded_level(findings: &Findings, analysed: &Analysed, ceiling: &CeilingFindings, outcome: f64) -> Option<f64> {
    let (spec, cloud) = (&findings.spec.bottleneck, &analysed.cloud);
    let lower = cloud.corner.is_lower();
    let level = outcome_level(outcome, &findings.sample.outcome.values, &cloud.scope, lower, spec.outcome);
    match demanded(cloud, &ceiling.found, level, &findings.levels, spec) {
        Required::Level { shown, .. } => Some(shown),
        Required::NotNecessary | Required::NotAttainable => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use equifinal_nca::sample::{Sample, Variable};
    use equifinal_study::config::{Cutoff, NcaSpec};

    /// A level that no value of the condition allows demands the most of any row of the table, 100 percent.
    #[test]
    fn a_claimed_level_is_that_of_the_table() {
        let variable = |set: &str, values: [f64; 4]| Variable {
            set: set.to_owned(),
            values: values.to_vec(),
            memberships: values.to_vec(),
            slope: None,
        };
        let sample = Sample {
            cases: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
            outcome: variable("Y", [1.0, 2.0, 3.0, 2.0]),
            conditions: vec![variable("X", [1.0, 2.0, 4.0, 3.0])],
            groups: None,
            without_value: Vec::new(),
        };
        let mut spec = NcaSpec { permutations: 0, ..NcaSpec::new("plain", "Y", vec!["X".to_owned()]) };
        spec.scope = vec![("Y".to_owned(), (0.0, 5.0))];
        for (cutoff, expected) in [
            (Cutoff::Named, Outcome::Fails(Found::Values(vec![("required_level", None, 100.0)]))),
            (Cutoff::Scope, Outcome::Holds),
            (Cutoff::Computed, Outcome::Holds),
        ] {
            spec.bottleneck.cutoff = cutoff;
            let findings = equifinal_nca::analyse(&spec, sample.clone(), [1; 32]);
            let claimed = NcaClaimed::Level { outcome: 80.0, at_least: Some(100.0), at_most: None };
            let claim = NcaClaim { analysis: "plain".to_owned(), condition: "X".to_owned(), ceiling: Some(0), claimed };
            assert_eq!(outcome(&claim, &[findings]), expected, "{cutoff:?}");
        }
    }
}
