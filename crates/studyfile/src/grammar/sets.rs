//! Keys of a set and of a target.

use equifinal_study::config::Slope;

use super::{ANY, CALIBRATE, FROM, Key, Shape, Table};

/// A set.
pub(crate) static SET: Table = Table {
    what: "table-set",
    keys: &[&[
        Key("label", "The name in reports; the key where absent.", Shape::Text),
        Key("absent", "The name of its negation in reports.", Shape::Text),
        Key("levels", "The name of each level of a multi-value set in reports, by level.", Shape::Named(&Shape::Text)),
        Key("group", "The group of conditions it belongs to.", Shape::Text),
        Key("definition", "The meaning of membership in the set.", Shape::Text),
        Key("rubric", "The meaning of each score, by score.", Shape::Named(&Shape::Text)),
        Key("column", "The column with the raw values; the set's name where absent.", Shape::Word(".+")),
        Key(
            "from",
            "The construct or the coding that the raw values are scores of, instead of a column.",
            Shape::Keys(&FROM),
        ),
        Key(
            "quantity",
            "The thing of which the raw values are a share or a count, such as inpatients.",
            Shape::Word(".+"),
        ),
        Key("target", "The target that the set is measured against; of the same quantity.", Shape::Word(".+")),
        Key("calibrate", "How raw values become memberships.", Shape::OneKey(&CALIBRATE)),
        Key(
            "because",
            "Why these anchors; a missing reason is reported.",
            Shape::OneOf(&[Shape::Text, Shape::Keys(&REASON)]),
        ),
        Key(
            "direction",
            "The direction that the author means: `rising`, a higher raw value is more in the set, or `falling`. \
             Anchors that contradict it are refused; anchors that fall without it are warned of.",
            Shape::Choice(&Slope::NAMES),
        ),
        Key(
            "missing",
            "The treatment of a case whose cell has no value: `drop`, and it leaves every analysis that uses the set, or \
             {impute: {value, because}}. Where absent, such a cell is refused. Percentiles and other statistics of the \
             sample are those of the cases with a value.",
            Shape::OneOf(&[Shape::Choice(&["drop"]), Shape::OneKey(&MISSING_VALUE)]),
        ),
        Key(
            "time",
            "For panel data, the periods of the raw values, before calibration; the case's own where absent. A case without \
             that period has no value, see `missing`.",
            Shape::OneKey(&SET_TIME),
        ),
    ]],
    required: &["calibrate"],
    unless: None,
    later: &[],
};

/// The periods of raw values.
pub(crate) static SET_TIME: Table = Table {
    what: "`time`",
    keys: &[&[
        Key(
            "at",
            "The value in this period: a whole number, or a date as 2019-03 or 2019-03-31. The unit is the case, so all \
             sets of the study need a fixed period.",
            Shape::Word(".+"),
        ),
        Key("lag", "The value this many periods earlier.", Shape::Count(1)),
        Key("lead", "The value this many periods later.", Shape::Count(1)),
        Key("change", "The value minus that of this many periods earlier.", Shape::Count(1)),
        Key(
            "growth",
            "That difference divided by the earlier value; no value where the earlier one is 0.",
            Shape::Count(1),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// The treatment of missing values other than dropping the case.
pub(crate) static MISSING_VALUE: Table = Table {
    what: "`missing`",
    keys: &[&[Key("impute", "The value that such a case gets.", Shape::Keys(&IMPUTE))]],
    required: &[],
    unless: None,
    later: &[],
};

/// An imputed value.
pub(crate) static IMPUTE: Table = Table {
    what: "`impute`",
    keys: &[&[
        Key(
            "value",
            "The raw value, as if it stood in the file; of a recoded set, one of the values under `recode`.",
            Shape::OneOf(&[Shape::Number(ANY), Shape::Word(".+")]),
        ),
        Key("because", "Why this value; printed.", Shape::Text),
    ]],
    required: &["value", "because"],
    unless: None,
    later: &[],
};

/// A reason with its kind.
pub(crate) static REASON: Table = Table {
    what: "table-reason",
    keys: &[&[
        Key("source", "The kind of ground.", Shape::Choice(&["theory", "standard", "cases", "sample"])),
        Key("text", "The words.", Shape::Text),
    ]],
    required: &["text"],
    unless: None,
    later: &[],
};

/// A value set by a policy.
pub(crate) static TARGET: Table = Table {
    what: "table-target",
    keys: &[&[
        Key("label", "The name in reports; the key where absent.", Shape::Text),
        Key("value", "The value, in raw units.", Shape::Number(ANY)),
        Key("unit", "The raw unit, such as share.", Shape::Word(".+")),
        Key("quantity", "The thing counted, such as inpatients.", Shape::Word(".+")),
        Key(
            "direction",
            "On which side of the value the target is met; at_least where absent.",
            Shape::Choice(&["at_least", "at_most"]),
        ),
        Key("source", "Who set it.", Shape::Text),
    ]],
    required: &["value", "quantity"],
    unless: None,
    later: &[],
};
