//! Tests of differences between periods: the periods of every unit are put into a random order.

use equifinal_study::config::Distance;
use equifinal_study::cuts::at_least;
use equifinal_study::draws::Draws;
use equifinal_study::exact::{Sum, units};
use equifinal_study::permutation::{holm, p_value};

use crate::cells::Cells;
use crate::distance::distance;

/// The test of one expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DifferenceTest {
    /// The share of orders whose distance between periods is at least the observed one, which counts among them.
    pub p: f64,
    /// The same adjusted for all expressions of the analysis (Holm 1979).
    pub adjusted: f64,
}

/// An expression: Σ `part` / Σ `whole` in each period is its consistency there, in exact units.
pub(crate) struct Ratio {
    part: Vec<u64>,
    whole: Vec<u64>,
}

impl Ratio {
    /// The consistency of x as a sufficient condition of y.
    pub(crate) fn sufficiency(x: &[f64], y: &[f64]) -> Self {
        let part = x.iter().zip(y).map(|(x, y)| units(x.min(*y))).collect();
        Self { part, whole: x.iter().map(|&x| units(x)).collect() }
    }

    /// The consistency of x as a necessary condition of y.
    pub(crate) fn necessity(x: &[f64], y: &[f64]) -> Self {
        Self::sufficiency(y, x)
    }

    /// The distance between the periods, if `period` has that of each case.
    fn distance(&self, period: &[usize], periods: usize, kind: Distance) -> Option<f64> {
        let mut sums = vec![(0_u128, 0_u128); periods];
        for ((&at, &part), &whole) in period.iter().zip(&self.part).zip(&self.whole) {
            if let Some(sum) = sums.get_mut(at) {
                sum.0 += u128::from(part);
                sum.1 += u128::from(whole);
            }
        }
        let share = |(part, whole)| Sum::from_units(part).share_of(Sum::from_units(whole));
        distance(&sums.into_iter().map(share).collect::<Vec<_>>(), kind)
    }
}

/// The tests of expressions against the hypothesis that the periods of a unit could stand in any order.
///
/// Each of `permutations` draws puts the periods of every unit into a random order, the same one for all expressions.
/// An expression without a distance has no test. Without permutations there is none at all.
pub(crate) fn tests(
    ratios: &[Ratio],
    cells: &Cells,
    kind: Distance,
    (permutations, key): (u64, [u8; 32]),
) -> Vec<Option<DifferenceTest>> {
    if permutations == 0 {
        return vec![None; ratios.len()];
    }
    let cases = cells.units.iter().map(|unit| unit.cases.len()).sum();
    let mut own = vec![0; cases];
    for (at, period) in cells.periods.iter().enumerate() {
        for &case in &period.cases {
            if let Some(own) = own.get_mut(case) {
                *own = at;
            }
        }
    }
    let of = |ratio: &Ratio, period: &[usize]| ratio.distance(period, cells.periods.len(), kind);
    let observed: Vec<Option<f64>> = ratios.iter().map(|ratio| of(ratio, &own)).collect();
    let (mut reached, mut drawn) = (vec![0; ratios.len()], own.clone());
    for draw in 0..permutations {
        rearrange(&own, cells, &mut Draws::keyed(key, draw), &mut drawn);
        for ((ratio, observed), reached) in ratios.iter().zip(&observed).zip(&mut reached) {
            let is_reached = observed.is_some_and(|observed| at_least(of(ratio, &drawn), observed));
            *reached += u64::from(is_reached);
        }
    }
    let tested = observed.iter().zip(reached);
    let p: Vec<Option<f64>> = tested.map(|(one, reached)| one.map(|_| p_value(reached, permutations, false))).collect();
    let defined: Vec<f64> = p.iter().copied().flatten().collect();
    let mut adjusted = holm(&defined, defined.len()).into_iter();
    p.into_iter().map(|p| Some(DifferenceTest { p: p?, adjusted: adjusted.next()? })).collect()
}

/// Writes the periods of the cases with those of each unit in a random order.
fn rearrange(own: &[usize], cells: &Cells, draws: &mut Draws, drawn: &mut [usize]) {
    for unit in &cells.units {
        let mut periods: Vec<usize> = unit.cases.iter().filter_map(|&case| own.get(case)).copied().collect();
        draws.shuffle(&mut periods);
        for (&case, period) in unit.cases.iter().zip(periods) {
            if let Some(place) = drawn.get_mut(case) {
                *place = period;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::panel::{Panel, identity};

    use super::*;

    /// `units` units in `periods` periods.
    fn cells(units: usize, periods: usize) -> Cells {
        let of = |at: usize| (at / periods, at % periods);
        let panel = Panel {
            units: (0..units * periods).map(|at| format!("u{}", of(at).0)).collect(),
            times: (0..units * periods).map(|at| format!("{}", 2000 + of(at).1)).collect(),
        };
        let cases: Vec<String> =
            panel.units.iter().zip(&panel.times).map(|(unit, time)| identity(unit, time)).collect();
        Cells::of(&cases, &cases, &panel)
    }

    fn p_of(x: &[f64], y: &[f64], cells: &Cells) -> Option<f64> {
        let ratios = [Ratio::sufficiency(x, y)];
        tests(&ratios, cells, Distance::Plain, (499, [5; 32]))[0].map(|test| test.p)
    }

    #[test]
    fn a_period_apart_is_found_and_a_unit_apart_is_not() {
        let cells = cells(8, 4);
        let x = vec![1.0; 32];
        // Inconsistent in the last period of every unit.
        let by_period: Vec<f64> = (0..32).map(|at| if at % 4 == 3 { 0.2 } else { 0.9 }).collect();
        // Inconsistent in every period of two units.
        let by_unit: Vec<f64> = (0..32).map(|at| if at / 4 < 2 { 0.2 } else { 0.9 }).collect();
        assert_eq!(p_of(&x, &by_period, &cells), Some(1.0 / 500.0));
        assert_eq!(p_of(&x, &by_unit, &cells), Some(1.0), "no order of the periods changes anything");
        assert_eq!(p_of(&vec![0.0; 32], &by_unit, &cells), None, "no consistency, no distance");
    }

    #[test]
    fn p_values_are_even_where_periods_do_not_differ() {
        let cells = cells(10, 3);
        let mut below = 0;
        for seed in 0..60 {
            let mut draws = Draws::keyed([9; 32], seed);
            let mut values = || (0..30).map(|_| draws.uniform()).collect::<Vec<f64>>();
            let ratios = [Ratio::sufficiency(&values(), &values())];
            let found = tests(&ratios, &cells, Distance::Plain, (99, [3; 32]))[0].map(|test| test.p);
            below += usize::from(found.is_some_and(|p| p <= 0.25));
        }
        assert!((6..=24).contains(&below), "{below} of 60 below a quarter");
    }

    #[test]
    fn several_expressions_are_adjusted() {
        let cells = cells(8, 4);
        let (x, apart): (_, Vec<f64>) =
            (vec![1.0; 32], (0..32).map(|at| if at % 4 == 3 { 0.2 } else { 0.9 }).collect());
        let ratios =
            [Ratio::sufficiency(&x, &apart), Ratio::necessity(&apart, &x), Ratio::necessity(&x, &vec![0.0; 32])];
        let found = tests(&ratios, &cells, Distance::Plain, (499, [5; 32]));
        assert_eq!(found[0].map(|test| test.adjusted), Some(2.0 / 500.0));
        assert_eq!(found[0], found[1], "the same sums");
        assert_eq!(found[2], None);
        assert!(tests(&ratios, &cells, Distance::Plain, (0, [5; 32])).iter().all(Option::is_none));
    }
}
