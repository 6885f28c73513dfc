//! The severity of a concern.

/// How much a concern takes from the findings, the most severe first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// A probable mistake in the study or its data: no result can be trusted before it is settled.
    Critical,
    /// The numbers contradict, or do not support, what the findings say.
    High,
    /// The findings rest on few data, or on choices that others could make otherwise.
    Medium,
    /// Something is not said, named or used.
    Low,
}

impl Severity {
    /// All severities.
    pub(crate) const ALL: [Self; 4] = [Self::Critical, Self::High, Self::Medium, Self::Low];

    /// The name in results.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}
