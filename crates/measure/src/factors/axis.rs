//! Principal axis factoring.

use super::Loadings;
use super::principal::leading;
use crate::items::{Items, ItemsError, inverse};

/// Largest change of a communality at convergence.
const SETTLED: f64 = 1e-10;
const ROUNDS: usize = 20_000;

/// Unrotated loadings by iterated principal axes, from squared multiple correlations.
///
/// At convergence the solution minimises the residual correlations (minres, ULS; Harman & Jones 1966): both are fixed
/// points of the same equations.
///
/// # Errors
///
/// For a constant item, linearly dependent items, or more factors than items.
pub fn principal_axis(items: &Items, factors: usize) -> Result<Loadings, ItemsError> {
    items.at_least(factors.max(1) + 1)?;
    let correlation = items.correlation()?;
    let mut reduced = correlation.clone();
    let start = inverse(&correlation)?.0.diagonal().map(|diagonal| 1.0 - 1.0 / diagonal);
    reduced.set_diagonal(&start);
    for _ in 0..ROUNDS {
        let loadings = Loadings { matrix: leading(&reduced, factors), converged: true };
        let mut change = 0.0_f64;
        for (item, communality) in loadings.communalities().into_iter().enumerate() {
            change = change.max((reduced[(item, item)] - communality).abs());
            reduced[(item, item)] = communality;
        }
        if change < SETTLED {
            return Ok(loadings.signed());
        }
    }
    Ok(Loadings { matrix: leading(&reduced, factors), converged: false }.signed())
}
