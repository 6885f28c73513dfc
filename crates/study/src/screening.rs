//! The screening of responses: rules in order, what they found, and the counts a reader sees.

/// What a rule looks for in a response.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The platform says it was not answered to the end, or was a test.
    Unfinished,
    /// All answers equal those of another response; the one with the first id stays.
    Duplicate,
    /// Answered faster than `seconds`; without, than the largest of 45 s, 2 s an item, 0.8 of the 10th and 0.6 of the 25th percentile.
    TooFast {
        /// The least credible duration, in seconds.
        seconds: Option<f64>,
    },
    /// Took longer than the third quartile and three times the interquartile range above it.
    TooSlow,
    /// At least `run` equal answers in a row on rating items (Johnson 2005).
    LongString {
        /// The length of the run.
        run: usize,
    },
    /// Standard deviation over rating items, unreversed, below a limit (intra-individual response variability; Dunn et al. 2018).
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
    /// An item whose answer is prescribed was answered otherwise, or not at all.
    Attention {
        /// The item.
        item: String,
        /// The prescribed answer.
        answer: f64,
    },
    /// Two facts contradict: `larger` exceeds `smaller` by less than `apart` (age and years of work).
    Contradiction {
        /// The item that must be the smaller.
        smaller: String,
        /// The item that must be the larger.
        larger: String,
        /// By how much it must exceed.
        apart: f64,
    },
    /// A reversed item, turned round, lies further than `points` from the mean of the rest of its scale.
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

/// What happens to a response that a rule finds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Action {
    /// It is left out.
    #[default]
    Drop,
    /// It stays and is counted.
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

/// What a step found among the responses that the steps before it let through.
#[derive(Debug, Clone, PartialEq)]
pub struct StepResult {
    /// The step.
    pub step: Step,
    /// Responses that came to it.
    pub entered: usize,
    /// Responses that it found.
    pub found: usize,
    /// Responses that it could not judge: no duration, no complete answers.
    pub unjudged: usize,
    /// The limit it used, where it has one number (seconds, points, a probability).
    pub limit: Option<f64>,
    /// Why it judged none of them, where it did not.
    pub cannot_judge: Option<CannotJudge>,
    /// Items that a rule of distances left out, since everyone gives them the same answer.
    pub constant_items: Vec<String>,
}

/// Why a rule judged no response at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotJudge {
    /// The file does not record what the rule looks at: who finished, or how long anybody took.
    NotRecorded,
    /// Too few items have a rating scale.
    TooFewRatings {
        /// How many have one.
        found: usize,
        /// How many the rule needs.
        needed: usize,
    },
    /// Too few constructs have two items or more.
    TooFewConstructs {
        /// How many have.
        found: usize,
        /// How many the rule needs.
        needed: usize,
    },
    /// No construct has a reversed item beside others.
    NoReversedItem,
    /// Too few responses answer every item with a rating scale for any to be found.
    TooFewResponses {
        /// How many do.
        found: usize,
        /// How many the rule needs.
        needed: usize,
    },
    /// Everyone gives the same answer to every item.
    AllConstant,
    /// Some items are copies or sums of others.
    Dependent,
    /// Nobody answers the items that the rule looks at.
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

    /// How many there are of what the rule counts, and how many it needs.
    pub fn counts(self) -> Option<(usize, usize)> {
        match self {
            Self::TooFewRatings { found, needed }
            | Self::TooFewConstructs { found, needed }
            | Self::TooFewResponses { found, needed } => Some((found, needed)),
            _ => None,
        }
    }
}

/// A response that a step found. It holds the measure, and no answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// The response.
    pub id: String,
    /// The place of the step, from 0.
    pub step: usize,
    /// Whether it was left out or only flagged.
    pub action: Action,
    /// What the rule measured (seconds, length of the run, share missing); nothing for rules that measure nothing.
    pub measured: Option<f64>,
}

/// The whole screening.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// Questionnaires sent (发放), where the study says.
    pub sent: Option<u64>,
    /// Responses returned (回收).
    pub returned: usize,
    /// Responses left (有效).
    pub valid: usize,
    /// The steps in order.
    pub steps: Vec<StepResult>,
    /// What was found, by step, then in order of the ids. A response appears once for each flag and once for its exclusion.
    pub audit: Vec<AuditRow>,
    /// Whether each response is left, in the order of the responses.
    pub kept: Vec<bool>,
}

impl Screening {
    /// Valid responses as a share of those sent (有效回收率), in [0, 1]; nothing where the number sent is not known.
    #[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
    pub fn valid_rate(&self) -> Option<f64> {
        self.sent.filter(|sent| *sent > 0).map(|sent| self.valid as f64 / sent as f64)
    }
}
