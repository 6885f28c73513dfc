//! Sums of memberships by period and by unit.

use equifinal_study::config::Distance;
use equifinal_study::exact::Sum;

use crate::cells::{Cells, Group};
use crate::distance::distance;
use crate::entry::{Clustered, Entry};

/// Consistency and coverage of `x` as a sufficient condition of `y`: pooled, between and within.
///
/// For a necessary condition the two change places.
pub fn grouped(x: &[f64], y: &[f64], cells: &Cells, kind: Distance) -> Entry {
    let both: Vec<f64> = x.iter().zip(y).map(|(x, y)| x.min(*y)).collect();
    let of = |whole: &[f64]| clustered(&both, whole, cells, kind);
    Entry { consistency: of(x), coverage: of(y) }
}

/// Σ `part` / Σ `whole` over all cases, each period and each unit.
fn clustered(part: &[f64], whole: &[f64], cells: &Cells, kind: Distance) -> Clustered {
    let share = |group: &Group| {
        let sum = |values: &[f64]| {
            Sum::over(group.cases.len(), |at| {
                group.cases.get(at).and_then(|&case| values.get(case)).map_or(0.0, |&v| v)
            })
        };
        sum(part).share_of(sum(whole))
    };
    let shares = |groups: &[Group]| -> Vec<Option<f64>> { groups.iter().map(share).collect() };
    let (between, within) = (shares(&cells.periods), shares(&cells.units));
    Clustered {
        pooled: Sum::of(part).share_of(Sum::of(whole)),
        between_distance: distance(&between, kind),
        within_distance: distance(&within, kind),
        between,
        within,
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::panel::{Panel, identity};
    use proptest::prelude::*;

    use super::*;

    /// The cells of these units and periods.
    fn cells(of: &[(usize, usize)]) -> Cells {
        let panel = Panel {
            units: of.iter().map(|(unit, _)| format!("u{unit}")).collect(),
            times: of.iter().map(|(_, time)| format!("{}", 2000 + time)).collect(),
        };
        let cases: Vec<String> =
            panel.units.iter().zip(&panel.times).map(|(unit, time)| identity(unit, time)).collect();
        Cells::of(&cases, &cases, &panel)
    }

    fn membership() -> impl Strategy<Value = f64> {
        (0_u32..=1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
    }

    #[test]
    fn missing_cells_enter_no_sum() {
        let cells = cells(&[(1, 1), (1, 2), (2, 1), (3, 2)]);
        assert_eq!((cells.periods.len(), cells.units.len(), cells.missing()), (2, 3, 2));
        let found = grouped(&[1.0, 0.5, 0.0, 0.8], &[0.5, 0.5, 1.0, 0.4], &cells, Distance::Plain).consistency;
        let near = |found: &[Option<f64>], expected: &[Option<f64>]| {
            let near = |(a, b): (&Option<f64>, &Option<f64>)| a.zip(*b).map_or(a == b, |(a, b)| (a - b).abs() < 1e-12);
            assert!(found.len() == expected.len() && found.iter().zip(expected).all(near), "{found:?}");
        };
        near(&[found.pooled], &[Some(1.4 / 2.3)]);
        near(&found.between, &[Some(0.5), Some(0.9 / 1.3)]);
        near(&found.within, &[Some(1.0 / 1.5), None, Some(0.5)]);
    }

    proptest! {
        /// One period: between is pooled, and each unit is one case. One unit: within is pooled. Order does not matter.
        #[test]
        fn one_group_is_all_cases(values in proptest::collection::vec((membership(), membership()), 1..20)) {
            let (x, y): (Vec<f64>, Vec<f64>) = values.iter().copied().unzip();
            let period = cells(&(0..values.len()).map(|unit| (unit, 0)).collect::<Vec<_>>());
            let unit = cells(&(0..values.len()).map(|time| (0, time)).collect::<Vec<_>>());
            let (by_period, by_unit) = (grouped(&x, &y, &period, Distance::Plain), grouped(&x, &y, &unit, Distance::Plain));
            for entry in [&by_period.consistency, &by_period.coverage] {
                prop_assert_eq!(&entry.between, &vec![entry.pooled]);
            }
            for entry in [&by_unit.consistency, &by_unit.coverage] {
                prop_assert_eq!(&entry.within, &vec![entry.pooled]);
                prop_assert_eq!(entry.within_distance, entry.pooled.filter(|pooled| *pooled > 0.0).map(|_| 0.0));
            }
            prop_assert_eq!(by_period.consistency.pooled, by_unit.consistency.pooled);
        }

        /// The pooled ratio is the mean of those of the parts, weighted by the sums that they divide by.
        #[test]
        fn pooled_is_the_weighted_mean_of_the_parts(values in proptest::collection::vec((membership(), membership(), 0..4_usize, any::<bool>()), 1..30)) {
            let mut places: Vec<(usize, usize)> = values.iter().enumerate().map(|(at, value)| (value.2, at / 4 + usize::from(value.3))).collect();
            places.dedup();
            let (x, y): (Vec<f64>, Vec<f64>) = values.iter().take(places.len()).map(|value| (value.0, value.1)).unzip();
            let cells = cells(&places);
            let found = grouped(&x, &y, &cells, Distance::Plain).consistency;
            let Some(pooled) = found.pooled else { return Ok(()) };
            for (groups, shares) in [(&cells.periods, &found.between), (&cells.units, &found.within)] {
                let weight = |group: &Group| group.cases.iter().map(|&case| x[case]).sum::<f64>();
                let total: f64 = x.iter().sum();
                let mean: f64 = groups.iter().zip(shares).map(|(group, share)| share.unwrap_or(0.0) * weight(group) / total).sum();
                prop_assert!((mean - pooled).abs() < 1e-9, "{} {}", mean, pooled);
            }
        }
    }
}
