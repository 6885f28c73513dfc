//! Analyses whose outcomes are minimised together.

use super::Analysis;

/// Analyses of one entry of the study file that explain several outcomes by the same conditions and decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint<'a> {
    /// The name of the entry; prefixed with `~` for the negations of its outcomes.
    pub name: String,
    /// Its analyses, one an outcome, in the study file's order.
    pub analyses: Vec<&'a Analysis>,
}

/// The analyses that belong together, in the order of their first ones; an entry, and then its negations.
pub fn joint(analyses: &[Analysis]) -> Vec<Joint<'_>> {
    let mut all: Vec<Joint<'_>> = Vec::new();
    for analysis in analyses {
        let Some(entry) = &analysis.joint else { continue };
        let name = if analysis.negates.is_some() { format!("~{entry}") } else { entry.clone() };
        match all.iter_mut().find(|one| one.name == name) {
            Some(one) => one.analyses.push(analysis),
            None => all.push(Joint { name, analyses: vec![analysis] }),
        }
    }
    all
}
