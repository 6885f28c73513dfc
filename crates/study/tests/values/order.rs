//! The order of cases, exact sums and cutoffs, for any values.

use std::cmp::Ordering;

use equifinal_study::config::Frequency;
use equifinal_study::crossover::{BAND, is_in, is_near, is_out};
use equifinal_study::cuts::{ON_THE_LINE, TOLERANCE, at_least, on_the_line};
use equifinal_study::exact::{ONE, Sum, units};
use equifinal_study::natural::{compare, order};
use proptest::prelude::*;

/// A membership in [0, 1] as the whole number of units nearest to it, by integer arithmetic on its bits; a number half
/// way between two is rounded to the even one.
fn nearest_units(membership: f64) -> u128 {
    let bits = membership.to_bits();
    let exponent = (bits >> 52) & 0x7ff;
    let fraction = u128::from(bits & ((1 << 52) - 1));
    // The number is `mantissa` times two to the power of `exponent - 1075`; a unit is two to the power of -52.
    let (mantissa, exponent) = if exponent == 0 { (fraction, 1) } else { (fraction | 1 << 52, exponent) };
    let finer = 1_023 - exponent;
    if finer == 0 {
        return mantissa;
    }
    if finer > 60 {
        return 0;
    }
    let (whole, rest, half) = (mantissa >> finer, mantissa & ((1 << finer) - 1), 1 << (finer - 1));
    whole + u128::from(rest > half || (rest == half && whole % 2 == 1))
}

/// Memberships of every size, among them those that calibration and rounding make.
fn membership() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..=1.0_f64,
        2 => (0_u32..=1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
        1 => prop::sample::select(vec![0.0, 1.0, 0.5, f64::MIN_POSITIVE, f64::EPSILON, 1.0 - f64::EPSILON / 2.0]),
        1 => 0.0..1e-12_f64,
    ]
}

proptest! {
    #[test]
    fn units_are_the_nearest(value in membership()) {
        prop_assert_eq!(u128::from(units(value)), nearest_units(value), "{}", value);
    }

    /// A sum equals that of large integers, for every order and every division of the cases.
    #[test]
    fn sums_equal_those_of_integers(values in prop::collection::vec(membership(), 0..200), at in 0..200_usize, seed in any::<u64>()) {
        let expected: u128 = values.iter().map(|value| nearest_units(*value)).sum();
        let sum = Sum::of(&values);
        prop_assert_eq!(sum, Sum::from_units(expected));
        prop_assert_eq!(Sum::over(values.len(), |case| values[case]), sum);
        let (left, right) = values.split_at(at.min(values.len()));
        prop_assert_eq!(Sum::of(left) + Sum::of(right), sum);
        prop_assert_eq!(Sum::of(right) + Sum::of(left), sum);
        prop_assert_eq!([left, right].map(Sum::of).into_iter().sum::<Sum>(), sum);
        let mut shuffled = values.clone();
        equifinal_study::draws::Draws::keyed([3; 32], seed).shuffle(&mut shuffled);
        prop_assert_eq!(Sum::of(&shuffled), sum);
        prop_assert_eq!(sum.less(Sum::of(left)), Sum::of(right));
        prop_assert_eq!(sum.is_zero(), expected == 0);
    }

    #[test]
    fn shares_lie_between_none_and_all(values in prop::collection::vec((membership(), membership()), 1..50)) {
        let least: Vec<f64> = values.iter().map(|(a, b)| a.min(*b)).collect();
        let whole: Vec<f64> = values.iter().map(|(a, _)| *a).collect();
        match Sum::of(&least).share_of(Sum::of(&whole)) {
            Some(share) => prop_assert!((0.0..=1.0).contains(&share), "{}", share),
            None => prop_assert!(Sum::of(&whole).is_zero()),
        }
        prop_assert_eq!(Sum::of(&whole).share_of(Sum::of(&whole)), (!Sum::of(&whole).is_zero()).then_some(1.0));
    }

    /// One rounding: the value is the double nearest to the integer over two to the power of 52.
    #[test]
    fn a_sum_is_rounded_once(units in 0..(1_u128 << 80)) {
        let value = Sum::from_units(units).value();
        let (below, above) = (value.next_down(), value.next_up());
        let back = |value: f64| (value * ONE as f64) as u128;
        let distance = |value: f64| back(value).abs_diff(units);
        prop_assert!(distance(value) <= distance(below) && distance(value) <= distance(above), "{} units", units);
    }

    /// A value that meets a cutoff meets every lower one, and a higher value meets it as well.
    #[test]
    fn cutoffs_are_monotone(value in 0.0..=1.0_f64, cutoff in 0.0..=1.0_f64, more in 0.0..=0.5_f64) {
        if at_least(Some(value), cutoff) {
            prop_assert!(at_least(Some(value), cutoff - more));
            prop_assert!(at_least(Some(value + more), cutoff));
        } else {
            prop_assert!(value < cutoff);
            prop_assert!(!at_least(Some(value), cutoff + more));
            prop_assert!(!at_least(Some(value - more), cutoff));
        }
        prop_assert_eq!(on_the_line(Some(value), cutoff), on_the_line(Some(cutoff), value));
        prop_assert_eq!(at_least(Some(value), value), true);
    }

    /// A case is in, out, or neither; and its negation is the opposite.
    #[test]
    fn a_case_is_never_in_and_out(value in membership()) {
        prop_assert!(!(is_in(value) && is_out(value)));
        prop_assert!(is_in(value) || is_out(value) || is_near(value));
        if (value - 0.5).abs() > BAND + 1e-6 {
            prop_assert_eq!(is_in(value), is_out(1.0 - value));
            prop_assert!(!is_near(value));
        }
    }

    /// Positions are sorted, each occurs once, and equal ids keep their order.
    #[test]
    fn an_order_is_a_permutation(ids in prop::collection::vec("[a-c]?[0-2]{0,3}[甲乙]?", 0..20)) {
        let found = order(&ids);
        let mut places = found.clone();
        places.sort_unstable();
        prop_assert_eq!(places, (0..ids.len()).collect::<Vec<_>>());
        for pair in found.windows(2) {
            let step = compare(&ids[pair[0]], &ids[pair[1]]);
            prop_assert!(step == Ordering::Less || (step == Ordering::Equal && pair[0] < pair[1]));
        }
    }

    /// Ids that are numbers stand as numbers do.
    #[test]
    fn numbers_are_ordered_by_size(a in any::<u64>(), b in any::<u64>(), word in "[a-z_甲-]{0,4}") {
        prop_assert_eq!(compare(&a.to_string(), &b.to_string()), a.cmp(&b));
        prop_assert_eq!(compare(&format!("{word}{a}"), &format!("{word}{b}")), a.cmp(&b));
        prop_assert_eq!(compare(&format!("{a}{word}x"), &format!("{b}{word}x")), a.cmp(&b));
    }
}

