//! Known defects of reference programs, each with the correct result.

use equifinal_calibrate::error::{CalibrateError, Cell, Fault};
use equifinal_study::config::{Basis, Calibration, DEFAULT_IDM, Shape};
use equifinal_study::table::Cells;

use crate::{anchors, run};

/// Checks our memberships to 1e-9, and that the reference result differs.
fn check(raw: &[f64], calibration: Calibration, ours: &[f64], reference: &[f64]) {
    let found = run(Cells::Numbers(raw.to_vec()), calibration.clone()).unwrap().memberships.sets.remove(0).values;
    let agree = |expected: &[f64]| {
        found.len() == expected.len() && found.iter().zip(expected).all(|(found, value)| (found - value).abs() < 1e-9)
    };
    assert!(agree(ours), "{calibration:?}: {found:?} instead of {ours:?}");
    assert!(!agree(reference), "{calibration:?}: {found:?}, as the reference");
}

fn direct(e: f64, c: f64, i: f64) -> Calibration {
    Calibration::Direct { anchors: anchors(e, c, i), idm: DEFAULT_IDM, shape: Shape::Logistic }
}

/// Membership with log odds of `share` times those of 0.95.
fn odds(share: f64) -> f64 {
    1.0 / (1.0 + libm::pow(19.0, -share))
}

/// Python's `pyqca` uses one slope, that of the inclusion side, so with anchors 20, 30, 90 the exclusion anchor has
/// membership 0.38 instead of 0.05. Here each side has its own slope (Ragin 2008, ch. 5).
#[test]
fn each_side_of_the_crossover_has_its_slope() {
    let one_slope = [odds(-10.0 / 60.0), 0.5, 0.95];
    check(&[20.0, 30.0, 90.0], direct(20.0, 30.0, 90.0), &[0.05, 0.5, 0.95], &one_slope);
}

/// R `QCA` rounds memberships below 0.0001 to 0 and above 0.9999 to 1, which no formula gives. Here the value of the
/// formula is kept.
#[test]
fn memberships_far_from_the_anchors_stay_short_of_full() {
    let (low, high) = (odds(-4.0), odds(4.0));
    assert!(low > 0.0 && low < 1e-4 && high < 1.0);
    check(&[-40.0, 40.0], direct(-10.0, 0.0, 10.0), &[low, high], &[0.0, 1.0]);
}

/// R `QCA`, `method = "TFR"`, subtracts the distribution at 1 instead of at the lowest value: the same answers coded 0
/// to 4 have other memberships than coded 1 to 5. Here they are equal.
#[test]
fn relative_sets_do_not_depend_on_the_coding() {
    let (ours, reference) = ([0.0, 0.25, 0.5, 0.75, 1.0], [0.0, 0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]);
    check(&[0.0, 1.0, 2.0, 3.0, 4.0], Calibration::Tfr { lowest: None }, &ours, &reference);
}

/// R `QCA`, `method = "indirect"`, takes the logarithm of raw values: negative ones are lost and the result is shorter
/// than the column, with misaligned rows. Here they are refused with advice on the basis, and the result has one
/// membership per case.
#[test]
fn indirect_calibration_of_negative_values_loses_no_case() {
    let raw = [-2.0, -1.0, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0];
    let indirect = |basis| Calibration::Indirect { thresholds: vec![0.0, 1.5, 3.5], basis };
    let refused = run(Cells::Numbers(raw.to_vec()), indirect(Basis::Fractional)).unwrap_err();
    let cell = |line, case: &str, value: &str| Cell { line, case: case.to_owned(), value: value.to_owned() };
    let expected = CalibrateError::Cells {
        set: "A".to_owned(),
        column: "a".to_owned(),
        fault: Fault::NoLogarithm,
        cells: vec![cell(2, "c1", "-2"), cell(3, "c2", "-1")],
    };
    assert_eq!(refused.errors, [expected]);
    let found = run(Cells::Numbers(raw.to_vec()), indirect(Basis::Linear)).unwrap().memberships.sets.remove(0).values;
    assert_eq!(found.len(), raw.len());
    assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
}
