//! Stand-in until robustness has its own.
use equifinal_qca::findings::SufficiencyFit;
use equifinal_robustness::alternatives::Verdict;
use equifinal_study::config::{AtCrossover, SolutionType};
/// What another crossover policy would have given.
#[derive(Debug, Clone)]
pub struct OtherSide {
    /// The analysis.
    pub analysis: String,
    /// The policy.
    pub policy: AtCrossover,
    /// The solution.
    pub solution: SolutionType,
    /// The models.
    pub models: Vec<String>,
    /// Fit of the first model.
    pub fit: SufficiencyFit,
    /// How it stands to the study's own.
    pub verdict: Verdict,
}
