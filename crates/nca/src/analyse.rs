//! Runs one analysis.

use equifinal_study::config::{Ceiling, LevelScale, NcaSpec};
use equifinal_study::permutation::{benjamini_hochberg, holm};
use rayon::prelude::*;

use crate::bottleneck::{OutcomeLevel, Required, demanded, falls_short, outcome_level, outcome_levels, required};
use crate::ceiling::{Found, ceiling};
use crate::cloud::Cloud;
use crate::decided::is_necessary;
use crate::error::NcaError;
use crate::findings::{Analysed, CeilingFindings, ConditionFindings, Demand, Findings, GroupFindings};
use crate::groups::{Group, difference};
use crate::influential::without_influential;
use crate::measures::measure;
use crate::outliers::outliers;
use crate::permutation::{PValue, p_values};
use crate::plane::{cloud, corner, stated_corner, theoretical};
use crate::power::{Question, power};
use crate::sample::{Sample, Variable};

/// The findings of an analysis of these cases; random orders are drawn from `key`.
pub fn analyse(spec: &NcaSpec, sample: Sample, key: [u8; 32]) -> Findings {
    let (sample, left_out) = without_influential(spec, sample);
    let clouds: Vec<Result<Cloud, NcaError>> =
        sample.conditions.iter().map(|condition| cloud(spec, condition, &sample)).collect();
    let usable: Vec<Cloud> = clouds.iter().flatten().cloned().collect();
    let (levels, chosen) = levels(spec, &sample, usable.first());
    let mut tested = tests(spec, &usable, key).into_iter();
    let run = Run { spec, sample: &sample, levels: &levels, chosen: chosen.as_ref(), key };
    let clouds: Vec<(Result<Cloud, NcaError>, Tests)> = clouds
        .into_iter()
        .map(|cloud| {
            let tests = cloud.is_ok().then(|| tested.next()).flatten().unwrap_or_default();
            (cloud, tests)
        })
        .collect();
    let conditions = sample.conditions.par_iter().zip(clouds).map(|(condition, (cloud, tests))| ConditionFindings {
        condition: condition.set.clone(),
        corner: corner(spec, condition, &sample),
        corner_is_stated: stated_corner(spec, condition).is_some(),
        analysed: cloud.map(|cloud| run.analysed(condition, cloud, &tests)),
    });
    let conditions: Vec<ConditionFindings> = conditions.collect();
    let power = if usable.is_empty() { None } else { power_of(spec, sample.cases.len(), key) };
    Findings { spec: spec.clone(), levels, chosen, power, conditions, left_out, sample }
}

/// The share of simulated samples of this size in which the smallest effect size that counts is found.
fn power_of(spec: &NcaSpec, cases: usize, key: [u8; 32]) -> Option<f64> {
    let (effect_size, p) = (spec.effect_size, spec.p);
    let ceiling = spec.deciding().filter(|ceiling| !matches!(ceiling, Ceiling::Line { .. }))?;
    let (samples, permutations) = (100, 199.min(spec.permutations));
    let question = Question { cases, effect_size, p, ceiling, samples, permutations };
    (permutations > 0).then(|| power(&question, key)).flatten()
}

/// The levels of the outcome, from the easiest to the hardest as the first condition has it, and the chosen one.
fn levels(spec: &NcaSpec, sample: &Sample, cloud: Option<&Cloud>) -> (Vec<OutcomeLevel>, Option<OutcomeLevel>) {
    let Some(cloud) = cloud else { return (Vec::new(), None) };
    let (outcome, scope, lower) = (&sample.outcome.values, &cloud.scope, cloud.corner.is_lower());
    let levels = outcome_levels(outcome, scope, lower, &spec.bottleneck);
    let middle = match spec.bottleneck.outcome {
        LevelScale::Actual => f64::midpoint(scope.y.0, scope.y.1),
        _ => 50.0,
    };
    let level = spec.bottleneck.level.unwrap_or(middle);
    (levels, Some(outcome_level(level, outcome, scope, lower, spec.bottleneck.outcome)))
}

/// The p-value of each ceiling of a condition, adjusted by Holm and by Benjamini and Hochberg.
type Tests = Vec<(Option<PValue>, Option<(f64, f64)>)>;

fn tests(spec: &NcaSpec, clouds: &[Cloud], key: [u8; 32]) -> Vec<Tests> {
    let found = p_values(clouds, &spec.ceilings, spec.permutations, key);
    let adjusted = |place: usize| {
        let p: Vec<f64> = found.iter().filter_map(|row| row.get(place)?.map(|value| value.p)).collect();
        let adjusted: Vec<(f64, f64)> = holm(&p, p.len()).into_iter().zip(benjamini_hochberg(&p, p.len())).collect();
        adjusted.into_iter()
    };
    let mut adjusted: Vec<_> = (0..spec.ceilings.len()).map(adjusted).collect();
    let mut row = |values: Vec<Option<PValue>>| -> Tests {
        type Adjusted = std::vec::IntoIter<(f64, f64)>;
        let with = |(p, adjusted): (Option<PValue>, &mut Adjusted)| (p, p.and_then(|_| adjusted.next()));
        values.into_iter().zip(&mut adjusted).map(with).collect()
    };
    found.iter().cloned().map(&mut row).collect()
}

