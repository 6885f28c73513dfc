//! The arithmetic of all decisions: cutoffs, exact sums, the order of cases, counts of cases.

use equifinal_study::config::Frequency;
use equifinal_study::cuts::{at_least, on_the_line};
use equifinal_study::exact::{ONE, Sum, units};
use equifinal_study::natural::order;

#[test]
fn a_cutoff_is_met_from_just_below_it() {
    for (value, cutoff, met, near) in [
        (Some(0.75), 0.75, true, true),
        (Some(0.76), 0.75, true, false),
        (Some(0.74), 0.75, false, false),
        (Some(0.75 - 1.4e-8), 0.75, true, true),
        (Some(0.75 - 1.6e-8), 0.75, false, true),
        (Some(0.75 - 2e-6), 0.75, false, false),
        (Some(0.75 + 2e-6), 0.75, true, false),
        (Some(0.1 + 0.2), 0.3, true, true),
        (Some(1.0), 1.0, true, true),
        (Some(0.0), 0.0, true, true),
        (Some(0.0), 1.0, false, false),
        (Some(f64::NAN), 0.0, false, false),
        (Some(f64::INFINITY), 1.0, true, false),
        (Some(f64::NEG_INFINITY), 0.0, false, false),
        (None, 0.0, false, false),
        (None, -1.0, false, false),
    ] {
        assert_eq!((at_least(value, cutoff), on_the_line(value, cutoff)), (met, near), "{value:?} against {cutoff}");
    }
}

#[test]
fn a_membership_is_a_whole_number_of_units() {
    for (membership, expected) in [
        (0.0, 0),
        (1.0, ONE),
        (0.5, ONE / 2),
        (0.25, ONE / 4),
        (0.75, ONE / 4 * 3),
        (f64::EPSILON, 1),
        (1.0 - f64::EPSILON, ONE - 1),
        (0.5 + f64::EPSILON, ONE / 2 + 1),
        (f64::EPSILON / 4.0, 0),
    ] {
        assert_eq!(units(membership), expected, "{membership}");
    }
}

#[test]
fn sums_do_not_depend_on_the_order() {
    for (values, expected) in [
        (vec![], 0.0),
        (vec![0.0, 0.0], 0.0),
        (vec![0.25, 0.5, 1.0], 1.75),
        // 0.1 is finer than a unit, so each is rounded up by 0.4 of one.
        (vec![0.1; 10], 1.0 + 4.0 * f64::EPSILON),
        (vec![1.0; 5000], 5000.0),
        (vec![0.5; 2048], 1024.0),
        (vec![0.5; 2049], 1024.5),
    ] {
        let sum = Sum::of(&values);
        let reversed: Vec<f64> = values.iter().rev().copied().collect();
        assert_eq!(sum.value().to_bits(), f64::to_bits(expected), "{} values", values.len());
        assert_eq!(Sum::of(&reversed), sum);
        assert_eq!(Sum::over(values.len(), |case| values[case]), sum);
    }
    let (small, large) = ([0.1, 0.2, 0.3], [0.3, 0.2, 0.1]);
    assert_ne!((0.1_f64 + 0.2 + 0.3).to_bits(), (0.3_f64 + 0.2 + 0.1).to_bits());
    assert_eq!(Sum::of(&small), Sum::of(&large));
}

#[test]
fn differences_and_shares() {
    for (part, whole, less, share) in [
        (1, 4, 3, Some(0.25)),
        (4, 4, 0, Some(1.0)),
        (5, 4, 0, Some(1.25)),
        (0, 4, 4, Some(0.0)),
        (0, 0, 0, None),
        (1, 0, 0, None),
    ] {
        let sum = |cases: u128| Sum::from_units(cases * u128::from(ONE));
        let (part, whole) = (sum(part), sum(whole));
        assert_eq!(whole.less(part), sum(less));
        assert_eq!(part.share_of(whole), share);
        assert_eq!(whole.is_zero(), share.is_none());
    }
}

#[test]
fn cases_stand_in_their_natural_order() {
    for sorted in [
        &["case 1", "case 2", "case 10", "case 11", "case 100"][..],
        &["01", "1", "2", "10"],
        &["a9", "a10", "b1"],
        &["v1.2", "v1.10", "v2.0"],
        &["2019-9", "2019-10", "2020-1"],
        &["", "1", "A", "a"],
        &["甲1", "甲2", "甲10"],
        &["18446744073709551615", "18446744073709551616", "100000000000000000000"],
        &["x", "x0", "x1", "x_1", "xa"],
    ] {
        let reversed: Vec<&str> = sorted.iter().rev().copied().collect();
        let found: Vec<&str> = order(&reversed).into_iter().map(|place| reversed[place]).collect();
        assert_eq!(found, sorted);
    }
}

#[test]
fn a_frequency_is_a_whole_number_of_cases() {
    for (frequency, cases, expected) in [
        (Frequency::Count(1), 50, 1),
        (Frequency::Count(3), 2, 3),
        (Frequency::Count(0), 10, 1),
        (Frequency::Share(0.1), 50, 5),
        (Frequency::Share(0.1), 51, 6),
        (Frequency::Share(0.015), 200, 3),
        (Frequency::Share(0.015), 201, 4),
        (Frequency::Share(0.01), 10, 1),
        (Frequency::Share(0.5), 0, 1),
        (Frequency::Share(1.0), 7, 7),
        (Frequency::Share(0.07), 100, 7),
        (Frequency::Share(0.29), 100, 29),
    ] {
        assert_eq!(frequency.count(cases), expected, "{frequency:?} of {cases}");
    }
}
