//! Every set of a study, calibrated.

use equifinal_study::config::{Anchors, Calibration, SetSpec};
use equifinal_study::diagnosis::SetDiagnosis;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::table::{CaseTable, Cells, ColumnKind};

use crate::error::{CalibrateError, CalibrateErrors};
use crate::{describe, direct, given, percentile, recode, stepwise};

/// The sets of a study and what calibration found out about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibrated {
    /// The memberships, sets in the order of the study file.
    pub memberships: Memberships,
    /// One diagnosis a set, in the same order.
    pub diagnoses: Vec<SetDiagnosis>,
}

/// The columns that calibrating `sets` needs, each once a kind, in the order in which sets name them.
pub fn wanted_columns<'a>(sets: impl IntoIterator<Item = &'a SetSpec>) -> Vec<(String, ColumnKind)> {
    let mut wanted = Vec::new();
    for set in sets {
        let column = (set.column.clone(), column_kind(&set.calibrate));
        if !wanted.contains(&column) {
            wanted.push(column);
        }
    }
    wanted
}

fn column_kind(calibration: &Calibration) -> ColumnKind {
    match calibration {
        Calibration::Recode(_) => ColumnKind::Text,
        _ => ColumnKind::Number,
    }
}

/// Calibrates `sets` on the cases of `table`.
///
/// # Errors
/// Every value that a set cannot take, of every set: see [`CalibrateError`].
pub fn calibrate(table: &CaseTable, sets: &[SetSpec]) -> Result<Calibrated, CalibrateErrors> {
    let mut calibrated = Calibrated {
        memberships: Memberships { cases: table.cases.clone(), sets: Vec::with_capacity(sets.len()) },
        diagnoses: Vec::with_capacity(sets.len()),
    };
    let mut errors = Vec::new();
    for spec in sets {
        match calibrate_set(table, spec) {
            Ok(Outcome { kind, values, anchors, raw }) => {
                let set = Set { name: spec.name.clone(), kind, values };
                calibrated.diagnoses.push(describe::diagnosis(&set, &table.cases, anchors, raw));
                calibrated.memberships.sets.push(set);
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(calibrated) } else { Err(CalibrateErrors { file: table.file.clone(), errors }) }
}

struct Outcome<'a> {
    kind: SetKind,
    values: Vec<f64>,
    anchors: Option<Anchors>,
    raw: Option<&'a [f64]>,
}

fn calibrate_set<'a>(table: &'a CaseTable, spec: &SetSpec) -> Result<Outcome<'a>, CalibrateError> {
    if let Calibration::Recode(values) = &spec.calibrate {
        let (kind, values) = recode::recode(table, spec, texts(table, spec)?, values)?;
        return Ok(Outcome { kind, values, anchors: None, raw: None });
    }
    let raw = numbers(table, spec)?;
    let (kind, values, anchors) = match &spec.calibrate {
        Calibration::Given(given) => (given::check(table, spec, raw, *given)?, raw.to_vec(), None),
        Calibration::Crisp { threshold } => (SetKind::Crisp, stepwise::levels(raw, &[*threshold]), None),
        Calibration::Levels { thresholds } => {
            let levels = thresholds.len() + 1;
            (SetKind::MultiValue { levels }, stepwise::levels(raw, thresholds), None)
        }
        Calibration::Direct { anchors, idm, shape } => {
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
        Calibration::Recode(_) => return Err(no_column(spec)),
    };
    Ok(Outcome { kind, values, anchors, raw: Some(raw) })
}

fn numbers<'a>(table: &'a CaseTable, spec: &SetSpec) -> Result<&'a [f64], CalibrateError> {
    let columns = table.columns.iter().filter(|column| column.name == spec.column);
    let mut numbers = columns.filter_map(|column| match &column.cells {
        Cells::Numbers(numbers) => Some(numbers.as_slice()),
        Cells::Texts(_) => None,
    });
    numbers.next().ok_or_else(|| no_column(spec))
}

fn texts<'a>(table: &'a CaseTable, spec: &SetSpec) -> Result<&'a [String], CalibrateError> {
    let columns = table.columns.iter().filter(|column| column.name == spec.column);
    let mut texts = columns.filter_map(|column| match &column.cells {
        Cells::Texts(texts) => Some(texts.as_slice()),
        Cells::Numbers(_) => None,
    });
    texts.next().ok_or_else(|| no_column(spec))
}

fn no_column(spec: &SetSpec) -> CalibrateError {
    CalibrateError::NoColumn { set: spec.name.clone(), column: spec.column.clone() }
}
