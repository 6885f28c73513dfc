//! Measures of a whole model: coherence, exhaustiveness and faithfulness (Baumgartner & Ambühl 2020).

use std::collections::BTreeSet;

use equifinal_qca::minimise::budget::{Exhausted, Work};
use equifinal_qca::space::Cube;
use equifinal_study::exact::{ONE, Sum};

use crate::factors::Factors;
use crate::formula::Formula;
use crate::possible::allowed;

/// Measures of the fit between the configurations that a model allows and those observed. Ratios in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Overall {
    /// The degree to which the formulas hold in the same cases; 1 for a single formula. For parts that share no factor
    /// the smallest; `None` for 0/0.
    pub coherence: Option<f64>,
    /// The share of the configurations allowed by the model that are observed.
    pub exhaustiveness: Option<f64>,
    /// The share of the configurations observed that the model allows.
    pub faithfulness: Option<f64>,
}

/// The measures of a model over its own factors.
///
/// # Errors
/// [`Exhausted`] if the allowed configurations are too many for the budget.
pub(crate) fn overall(factors: &Factors, formulas: &[Formula], work: &mut Work) -> Result<Overall, Exhausted> {
    let over = formulas.iter().fold(0, |all, formula| all | formula.factors(&factors.space));
    let mut rows = 0;
    allowed(&factors.space, formulas, over, work, |_| rows += 1)?;
    let observed: BTreeSet<Cube> = factors.rows.iter().map(|row| row & over).collect();
    let both = observed.iter().filter(|&&row| formulas.iter().all(|formula| formula.holds(row))).count();
    Ok(Overall {
        coherence: coherence(factors, formulas),
        exhaustiveness: share(both, rows),
        faithfulness: share(both, observed.len()),
    })
}

#[expect(clippy::cast_precision_loss, reason = "numbers of configurations are far below 2^52")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Σ min over Σ max of the degrees to which the formulas hold, 1 − |Φ − Y|; the smallest over connected parts.
fn coherence(factors: &Factors, formulas: &[Formula]) -> Option<f64> {
    connected(factors, formulas).iter().try_fold(1.0_f64, |least, part| {
        if part.len() < 2 {
            return Some(least);
        }
        let degrees: Vec<Vec<u64>> = part.iter().map(|formula| degrees(factors, formula)).collect();
        let sum = |of: fn(u64, u64) -> u64| {
            let cases = factors.weights.iter().enumerate();
            let total = cases.map(|(at, &weight)| {
                let one = degrees.iter().map(|degrees| degrees[at]).reduce(of).unwrap_or_default();
                u128::from(one) * u128::from(weight)
            });
            Sum::from_units(total.sum())
        };
        sum(u64::min).share_of(sum(u64::max)).map(|one| least.min(one))
    })
}

/// The degrees to which an equivalence holds.
fn degrees(factors: &Factors, formula: &Formula) -> Vec<u64> {
    let antecedent = factors.disjunction(&formula.terms);
    antecedent.iter().zip(factors.degrees(formula.outcome)).map(|(&x, &y)| ONE - x.abs_diff(y)).collect()
}

/// The formulas in groups that share factors.
fn connected<'a>(factors: &Factors, formulas: &'a [Formula]) -> Vec<Vec<&'a Formula>> {
    let mut groups: Vec<(Cube, Vec<&Formula>)> = Vec::new();
    for formula in formulas {
        let mut own = (formula.factors(&factors.space), vec![formula]);
        let (near, far) = groups.into_iter().partition(|(bits, _)| bits & own.0 != 0);
        groups = far;
        for (bits, members) in near as Vec<(Cube, Vec<&Formula>)> {
            own.0 |= bits;
            own.1.extend(members);
        }
        groups.push(own);
    }
    groups.into_iter().map(|(_, members)| members).collect()
}
