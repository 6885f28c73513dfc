//! Messages about values that cannot be calibrated.

use equifinal_study::config::{Basis, Calibration, Given, Shape};
use equifinal_study::table::Cells;

use crate::{anchors, run};

fn check(cells: Cells, calibration: Calibration, expected: &[&str]) {
    let errors = run(cells, calibration).expect_err("refused").to_string();
    let expected: Vec<String> = expected.iter().map(|line| format!("a.csv: {line}")).collect();
    assert_eq!(errors.lines().collect::<Vec<_>>(), expected);
}

fn numbers(values: &[f64]) -> Cells {
    Cells::Numbers(values.to_vec())
}

#[test]
fn values_a_given_column_may_not_hold() {
    check(
        numbers(&[0.5, 1.2, -0.1]),
        Calibration::Given(Given::Fuzzy),
        &[
            "line 3, column `a`, case `c2`: 1.2 is no membership; a set given as fuzzy holds values from 0 to 1, and raw values need anchors, as in `direct: {exclusion: …, crossover: …, inclusion: …}` (set `A`)",
            "line 4, column `a`, case `c3`: -0.1 is no membership; a set given as fuzzy holds values from 0 to 1, and raw values need anchors, as in `direct: {exclusion: …, crossover: …, inclusion: …}` (set `A`)",
        ],
    );
    check(
        numbers(&[0.0, 1.0, 2.0]),
        Calibration::Given(Given::Crisp),
        &["line 4, column `a`, case `c3`: 2 is neither 0 nor 1; a set given as crisp holds nothing else (set `A`)"],
    );
    check(
        numbers(&[0.0, 1.5, -1.0]),
        Calibration::Given(Given::MultiValue),
        &[
            "line 3, column `a`, case `c2`: 1.5 is no level; a set given as multivalue holds whole numbers from 0 (set `A`)",
            "line 4, column `a`, case `c3`: -1 is no level; a set given as multivalue holds whole numbers from 0 (set `A`)",
        ],
    );
    check(
        numbers(&[1.0, 4.0]),
        Calibration::Given(Given::MultiValue),
        &[
            "column `a`: levels run up to 4, but no case has level 0, 2, 3; number the levels of set `A` from 0 without a gap",
        ],
    );
    check(
        numbers(&[1e300]),
        Calibration::Given(Given::MultiValue),
        &[
            "column `a`: levels run up to 18446744073709551615, but no case has level 0, 1, 2, 3, 4; number the levels of set `A` from 0 without a gap",
        ],
    );
}

/// Three cells per set are printed, and the number of the others.
#[test]
fn many_cells_of_one_kind() {
    for (cells, lines, more) in
        [(3, 3, None), (4, 4, Some("… and 1 more of this kind")), (30, 4, Some("… and 27 more"))]
    {
        let errors =
            run(numbers(&vec![2.0; cells]), Calibration::Given(Given::Crisp)).expect_err("refused").to_string();
        assert_eq!(errors.lines().count(), lines, "{cells}");
        let last = errors.lines().last().unwrap_or_default();
        assert_eq!(last.contains("of this kind"), more.is_some(), "{last}");
        assert!(more.is_none_or(|more| last.contains(more)), "{last}");
    }
}

#[test]
fn anchors_out_of_order() {
    let direct = |e, c, i| Calibration::Direct { anchors: anchors(e, c, i), idm: 0.95, shape: Shape::Logistic };
    for (e, c, i) in [(10.0, 30.0, 20.0), (20.0, 10.0, 30.0), (10.0, 10.0, 20.0)] {
        let line = format!(
            "the anchors of set `A` are {e}, {c} and {i}; from exclusion over crossover to inclusion they must rise or fall"
        );
        check(numbers(&[10.0, 20.0]), direct(e, c, i), &[&line]);
    }
}

