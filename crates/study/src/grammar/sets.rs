//! Keys of a set and its calibration.

use super::{ABOVE_HALF, ANY, Key, PERCENT, Shape, Table, UNIT};

/// A set.
pub(crate) static SET: Table = Table {
    what: "a set",
    keys: &[&[
        Key("label", "What the set is called in reports.", Shape::Text),
        Key("absent", "What its negation is called.", Shape::Text),
        Key("group", "The group of conditions it belongs to.", Shape::Text),
        Key("definition", "What the set means.", Shape::Text),
        Key("rubric", "What each score means, by score.", Shape::Named(&Shape::Text)),
        Key("column", "The column with the raw values; the set's name where absent.", Shape::Word(".+")),
        Key("calibrate", "How raw values become memberships.", Shape::OneKey(&CALIBRATE)),
        Key(
            "because",
            "Why these anchors; a missing reason is reported.",
            Shape::OneOf(&[Shape::Text, Shape::Keys(&REASON)]),
        ),
    ]],
    required: &["calibrate"],
    unless: None,
    later: &["from"],
};

/// A reason with its kind.
pub(crate) static REASON: Table = Table {
    what: "a reason",
    keys: &[&[
        Key("source", "The kind of ground.", Shape::Choice(&["theory", "standard", "cases", "sample"])),
        Key("text", "The words.", Shape::Text),
    ]],
    required: &["text"],
    unless: None,
    later: &[],
};

/// The ways of calibrating.
pub(crate) static CALIBRATE: Table = Table {
    what: "`calibrate`",
    keys: &[&[
        Key(
            "given",
            "The column already holds memberships, 0 and 1, or levels.",
            Shape::Choice(&["fuzzy", "crisp", "multivalue"]),
        ),
        Key("crisp", "1 from a threshold upwards, else 0.", Shape::Keys(&CRISP)),
        Key("levels", "The number of thresholds reached: a multi-value set.", Shape::Keys(&LEVELS)),
        Key("direct", "Three anchors in raw values.", Shape::Keys(&DIRECT)),
        Key("percentiles", "Three anchors as percentiles of the cases (R type 7).", Shape::Keys(&PERCENTILES)),
        Key("recode", "A membership for each value of the column.", Shape::Named(&Shape::Number(UNIT))),
    ]],
    required: &[],
    unless: None,
    later: &["indirect", "tfr"],
};

/// One threshold.
pub(crate) static CRISP: Table = Table {
    what: "`crisp`",
    keys: &[&[Key("threshold", "The smallest raw value that is in.", Shape::Number(ANY))]],
    required: &["threshold"],
    unless: None,
    later: &[],
};

/// Several thresholds.
pub(crate) static LEVELS: Table = Table {
    what: "`levels`",
    keys: &[&[Key("thresholds", "Rising raw values; each begins a level.", Shape::List(&Shape::Number(ANY), 1))]],
    required: &["thresholds"],
    unless: None,
    later: &[],
};

/// Anchors in raw values.
pub(crate) static DIRECT: Table = Table {
    what: "`direct`",
    keys: &[
        &[
            Key("exclusion", "The raw value that is fully out.", Shape::Number(ANY)),
            Key("crossover", "The raw value of maximum ambiguity.", Shape::Number(ANY)),
            Key(
                "inclusion",
                "The raw value that is fully in; below exclusion where less is more in.",
                Shape::Number(ANY),
            ),
        ],
        CURVE,
    ],
    required: &["exclusion", "crossover", "inclusion"],
    unless: None,
    later: &[],
};

/// Anchors in percent of the cases.
pub(crate) static PERCENTILES: Table = Table {
    what: "`percentiles`",
    keys: &[
        &[
            Key("exclusion", "The percentile that is fully out.", Shape::Number(PERCENT)),
            Key("crossover", "The percentile of maximum ambiguity.", Shape::Number(PERCENT)),
            Key("inclusion", "The percentile that is fully in.", Shape::Number(PERCENT)),
        ],
        CURVE,
    ],
    required: &["exclusion", "crossover", "inclusion"],
    unless: None,
    later: &[],
};

const CURVE: &[Key] = &[
    Key("idm", "The membership at the inclusion anchor; 0.95 where absent.", Shape::Number(ABOVE_HALF)),
    Key("shape", "The curve between anchors; logistic where absent.", Shape::Choice(&["logistic", "linear"])),
];
