//! Laws of effect sizes: units, origin, order and copies of the cases do not matter, a turned axis is another corner,
//! and the test does not depend on threads.

use equifinal_nca::ceiling::ceiling;
use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::groups::{Group, difference};
use equifinal_nca::measures::measure;
use equifinal_nca::permutation::p_values;
use equifinal_nca::power::{Question, power};
use equifinal_study::config::{Ceiling, Corner};
use equifinal_study::draws::Draws;
use proptest::prelude::*;

const ALL: [Ceiling; 8] = [
    Ceiling::CeFdh,
    Ceiling::CrFdh,
    Ceiling::CeVrs,
    Ceiling::CrVrs,
    Ceiling::Cols,
    Ceiling::Qr { tau: 0.9 },
    Ceiling::CLp,
    Ceiling::Lh,
];

fn effects(x: &[f64], y: &[f64], corner: Corner) -> Option<Vec<Option<f64>>> {
    let cloud = Cloud::new(x, y, corner, Theoretical::default()).ok()?;
    Some(ALL.iter().map(|&kind| measure(&cloud, &ceiling(&cloud, kind)).effect_size).collect())
}

fn close(
    some: &Option<Vec<Option<f64>>>,
    others: &Option<Vec<Option<f64>>>,
    but: &[Ceiling],
) -> Result<(), TestCaseError> {
    let (Some(some), Some(others)) = (some, others) else {
        prop_assert_eq!(some.is_some(), others.is_some());
        return Ok(());
    };
    for ((kind, a), b) in ALL.iter().zip(some).zip(others) {
        if but.contains(kind) {
            continue;
        }
        match (a, b) {
            (Some(a), Some(b)) => prop_assert!((a - b).abs() < 1e-9, "{kind:?}: {a} and {b}"),
            // A level line is a ceiling or not by its last digit.
            (Some(only), None) | (None, Some(only)) => {
                let may_be_level = matches!(kind, Ceiling::Cols | Ceiling::Qr { .. });
                prop_assert!(may_be_level, "{kind:?}: {only}");
            }
            (None, None) => {}
        }
    }
    Ok(())
}

fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((0_u8..12, 0_u8..12), 2..30)
        .prop_map(|points| points.into_iter().map(|(x, y)| (f64::from(x), f64::from(y))).collect())
}

proptest! {
    #[test]
    fn units_and_origin_do_not_matter(points in points(), scale in 0.01_f64..100.0, shift in -50.0_f64..50.0) {
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let moved: Vec<f64> = x.iter().map(|value| value * scale + shift).collect();
        let raised: Vec<f64> = y.iter().map(|value| value / scale - shift).collect();
        for corner in Corner::ALL {
            close(&effects(&x, &y, corner), &effects(&moved, &raised, corner), &[])?;
        }
    }

    #[test]
    fn a_turned_axis_is_another_corner(points in points()) {
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let (left, down): (Vec<f64>, Vec<f64>) = (x.iter().map(|v| -v).collect(), y.iter().map(|v| -v).collect());
        let expected = effects(&x, &y, Corner::UpperLeft);
        prop_assert_eq!(&effects(&left, &y, Corner::UpperRight), &expected);
        prop_assert_eq!(&effects(&x, &down, Corner::LowerLeft), &expected);
        prop_assert_eq!(&effects(&left, &down, Corner::LowerRight), &expected);
    }

    #[test]
    fn order_of_the_cases_does_not_matter(points in points(), seed in any::<u8>()) {
        let mut shuffled = points.clone();
        Draws::keyed([seed; 32], 0).shuffle(&mut shuffled);
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let (a, b): (Vec<f64>, Vec<f64>) = shuffled.into_iter().unzip();
        prop_assert_eq!(effects(&x, &y, Corner::UpperLeft), effects(&a, &b, Corner::UpperLeft));
    }

    #[test]
    fn copies_of_all_cases_do_not_matter(points in points()) {
        let twice: Vec<(f64, f64)> = points.iter().chain(&points).copied().collect();
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let (a, b): (Vec<f64>, Vec<f64>) = twice.into_iter().unzip();
        // A quantile line that is not unique may be another one.
        close(&effects(&x, &y, Corner::LowerRight), &effects(&a, &b, Corner::LowerRight), &[Ceiling::Qr { tau: 0.9 }])?;
    }

    #[test]
    fn no_ceiling_leaves_more_empty_than_the_step_function_unless_cases_lie_above(points in points()) {
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let Ok(cloud) = Cloud::new(&x, &y, Corner::UpperLeft, Theoretical::default()) else { return Ok(()) };
        let zone = |kind| measure(&cloud, &ceiling(&cloud, kind));
        let steps = zone(Ceiling::CeFdh).effect_size.unwrap();
        prop_assert!((0.0..=1.0).contains(&steps));
        for kind in ALL {
            let found = zone(kind);
            if found.above == Some(0) {
                prop_assert!(found.effect_size.unwrap() <= steps + 1e-9, "{:?}", found);
            }
        }
    }
}

