//! Verdicts of screening rules.

/// The verdict of a rule on one response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verdict {
    /// No problem.
    Sound,
    /// A problem, with the measured value.
    Found(Option<f64>),
    /// The rule cannot judge this response.
    Unjudged,
}

/// The verdicts of a rule on the responses that reached it.
pub(super) struct Judged {
    pub(super) verdicts: Vec<Verdict>,
    /// The limit derived from the responses themselves.
    pub(super) limit: Option<f64>,
    /// Items left out.
    pub(super) constant_items: Vec<String>,
}

impl From<Vec<Verdict>> for Judged {
    fn from(verdicts: Vec<Verdict>) -> Self {
        Self { verdicts, limit: None, constant_items: Vec::new() }
    }
}

pub(super) fn found_if(found: bool, measured: Option<f64>) -> Verdict {
    if found { Verdict::Found(measured) } else { Verdict::Sound }
}
