//! Keys of a survey: the codebook of its questions, the screening of its responses, its constructs.

use std::ops::Bound;

use super::{ANY, Interval, Key, POSITIVE, Shape, Table, UNIT};

/// From −1 to 1.
const CORRELATION: Interval = Interval(Bound::Included(-1.0), Bound::Included(1.0));

const ITEM_NAME: Shape = Shape::Word(r"\p{Alphabetic}[\p{Alphabetic}0-9_]*");

const fn table(what: &'static str, keys: &'static [&'static [Key]], required: &'static [&'static str]) -> Table {
    Table { what, keys, required, unless: None, later: &[] }
}

/// The codebook of a table of responses.
pub(crate) static INSTRUMENT: Table = table(
    "table-instrument",
    &[&[
        Key(
            "scales",
            "Rating scales by name: the label in the cells, and its code.",
            Shape::Named(&Shape::Named(&Shape::Number(ANY))),
        ),
        Key("missing", "Cells that stand for no answer.", Shape::List(&Shape::Word(".*"), 0)),
        Key(
            "skipped",
            "Cells that stand for a question that did not apply; never imputed.",
            Shape::List(&Shape::Word(".*"), 0),
        ),
        Key("items", "The questions, by the names that rules, constructs and sets use.", ITEMS),
        Key("private", "Further columns that are dropped when the file is read.", Shape::List(&COLUMN, 0)),
    ]],
    &["items"],
);

const ITEMS: Shape = Shape::Named(&Shape::Keys(&ITEM));
const COLUMN: Shape = Shape::OneOf(&[Shape::Word(".+"), Shape::OneKey(&COLUMN_BY)]);

/// One question.
pub(crate) static ITEM: Table = table(
    "table-item",
    &[&[
        Key("column", "Where the answers stand: a header, {index: 12}, or {matches: regular expression}.", COLUMN),
        Key(
            "type",
            "The kind of an answer; a step of the scale where there is one, else one of several options.",
            Shape::Choice(&["single", "multiple", "scale", "number", "date", "text", "ranking"]),
        ),
        Key("scale", "The scale that turns labels into codes.", Shape::Word(".+")),
        Key("reversed", "`true` where agreement speaks against the construct; false where absent.", Shape::Truth),
        Key("separator", "The sign between several options of one cell.", Shape::Word(".+")),
        Key("private", "`true` drops the answers when the file is read; false where absent.", Shape::Truth),
    ]],
    &["column"],
);

/// A column referenced without its header.
pub(crate) static COLUMN_BY: Table = table(
    "table-column",
    &[&[
        Key("index", "Its place, counted from 1.", Shape::Count(1)),
        Key("matches", "A regular expression that its header matches.", Shape::Word(".+")),
    ]],
    &[],
);

/// One step of the screening.
pub(crate) static STEP: Table = table(
    "table-step-of-the-screening",
    &[&[
        Key("rule", "The rule.", Shape::OneOf(&[Shape::Choice(PLAIN_RULES), Shape::OneKey(&RULE)])),
        Key(
            "action",
            "The treatment of a response that is found; drop where absent.",
            Shape::Choice(&["drop", "flag"]),
        ),
    ]],
    &["rule"],
);

/// Rules that can be written without parameters.
pub(crate) const PLAIN_RULES: &[&str] = &["unfinished", "duplicate", "too_fast", "too_slow", "out_of_range"];

/// Rules with parameters.
pub(crate) static RULE: Table = table(
    "table-rule",
    &[&[
        Key("too_fast", "Answered in fewer than these seconds.", Shape::Keys(&TOO_FAST)),
        Key("long_string", "Too many equal answers in a row.", Shape::Keys(&LONG_STRING)),
        Key("low_variability", "Standard deviation over rating items below a limit.", Shape::Keys(&BELOW)),
        Key("even_odd", "Even and odd items correlate below a limit.", Shape::Keys(&EVEN_ODD)),
        Key("mahalanobis", "Too far from the mean of all responses.", Shape::Keys(&MAHALANOBIS)),
        Key("attention", "An item whose answer is prescribed.", Shape::Keys(&ATTENTION)),
        Key("contradiction", "Two facts that contradict.", Shape::Keys(&CONTRADICTION)),
        Key("reversal", "A reversed item too far from the rest of its scale.", Shape::Keys(&REVERSAL)),
        Key("missing", "Too large a share of unanswered items.", Shape::Keys(&MISSING)),
    ]],
    &[],
);

/// Parameters of `too_fast`.
pub(crate) static TOO_FAST: Table =
    table("`too_fast`", &[&[Key("seconds", "The least credible duration.", Shape::Number(POSITIVE))]], &["seconds"]);

/// Parameters of `long_string`.
pub(crate) static LONG_STRING: Table =
    table("`long_string`", &[&[Key("run", "The length of the run.", Shape::Count(2))]], &["run"]);

/// Parameters of `low_variability`.
pub(crate) static BELOW: Table =
    table("`low_variability`", &[&[Key("below", "The limit, in points.", Shape::Number(POSITIVE))]], &["below"]);

/// Parameters of `even_odd`.
pub(crate) static EVEN_ODD: Table =
    table("`even_odd`", &[&[Key("below", "The limit.", Shape::Number(CORRELATION))]], &["below"]);

/// Parameters of `mahalanobis`.
pub(crate) static MAHALANOBIS: Table =
    table("`mahalanobis`", &[&[Key("p", "The probability below which.", Shape::Number(UNIT))]], &["p"]);

/// Parameters of `attention`.
pub(crate) static ATTENTION: Table = table(
    "`attention`",
    &[&[Key("item", "The item.", ITEM_NAME), Key("answer", "The prescribed answer, as a code.", Shape::Number(ANY))]],
    &["item", "answer"],
);

/// Parameters of `contradiction`.
pub(crate) static CONTRADICTION: Table = table(
    "`contradiction`",
    &[&[
        Key("smaller", "The item that must be the smaller.", ITEM_NAME),
        Key("larger", "The item that must be the larger.", ITEM_NAME),
        Key("apart", "By how much at least.", Shape::Number(ANY)),
    ]],
    &["smaller", "larger", "apart"],
);

/// Parameters of `reversal`.
pub(crate) static REVERSAL: Table =
    table("`reversal`", &[&[Key("points", "The distance, in points.", Shape::Number(POSITIVE))]], &["points"]);

/// Parameters of `missing`.
pub(crate) static MISSING: Table =
    table("`missing`", &[&[Key("above", "The share that may not be exceeded.", Shape::Number(UNIT))]], &["above"]);

/// A construct.
pub(crate) static CONSTRUCT: Table = table(
    "table-construct",
    &[&[
        Key("label", "The name in reports.", Shape::Text),
        Key("table", "The table of responses.", Shape::Word(".+")),
        Key("items", "The items that measure it.", Shape::List(&ITEM_NAME, 1)),
        Key(
            "score",
            "How answers become a score; mean where absent.",
            Shape::OneOf(&[Shape::Choice(SCORES), Shape::OneKey(&SCORE)]),
        ),
        Key("missing", "How many unanswered items are bridged; none where absent.", Shape::Keys(&AT_MOST)),
        Key(
            "by",
            "The item that names each respondent's case: scores are averaged by it; each respondent is a case \
             where absent.",
            ITEM_NAME,
        ),
    ]],
    &["table", "items"],
);

/// Scoring without weights. A factor score uses the regression method on one factor by maximum likelihood.
pub(crate) const SCORES: &[&str] = &["mean", "sum", "factor"];

/// A score with weights.
pub(crate) static SCORE: Table = table(
    "`score`",
    &[&[Key(
        "weighted",
        "The weight of each item: the score is the weighted mean of the answers given.",
        Shape::Named(&Shape::Number(POSITIVE)),
    )]],
    &["weighted"],
);

/// Extraction and rotation of factors.
pub(crate) static FACTORS: Table = table(
    "`factors`",
    &[&[
        Key(
            "extraction",
            "How factors are found; principal_axis where absent.",
            Shape::Choice(&["principal_axis", "maximum_likelihood"]),
        ),
        Key("rotation", "How they are turned; varimax where absent.", Shape::Choice(&["varimax", "oblimin"])),
        Key("count", "How many; as many as parallel analysis speaks for where absent.", Shape::Count(1)),
    ]],
    &[],
);

/// Tolerated missing answers.
pub(crate) static AT_MOST: Table = table(
    "`missing`",
    &[&[Key("at_most", "The largest share of unanswered items.", Shape::Number(UNIT))]],
    &["at_most"],
);

/// The source of a set's scores.
pub(crate) static FROM: Table = table(
    "`from`",
    &[&[
        Key("construct", "A construct, by name.", Shape::Word(".+")),
        Key("coding", "A coding, by name.", Shape::Word(".+")),
        Key("condition", "The condition in the coding; the set's name where absent.", Shape::Word(".+")),
    ]],
    &[],
);
