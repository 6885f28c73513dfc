//! Calibrates every set of a study.

use std::borrow::Cow;

use equifinal_study::config::{Anchors, Calibration, SetSpec};
use equifinal_study::diagnosis::SetDiagnosis;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::missing::{MISSING, is_missing, known};
use equifinal_study::table::{CaseTable, ColumnKind};
use rayon::prelude::*;

use crate::composite::{Composed, compose};
use crate::describe::{Source, diagnosis};
use crate::error::{CalibrateError, CalibrateErrors};
use crate::{cumulative, direct, given, indirect, percentile, recode, stepwise, temporal};

/// The calibrated sets of a study and their diagnoses.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibrated {
    /// The memberships, with sets in the order of the study file.
    pub memberships: Memberships,
    /// One diagnosis per set, in the same order.
    pub diagnoses: Vec<SetDiagnosis>,
}

/// The columns needed to calibrate `sets`, once per kind, in the order of the sets.
pub fn wanted_columns<'a>(sets: impl IntoIterator<Item = &'a SetSpec>) -> Vec<(String, ColumnKind)> {
    let mut wanted = Vec::new();
    for set in sets {
        let Some(kind) = column_kind(&set.calibrate) else { continue };
        let column = (set.column.clone(), kind);
        if !wanted.contains(&column) {
            wanted.push(column);
        }
    }
    wanted
}

/// The kind of column that a set needs; `None` for a composite.
fn column_kind(calibration: &Calibration) -> Option<ColumnKind> {
    match calibration {
        Calibration::Composite { .. } => None,
        Calibration::Recode(_) | Calibration::Temporal => Some(ColumnKind::Text),
        _ => Some(ColumnKind::Number),
    }
}

/// Calibrates `sets` on the cases of `table`, composites after their parts, and describes each.
///
/// # Errors
/// All values that cannot be calibrated, of every set: see [`CalibrateError`].
pub fn calibrate(table: &CaseTable, sets: &[SetSpec]) -> Result<Calibrated, CalibrateErrors> {
    let (sets, sources): (Vec<Set>, Vec<Source<'_>>) = calibrated(table, sets)?.into_iter().unzip();
    let describe = |(set, source): (&Set, &Source<'_>)| diagnosis(set, &table.cases, source);
    let diagnoses = sets.par_iter().zip(&sources).map(describe).collect();
    Ok(Calibrated { memberships: Memberships { cases: table.cases.clone(), sets }, diagnoses })
}

/// The memberships in `sets` alone, as [`calibrate`] gives them.
///
/// # Errors
/// As [`calibrate`].
pub fn memberships(table: &CaseTable, sets: &[SetSpec]) -> Result<Memberships, CalibrateErrors> {
    let sets = calibrated(table, sets)?.into_iter().map(|(set, _)| set).collect();
    Ok(Memberships { cases: table.cases.clone(), sets })
}

/// Every set, in the order of the study file, with what its memberships come from.
fn calibrated<'a>(table: &'a CaseTable, sets: &[SetSpec]) -> Result<Vec<(Set, Source<'a>)>, CalibrateErrors> {
    let mut done: Vec<Option<Set>> = sets.iter().map(|_| None).collect();
    let mut sources: Vec<Option<Source<'a>>> = sets.iter().map(|_| None).collect();
    let mut errors: Vec<(usize, CalibrateError)> = Vec::new();
    let mut open: Vec<usize> = (0..sets.len()).collect();
    // Each round calibrates what the rounds before have made possible; parts that are refused leave composites open.
    loop {
        let before = open.len();
        let mut waiting = Vec::new();
        for number in open {
            let Some(spec) = sets.get(number) else { continue };
            match calibrate_set(table, spec, &done) {
                Ok(Some(Outcome { kind, values, source })) => {
                    if let (Some(set), Some(slot)) = (done.get_mut(number), sources.get_mut(number)) {
                        *set = Some(Set { name: spec.name.clone(), kind, values });
                        *slot = Some(source);
                    }
                }
                Ok(None) => waiting.push(number),
                Err(error) => errors.push((number, error)),
            }
        }
        open = waiting;
        if open.is_empty() || open.len() == before {
            break;
        }
    }
    if !errors.is_empty() {
        errors.sort_by_key(|(number, _)| *number);
        let errors = errors.into_iter().map(|(_, error)| error).collect();
        return Err(CalibrateErrors { file: table.file.clone(), errors });
    }
    Ok(done.into_iter().zip(sources).filter_map(|(set, source)| Some((set?, source?))).collect())
}

/// Calibrates one set without a diagnosis. Composites are refused, since they need other sets.
///
/// # Errors
/// All values that cannot be calibrated: see [`CalibrateError`].
pub fn calibrate_one(table: &CaseTable, spec: &SetSpec) -> Result<Set, CalibrateError> {
    match calibrate_set(table, spec, &[])? {
        Some(Outcome { kind, values, .. }) => Ok(Set { name: spec.name.clone(), kind, values }),
        None => Err(no_column(spec)),
    }
}

struct Outcome<'a> {
    kind: SetKind,
    values: Vec<f64>,
    source: Source<'a>,
}

