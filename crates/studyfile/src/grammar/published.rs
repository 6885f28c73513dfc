//! Keys of published figures.

use equifinal_study::config::SolutionType;

use super::{Key, Shape, Table};

/// A decimal number as printed.
pub(super) const FIGURE: Shape = Shape::Word(r"-?[0-9]*\.?[0-9]+");
const ID: Shape = Shape::Word(r"[\p{Alphabetic}0-9-]+");
const LABEL: Key = Key("label", "The name in reports.", Shape::Text);

const fn plain(what: &'static str, keys: &'static [&'static [Key]], required: &'static [&'static str]) -> Table {
    Table { what, keys, required, unless: None, later: &[] }
}

/// Figures that a publication prints.
pub(crate) static PUBLISHED: Table = plain(
    "`published`",
    &[&[
        Key("solutions", "Solutions.", Shape::List(&Shape::Keys(&SOLUTION), 0)),
        Key("necessity", "Rows of necessity tables.", Shape::List(&Shape::Keys(&NECESSITY_ROW), 0)),
        Key("truth_tables", "Truth tables.", Shape::List(&Shape::Keys(&PRINTED_TABLE), 0)),
        Key("memberships", "Memberships by set and case.", Shape::Named(&Shape::Named(&FIGURE))),
        Key(
            "percentiles",
            "Raw values called percentiles, by set and percentage.",
            Shape::Named(&Shape::Named(&FIGURE)),
        ),
        Key("percentages", "Percentages of respondents.", Shape::List(&Shape::Keys(&PERCENTAGE), 0)),
        Key("means", "Means of whole answers.", Shape::List(&Shape::Keys(&MEAN), 0)),
        Key("stated_twice", "Figures in the text and in a table.", Shape::List(&Shape::Keys(&TWICE), 0)),
    ]],
    &[],
);

/// A solution as printed.
pub(crate) static SOLUTION: Table = plain(
    "table-published-solution",
    &[&[
        Key("analysis", "The analysis that recomputes it.", Shape::Word(".+")),
        Key(
            "type",
            "The type that the source names; leave it out where the source does not say.",
            Shape::Choice(&SolutionType::NAMES),
        ),
        Key("terms", "Its terms.", Shape::List(&Shape::Keys(&TERM), 1)),
        Key("consistency", "Its consistency.", FIGURE),
        Key("coverage", "Its coverage.", FIGURE),
    ]],
    &["analysis", "terms"],
);

/// A term as printed.
pub(crate) static TERM: Table = plain(
    "table-published-term",
    &[&[
        Key("term", "The combination of conditions.", Shape::Expression),
        Key("consistency", "Its consistency.", FIGURE),
        Key("raw", "Its raw coverage.", FIGURE),
        Key("unique", "Its unique coverage.", FIGURE),
    ]],
    &["term"],
);

/// A row of a necessity table as printed.
pub(crate) static NECESSITY_ROW: Table = plain(
    "table-published-row-of-necessity",
    &[&[
        Key("analysis", "The analysis that recomputes it.", Shape::Word(".+")),
        Key("expression", "The condition, its negation or its level.", Shape::Expression),
        Key("consistency", "Its consistency.", FIGURE),
        Key("coverage", "Its coverage.", FIGURE),
    ]],
    &["analysis", "expression"],
);

/// A truth table as printed.
pub(crate) static PRINTED_TABLE: Table = plain(
    "table-published-truth-table",
    &[&[
        Key("id", "The id.", ID),
        Key("cases", "Cases of the study.", Shape::Count(1)),
        Key("rows", "Its rows.", Shape::List(&Shape::Keys(&PRINTED_ROW), 1)),
    ]],
    &["id", "rows"],
);

/// A row of a truth table as printed.
pub(crate) static PRINTED_ROW: Table = plain(
    "table-row-of-a-published-truth-table",
    &[&[
        Key("row", "The levels of its conditions as digits, in quotes, such as \"1101\".", Shape::Word("[0-9]+")),
        Key("cases", "Its cases.", Shape::Count(0)),
    ]],
    &["row"],
);

/// A percentage as printed.
pub(crate) static PERCENTAGE: Table = plain(
    "table-published-percentage",
    &[&[
        Key("id", "The id.", ID),
        LABEL,
        Key("value", "The percentage as printed.", FIGURE),
        Key("of", "How many respondents.", Shape::Count(1)),
        Key("at_most", "The most respondents there can have been, where the source does not say.", Shape::Count(1)),
    ]],
    &["id", "value"],
);

/// A mean as printed.
pub(crate) static MEAN: Table = plain(
    "table-published-mean",
    &[&[
        Key("id", "The id.", ID),
        LABEL,
        Key("value", "The mean as printed.", FIGURE),
        Key("of", "How many respondents.", Shape::Count(1)),
        Key("items", "How many items each answered; 1 where absent.", Shape::Count(1)),
    ]],
    &["id", "value", "of"],
);

/// A figure stated twice.
pub(crate) static TWICE: Table = plain(
    "table-figure-stated-twice",
    &[&[
        Key("id", "The id.", ID),
        LABEL,
        Key("text", "The figure in the text.", FIGURE),
        Key("table", "The figure in the table.", FIGURE),
    ]],
    &["id", "text", "table"],
);
