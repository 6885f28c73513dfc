//! Tests of groups and intervals of shares against SciPy and statsmodels.

use equifinal_measure::survey::{cross, kruskal_wallis, mann_whitney, welch, wilson};

use crate::numbers::python;

fn check(data: &str, quantity: &str, key: &str, found: f64) {
    let expected = python()[&(data.to_owned(), quantity.to_owned(), key.to_owned())];
    assert!(
        (found - expected).abs() < 1e-8 * expected.abs().max(1.0),
        "{data} {quantity} {key}: {found} against {expected}"
    );
}

#[test]
fn group_tests_match_scipy() {
    let (first, second) = ([3.0, 4.0, 4.0, 5.0, 2.0, 5.0, 4.0, 3.0], [2.0, 3.0, 2.0, 4.0, 1.0, 3.0, 2.0, 2.0, 3.0]);
    let t = welch(&first, &second).unwrap();
    check("groups", "welch_t", "", t.t);
    check("groups", "welch_df", "", t.df);
    check("groups", "welch_p", "", t.p);
    let u = mann_whitney(&first, &second).unwrap();
    check("groups", "u", "", u.u);
    check("groups", "u_p", "", u.p);
    let h = kruskal_wallis(&[first.to_vec(), second.to_vec(), vec![5.0, 4.0, 4.0, 5.0, 3.0]]).unwrap();
    check("groups", "h", "", h.test.chi_square);
    check("groups", "h_p", "", h.test.p);
    check("groups", "epsilon_squared", "", h.epsilon_squared);
    let pairs: Vec<(usize, usize)> = [[10, 20, 5], [15, 9, 8]]
        .iter()
        .enumerate()
        .flat_map(|(group, row)| row.iter().enumerate().flat_map(move |(answer, &times)| vec![(group, answer); times]))
        .collect();
    let test = cross(&pairs).test.unwrap();
    check("cross", "chi2", "", test.chi_square);
    check("cross", "p", "", test.p);
}

#[test]
fn shares_have_wilson_intervals() {
    for (count, of) in [(121, 137), (0, 10), (10, 10)] {
        let share = wilson(count, of).unwrap();
        check("wilson", "low", &format!("{count}/{of}"), share.interval.0);
        check("wilson", "high", &format!("{count}/{of}"), share.interval.1);
    }
}
