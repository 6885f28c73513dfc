//! Parses how many random orders a test draws.

use crate::fields::{Fields, count};
use equifinal_study::config::NcaSpec;
use equifinal_study::say;

/// Reads `permutations`; 0 is no test.
pub(super) fn permutations(fields: &Fields<'_>) -> Option<u64> {
    let wanted = count(fields.get("permutations")?, 0, "permutations", fields.problems)?;
    let most = NcaSpec::MOST_PERMUTATIONS;
    if wanted > most {
        fields.blame("permutations", say!("nca-permutations", wanted, most));
    }
    Some(wanted.min(most))
}
