//! Keys of claims on numbers.

use super::published::FIGURE;
use super::{ANY, Key, POSITIVE, Shape, Table, UNIT};

const NAME: Shape = Shape::Word(".+");
const INDICATOR: Key = Key("indicator", "The indicator.", NAME);
const RELIABLE: Shape = Shape::Number(UNIT);

const fn table(what: &'static str, keys: &'static [&'static [Key]], required: &'static [&'static str]) -> Table {
    Table { what, keys, required, unless: None, later: &[] }
}

/// A number and its value.
pub(crate) static VALUE: Table = table(
    "table-claim-on-a-number",
    &[&[
        INDICATOR,
        Key("year", "The year of the indicator; the last one where absent.", Shape::Count(1)),
        Key("answers", "The table of responses whose share or item it is.", NAME),
        Key("share", "The share by its name under `shares`.", NAME),
        Key("item", "The item whose answers are averaged.", NAME),
        Key("theme", "The theme, of which passages are counted.", NAME),
        Key("interviews", "`true` counts interviews instead of passages; false where absent.", Shape::Truth),
        Key("is", "The number as printed, to as many decimals.", FIGURE),
        Key("percent", "The percentage as printed, to as many decimals, of a number that is a share.", FIGURE),
        Key("published", "The percentage or mean under `published`, by id, that it is.", NAME),
        Key("at_least", "It is at least this.", Shape::Number(ANY)),
        Key("at_most", "It is at most this.", Shape::Number(ANY)),
    ]],
    &[],
);

/// The first and the last value.
pub(crate) static RATIO: Table = table(
    "table-claim-on-first-and-last-values",
    &[&[
        INDICATOR,
        Key(
            "first_to_last",
            "The last value is at least this many times the first; the indicator's own `claim_ratio` where absent.",
            Shape::Number(POSITIVE),
        ),
    ]],
    &["indicator"],
);

/// A target.
pub(crate) static TARGET_MET: Table = table(
    "table-claim-on-a-target",
    &[&[
        INDICATOR,
        Key("met", "`false` says that it is missed; true where absent.", Shape::Truth),
        Key(
            "of",
            "Its `target`, or its `growth` in the last year; the one that it has where absent, the target where both.",
            Shape::Choice(&["target", "growth"]),
        ),
        Key("year", "The year; the last one where absent.", Shape::Count(1)),
    ]],
    &["indicator"],
);

/// Reliability.
pub(crate) static RELIABILITY: Table = table(
    "table-claim-on-reliability",
    &[&[
        Key(
            "construct",
            "The construct, or several; with neither this nor `coding` every construct.",
            Shape::OneOf(&[NAME, Shape::List(&NAME, 1)]),
        ),
        Key("alpha", "The least α of Cronbach.", RELIABLE),
        Key("omega", "The least ω of McDonald.", RELIABLE),
        Key("coding", "The coding.", NAME),
        Key("condition", "The condition whose coding it is; all together where absent.", NAME),
        Key("percent", "The least share of scores that are equal.", RELIABLE),
        Key("kappa", "The least κ of Cohen.", RELIABLE),
        Key("kappa_linear", "The least κ with linear weights.", RELIABLE),
        Key("kappa_squared", "The least κ with squared weights.", RELIABLE),
        Key("fleiss", "The least κ of Fleiss.", RELIABLE),
        Key("krippendorff_nominal", "The least nominal α of Krippendorff.", RELIABLE),
        Key("krippendorff_ordinal", "The least ordinal α of Krippendorff.", RELIABLE),
        Key("krippendorff_interval", "The least interval α of Krippendorff.", RELIABLE),
        Key("krippendorff_ratio", "The least ratio α of Krippendorff.", RELIABLE),
    ]],
    &[],
);
