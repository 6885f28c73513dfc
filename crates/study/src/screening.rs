//! Screening of responses: rules in order, their results, and the reported counts.

/// Screening rules.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Not completed according to the platform, or a test.
    Unfinished,
    /// All answers equal those of another response; the one with the first id is kept.
    Duplicate,
    /// Answered faster than `seconds`; by default, than the largest of 45 s, 2 s per item, 0.8 of the 10th and 0.6 of
    /// the 25th percentile.
    TooFast {
        /// The minimum credible duration, in seconds.
        seconds: Option<f64>,
    },
    /// Took longer than the third quartile and three times the interquartile range above it.
    TooSlow,
    /// At least `run` equal answers in a row on rating items (Johnson 2005).
    LongString {
        /// The length of the run.
        run: usize,
    },
    /// Standard deviation over rating items, unreversed, below a limit (intra-individual response variability; Dunn et
    /// al. 2018).
    LowVariability {
        /// The limit, in points; 0.3 is usual.
        below: f64,
    },
    /// Means of the even and odd items of the scales correlate below a limit over scales (Meade & Craig 2012).
    EvenOdd {
        /// The limit, in [−1, 1].
        below: f64,
    },
    /// Distance from the mean of all complete responses with a χ² probability below `p` (Mahalanobis 1936).
    Mahalanobis {
        /// The probability; 0.001 is usual.
        p: f64,
    },
    /// An item with a prescribed answer has another answer, or none.
    Attention {
        /// The item.
        item: String,
        /// The prescribed answer.
        answer: f64,
    },
    /// Contradictory facts: `larger` exceeds `smaller` by less than `apart` (age and years of work).
    Contradiction {
        /// The item that must be the smaller.
        smaller: String,
        /// The item that must be the larger.
        larger: String,
        /// The required difference.
        apart: f64,
    },
    /// A reverse-coded item is more than `points` away from the mean of the rest of its scale.
    Reversal {
        /// The distance, in points; 3 is usual on five.
        points: f64,
    },
    /// A share of the items put to the respondent is unanswered.
    Missing {
        /// The share, in [0, 1], that may not be exceeded.
        above: f64,
    },
    /// An answer outside its scale.
    OutOfRange,
}

impl Rule {
    /// The name in study files and reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Duplicate => "duplicate",
            Self::TooFast { .. } => "too_fast",
            Self::TooSlow => "too_slow",
            Self::LongString { .. } => "long_string",
            Self::LowVariability { .. } => "low_variability",
            Self::EvenOdd { .. } => "even_odd",
            Self::Mahalanobis { .. } => "mahalanobis",
            Self::Attention { .. } => "attention",
            Self::Contradiction { .. } => "contradiction",
            Self::Reversal { .. } => "reversal",
            Self::Missing { .. } => "missing",
            Self::OutOfRange => "out_of_range",
        }
    }
}

/// Actions on a flagged response.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Action {
    /// Excluded.
    #[default]
    Drop,
    /// Kept and counted.
    Flag,
}

/// A rule with its action.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The rule.
    pub rule: Rule,
    /// The action.
    pub action: Action,
}

/// The result of a step for the responses that passed earlier steps.
#[derive(Debug, Clone, PartialEq)]
pub struct StepResult {
    /// The step.
    pub step: Step,
    /// Number of responses that reached it.
    pub entered: usize,
    /// Number of flagged responses.
    pub found: usize,
    /// Number of responses that it could not judge: no duration, or incomplete answers.
    pub unjudged: usize,
    /// The limit used, if it is one number (seconds, points, a probability).
    pub limit: Option<f64>,
    /// The reason why it could not judge any, if so.
    pub cannot_judge: Option<CannotJudge>,
    /// Items that a rule of distances left out because all answers are equal.
    pub constant_items: Vec<String>,
}

/// The reasons why a rule cannot judge any response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotJudge {
    /// The file does not record the required data: completion or duration.
    NotRecorded,
    /// Too few items have a rating scale.
    TooFewRatings {
        /// Number of items with one.
        found: usize,
        /// Number that the rule needs.
        needed: usize,
    },
    /// Too few constructs have two items or more.
    TooFewConstructs {
        /// Number of such constructs.
        found: usize,
        /// Number that the rule needs.
        needed: usize,
    },
    /// No construct has a reversed item beside others.
    NoReversedItem,
    /// Too few responses answer every rating item for any to be flagged.
    TooFewResponses {
        /// Number of such responses.
        found: usize,
        /// Number that the rule needs.
        needed: usize,
    },
    /// All answers to each item are equal.
    AllConstant,
    /// Some items are copies or sums of others.
    Dependent,
    /// Nobody answers the items of the rule.
    NoAnswers,
}

impl CannotJudge {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotRecorded => "not_recorded",
            Self::TooFewRatings { .. } => "too_few_ratings",
            Self::TooFewConstructs { .. } => "too_few_constructs",
            Self::NoReversedItem => "no_reversed_item",
            Self::TooFewResponses { .. } => "too_few_responses",
            Self::AllConstant => "all_constant",
            Self::Dependent => "dependent",
            Self::NoAnswers => "no_answers",
        }
    }

    /// The number counted by the rule, and the number it needs.
    pub fn counts(self) -> Option<(usize, usize)> {
        match self {
            Self::TooFewRatings { found, needed }
            | Self::TooFewConstructs { found, needed }
            | Self::TooFewResponses { found, needed } => Some((found, needed)),
            _ => None,
        }
    }
}

/// A response flagged by a step, with the measure and without answers.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// The response.
    pub id: String,
    /// The index of the step, from 0.
    pub step: usize,
    /// Excluded or only flagged.
    pub action: Action,
    /// The measured value (seconds, length of the run, share missing); `None` for rules without one.
    pub measured: Option<f64>,
}

/// The whole screening.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// Number of questionnaires sent (发放), if stated.
    pub sent: Option<u64>,
    /// Number of responses returned (回收).
    pub returned: usize,
    /// Number of valid responses (有效).
    pub valid: usize,
    /// The steps in order.
    pub steps: Vec<StepResult>,
    /// The flagged responses, by step, then in order of ids. A response occurs once per flag and once for its
    /// exclusion.
    pub audit: Vec<AuditRow>,
    /// For each response, true if it is kept.
    pub kept: Vec<bool>,
}

impl Screening {
    /// Valid responses as a share of those sent (有效回收率), in [0, 1]; `None` if the number sent is unknown.
    #[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
    pub fn valid_rate(&self) -> Option<f64> {
        self.sent.filter(|sent| *sent > 0).map(|sent| self.valid as f64 / sent as f64)
    }
}