struct Run<'a> {
    spec: &'a NcaSpec,
    sample: &'a Sample,
    levels: &'a [OutcomeLevel],
    chosen: Option<&'a OutcomeLevel>,
    key: [u8; 32],
}

impl Run<'_> {
    fn analysed(&self, condition: &Variable, cloud: Cloud, tests: &Tests) -> Analysed {
        let spec = self.spec;
        let tests = tests.iter().copied().chain(std::iter::repeat((None, None)));
        let ceilings: Vec<CeilingFindings> =
            spec.ceilings.iter().zip(tests).map(|(&kind, tests)| self.ceiling(&cloud, kind, tests)).collect();
        let deciding = ceilings.get(spec.decide_by);
        let necessary = deciding.is_some_and(|deciding| {
            is_necessary(spec, deciding.measures.effect_size, || deciding.p.is_some_and(|p| p.p <= spec.p))
        });
        let kind = spec.deciding().unwrap_or(Ceiling::CeFdh);
        let scope = theoretical(spec, condition, self.sample);
        let outliers = if spec.outliers == 0 { Vec::new() } else { outliers(&cloud, kind, scope, spec.outliers) };
        Analysed {
            necessary,
            chosen: self.demand(condition, &cloud, deciding.map(|deciding| &deciding.found)),
            outliers,
            groups: self.groups(condition, &cloud, kind),
            decide_by: spec.decide_by,
            ceilings,
            cloud,
        }
    }

    fn ceiling(
        &self,
        cloud: &Cloud,
        kind: Ceiling,
        (p, adjusted): (Option<PValue>, Option<(f64, f64)>),
    ) -> CeilingFindings {
        let (holm, benjamini_hochberg) = adjusted.unzip();
        let found = ceiling(cloud, kind);
        let spec = &self.spec.bottleneck;
        let bottleneck = kind.is_ceiling().then(|| required(cloud, &found, self.levels, spec.condition, spec.cutoff));
        let peers = self.peers(cloud, &found);
        CeilingFindings {
            kind,
            measures: measure(cloud, &found),
            p,
            holm,
            benjamini_hochberg,
            peers,
            bottleneck,
            found,
        }
    }

    /// The cases at the corners of a ceiling.
    fn peers(&self, cloud: &Cloud, found: &Found) -> Vec<(String, f64, f64)> {
        let named = |peer: crate::Peer| {
            let mut places: Vec<usize> = cloud.at(peer.x, peer.y).collect();
            places.sort_unstable();
            let ids = places.into_iter().filter_map(|place| self.sample.cases.get(place).cloned());
            ids.map(move |case| (case, peer.x, peer.y)).collect::<Vec<_>>()
        };
        found.peers(cloud).into_iter().flat_map(named).collect()
    }

    fn demand(&self, condition: &Variable, cloud: &Cloud, found: Option<&Found>) -> Demand {
        let spec = &self.spec.bottleneck;
        let required = self.chosen.zip(found).map(|(&level, found)| demanded(cloud, found, level, self.levels, spec));
        let required = required.unwrap_or(Required::NotNecessary);
        let Required::Level { value, .. } = required else {
            return Demand { required, membership: None, short: Vec::new() };
        };
        let cases = condition.values.iter().zip(&self.sample.cases);
        let short = cases.filter(|(own, _)| falls_short(**own, value, cloud)).map(|(_, case)| case.clone()).collect();
        Demand { required, membership: condition.membership_at(value), short }
    }

    /// The differences between each pair of groups, in natural order of their names.
    fn groups(&self, condition: &Variable, cloud: &Cloud, kind: Ceiling) -> Vec<GroupFindings> {
        let Some(groups) = &self.sample.groups else { return Vec::new() };
        let mut names: Vec<&String> = groups.iter().filter(|name| !name.is_empty()).collect();
        names.sort_by(|a, b| equifinal_study::natural::compare(a, b));
        names.dedup();
        let part = |name: &String| {
            let of = |values: &[f64]| -> Vec<f64> {
                values.iter().zip(groups).filter(|(_, group)| *group == name).map(|(value, _)| *value).collect()
            };
            (of(&condition.values), of(&self.sample.outcome.values))
        };
        let scope = theoretical(self.spec, condition, self.sample);
        let pairs =
            names.iter().enumerate().flat_map(|(at, one)| names[at + 1..].iter().map(move |other| (one, other)));
        let compared = |(one, other): (&&String, &&String)| {
            let ((x, y), (a, b)) = (part(one), part(other));
            let first = Group { condition: &x, outcome: &y };
            let second = Group { condition: &a, outcome: &b };
            let draws = (self.spec.permutations.min(1000), self.key);
            let difference = difference((first, second), (kind, cloud.corner), scope, draws);
            GroupFindings { first: (*one).clone(), second: (*other).clone(), difference }
        };
        pairs.map(compared).collect()
    }
}
