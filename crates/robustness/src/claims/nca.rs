//! Claims about necessary condition analyses.

use equifinal_nca::bottleneck::{Required, demanded, outcome_level};
use equifinal_nca::findings::{Analysed, CeilingFindings, Findings};
use equifinal_study::config::{NcaClaim, NcaClaimed};
use equifinal_study::cuts::at_least;

use super::verdict::{Found, Outcome, Reason};

/// The outcome of a claim about a condition.
pub(super) fn outcome(claim: &NcaClaim, all: &[Findings]) -> Outcome {
    let found = all.iter().find(|findings| findings.spec.name == claim.analysis);
    let condition = found.and_then(|findings| Some((findings, findings.condition(&claim.condition)?)));
    let Some((findings, condition)) = condition else {
        return Outcome::Unknown(Reason::NotAllowed("the analysis was not run".to_owned()));
    };
    let analysed = match &condition.analysed {
        Ok(analysed) => analysed,
        Err(why) => return Outcome::Unknown(Reason::NotAllowed(why.to_string())),
    };
    let Some(ceiling) = analysed.ceilings.get(claim.ceiling) else {
        return Outcome::Unknown(Reason::NotAllowed("the ceiling was not computed".to_owned()));
    };
    match claim.claimed {
        NcaClaimed::Effect { effect_size, p_below } => effect(ceiling, effect_size, p_below),
        NcaClaimed::Level { outcome, at_least, at_most } => {
            level(findings, analysed, ceiling, outcome, [at_least, at_most])
        }
    }
}

fn effect(ceiling: &CeilingFindings, effect_size: Option<f64>, p_below: Option<f64>) -> Outcome {
    let (effect, p) = (ceiling.measures.effect_size, ceiling.p.map(|p| p.p));
    let mut missed = Vec::new();
    missed.extend(effect_size.filter(|&cut| !at_least(effect, cut)).map(|cut| ("effect-size", effect, cut)));
    missed.extend(p_below.filter(|&cut| p.is_none_or(|p| p >= cut)).map(|cut| ("p-value", p, cut)));
    if missed.is_empty() { Outcome::Holds } else { Outcome::Fails(Found::Values(missed)) }
}

fn level(
    findings: &Findings,
    analysed: &Analysed,
    ceiling: &CeilingFindings,
    outcome: f64,
    [least, most]: [Option<f64>; 2],
) -> Outcome {
    let (spec, cloud) = (&findings.spec.bottleneck, &analysed.cloud);
    let lower = cloud.corner.is_lower();
    let level = outcome_level(outcome, &findings.sample.outcome.values, &cloud.scope, lower, spec.outcome);
    let demanded = match demanded(cloud, &ceiling.found, level, &findings.levels, spec) {
        Required::Level { shown, .. } => Some(shown),
        Required::NotNecessary | Required::NotAttainable => None,
    };
    let below =
        |cut: f64| demanded.is_none_or(|level| level > cut) && !at_least(Some(cut), demanded.unwrap_or(f64::NAN));
    let mut missed = Vec::new();
    missed.extend(least.filter(|&cut| !at_least(demanded, cut)).map(|cut| ("required-level", demanded, cut)));
    missed.extend(most.filter(|&cut| below(cut)).map(|cut| ("required-level", demanded, cut)));
    if missed.is_empty() { Outcome::Holds } else { Outcome::Fails(Found::Values(missed)) }
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
            (Cutoff::Named, Outcome::Fails(Found::Values(vec![("required-level", None, 100.0)]))),
            (Cutoff::Scope, Outcome::Holds),
            (Cutoff::Computed, Outcome::Holds),
        ] {
            spec.bottleneck.cutoff = cutoff;
            let findings = equifinal_nca::analyse(&spec, sample.clone(), [1; 32]);
            let claimed = NcaClaimed::Level { outcome: 80.0, at_least: Some(100.0), at_most: None };
            let claim = NcaClaim { analysis: "plain".to_owned(), condition: "X".to_owned(), ceiling: 0, claimed };
            assert_eq!(outcome(&claim, &[findings]), expected, "{cutoff:?}");
        }
    }
}
