//! Necessary condition analyses with other cases, or with redrawn values.
//!
//! A bootstrap sample leaves cases out and adds none. A ceiling rests on its outermost cases, so effect sizes can only
//! stay or grow by what is left out at the ceiling, and shrink by what is left out at the ends of an observed scope: the
//! interval describes this dependence and is no confidence interval.

use equifinal_nca::Decided;
use equifinal_study::config::{NcaSpec, NcaValues, Resample};
use equifinal_study::cuts::at_least;
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::left_out::LeftOut;
use crate::measurement_error;
use crate::nca::decided_of;
use crate::resample::{Kind, bootstrapped, quantiles, with_noise};
use crate::universe::Reanalysis;

/// A necessary condition analysis under one kind of resampling.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaResampled {
    /// The kind.
    pub kind: Kind,
    /// The analysis.
    pub analysis: String,
    /// Number of draws.
    pub draws: u64,
    /// Draws that could not be run, such as those with values outside a stated scope.
    pub impossible: u64,
    /// Number of permutations in each draw.
    pub permutations: u64,
    /// The conditions, in declared order.
    pub conditions: Vec<NcaDraws>,
}

/// A condition over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaDraws {
    /// The set of the condition.
    pub condition: String,
    /// Quantiles of the effect size: 2.5 %, 50 %, 97.5 %.
    pub effect_size: [Option<f64>; 3],
    /// Draws with an effect size that counts.
    pub large: u64,
    /// Draws in which the condition is necessary: the p-value counts as well.
    pub necessary: u64,
}

/// The maximum number of permutations in a draw: enough to tell a p-value from the usual thresholds.
const MOST_PERMUTATIONS: u64 = 199;

/// The cases and memberships of a draw, by its number; `None` if it cannot be calibrated.
type Drawn<'a> = &'a (dyn Fn(u64) -> Option<(CaseTable, Memberships)> + Sync);

/// Every necessary condition analysis under all kinds of resampling that a study asks for.
pub(crate) fn resample_nca(reanalysis: &Reanalysis<'_>, wanted: &Resample) -> Vec<NcaResampled> {
    let study = reanalysis.study();
    if study.nca.is_empty() {
        return Vec::new();
    }
    let of_table = |table: CaseTable| {
        let memberships = equifinal_calibrate::memberships(&table, &study.sets).ok()?;
        Some((table, memberships))
    };
    let mut all = Vec::new();
    let mut add = |kind: Kind, draws: u64, drawn: Drawn<'_>, moves: &dyn Fn(&NcaSpec) -> bool| {
        let specs = study.nca.iter().filter(|spec| moves(spec));
        all.extend(specs.map(|spec| each(reanalysis, spec, (kind, draws), drawn)));
    };
    let every = |_: &NcaSpec| true;
    if let Some(count) = wanted.leave_out {
        let kind = Kind::LeaveOut(count);
        let cases = (0..reanalysis.table().cases.len()).collect();
        let left_out = LeftOut::new(reanalysis, cases, (kind.name(), count, wanted.limits.ways));
        add(kind, left_out.draws(), &|draw| of_table(left_out.table(draw)), &every);
    }
    if let Some(draws) = wanted.bootstrap {
        add(Kind::Bootstrap, draws, &|draw| of_table(bootstrapped(reanalysis, draw)), &every);
    }
    if let Some(noise) = wanted.membership_noise {
        let drawn = |draw| {
            let sets = with_noise(reanalysis, noise, draw);
            Some((reanalysis.table().clone(), Memberships { cases: reanalysis.table().cases.clone(), sets }))
        };
        add(Kind::MembershipNoise, noise.draws, &drawn, &|spec| spec.on == NcaValues::Memberships);
    }
    if let Some(error) = &wanted.measurement_error {
        let kind = Kind::MeasurementError;
        let drawn = |draw| of_table(measurement_error::true_scores(reanalysis, error, kind.name(), draw));
        let moved = measurement_error::by_reliability(reanalysis, error).moved;
        add(kind, error.draws, &drawn, &|spec| spec.sets().any(|set| moved.iter().any(|(name, _)| name == set)));
    }
    if let Some(draws) = wanted.coder_disagreement {
        let kind = Kind::CoderDisagreement;
        let drawn = |draw| of_table(measurement_error::recoded(reanalysis, kind.name(), draw));
        let moved = measurement_error::by_coders(reanalysis).moved;
        add(kind, draws, &drawn, &|spec| spec.sets().any(|set| moved.iter().any(|(name, _)| name == set)));
    }
    all
}

fn each(reanalysis: &Reanalysis<'_>, spec: &NcaSpec, (kind, draws): (Kind, u64), drawn: Drawn<'_>) -> NcaResampled {
    let study = reanalysis.study();
    let permutations = spec.permutations.min(MOST_PERMUTATIONS);
    let own = NcaSpec { permutations, ..spec.clone() };
    let run = |draw: u64| {
        let (table, memberships) = drawn(draw)?;
        decided_of(study, &own, &table, &study.sets, &memberships)
    };
    let found: Vec<Option<Vec<Decided>>> = (0..draws).into_par_iter().map(run).collect();
    let condition = |(at, condition): (usize, &String)| {
        let of = || found.iter().flatten().filter_map(|draw| draw.get(at));
        let count = |holds: &dyn Fn(&Decided) -> bool| of().filter(|one| holds(one)).count() as u64;
        NcaDraws {
            condition: condition.clone(),
            effect_size: quantiles(of().filter_map(|one| one.effect_size).collect()),
            large: count(&|one| at_least(one.effect_size, spec.effect_size)),
            necessary: count(&|one| one.necessary),
        }
    };
    NcaResampled {
        kind,
        analysis: spec.name.clone(),
        draws,
        impossible: found.iter().filter(|draw| draw.is_none()).count() as u64,
        permutations,
        conditions: spec.conditions.iter().enumerate().map(condition).collect(),
    }
}
