//! The fate of the terms of a solution in another one.

use equifinal_qca::findings::{Findings, Model};
use equifinal_qca::term::Term;

/// A term of the pooled solution, and what becomes of it in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermFate {
    /// The term as written in study files.
    pub expression: String,
    /// Its fate.
    pub fate: Fate,
}

/// The fate of a term, by its literals: every listed model of the part's solution counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The same term is in the part's solution.
    Kept,
    /// A term with these literals and more is.
    Narrower,
    /// A term with some of these literals is.
    Wider,
    /// None of these.
    Lost,
    /// The part's solution is refused, so that there is nothing to compare.
    Refused,
}

impl Fate {
    /// The name in results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Narrower => "narrower",
            Self::Wider => "wider",
            Self::Lost => "lost",
            Self::Refused => "refused",
        }
    }
}

/// The first interpreted model.
pub(crate) fn interpreted(findings: &Findings) -> Option<&Model> {
    findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()
}

/// The terms of all listed interpreted models.
fn terms(findings: &Findings) -> Vec<&Term> {
    let models = findings.solution(findings.analysis.interpret).as_ref().map_or(&[][..], |found| &found.models);
    let mut terms: Vec<&Term> = Vec::new();
    for path in models.iter().flat_map(|model| &model.paths) {
        if !terms.contains(&&*path.term) {
            terms.push(&path.term);
        }
    }
    terms
}

/// The fate of each term of the pooled solution in that of a part, in its order.
pub(crate) fn fates(pooled: &Findings, part: Option<&Findings>) -> Vec<TermFate> {
    let own = part.map(terms).unwrap_or_default();
    let fate = |term: &Term| match () {
        () if own.is_empty() => Fate::Refused,
        () if own.contains(&term) => Fate::Kept,
        () if own.iter().any(|own| term.contains(own)) => Fate::Narrower,
        () if own.iter().any(|own| own.contains(term)) => Fate::Wider,
        () => Fate::Lost,
    };
    let paths = interpreted(pooled).map_or(&[][..], |model| &model.paths);
    paths.iter().map(|path| TermFate { expression: pooled.write_term(&path.term), fate: fate(&path.term) }).collect()
}

/// The terms of a part that are unrelated to every pooled term.
pub(crate) fn new(pooled: &Findings, part: Option<&Findings>) -> Vec<String> {
    let (Some(part), known) = (part, terms(pooled)) else { return Vec::new() };
    let is_new = |own: &&Term| !known.iter().any(|known| known.contains(own) || own.contains(known));
    terms(part).into_iter().filter(is_new).map(|own| part.write_term(own)).collect()
}
