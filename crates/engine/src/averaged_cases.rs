//! Scores of cases that are means over their respondents.

use equifinal_study::say;
use std::collections::BTreeSet;

use equifinal_measure::{Averaged, Measurement};
use equifinal_study::config::ScoreSource;
use equifinal_study::table::ColumnKind;

use crate::joined_cases::{ScoreUncertainty, Scored};
use crate::reading::Reading;

/// The columns that sets take from averaged constructs, and the cases named by respondents.
pub(crate) fn scored<'a>(study: &'a Reading, measurements: &'a [Measurement]) -> (BTreeSet<&'a str>, Vec<Scored<'a>>) {
    let constructs = study.uses.iter().filter(|one| one.source == ScoreSource::Construct);
    let wanted: BTreeSet<&str> = constructs.map(|one| one.column.as_str()).collect();
    let (mut cases, mut columns) = (BTreeSet::new(), Vec::new());
    for (survey, measurement) in study.surveys.iter().zip(measurements) {
        let file = study.file(&survey.table);
        for (spec, scale) in survey.constructs.iter().zip(&measurement.scales) {
            let name = spec.construct.name.as_str();
            let Some(averaged) = scale.averaged.as_ref().filter(|_| wanted.contains(name)) else { continue };
            cases.extend(averaged.cases.iter().map(|one| one.case.as_str()));
            columns.push(Scored {
                name,
                source: ScoreSource::Construct,
                file,
                scores: averaged.cases.iter().filter_map(|one| Some((one.case.as_str(), one.mean?))).collect(),
                uncertainty: ScoreUncertainty::Reliability(reliability(averaged)),
                remedy: say!("remedy-averaged"),
                may_lack: study.may_lack(&ScoreSource::Construct, name, ColumnKind::Number),
            });
        }
    }
    (cases, columns)
}

/// The reliability of case means, ICC(2); 0 if the means differ less than chance.
fn reliability(averaged: &Averaged) -> Option<f64> {
    averaged.icc.ok().map(|icc| icc.icc2.clamp(0.0, 1.0))
}
