//! The cases of a sample in the plane of one condition and the outcome, as an analysis asks for them.

use equifinal_study::config::{Corner, NcaSpec};

use crate::cloud::{Cloud, Theoretical};
use crate::error::NcaError;
use crate::sample::{Sample, Variable, default_corner};

/// The corner that the study states for a condition.
pub(crate) fn stated_corner(spec: &NcaSpec, condition: &Variable) -> Option<Corner> {
    spec.corners.iter().find(|(set, _)| *set == condition.set).map(|(_, corner)| *corner)
}

/// The corner that is empty if a condition is necessary.
pub(crate) fn corner(spec: &NcaSpec, condition: &Variable, sample: &Sample) -> Corner {
    stated_corner(spec, condition).unwrap_or_else(|| default_corner(condition, &sample.outcome))
}

/// The theoretical scopes of a condition and the outcome.
pub(crate) fn theoretical(spec: &NcaSpec, condition: &Variable, sample: &Sample) -> Theoretical {
    Theoretical { condition: spec.scope_of(&condition.set), outcome: spec.scope_of(&sample.outcome.set) }
}

/// The cases of a condition, or the reason why they allow no analysis.
pub(crate) fn cloud(spec: &NcaSpec, condition: &Variable, sample: &Sample) -> Result<Cloud, NcaError> {
    let scope = theoretical(spec, condition, sample);
    Cloud::new(&condition.values, &sample.outcome.values, corner(spec, condition, sample), scope)
}
