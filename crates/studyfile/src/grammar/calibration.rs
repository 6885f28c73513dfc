//! Keys of a calibration.

use super::{ABOVE_HALF, ANY, Key, PERCENT, POSITIVE, Shape, Table, UNIT};

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
        Key("direct", "Three anchors in raw values, or twice three for a bell.", Shape::Keys(&DIRECT)),
        Key("percentiles", "Three anchors as percentiles of the cases (R type 7).", Shape::Keys(&PERCENTILES)),
        Key("ecdf", "The share of cases at or below the value, between anchors where given.", Shape::Keys(&ECDF)),
        Key("indirect", "Groups between thresholds, smoothed by a regression.", Shape::Keys(&INDIRECT)),
        Key("tfr", "Totally fuzzy and relative: the share of cases above the lowest value.", Shape::Keys(&TFR)),
        Key("recode", "A membership for each value of the column.", Shape::Named(&Shape::Number(UNIT))),
        Key("all_of", "The smallest membership in other sets.", PARTS),
        Key("any_of", "The largest membership in other sets.", PARTS),
        Key("mean_of", "The mean of the memberships in other sets.", PARTS),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

const PARTS: Shape = Shape::List(&Shape::Expression, 2);

/// The word for the value of the set's target.
pub(crate) const TARGET_WORD: &str = "target";

const NUMBER_OR_TARGET: Shape = Shape::OneOf(&[Shape::Number(ANY), Shape::Choice(&[TARGET_WORD])]);
const ANCHOR: Shape = Shape::OneOf(&[NUMBER_OR_TARGET, Shape::List(&NUMBER_OR_TARGET, 2)]);

/// One threshold.
pub(crate) static CRISP: Table = Table {
    what: "`crisp`",
    keys: &[&[Key("threshold", "The smallest raw value that is in; `target` for the set's target.", NUMBER_OR_TARGET)]],
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
            Key("exclusion", "The raw value that is fully out; two for a bell; `target` for the set's target.", ANCHOR),
            Key("crossover", "The raw value of maximum ambiguity; two for a bell.", ANCHOR),
            Key(
                "inclusion",
                "The raw value that is fully in; below exclusion where less is more in; two for a bell.",
                ANCHOR,
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
    Key(
        "shape",
        "The curve between anchors; where absent logistic, for a bell linear.",
        Shape::Choice(&["logistic", "linear"]),
    ),
    Key("below", "The exponent below the crossover of a linear shape; 1 where absent.", Shape::Number(POSITIVE)),
    Key("above", "The exponent above the crossover of a linear shape; 1 where absent.", Shape::Number(POSITIVE)),
];

/// The anchors between which cases are counted.
pub(crate) static ECDF: Table = Table {
    what: "`ecdf`",
    keys: &[&[
        Key("exclusion", "The raw value that is fully out.", Shape::Number(ANY)),
        Key("crossover", "The raw value of maximum ambiguity.", Shape::Number(ANY)),
        Key("inclusion", "The raw value that is fully in.", Shape::Number(ANY)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Groups and what they are regressed on.
pub(crate) static INDIRECT: Table = Table {
    what: "`indirect`",
    keys: &[&[
        Key("thresholds", "Rising raw values that divide the groups.", Shape::List(&Shape::Number(ANY), 1)),
        Key(
            "basis",
            "The terms of the regression: the raw value (linear, the default), or its logarithm, square root, itself \
             and its square (fractional, as R QCA).",
            Shape::Choice(&["linear", "fractional"]),
        ),
    ]],
    required: &["thresholds"],
    unless: None,
    later: &[],
};

/// The scale of a totally fuzzy and relative set.
pub(crate) static TFR: Table = Table {
    what: "`tfr`",
    keys: &[&[Key(
        "lowest",
        "The lowest value of the scale, which is fully out; the lowest observed where absent.",
        Shape::Number(ANY),
    )]],
    required: &[],
    unless: None,
    later: &[],
};
