//! The memberships of each calibration method.

use equifinal_calibrate::calibrate;
use equifinal_study::config::{Basis, Calibration, Given, Shape};
use equifinal_study::memberships::SetKind;
use equifinal_study::table::{CaseTable, Cells, Column};

use crate::{anchors, run, spec};

fn check(cells: Cells, calibration: Calibration, kind: SetKind, expected: &[f64]) {
    let calibrated = run(cells, calibration.clone()).unwrap();
    let set = &calibrated.memberships.sets[0];
    assert_eq!(set.kind, kind, "{calibration:?}");
    assert_eq!(set.values.len(), expected.len());
    for (value, expected) in set.values.iter().zip(expected) {
        assert!((value - expected).abs() < 1e-15, "{calibration:?}: {value} instead of {expected}");
    }
}

fn numbers(values: &[f64]) -> Cells {
    Cells::Numbers(values.to_vec())
}

fn texts(values: &[&str]) -> Cells {
    Cells::Texts(values.iter().map(|value| (*value).to_owned()).collect(), Vec::new())
}

fn codes(codes: &[(&str, f64)]) -> Calibration {
    Calibration::Recode(codes.iter().map(|(code, value)| ((*code).to_owned(), *value)).collect())
}

#[test]
fn given_columns_pass_through() {
    check(numbers(&[0.0, 0.33, 1.0]), Calibration::Given(Given::Fuzzy), SetKind::Fuzzy, &[0.0, 0.33, 1.0]);
    check(numbers(&[0.0, 1.0]), Calibration::Given(Given::Crisp), SetKind::Crisp, &[0.0, 1.0]);
    let three = SetKind::MultiValue { levels: 3 };
    check(numbers(&[2.0, 0.0, 1.0]), Calibration::Given(Given::MultiValue), three, &[2.0, 0.0, 1.0]);
    check(numbers(&[0.0, 0.0]), Calibration::Given(Given::MultiValue), SetKind::MultiValue { levels: 2 }, &[0.0, 0.0]);
}

#[test]
fn a_threshold_belongs_to_the_group_above() {
    let raw = [2.999, 3.0, 4.0, -1.0];
    check(numbers(&raw), Calibration::Crisp { threshold: 3.0 }, SetKind::Crisp, &[0.0, 1.0, 1.0, 0.0]);
    let levels = Calibration::Levels { thresholds: vec![0.0, 3.0, 4.0] };
    check(numbers(&raw), levels, SetKind::MultiValue { levels: 4 }, &[1.0, 2.0, 3.0, 0.0]);
}

#[test]
fn anchors_at_unequal_distances_have_a_slope_each() {
    let direct = |shape| Calibration::Direct { anchors: anchors(20.0, 30.0, 90.0), idm: 0.95, shape };
    let log_odds = |share: f64| 1.0 / (1.0 + libm::pow(19.0, -share));
    let raw = [20.0, 25.0, 30.0, 60.0, 90.0, 150.0];
    let expected = [-1.0, -0.5, 0.0, 0.5, 1.0, 2.0].map(log_odds);
    assert!((expected[0] - 0.05).abs() < 1e-15 && (expected[4] - 0.95).abs() < 1e-15);
    check(numbers(&raw), direct(Shape::Logistic), SetKind::Fuzzy, &expected);
    check(numbers(&raw), direct(Shape::Linear), SetKind::Fuzzy, &[0.0, 0.25, 0.5, 0.75, 1.0, 1.0]);
}

