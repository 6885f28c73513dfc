//! What a rule says of a response.

/// What a rule says of one response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verdict {
    /// Nothing wrong.
    Sound,
    /// Found, with what was measured.
    Found(Option<f64>),
    /// Not to be judged.
    Unjudged,
}

/// What a rule says of the responses that entered.
pub(super) struct Judged {
    pub(super) verdicts: Vec<Verdict>,
    /// The limit that it found in the responses themselves.
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
