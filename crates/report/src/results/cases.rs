//! The cases of findings by their ids.

use equifinal_qca::findings::Findings;

/// The ids of cases by their positions, in natural order.
pub(super) fn ids<'a>(findings: &'a Findings, positions: &[usize]) -> Vec<&'a str> {
    // The cases of findings stand in natural order.
    let mut positions = positions.to_vec();
    positions.sort_unstable();
    positions.into_iter().filter_map(|case| findings.cases.get(case)).map(String::as_str).collect()
}
