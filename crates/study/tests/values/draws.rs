//! Random draws: the same for every key and number, even, and independent of one another.

use equifinal_study::draws::Draws;

#[test]
fn draws_depend_on_key_and_number_alone() {
    let ten = |key: u8, draw: u64| {
        let mut draws = Draws::keyed([key; 32], draw);
        (0..10).map(|_| draws.index(1000)).collect::<Vec<_>>()
    };
    assert_eq!(ten(7, 0), ten(7, 0));
    let others = [ten(7, 0), ten(7, 1), ten(7, u64::MAX), ten(8, 0), ten(0, 0)];
    for (at, one) in others.iter().enumerate() {
        assert!(others.iter().skip(at + 1).all(|other| other != one), "draw {at}");
    }
    // A clone goes on where the original stands.
    let mut draws = Draws::keyed([7; 32], 0);
    draws.index(5);
    let mut copy = draws.clone();
    assert_eq!(draws.uniform().to_bits(), copy.uniform().to_bits());
}

#[test]
fn indices_are_even_and_in_range() {
    for below in [1_usize, 2, 3, 7, 10, 1000] {
        let mut draws = Draws::keyed([1; 32], below as u64);
        let mut counts = vec![0_u32; below];
        let each = 2_000_000 / 1000;
        (0..each * below).for_each(|_| counts[draws.index(below)] += 1);
        // Six standard deviations of a binomial count.
        let most = 6.0 * f64::from(u32::try_from(each).unwrap()).sqrt();
        for (index, count) in counts.iter().enumerate() {
            let apart = f64::from(*count) - each as f64;
            assert!(apart.abs() <= most, "{index} of {below}: {count} times");
        }
    }
    let mut draws = Draws::keyed([1; 32], 0);
    assert_eq!((0..5).map(|_| draws.index(0)).collect::<Vec<_>>(), [0; 5]);
    assert_eq!((0..5).map(|_| draws.index(1)).collect::<Vec<_>>(), [0; 5]);
    assert!((0..1000).all(|_| draws.index(usize::MAX) < usize::MAX));
}

#[test]
fn uniform_numbers_lie_strictly_between_zero_and_one() {
    let mut draws = Draws::keyed([2; 32], 5);
    let mut tenths = [0_u32; 10];
    let mut sum = 0.0;
    for _ in 0..50_000 {
        let number = draws.uniform();
        assert!(number > 0.0 && number < 1.0);
        tenths[(number * 10.0) as usize] += 1;
        sum += number;
    }
    assert!(tenths.iter().all(|count| count.abs_diff(5_000) < 420), "{tenths:?}");
    assert!((sum / 50_000.0 - 0.5_f64).abs() < 0.008);
}

#[test]
fn normal_numbers_have_the_moments_of_a_normal() {
    let mut draws = Draws::keyed([3; 32], 9);
    let numbers: Vec<f64> = (0..40_000).map(|_| draws.normal()).collect();
    let mean =
        |power: i32| numbers.iter().map(|number| (0..power).fold(1.0, |p, _| p * number)).sum::<f64>() / 40_000.0;
    for (power, expected, within) in [(1, 0.0, 0.03), (2, 1.0, 0.05), (3, 0.0, 0.12), (4, 3.0, 0.3)] {
        assert!((mean(power) - expected).abs() < within, "moment {power}: {}", mean(power));
    }
    let beyond = |limit: f64| numbers.iter().filter(|number| number.abs() > limit).count();
    assert!(beyond(1.96).abs_diff(2_000) < 270, "{}", beyond(1.96));
    assert!(numbers.iter().all(|number| number.is_finite()));
}

/// Every order of three values comes as often as every other.
#[test]
fn shuffles_are_even() {
    let mut counts = std::collections::BTreeMap::new();
    for draw in 0..12_000 {
        let mut values = ['a', 'b', 'c'];
        Draws::keyed([4; 32], draw).shuffle(&mut values);
        *counts.entry(values).or_insert(0_u32) += 1;
    }
    assert_eq!(counts.len(), 6);
    assert!(counts.values().all(|count| count.abs_diff(2_000) < 260), "{counts:?}");
    for mut values in [vec![], vec![1]] {
        let before = values.clone();
        Draws::keyed([4; 32], 0).shuffle(&mut values);
        assert_eq!(values, before);
    }
}
