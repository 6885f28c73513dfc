//! Temporal conditions: the order of two events (Caren & Panofsky 2005; Ragin & Strand 2008).

/// A condition that is the order of two others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temporal {
    /// Its name, among the conditions of the analysis and the sets of the study.
    pub name: String,
    /// The condition that comes first where it holds.
    pub first: String,
    /// The condition that follows.
    pub then: String,
}
