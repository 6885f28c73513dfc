//! Scores that are averaged over the respondents of each case.

use std::collections::BTreeSet;

use equifinal_measure::{Averaged, Measurement};
use equifinal_study::config::{ScoreSource, SetSpec, Study};

use crate::joined_cases::{Doubtful, Scored};

/// The columns that sets take from averaged constructs, and the cases that respondents name.
pub(crate) fn scored<'a>(
    study: &'a Study,
    sets: impl Iterator<Item = &'a SetSpec>,
    measurements: &'a [Measurement],
) -> (BTreeSet<&'a str>, Vec<Scored<'a>>) {
    let wanted: BTreeSet<&str> =
        sets.filter(|set| set.source == ScoreSource::Construct).map(|set| set.column.as_str()).collect();
    let (mut cases, mut columns) = (BTreeSet::new(), Vec::new());
    for (survey, measurement) in study.surveys.iter().zip(measurements) {
        let file = study.table(&survey.table).map_or("", |table| table.file.as_str());
        for (spec, scale) in survey.constructs.iter().zip(&measurement.scales) {
            let name = spec.construct.name.as_str();
            let Some(averaged) = scale.averaged.as_ref().filter(|_| wanted.contains(name)) else { continue };
            cases.extend(averaged.cases.iter().map(|one| one.case.as_str()));
            columns.push(Scored {
                name,
                source: ScoreSource::Construct,
                file,
                scores: averaged.cases.iter().filter_map(|one| Some((one.case.as_str(), one.mean?))).collect(),
                doubt: Doubtful::Reliability(reliability(averaged)),
                remedy: "nobody who is kept answers for it; loosen the screening, or leave the case out",
            });
        }
    }
    (cases, columns)
}

/// The reliability of the means of cases, ICC(2); means that differ less than chance are nothing but error.
fn reliability(averaged: &Averaged) -> Option<f64> {
    averaged.icc.ok().map(|icc| icc.icc2.clamp(0.0, 1.0))
}
