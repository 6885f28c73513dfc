//! The stages of a run, in their order.

/// A stage of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files of data become evidence: cases, and how they were measured.
    Reading,
    /// Evidence becomes memberships.
    Calibrating,
    /// Memberships become findings.
    Analysing,
    /// Robustness analyses run and claims are evaluated.
    Varying,
    /// Everything becomes a report.
    Writing,
}

impl Stage {
    /// All stages.
    pub const ALL: [Self; 5] = [Self::Reading, Self::Calibrating, Self::Analysing, Self::Varying, Self::Writing];

    /// The words that progress shows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading cases",
            Self::Calibrating => "calibrating",
            Self::Analysing => "analysing",
            Self::Varying => "varying",
            Self::Writing => "writing",
        }
    }
}
