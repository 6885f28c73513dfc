//! Data that allow no analysis are refused with the reason and the remedy.

use equifinal_nca::NcaError;
use equifinal_nca::ceiling::ceiling;
use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::measures::measure;
use equifinal_study::config::{Ceiling, Corner};

fn cloud(x: &[f64], y: &[f64], condition: Option<(f64, f64)>, outcome: Option<(f64, f64)>) -> Result<Cloud, NcaError> {
    Cloud::new(x, y, Corner::UpperLeft, Theoretical { condition, outcome })
}

#[test]
fn unusable_data_are_refused_with_a_remedy() {
    let check = |x: &[f64], y: &[f64], condition, outcome, expected: &str| {
        let refused = cloud(x, y, condition, outcome).unwrap_err().to_string();
        assert!(refused.contains(expected), "{refused}");
    };
    check(&[1.0], &[1.0], None, None, "1 case has values");
    check(&[], &[], None, None, "at least 2 are needed");
    check(&[2.0, 2.0], &[1.0, 3.0], None, None, "all cases have the condition 2");
    check(&[1.0, 3.0], &[2.0, 2.0], None, None, "all cases have the outcome 2");
    check(&[4.0, 4.0, 4.0], &[4.0, 4.0, 4.0], None, None, "all cases have the condition 4");
    check(&[1.0, f64::NAN], &[1.0, 2.0], None, None, "case 2 (counted from 1)");
    check(&[1.0, 2.0], &[f64::INFINITY, 2.0], None, None, "case 1 (counted from 1)");
    check(&[1.0, 2.0], &[1.0, 2.0], Some((5.0, 1.0)), None, "the scope [5, 1] is not a range");
    check(&[1.0, 2.0], &[1.0, 2.0], Some((1.0, 1.0)), None, "the scope [1, 1] is not a range");
    check(&[1.0, 2.0], &[1.0, 2.0], Some((f64::NAN, 1.0)), None, "is not a range");
    check(&[1.0, 6.0], &[1.0, 2.0], Some((1.0, 5.0)), None, "leaves out values from 1 to 6");
    check(&[1.0, 2.0], &[0.0, 2.0], None, Some((1.0, 5.0)), "leaves out values from 0 to 2");
    check(&[-1e308, 1e308], &[0.0, 2.0], None, None, "too wide");
    check(&[0.0, 1e300], &[0.0, 1e300], None, None, "too wide");
}

/// The reference ends with an error where the outcome is constant (D15); a theoretical scope makes it a question.
#[test]
fn constant_values_in_a_theoretical_scope_are_measured() {
    let found = |x: &[f64], y: &[f64]| {
        let cloud = cloud(x, y, Some((1.0, 5.0)), Some((1.0, 5.0))).unwrap();
        measure(&cloud, &ceiling(&cloud, Ceiling::CeFdh)).effect_size
    };
    assert_eq!(found(&[1.0, 3.0], &[3.0, 3.0]), Some(0.5));
    assert_eq!(found(&[3.0, 3.0], &[1.0, 5.0]), Some(0.5));
    assert_eq!(found(&[3.0, 3.0], &[3.0, 3.0]), Some(0.75));
}

#[test]
fn two_cases_have_all_ceilings() {
    let cloud = cloud(&[1.0, 2.0], &[1.0, 2.0], None, None).unwrap();
    for (name, effect) in
        [("ce_fdh", 1.0), ("cr_fdh", 0.5), ("ce_vrs", 0.5), ("cr_vrs", 0.5), ("c_lp", 0.5), ("lh", 0.5)]
    {
        let found = measure(&cloud, &ceiling(&cloud, Ceiling::named(name).unwrap()));
        assert_eq!(found.effect_size, Some(effect), "{name}");
    }
    let falling = Cloud::new(&[1.0, 2.0], &[2.0, 1.0], Corner::UpperLeft, Theoretical::default()).unwrap();
    for name in ["cols", "qr"] {
        assert_eq!(measure(&falling, &ceiling(&falling, Ceiling::named(name).unwrap())).effect_size, None, "{name}");
    }
}
