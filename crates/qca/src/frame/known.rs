//! The answers of a whole analysis, which need not be computed again.

use std::sync::Arc;

use equifinal_study::config::SolutionType;

use super::{Answer, Answers};
use crate::findings::Findings;
use crate::solution::Model;

impl Answer {
    /// The answers that a frame gives under the decisions of `findings`.
    pub fn all_of(findings: &Findings) -> Answers {
        let model = |model: &Model| model.paths.iter().map(|path| findings.space.cube(&path.term)).collect();
        let answer = |kind: SolutionType| {
            let solution = findings.solution(kind).as_ref().map_err(Clone::clone)?;
            let derived = solution.models.iter().filter(|_| kind == SolutionType::Intermediate);
            Ok(Self {
                models: solution.models.iter().map(model).collect(),
                count: solution.model_count,
                complete: solution.is_complete(),
                behind: derived.map(|model| Arc::clone(&model.derivation.parsimonious)).collect(),
            })
        };
        [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate].map(answer)
    }
}
