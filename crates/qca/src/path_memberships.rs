//! The membership of every case in every path of the interpreted solution (`pimdata` of R `SetMethods`).

use std::sync::Arc;

use crate::findings::{Findings, Model};
use crate::term::Term;

/// Memberships in the paths and models of the interpreted solution.
#[derive(Debug, Clone, PartialEq)]
pub struct PathMemberships<'a> {
    /// Every term of these models once, in their order, with the membership of every case.
    pub terms: Vec<(&'a Term, Vec<f64>)>,
    /// The first models, at most [`PathMemberships::MODELS`], which hold their own memberships.
    pub models: &'a [Model],
}

impl PathMemberships<'_> {
    /// The most models whose paths are listed.
    pub const MODELS: usize = 10;
}

impl Findings {
    /// Memberships in the paths of the interpreted solution; `None` if it is refused.
    pub fn path_memberships(&self) -> Option<PathMemberships<'_>> {
        let models = &self.solution(self.analysis.interpret).as_ref().ok()?.models[..];
        let models = models.get(..PathMemberships::MODELS).unwrap_or(models);
        let mut terms: Vec<&Arc<Term>> = Vec::new();
        for path in models.iter().flat_map(|model| &model.paths) {
            if !terms.contains(&&path.term) {
                terms.push(&path.term);
            }
        }
        let terms = terms.into_iter().map(|term| (&**term, self.membership(term)));
        Some(PathMemberships { terms: terms.collect(), models })
    }
}