/// Calibrates a set; `None` if a part of it is not yet `done`. A case without a value has no membership, and plays no
/// part in that of the others.
fn calibrate_set<'a>(
    table: &'a CaseTable,
    spec: &SetSpec,
    done: &[Option<Set>],
) -> Result<Option<Outcome<'a>>, CalibrateError> {
    match &spec.calibrate {
        Calibration::Composite { how, of } => match compose(spec, *how, of, done, table.cases.len())? {
            Composed::Done(kind, values) => Ok(Some(Outcome { kind, values, source: Source::default() })),
            Composed::Waiting => Ok(None),
        },
        Calibration::Recode(codes) => {
            let (texts, missing) = table.texts(spec).ok_or_else(|| no_column(spec))?;
            let (kind, values) = recode::recode(table, spec, (texts, missing), codes)?;
            Ok(Some(Outcome { kind, values, source: Source::default() }))
        }
        Calibration::Temporal => {
            let cells = table.texts(spec).ok_or_else(|| no_column(spec))?;
            let values = temporal::orders(table, spec, cells)?;
            Ok(Some(Outcome { kind: SetKind::Temporal, values, source: Source::default() }))
        }
        _ => {
            let raw = table.numbers(spec).ok_or_else(|| no_column(spec))?;
            if raw.iter().any(|&number| is_missing(number)) {
                return of_known(table, spec, &raw).map(Some);
            }
            let (kind, values, anchors) = from_numbers(table, spec, &raw)?;
            Ok(Some(Outcome { kind, values, source: Source { anchors, raw: Some(raw) } }))
        }
    }
}

/// Calibrates a set on the cases that have a value of it.
fn of_known<'a>(table: &CaseTable, spec: &SetSpec, raw: &[f64]) -> Result<Outcome<'a>, CalibrateError> {
    let with: Vec<usize> = (0..raw.len()).filter(|&case| raw.get(case).is_some_and(|&raw| !is_missing(raw))).collect();
    if with.is_empty() {
        return Err(CalibrateError::NoValue { set: spec.name.clone(), column: spec.column.clone() });
    }
    let part = table.picked(&with, |column| column.serves(spec));
    let known: Vec<f64> = known(raw).collect();
    let (kind, memberships, anchors) = from_numbers(&part, spec, &known)?;
    let mut values = vec![MISSING; raw.len()];
    for (case, membership) in with.iter().zip(memberships) {
        if let Some(value) = values.get_mut(*case) {
            *value = membership;
        }
    }
    Ok(Outcome { kind, values, source: Source { anchors, raw: Some(Cow::Owned(known)) } })
}

/// Kind and memberships of a set with these raw values, none of them missing, and its anchors.
fn from_numbers(
    table: &CaseTable,
    spec: &SetSpec,
    raw: &[f64],
) -> Result<(SetKind, Vec<f64>, Option<Anchors>), CalibrateError> {
    Ok(match &spec.calibrate {
        Calibration::Given(given) => (given::check(table, spec, raw, *given)?, raw.to_vec(), None),
        Calibration::Crisp { threshold } => (SetKind::Crisp, stepwise::levels(raw, &[*threshold]), None),
        Calibration::Levels { thresholds } => {
            let levels = thresholds.len() + 1;
            (SetKind::MultiValue { levels }, stepwise::levels(raw, thresholds), None)
        }
        Calibration::Direct { anchors, idm, shape } => {
            // A study file keeps them in order; a decision of a multiverse may not.
            if !direct::are_in_order(*anchors) {
                return Err(CalibrateError::AnchorsOutOfOrder { set: spec.name.clone(), anchors: *anchors });
            }
            (SetKind::Fuzzy, direct::memberships(raw, *anchors, *idm, *shape), Some(*anchors))
        }
        Calibration::Percentiles { anchors: percents, idm, shape } => {
            let anchors = percentile::anchors(raw, *percents);
            if !direct::are_in_order(anchors) {
                let (set, column) = (spec.name.clone(), spec.column.clone());
                return Err(CalibrateError::AnchorsCoincide { set, column, percents: *percents, anchors });
            }
            (SetKind::Fuzzy, direct::memberships(raw, anchors, *idm, *shape), Some(anchors))
        }
        Calibration::Bell { low, high, idm, shape } => {
            (SetKind::Fuzzy, direct::bell(raw, *low, *high, *idm, *shape), None)
        }
        Calibration::Ecdf { anchors } => (SetKind::Fuzzy, cumulative::ecdf(spec, raw, *anchors)?, *anchors),
        Calibration::Indirect { thresholds, basis } => {
            (SetKind::Fuzzy, indirect::memberships(table, spec, raw, thresholds, *basis)?, None)
        }
        Calibration::Tfr { lowest } => (SetKind::Fuzzy, cumulative::tfr(table, spec, raw, *lowest)?, None),
        Calibration::Recode(_) | Calibration::Temporal | Calibration::Composite { .. } => return Err(no_column(spec)),
    })
}

fn no_column(spec: &SetSpec) -> CalibrateError {
    CalibrateError::NoColumn { set: spec.name.clone(), column: spec.column.clone() }
}
