//! The rows of a table of cases that are not cases of the study.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::Exclusion;
use equifinal_study::names::meant;
use equifinal_study::natural;
use equifinal_study::panel::Panel;
use equifinal_study::table::ExcludedCase;

use crate::error::IngestError;
use crate::grid::Grid;
use crate::text_column::retain;
use crate::wanted::Wanted;
use crate::wording::kept;

/// Takes the excluded rows out of the grid and the ids; records ids that no row has, and a table that is left empty. The
/// name of a unit excludes it in every period.
pub(crate) fn exclude(
    wanted: &Wanted,
    grid: &mut Grid,
    (cases, panel): (&mut Vec<String>, Option<&mut Panel>),
    errors: &mut Vec<IngestError>,
) -> Vec<ExcludedCase> {
    if wanted.exclude.is_empty() || cases.is_empty() {
        return Vec::new();
    }
    let because: BTreeMap<&str, &Exclusion> = wanted.exclude.iter().map(|one| (one.case.as_str(), one)).collect();
    let units = panel.as_ref().map_or(&[][..], |panel| &panel.units);
    let found = |row: usize| {
        let unit = units.get(row).and_then(|unit| because.get(unit.as_str()));
        cases.get(row).and_then(|case| because.get(case.as_str())).or(unit)
    };
    let found: Vec<Option<&Exclusion>> = (0..cases.len()).map(|row| found(row).copied()).collect();
    let rows = cases.iter().zip(&grid.lines).zip(&found);
    let mut excluded: Vec<ExcludedCase> = rows
        .filter_map(|((case, &line), found)| {
            Some(ExcludedCase { case: case.clone(), line, because: (*found)?.because.clone() })
        })
        .collect();
    let known: BTreeSet<&str> = cases.iter().chain(units).map(String::as_str).collect();
    for one in &wanted.exclude {
        if !known.contains(one.case.as_str()) {
            let hint = meant(&one.case, cases.iter().chain(units).map(String::as_str));
            errors.push(IngestError::UnknownExcluded { case: kept(&one.case), column: kept(&wanted.id), hint });
        }
    }
    let stay: Vec<bool> = found.iter().map(Option::is_none).collect();
    grid.retain(&stay);
    retain(cases, &stay);
    if let Some(panel) = panel {
        retain(&mut panel.units, &stay);
        retain(&mut panel.times, &stay);
    }
    if cases.is_empty() {
        errors.push(IngestError::AllExcluded { rows: excluded.len() });
    }
    excluded.sort_by(|a, b| natural::compare(&a.case, &b.case).then(a.line.cmp(&b.line)));
    excluded
}
