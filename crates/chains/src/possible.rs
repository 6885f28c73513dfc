//! The configurations that a structure allows.

use equifinal_qca::minimise::budget::{Exhausted, Work};
use equifinal_qca::space::{Cube, Space};

use crate::formula::Formula;

/// Calls `visit` with every configuration of the factors with bits in `over` that satisfies all formulas.
///
/// # Errors
/// [`Exhausted`] if the budget ends before all were examined.
pub(crate) fn allowed(
    space: &Space,
    formulas: &[Formula],
    over: Cube,
    work: &mut Work,
    visit: impl FnMut(Cube),
) -> Result<(), Exhausted> {
    let order: Vec<usize> = (0..space.conditions()).filter(|&factor| space.condition(factor) & over != 0).collect();
    Walk { space, formulas, order: &order, work, visit }.assign(0, 0, 0)
}

struct Walk<'a, Visit> {
    space: &'a Space,
    formulas: &'a [Formula],
    order: &'a [usize],
    work: &'a mut Work,
    visit: Visit,
}

impl<Visit: FnMut(Cube)> Walk<'_, Visit> {
    /// Gives the factor at `depth` each of its levels; `row` and `known` are the literals and bits of those before.
    fn assign(&mut self, depth: usize, row: Cube, known: Cube) -> Result<(), Exhausted> {
        self.work.charge(1)?;
        let Some(&factor) = self.order.get(depth) else {
            (self.visit)(row);
            return Ok(());
        };
        let now = known | self.space.condition(factor);
        for level in 0..self.space.levels(factor) {
            let row = row | self.space.literal(factor, level);
            let is_decided = |formula: &&Formula| {
                let factors = formula.factors(self.space);
                factors & !now == 0 && factors & self.space.condition(factor) != 0
            };
            if self.formulas.iter().filter(is_decided).all(|formula| formula.holds(row)) {
                self.assign(depth + 1, row, now)?;
            }
        }
        Ok(())
    }
}
