//! The solutions of an analysis, in the order in which reports show them.

use equifinal_qca::findings::{Findings, SolutionResult};
use equifinal_study::config::SolutionType;

/// The three solutions, in the order in which reports show them.
pub(crate) const SOLUTIONS: [SolutionType; 3] =
    [SolutionType::Conservative, SolutionType::Intermediate, SolutionType::Parsimonious];

/// The solutions of enhanced standard analysis with their message keys, if requested.
pub(crate) fn enhanced(findings: &Findings) -> impl Iterator<Item = (&'static str, SolutionType, &SolutionResult)> {
    findings.enhanced.iter().flat_map(|enhanced| {
        [
            ("enhanced-parsimonious", SolutionType::Parsimonious, &enhanced.parsimonious),
            ("enhanced-intermediate", SolutionType::Intermediate, &enhanced.intermediate),
        ]
    })
}
