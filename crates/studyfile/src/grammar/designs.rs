//! Keys of the fit over periods and units, of analyses in parts, of orders of events, and of searches over sets of conditions.

use super::{Key, Shape, Table};

/// A name of a condition.
pub(super) const NAME: Shape = Shape::Word(r"\p{Alphabetic}[\p{Alphabetic}0-9_]*");

/// The fit over periods and units.
pub(crate) static PANEL: Table = Table {
    what: "`panel`",
    keys: &[&[
        Key("necessity", "`true` also looks at every condition as a necessary one; false where absent.", Shape::Truth),
        Key(
            "distance",
            "The distance of consistencies from being equal; plain where absent. `{adjusted: garcia_castro}` divides it by \
             √(n/(n² + 3n + 2)) for n periods or units.",
            Shape::OneOf(&[Shape::Choice(&["plain"]), Shape::Keys(&ADJUSTED)]),
        ),
        Key(
            "permutations",
            "Random orders of the periods of each unit that test if consistencies differ between periods; no test where \
             absent.",
            Shape::Count(0),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// An adjusted distance.
pub(crate) static ADJUSTED: Table = Table {
    what: "`distance`",
    keys: &[&[Key("adjusted", "The adjustment for the number of groups.", Shape::Choice(&["garcia_castro"]))]],
    required: &["adjusted"],
    unless: None,
    later: &[],
};

/// The parts of an analysis.
pub(crate) static PARTITION: Table = Table {
    what: "`partition`",
    keys: &[&[Key(
        "by",
        "The groups that make the parts: `time` (each period of a panel), `unit`, `cluster` (the column of that key of the \
         table), or a column of the table of cases.",
        Shape::Word(".+"),
    )]],
    required: &["by"],
    unless: None,
    later: &[],
};

/// The search over sets of conditions.
pub(crate) static CONDITION_SEARCH: Table = Table {
    what: "`condition_search`",
    keys: &[&[
        Key("from", "The least number of conditions; 1 where absent.", Shape::Count(1)),
        Key("to", "The greatest number of conditions.", Shape::Count(1)),
    ]],
    required: &["to"],
    unless: None,
    later: &[],
};

/// The order of two conditions.
pub(crate) static TEMPORAL: Table = Table {
    what: "`temporal`",
    keys: &[&[
        Key("first", "The condition that comes first where the order holds.", NAME),
        Key("then", "The condition that follows.", NAME),
        Key(
            "column",
            "The column of 1 (this order), 0 (the other) and \"-\" (it cannot be said, as where one of the two is absent).",
            Shape::Word(".+"),
        ),
    ]],
    required: &["first", "then", "column"],
    unless: None,
    later: &[],
};