#[test]
fn values_without_a_code() {
    check(
        Cells::Texts(vec!["yes".to_owned(), "maybe".to_owned(), String::new()], Vec::new()),
        Calibration::Recode(vec![("yes".to_owned(), 1.0), ("no".to_owned(), 0.0)]),
        &[
            "line 3, column `a`, case `c2`: \"maybe\" is not recoded; known values are \"yes\", \"no\" (set `A`)",
            "line 4, column `a`, case `c3`: \"\" is not recoded; known values are \"yes\", \"no\" (set `A`)",
        ],
    );
}

#[test]
fn percentiles_that_coincide() {
    check(
        numbers(&[1.0, 1.0, 1.0, 2.0]),
        Calibration::Percentiles { anchors: anchors(5.0, 50.0, 95.0), idm: 0.95, shape: Shape::Logistic },
        &[
            "column `a`: the percentiles 5, 50 and 95 are 1, 1 and 1.85, so the anchors of set `A` coincide; choose others or anchors in raw values (direct)",
        ],
    );
}

#[test]
fn values_outside_the_domain_of_a_regression() {
    // The reference leaves these cases out, so that its memberships are fewer than the cases and stand beside wrong ones.
    check(
        numbers(&[-2.0, 0.0, 1.0, 4.0]),
        Calibration::Indirect { thresholds: vec![1.0, 2.0], basis: Basis::Fractional },
        &[
            "line 2, column `a`, case `c1`: -2 is not above 0, and the fractional basis takes logarithms; leave out `basis: fractional`, or add the same number to every value of the column and to the thresholds (set `A`)",
            "line 3, column `a`, case `c2`: 0 is not above 0, and the fractional basis takes logarithms; leave out `basis: fractional`, or add the same number to every value of the column and to the thresholds (set `A`)",
        ],
    );
}

#[test]
fn scales_without_an_order_of_cases() {
    check(
        numbers(&[3.0, 3.0]),
        Calibration::Tfr { lowest: None },
        &["column `a`: no case lies above 3, so set `A` has no case to order by; choose another way"],
    );
    check(
        numbers(&[3.0, 0.0]),
        Calibration::Tfr { lowest: Some(1.0) },
        &["line 3, column `a`, case `c2`: 0 is below 1, the lowest value of the scale (set `A`)"],
    );
}

#[test]
fn values_that_form_one_group() {
    let indirect = |thresholds: &[f64]| Calibration::Indirect { thresholds: thresholds.to_vec(), basis: Basis::Linear };
    let message = |range: &str| {
        format!(
            "column `a`: all values, {range}, lie on one side of the thresholds of set `A`, so there is nothing to regress on; choose thresholds among the values"
        )
    };
    for thresholds in [&[10.0, 20.0] as &[f64], &[0.1, 0.2], &[4.0]] {
        check(numbers(&[3.0, 1.0, 4.0]), indirect(thresholds), &[&message("1 to 4")]);
    }
    check(
        numbers(&[3.0, 3.0]),
        Calibration::Ecdf { anchors: None },
        &["column `a`: no case lies above 3, so set `A` has no case to order by; choose another way"],
    );
}

/// Each remedy in the refusal of a fractional basis works and gives the same groups.
#[test]
fn the_remedies_for_a_value_without_a_logarithm_work() {
    let raw = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    let fitted = |shift: f64, basis| {
        let thresholds = vec![1.5 + shift, 3.5 + shift];
        let raw = raw.map(|value| value + shift).to_vec();
        run(Cells::Numbers(raw), Calibration::Indirect { thresholds, basis }).map(|found| {
            let values = &found.memberships.sets[0].values;
            values.windows(2).all(|pair| pair[0] < pair[1])
        })
    };
    assert!(fitted(0.0, Basis::Fractional).is_err());
    assert_eq!((fitted(0.0, Basis::Linear), fitted(1.0, Basis::Fractional)), (Ok(true), Ok(true)));
}

#[test]
fn many_cells_are_counted() {
    let errors = run(numbers(&[7.0; 25]), Calibration::Given(Given::Fuzzy)).unwrap_err().to_string();
    assert_eq!(errors.lines().count(), 4);
    assert_eq!(errors.lines().last(), Some("a.csv: column `a`: … and 22 more of this kind (set `A`)"));
}
