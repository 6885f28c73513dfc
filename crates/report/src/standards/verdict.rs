//! The verdict on a rule.

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The rule is met.
    Pass,
    /// It is not met because of these sets, analyses or keys of the study file.
    Fail(Vec<String>),
    /// It does not apply here, or only the author can decide.
    NotApplicable,
}

/// A verdict without its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Met.
    Pass,
    /// Not met.
    Fail,
    /// Does not apply.
    NotApplicable,
}

impl Verdict {
    /// `Pass` if nothing violates the rule.
    pub(super) fn unless(against: Vec<String>) -> Self {
        if against.is_empty() { Self::Pass } else { Self::Fail(against) }
    }

    /// The verdict without its reasons.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Pass => Status::Pass,
            Self::Fail(_) => Status::Fail,
            Self::NotApplicable => Status::NotApplicable,
        }
    }

    /// The name in results.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail(_) => "fail",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The key of its message.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Pass => "standards-pass",
            Self::Fail(_) => "standards-fail",
            Self::NotApplicable => "standards-not-applicable",
        }
    }
}
