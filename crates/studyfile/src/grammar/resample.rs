//! Keys of resampling: the study with other cases, or redrawn values.

use super::{BELOW_ONE, BETWEEN, Key, Shape, Table};

/// Resampling.
pub(crate) static RESAMPLE: Table = Table {
    what: "`resample`",
    keys: &[&[
        Key("leave_out", "How many cases are left out at a time.", Shape::Count(1)),
        Key(
            "reverse",
            "Of how many cases the outcome is reversed at a time, as if it were recorded wrongly.",
            Shape::Count(1),
        ),
        Key(
            "perturb",
            "Every case is left out with a probability of its own; in as many further draws its outcome is reversed.",
            Shape::Keys(&PERTURB),
        ),
        Key("bootstrap", "How often as many cases as there are are drawn with replacement.", Shape::Count(1)),
        Key("membership_noise", "Noise on memberships.", Shape::Keys(&NOISE)),
        Key(
            "measurement_error",
            "True scores drawn that are plausible beside the raw scores, given their reliability.",
            Shape::Keys(&MEASUREMENT_ERROR),
        ),
        Key(
            "coder_disagreement",
            "Coded scores, each drawn from those that its coders gave.",
            Shape::Keys(&CODER_DISAGREEMENT),
        ),
        Key(
            "permutation",
            "How many permutations of the outcome are drawn; all of its distinct orders are tried instead where there \
             are at most `limits.orders`.",
            Shape::Count(1),
        ),
        Key("random_data", "How many tables are drawn in which no set is related to another.", Shape::Count(1)),
        Key("limits", "How much resampling may do.", Shape::Keys(&LIMITS)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Limits of resampling.
pub(crate) static LIMITS: Table = Table {
    what: "`limits`",
    keys: &[&[
        Key("draws", "The most draws of one kind; 1000000 where absent, at most 10000000.", Shape::Count(1)),
        Key(
            "orders",
            "All distinct orders of the outcome are tried where there are at most this many; 100000 where absent, at \
             most 10000000.",
            Shape::Count(0),
        ),
        Key(
            "ways",
            "All ways to leave cases out are tried where there are at most this many, else this many are drawn; 10000 \
             where absent, at most 10000000.",
            Shape::Count(1),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Cases left out, or with a reversed outcome, independently of each other.
pub(crate) static PERTURB: Table = Table {
    what: "`perturb`",
    keys: &[&[
        Key("probability", "The probability for each case.", Shape::Number(BETWEEN)),
        Key("draws", "How often it is drawn.", Shape::Count(1)),
    ]],
    required: &["probability", "draws"],
    unless: None,
    later: &[],
};

/// Noise on memberships.
pub(crate) static NOISE: Table = Table {
    what: "`membership_noise`",
    keys: &[&[
        Key("sd", "Its standard deviation.", Shape::Number(BETWEEN)),
        Key("draws", "How often it is drawn.", Shape::Count(1)),
    ]],
    required: &["sd", "draws"],
    unless: None,
    later: &[],
};

/// Plausible true scores.
pub(crate) static MEASUREMENT_ERROR: Table = Table {
    what: "`measurement_error`",
    keys: &[&[
        Key(
            "reliability",
            "The reliability of the scores, by set; measured where a set comes from a construct and is not named here.",
            Shape::Named(&Shape::Number(BELOW_ONE)),
        ),
        Key("draws", "How often it is drawn.", Shape::Count(1)),
    ]],
    required: &["draws"],
    unless: None,
    later: &[],
};

/// Coded scores redrawn from those of their coders.
pub(crate) static CODER_DISAGREEMENT: Table = Table {
    what: "`coder_disagreement`",
    keys: &[&[Key("draws", "How often it is drawn.", Shape::Count(1))]],
    required: &["draws"],
    unless: None,
    later: &[],
};