#[test]
fn percentiles_are_those_of_r_type_7() {
    let percentiles = |e, c, i| Calibration::Percentiles { anchors: anchors(e, c, i), idm: 0.95, shape: Shape::Linear };
    let raw = [30.0, 10.0, 20.0, 40.0, 70.0];
    for (percents, resolved) in [
        ((0.0, 50.0, 100.0), anchors(10.0, 30.0, 70.0)),
        ((5.0, 50.0, 95.0), anchors(12.0, 30.0, 64.0)),
        ((90.0, 40.0, 10.0), anchors(58.0, 26.0, 14.0)),
    ] {
        let calibrated = run(numbers(&raw), percentiles(percents.0, percents.1, percents.2)).unwrap();
        let found = calibrated.diagnoses[0].anchors.unwrap();
        for (found, expected) in [
            (found.exclusion, resolved.exclusion),
            (found.crossover, resolved.crossover),
            (found.inclusion, resolved.inclusion),
        ] {
            assert!((found - expected).abs() < 1e-12, "{percents:?}: {found} instead of {expected}");
        }
    }
    check(numbers(&raw), percentiles(0.0, 50.0, 100.0), SetKind::Fuzzy, &[0.5, 0.0, 0.25, 0.625, 1.0]);
}

#[test]
fn recoded_values_match_as_text_or_as_numbers() {
    let cells = texts(&["一般", " yes", "1", "1.0", "01"]);
    let fuzzy = codes(&[("一般", 0.33), ("yes", 1.0), ("1", 0.0)]);
    check(cells, fuzzy, SetKind::Fuzzy, &[0.33, 1.0, 0.0, 0.0, 0.0]);
    check(texts(&["yes", "no"]), codes(&[("yes", 1.0), ("no", 0.0)]), SetKind::Crisp, &[1.0, 0.0]);
}

/// A code of a statistical file is named by itself or by its label.
#[test]
fn recoded_values_match_the_labels_of_the_file() {
    let check = |names: &[(&str, f64)], expected: &[f64]| {
        let labels = [("1", "有"), ("2", "无")].map(|(code, label)| (code.to_owned(), label.to_owned())).to_vec();
        let column = Column { labels, ..Column::of_file("a".to_owned(), texts(&["1", "2", "1"])) };
        let table = CaseTable {
            cases: vec!["x".to_owned(), "y".to_owned(), "z".to_owned()],
            lines: vec![1, 2, 3],
            columns: vec![column],
            ..CaseTable::default()
        };
        let found = calibrate(&table, &[spec(codes(names))]).unwrap();
        assert_eq!(found.memberships.sets[0].values, expected, "{names:?}");
    };
    check(&[("有", 1.0), ("无", 0.0)], &[1.0, 0.0, 1.0]);
    check(&[("1", 1.0), ("无", 0.0)], &[1.0, 0.0, 1.0]);
    check(&[("1", 0.0), ("2", 1.0), ("有", 1.0)], &[0.0, 1.0, 0.0]);
}

#[test]
fn the_diagnosis_describes_raw_values_and_memberships() {
    let direct = Calibration::Direct { anchors: anchors(0.0, 2.0, 4.0), idm: 0.95, shape: Shape::Linear };
    let calibrated = run(numbers(&[4.0, 2.0, 1.0, 2.001]), direct).unwrap();
    let diagnosis = &calibrated.diagnoses[0];
    assert_eq!(diagnosis.set, "A");
    assert_eq!(diagnosis.anchors, Some(anchors(0.0, 2.0, 4.0)));
    assert_eq!(diagnosis.share_in, Some(0.5));
    assert_eq!(diagnosis.at_crossover, ["c2", "c4"]);
    let raw = diagnosis.raw.unwrap();
    assert_eq!((raw.min, raw.max, raw.mean), (1.0, 4.0, 2.25025));
    assert!((raw.sd.unwrap() - 1.2582396101961926).abs() < 1e-12);
    let levels = run(numbers(&[0.0]), Calibration::Levels { thresholds: vec![1.0] }).unwrap();
    assert_eq!(levels.diagnoses[0].share_in, None);
    assert_eq!(levels.diagnoses[0].raw.unwrap().sd, None);
}

#[test]
fn powers_shape_each_side_of_the_crossover() {
    let power = |below, above| Calibration::Direct {
        anchors: anchors(0.0, 4.0, 8.0),
        idm: 0.95,
        shape: Shape::Power { below, above },
    };
    let raw = [-1.0, 0.0, 2.0, 4.0, 6.0, 8.0, 9.0];
    check(numbers(&raw), power(1.0, 1.0), SetKind::Fuzzy, &[0.0, 0.0, 0.25, 0.5, 0.75, 1.0, 1.0]);
    check(numbers(&raw), power(2.0, 3.0), SetKind::Fuzzy, &[0.0, 0.0, 0.125, 0.5, 0.9375, 1.0, 1.0]);
}

