//! Calibration: the values of the literature and of the reference, the invariants, the refusals.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod composites;
mod defects;
mod diagnoses;
mod invariants;
mod reference;
mod refusals;
mod thresholds;
mod values;

use equifinal_calibrate::{CalibrateErrors, Calibrated, calibrate, wanted_columns};
use equifinal_study::config::{Anchors, Calibration, ScoreSource, SetSpec};
use equifinal_study::table::{CaseTable, Cells, Column, ColumnKind};

/// A set `A` from a column `a`.
fn spec(calibrate: Calibration) -> SetSpec {
    SetSpec {
        name: "A".to_owned(),
        label: None,
        absent: None,
        levels: Vec::new(),
        group: None,
        definition: None,
        rubric: Vec::new(),
        column: "a".to_owned(),
        source: ScoreSource::Table,
        calibrate,
        quantity: None,
        target: None,
        because: None,
        slope: None,
        missing: None,
        time: None,
    }
}

fn anchors(exclusion: f64, crossover: f64, inclusion: f64) -> Anchors {
    Anchors { exclusion, crossover, inclusion }
}

/// Calibrates a column `a` of these cells, one case a cell, from line 2 on.
fn run(cells: Cells, calibration: Calibration) -> Result<Calibrated, CalibrateErrors> {
    let spec = spec(calibration);
    let (count, kind) = match &cells {
        Cells::Numbers(numbers) => (numbers.len(), ColumnKind::Number),
        Cells::Texts(texts, _) => (texts.len(), ColumnKind::Text),
    };
    assert_eq!(wanted_columns([&spec, &spec]), [("a".to_owned(), kind)]);
    let table = CaseTable {
        file: "a.csv".to_owned(),
        cases: (1..=count).map(|case| format!("c{case}")).collect(),
        lines: (2..count + 2).collect(),
        columns: vec![Column::of_file("a".to_owned(), cells)],
        ..CaseTable::default()
    };
    calibrate(&table, &[spec])
}