#[test]
fn pairs_of_ids() {
    use Ordering::{Equal, Greater, Less};
    for (a, b, expected) in [
        ("c2", "c10", Less),
        ("c02", "c2", Less),
        ("c2", "c02", Greater),
        ("c002", "c02", Less),
        ("c2", "c2", Equal),
        ("c2", "c2a", Less),
        ("c", "c0", Less),
        ("", "a", Less),
        ("2", "a", Less),
        ("-2", "2", Greater),
        ("1.9", "1.10", Less),
        ("A", "a", Less),
        ("Z", "a", Less),
        ("甲", "乙", Greater),
        ("case 9", "case 10", Less),
        ("case9", "case 10", Less),
        // Full-width digits are signs, not numbers.
        ("２", "１０", Greater),
        ("00", "0", Greater),
        ("0", "00", Less),
        ("a1b", "a01b", Greater),
        ("a1b2", "a01b10", Less),
    ] {
        assert_eq!(compare(a, b), expected, "{a:?} and {b:?}");
        assert_eq!(compare(b, a), expected.reverse(), "{b:?} and {a:?}");
    }
}

/// The double on either side of the tolerance, as `agteb` of R `admisc` decides it.
#[test]
fn the_tolerance_has_an_exact_end() {
    for cutoff in [0.25, 0.5, 1.0] {
        let end = cutoff - TOLERANCE;
        // The sum has the spacing of doubles at the cutoff, which is coarser than below it.
        let step = cutoff * f64::EPSILON;
        assert!(at_least(Some(end + step), cutoff), "above {end}");
        assert!(!at_least(Some(end - step), cutoff), "below {end}");
        // At the end itself the sum equals the cutoff, and is not greater.
        assert_eq!(at_least(Some(end), cutoff), end + TOLERANCE > cutoff);
    }
    assert_eq!(TOLERANCE.to_bits(), f64::EPSILON.sqrt().to_bits());
    for (distance, expected) in [(0.0, true), (0.9, true), (1.1, false), (-0.9, true), (-1.1, false)] {
        assert_eq!(on_the_line(Some(0.5 + distance * ON_THE_LINE), 0.5), expected, "{distance}");
    }
    assert!(!on_the_line(None, 0.0) && !on_the_line(Some(f64::NAN), 0.0));
}

#[test]
fn the_band_around_one_half() {
    for (membership, expected) in [
        (0.499_51, true),
        (0.500_49, true),
        (0.499_49, false),
        (0.500_51, false),
        (0.499_499_9, false),
        (0.500_500_1, false),
        (0.0, false),
        (1.0, false),
    ] {
        assert_eq!(is_near(membership), expected, "{membership}");
    }
}

#[test]
fn a_share_of_the_cases_is_rounded_up() {
    for cases in 0..=200_usize {
        for percent in 1..=100_usize {
            let share = percent as f64 / 100.0;
            let expected = (percent * cases).div_ceil(100).max(1);
            assert_eq!(Frequency::Share(share).count(cases), expected, "{percent} % of {cases} cases");
        }
        assert_eq!(Frequency::Count(cases).count(7), cases.max(1));
    }
}
