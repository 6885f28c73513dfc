//! Sufficiency of expressions over the conditions.

use equifinal_study::config::Analysis;
use equifinal_study::expression::Expression;
use equifinal_study::memberships::Memberships;

use crate::error::QcaError;
use crate::fit::{SufficiencyFit, sufficiency};
use crate::relation::degrees;
use crate::sample::Sample;

/// The fit of an expression over the conditions as a sufficient condition of the outcome, after the crossover policy.
///
/// # Errors
/// As for [`crate::analyse`]; and a literal that the analysis does not have.
pub fn sufficiency_of(
    expression: &Expression,
    analysis: &Analysis,
    memberships: &Memberships,
) -> Result<SufficiencyFit, QcaError> {
    let sample = Sample::new(analysis, memberships)?;
    let x = degrees(expression, sample.cases.len(), &|literal| sample.in_literal(literal))
        .map_err(|misfit| misfit.of(&analysis.name, expression))?;
    Ok(sufficiency(&x, &sample.outcome))
}