fn sample(cases: usize) -> (Vec<f64>, Vec<f64>) {
    let mut draws = Draws::keyed([1; 32], 0);
    (0..cases).map(|_| (draws.uniform(), draws.uniform())).map(|(x, y)| (x, y.min(0.2 + x))).unzip()
}

#[test]
fn p_values_do_not_depend_on_threads() {
    let (x, y) = sample(60);
    let clouds: Vec<Cloud> = [Corner::UpperLeft, Corner::LowerRight]
        .map(|corner| Cloud::new(&x, &y, corner, Theoretical::default()).unwrap())
        .to_vec();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| p_values(&clouds, &ALL, 500, [9; 32]))
    };
    let found = with(1);
    assert_eq!(found, with(3));
    let p = found[0][0].unwrap();
    assert!(p.p < 0.01 && !p.exact && p.orders == 500 && p.accuracy > 0.0, "{p:?}");
    assert_ne!(found, p_values(&clouds, &ALL, 500, [8; 32]), "another seed draws other orders");
}

/// Four cases on a rising line: of the 24 orders only the observed one leaves as much empty.
#[test]
fn few_orders_are_all_tried() {
    let line = [1.0, 2.0, 3.0, 4.0];
    let cloud = Cloud::new(&line, &line, Corner::UpperLeft, Theoretical::default()).unwrap();
    let found = p_values(std::slice::from_ref(&cloud), &[Ceiling::CeFdh, Ceiling::Ols], 24, [0; 32]);
    let p = found[0][0].unwrap();
    assert_eq!((p.p, p.accuracy, p.orders, p.exact), (1.0 / 24.0, 0.0, 24, true));
    assert_eq!(found[0][1], None);
    let drawn = p_values(&[cloud], &[Ceiling::CeFdh], 23, [0; 32])[0][0].unwrap();
    assert!(!drawn.exact && drawn.p >= 1.0 / 24.0, "{drawn:?}");
}

#[test]
fn groups_with_and_without_a_necessary_condition_differ() {
    let (x, y) = sample(80);
    let mut draws = Draws::keyed([2; 32], 0);
    let (a, b): (Vec<f64>, Vec<f64>) = (0..80).map(|_| (draws.uniform(), draws.uniform())).unzip();
    let of = |other: Group<'_>| {
        let one = Group { condition: &x, outcome: &y };
        difference((one, other), (Ceiling::CeFdh, Corner::UpperLeft), Theoretical::default(), (199, [4; 32]))
            .unwrap()
            .unwrap()
    };
    let found = of(Group { condition: &a, outcome: &b });
    assert!(found.first > 0.3 && found.second < 0.15 && found.p.unwrap().p < 0.02, "{found:?}");
    let same = of(Group { condition: &x, outcome: &y });
    assert!(same.first.total_cmp(&same.second).is_eq() && same.p.unwrap().p > 0.9, "{same:?}");
}

#[test]
fn power_grows_with_cases_and_effect() {
    let of = |cases: usize, effect_size: f64| {
        let question = Question { cases, effect_size, p: 0.05, ceiling: Ceiling::CeFdh, samples: 60, permutations: 99 };
        power(&question, [6; 32]).unwrap()
    };
    let (small, large, strong) = (of(20, 0.05), of(80, 0.05), of(20, 0.4));
    assert!(small < 0.5 && large > small + 0.1 && strong > small + 0.3, "{small} {large} {strong}");
}
