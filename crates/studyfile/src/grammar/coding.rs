//! Keys of a coding.

use super::{ANY, Key, Shape, Table};

/// The names of the measures of agreement.
pub(crate) const AGREEMENT: &[&str] = &[
    "percent",
    "kappa",
    "kappa_linear",
    "kappa_squared",
    "fleiss",
    "krippendorff_nominal",
    "krippendorff_ordinal",
    "krippendorff_interval",
    "krippendorff_ratio",
];

/// The scoring of coders' sheets.
pub(crate) static CODING: Table = Table {
    what: "table-coding",
    keys: &[&[
        Key(
            "table",
            "The table of the codings: case, condition, coder, score, source, locator, quote.",
            Shape::Word(".+"),
        ),
        Key(
            "scores",
            "The scores that coders may give where the set of a condition has no rubric.",
            Shape::List(&Shape::Number(ANY), 1),
        ),
        Key(
            "agreement",
            "How far coders agree, measured so; percent and Krippendorff's alpha for ordered scores where absent.",
            Shape::List(&Shape::Choice(AGREEMENT), 1),
        ),
        Key(
            "consensus",
            "The file of settled scores, relative to data/: case, condition, score, note.",
            Shape::Word(".+"),
        ),
    ]],
    required: &["table"],
    unless: None,
    later: &[],
};
