//! Keys of indicators, of statements about answers, and of themes.

use equifinal_study::config::Fit;

use super::{ANY, Interval, Key, POSITIVE, Shape, Table};

const fn table(what: &'static str, keys: &'static [&'static [Key]], required: &'static [&'static str]) -> Table {
    Table { what, keys, required, unless: None, later: &[] }
}

const LABEL: Key = Key("label", "The name in reports.", Shape::Text);
const ITEMS: Shape = Shape::List(&Shape::Word(".+"), 1);
const FINITE: Interval = ANY;

/// An indicator.
pub(crate) static INDICATOR: Table = table(
    "table-indicator",
    &[&[
        LABEL,
        Key("definition", "How it is defined.", Shape::Text),
        Key("unit", "The unit; values in `share` are printed as percentages.", Shape::Word(".+")),
        Key("quantity", "The thing it counts, such as inpatients.", Shape::Word(".+")),
        Key("column", "The column of its values; its name where absent.", Shape::Word(".+")),
        Key("claim_ratio", "A claim about the last value beside the first.", Shape::Keys(&CLAIM_RATIO)),
        Key("growth", "The last year's growth is said to be at least this share.", Shape::Number(FINITE)),
        Key(
            "target",
            "A value to be reached, or one of the targets by name; of the same quantity.",
            Shape::OneOf(&[Shape::Number(FINITE), Shape::Word(".+")]),
        ),
        Key(
            "direction",
            "On which side of a value the target is met; at_least where absent.",
            Shape::Choice(&["at_least", "at_most"]),
        ),
    ]],
    &[],
);

/// A claim about the first and the last value.
pub(crate) static CLAIM_RATIO: Table = table(
    "`claim_ratio`",
    &[&[Key("first_to_last", "The last value is at least this many times the first.", Shape::Number(POSITIVE))]],
    &["first_to_last"],
);

/// A theme.
pub(crate) static THEME: Table = table(
    "table-theme",
    &[&[
        LABEL,
        Key("recommendation", "The recommendation that follows from it.", Shape::Text),
        Key("indicators", "The indicators it speaks of, for the joint display.", ITEMS),
        Key(
            "inference",
            "How the theme and an indicator go together, by indicator, for the joint display.",
            Shape::Named(&Shape::Keys(&META_INFERENCE)),
        ),
    ]],
    &[],
);

/// An inference from a theme and an indicator.
pub(crate) static META_INFERENCE: Table = table(
    "table-inference",
    &[&[
        Key(
            "fit",
            "Both say the same, one adds to the other, or they contradict each other; silence needs no statement.",
            Shape::Choice(&Fit::NAMES),
        ),
        Key("because", "Why.", Shape::Text),
    ]],
    &["fit"],
);

/// A table that the author writes.
pub(crate) static LISTING: Table = table(
    "table-listing",
    &[&[
        Key("title", "The title.", Shape::Text),
        Key("columns", "The heads of the columns.", Shape::List(&Shape::Text, 1)),
        Key("rows", "The rows, each a list with a text for every column.", Shape::List(&ROW, 1)),
        Key("note", "A note below the table.", Shape::Text),
    ]],
    &["title", "columns", "rows"],
);

const ROW: Shape = Shape::List(&Shape::Text, 1);

/// A recommendation.
pub(crate) static RECOMMENDATION: Table = table(
    "table-recommendation",
    &[&[
        Key("text", "The recommendation.", Shape::Text),
        Key("claims", "The claims it rests on, by id.", ITEMS),
        Key("themes", "The themes it answers.", ITEMS),
    ]],
    &["text"],
);

/// Statements about the answers to a survey.
pub(crate) static ANSWERS: Table = table(
    "table-answers-of-a-table",
    &[&[
        Key("frequencies", "Items whose answers are counted.", ITEMS),
        Key("means", "Items with a scale or a number, whose answers are averaged.", ITEMS),
        Key("shares", "Shares of respondents, by name.", Shape::Named(&Shape::Keys(&ANSWER_SHARE))),
        Key("by", "The item by whose answers shares and means are compared.", Shape::Word(".+")),
    ]],
    &[],
);

/// A share of respondents.
pub(crate) static ANSWER_SHARE: Table = table(
    "table-share-of-respondents",
    &[&[
        LABEL,
        Key("item", "The item that is rated.", Shape::Word(".+")),
        Key("at_least", "From this code upwards.", Shape::Number(FINITE)),
    ]],
    &["item", "at_least"],
);
