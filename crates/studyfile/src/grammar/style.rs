//! The habits of a journal.

use equifinal_study::config::{AbsentSign, Numbering, PLetter, Place, Separator};

use super::{Key, Shape, Table};

/// The habits of a journal, in a file of their own or under `style`.
pub(crate) static STYLE: Table = Table {
    what: "table-style",
    keys: &[&[
        Key("decimals", "Decimals of ratios and values, from 1 to 4; 3 where absent.", Shape::Count(1)),
        Key(
            "leading_zero",
            "`false` prints .92 for 0.92 where a number cannot exceed 1; true where absent.",
            Shape::Truth,
        ),
        Key("p", "The form of p-values.", Shape::Keys(&P_VALUES)),
        Key("tables", "The captions of tables.", Shape::Keys(&CAPTIONS)),
        Key("figures", "The captions of figures.", Shape::Keys(&CAPTIONS)),
        Key(
            "headings",
            "The numbers of headings: `none` (where absent), `decimal` (1, 1.1) or `chinese` (一、, （一）).",
            Shape::Choice(Numbering::NAMES),
        ),
        Key(
            "absent",
            "The sign of an absent condition in charts: `crossed` (⊗, where absent) or `open` (○).",
            Shape::Choice(AbsentSign::NAMES),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// The form of p-values.
pub(crate) static P_VALUES: Table = Table {
    what: "`p`",
    keys: &[&[
        Key("letter", "The letter; p where absent.", Shape::Choice(PLetter::NAMES)),
        Key("spaces", "`true` prints p = 0.032, `false` p=0.032; as in the language where absent.", Shape::Truth),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// The captions of tables or of figures.
pub(crate) static CAPTIONS: Table = Table {
    what: "table-captions",
    keys: &[&[
        Key(
            "label",
            "The number as printed, with {number} in its place; \"Table {number}\" or \"表{number}\" where absent.",
            Shape::Text,
        ),
        Key(
            "separator",
            "The separator of number and title: `blank`, `stop`, `colon`, or `line` for a title on a line of its own.",
            Shape::Choice(Separator::NAMES),
        ),
        Key(
            "place",
            "The place of the caption: `above` (tables, where absent) or `below` (figures, where absent).",
            Shape::Choice(Place::NAMES),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};