#[test]
fn bells_are_in_or_out_in_the_middle() {
    let bell = |(low, high), shape| Calibration::Bell { low, high, idm: 0.95, shape };
    let inside = (anchors(0.0, 2.0, 4.0), anchors(10.0, 8.0, 6.0));
    let outside = (anchors(4.0, 2.0, 0.0), anchors(6.0, 8.0, 10.0));
    let raw = [-1.0, 1.0, 2.0, 5.0, 7.0, 8.0, 11.0];
    check(numbers(&raw), bell(inside, Shape::Linear), SetKind::Fuzzy, &[0.0, 0.25, 0.5, 1.0, 0.75, 0.5, 0.0]);
    check(numbers(&raw), bell(outside, Shape::Linear), SetKind::Fuzzy, &[1.0, 0.75, 0.5, 0.0, 0.25, 0.5, 1.0]);
    let anchors = [0.0, 2.0, 4.0, 6.0, 8.0, 10.0];
    check(numbers(&anchors), bell(inside, Shape::Logistic), SetKind::Fuzzy, &[0.05, 0.5, 0.95, 0.95, 0.5, 0.05]);
    let powers = Shape::Power { below: 2.0, above: 0.5 };
    let bent = 1.0 - 0.5 * libm::sqrt(0.5);
    check(numbers(&[1.0, 3.0, 9.0]), bell(inside, powers), SetKind::Fuzzy, &[0.125, bent, 0.125]);
}

#[test]
fn totally_fuzzy_and_relative_sets_do_not_depend_on_the_coding_of_the_scale() {
    // The reference counts from the value 1: of the scale from 0 to 4 it makes 0, 0, 0.333…, 0.666… and 1.
    let expected = [0.0, 0.25, 0.5, 0.75, 1.0];
    let tfr = || Calibration::Tfr { lowest: None };
    check(numbers(&[1.0, 2.0, 3.0, 4.0, 5.0]), tfr(), SetKind::Fuzzy, &expected);
    check(numbers(&[0.0, 1.0, 2.0, 3.0, 4.0]), tfr(), SetKind::Fuzzy, &expected);
    let chosen_by_nobody = Calibration::Tfr { lowest: Some(1.0) };
    check(numbers(&[2.0, 3.0, 3.0, 5.0]), chosen_by_nobody, SetKind::Fuzzy, &[0.25, 0.75, 0.75, 1.0]);
}

#[test]
fn the_distribution_of_the_cases_gives_memberships() {
    let raw = [3.0, 1.0, 2.0, 2.0, 9.0];
    check(numbers(&raw), Calibration::Ecdf { anchors: None }, SetKind::Fuzzy, &[0.8, 0.2, 0.6, 0.6, 1.0]);
    let between = |e, c, i| Calibration::Ecdf { anchors: Some(anchors(e, c, i)) };
    // Of the four cases from 1 to 4 three lie at or below 2.5.
    check(numbers(&raw), between(1.0, 2.5, 4.0), SetKind::Fuzzy, &[1.0, 0.0, 0.5, 0.5, 1.0]);
    check(numbers(&raw), between(4.0, 2.5, 1.0), SetKind::Fuzzy, &[0.0, 1.0, 0.5, 0.5, 0.0]);
}

#[test]
fn indirect_memberships_increase_with_the_groups() {
    let raw = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    for basis in [Basis::Linear, Basis::Fractional] {
        let indirect = Calibration::Indirect { thresholds: vec![2.5, 4.0, 6.5], basis };
        let values = run(numbers(&raw), indirect).unwrap().memberships.sets.remove(0).values;
        assert_eq!(values.len(), raw.len());
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{basis:?}: {values:?}");
        assert!(values[0] < 0.15 && values[7] > 0.85, "{basis:?}: {values:?}");
    }
}
