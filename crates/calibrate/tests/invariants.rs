//! Properties that hold for any anchors and values.

use equifinal_study::config::{Anchors, Calibration, Shape};
use equifinal_study::table::Cells;
use proptest::prelude::*;

use crate::{anchors, run};

fn memberships(raw: &[f64], anchors: Anchors, idm: f64, shape: Shape) -> Vec<f64> {
    let mut calibrated = run(Cells::Numbers(raw.to_vec()), Calibration::Direct { anchors, idm, shape }).unwrap();
    calibrated.memberships.sets.remove(0).values
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

prop_compose! {
    fn any_anchors()(start in -1e3..1e3, low in 0.01..1e3, high in 0.01..1e3, falling in any::<bool>()) -> Anchors {
        let [e, c, i] = [start, start + low, start + low + high];
        if falling { anchors(i, c, e) } else { anchors(e, c, i) }
    }
}

proptest! {
    #[test]
    fn anchors_have_the_memberships_they_stand_for(a in any_anchors(), idm in 0.51..0.999) {
        let raw = [a.exclusion, a.crossover, a.inclusion];
        let logistic = memberships(&raw, a, idm, Shape::Logistic);
        prop_assert!(near(logistic[0], 1.0 - idm) && near(logistic[2], idm));
        prop_assert_eq!(logistic[1], 0.5);
        prop_assert_eq!(memberships(&raw, a, idm, Shape::Linear), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn reversed_anchors_give_the_negation(a in any_anchors(), raw in prop::collection::vec(-3e3..3e3, 1..20), linear in any::<bool>()) {
        let shape = if linear { Shape::Linear } else { Shape::Logistic };
        let there = memberships(&raw, a, 0.95, shape);
        let back = memberships(&raw, anchors(a.inclusion, a.crossover, a.exclusion), 0.95, shape);
        prop_assert!(there.iter().zip(&back).all(|(there, back)| near(*there, 1.0 - back)));
    }

    #[test]
    fn memberships_follow_the_values_and_stay_within_bounds(a in any_anchors(), raw in prop::collection::vec(-3e3..3e3, 2..20), linear in any::<bool>()) {
        let shape = if linear { Shape::Linear } else { Shape::Logistic };
        let mut sorted = raw;
        sorted.sort_by(f64::total_cmp);
        let mut found = memberships(&sorted, a, 0.95, shape);
        if a.inclusion < a.exclusion {
            found.reverse();
        }
        prop_assert!(found.iter().all(|membership| (0.0..=1.0).contains(membership)));
        prop_assert!(found.windows(2).all(|pair| pair[0] <= pair[1]));
    }

    #[test]
    fn the_order_of_the_cases_changes_no_bit(raw in prop::collection::vec(-1e3..1e3, 3..30)) {
        let percentiles = Calibration::Percentiles { anchors: anchors(5.0, 50.0, 95.0), idm: 0.95, shape: Shape::Logistic };
        let mut reversed = raw.clone();
        reversed.reverse();
        let there = run(Cells::Numbers(raw), percentiles.clone());
        let back = run(Cells::Numbers(reversed), percentiles);
        if let (Ok(there), Ok(mut back)) = (there, back) {
            back.memberships.sets[0].values.reverse();
            prop_assert_eq!(&there.memberships.sets, &back.memberships.sets);
            prop_assert_eq!(there.diagnoses[0].raw, back.diagnoses[0].raw);
        }
    }
}

#[test]
fn extreme_values_stay_within_bounds() {
    let raw = [-1e300, 1e300, f64::MIN_POSITIVE];
    assert_eq!(memberships(&raw, anchors(-1.0, 0.0, 1.0), 0.95, Shape::Logistic), [0.0, 1.0, 0.5]);
}
