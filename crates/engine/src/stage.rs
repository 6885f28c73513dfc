//! The stages of a run, in their order.

use equifinal_study::message::Message;
use equifinal_study::say;

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
    pub fn words(self) -> Message {
        match self {
            Self::Reading => say!("stage-reading"),
            Self::Calibrating => say!("stage-calibrating"),
            Self::Analysing => say!("stage-analysing"),
            Self::Varying => say!("stage-varying"),
            Self::Writing => say!("stage-writing"),
        }
    }
}
