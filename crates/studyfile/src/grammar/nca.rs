//! Keys of a necessary condition analysis.

use equifinal_study::config::{Ceiling, Corner, LevelScale, NcaValues};

use super::{ANY, BETWEEN, Key, POSITIVE_SHARE, Shape, Table};

const NAME: Shape = Shape::Word(r"\p{Alphabetic}[\p{Alphabetic}0-9_]*");

/// A ceiling: a name, or a map with its parameters.
const CEILING: Shape = Shape::OneOf(&[Shape::Choice(&Ceiling::NAMES), Shape::OneKey(&CEILING_OF)]);

/// A necessary condition analysis.
pub(crate) static NCA: Table = Table {
    what: "table-nca",
    keys: &[&[
        Key("outcome", "The set whose high degrees the conditions may be necessary for.", NAME),
        Key("conditions", "The sets of the conditions.", Shape::List(&NAME, 1)),
        Key(
            "on",
            "The values compared: the raw scores behind the sets, or the memberships; scores where absent.",
            Shape::Choice(&NcaValues::NAMES),
        ),
        Key(
            "ceilings",
            "The ceilings; [ce_fdh, cr_fdh] where absent. `ols` is a line, no ceiling.",
            Shape::List(&CEILING, 1),
        ),
        Key(
            "decide_by",
            "The ceiling whose effect size and p decide whether a condition is necessary; the first where absent.",
            Shape::Word(".+"),
        ),
        Key(
            "scope",
            "The lowest and the highest possible value, by set, the outcome's too; observed where absent.",
            Shape::Named(&Shape::List(&Shape::Number(ANY), 2)),
        ),
        Key(
            "corners",
            "The corner that is empty if a condition is necessary, by condition; by the directions of the two sets, and \
             printed, where absent.",
            Shape::Named(&Shape::Choice(&Corner::NAMES)),
        ),
        Key("bottleneck", "The bottleneck table.", Shape::Keys(&BOTTLENECK)),
        Key(
            "permutations",
            "How many permutations the test draws; all distinct orders are tried where there are no more; 10000 where \
             absent, 0 for no test.",
            Shape::Count(0),
        ),
        Key(
            "necessary",
            "The thresholds of effect size and p from which a condition counts as necessary.",
            Shape::Keys(&NECESSARY_IN_DEGREE),
        ),
        Key("groups", "Groups of cases whose effect sizes are compared.", Shape::Keys(&GROUPS)),
        Key("outliers", "Cases whose removal moves the effect size most.", Shape::Keys(&OUTLIERS)),
    ]],
    required: &["outcome", "conditions"],
    unless: None,
    later: &[],
};

/// Ceilings with parameters.
pub(crate) static CEILING_OF: Table = Table {
    what: "table-ceiling",
    keys: &[&[
        Key("qr", "Quantile regression.", Shape::Keys(&QR)),
        Key("line", "A line of your own, in the units of the sets.", Shape::Keys(&LINE)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Quantile regression.
pub(crate) static QR: Table = Table {
    what: "`qr`",
    keys: &[&[Key("tau", "The share of cases below the line; 0.95 where absent.", Shape::Number(BETWEEN))]],
    required: &[],
    unless: None,
    later: &[],
};

/// A line.
pub(crate) static LINE: Table = Table {
    what: "`line`",
    keys: &[&[
        Key("slope", "Outcome per unit of the condition.", Shape::Number(ANY)),
        Key("intercept", "The outcome where the condition is 0.", Shape::Number(ANY)),
    ]],
    required: &["slope", "intercept"],
    unless: None,
    later: &[],
};

/// The bottleneck table.
pub(crate) static BOTTLENECK: Table = Table {
    what: "`bottleneck`",
    keys: &[&[
        Key("outcome", "The scale of the outcome; percentage_range where absent.", Shape::Choice(&LevelScale::NAMES)),
        Key(
            "condition",
            "The scale of the conditions; percentage_range where absent.",
            Shape::Choice(&LevelScale::NAMES),
        ),
        Key(
            "steps",
            "How many steps, or the levels of the outcome in its scale; 10 where absent, at most 1000.",
            Shape::OneOf(&[Shape::Count(1), Shape::List(&Shape::Number(ANY), 1)]),
        ),
        Key(
            "cutoff",
            "Levels beyond the scope, as in R NCA: 0 says NA, 1 gives the end of the scope, 2 the level as computed; 0 \
             where absent.",
            Shape::Count(0),
        ),
        Key(
            "level",
            "The level of the outcome that is compared with QCA; the middle of its scale where absent.",
            Shape::Number(ANY),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Thresholds of necessity in degree.
pub(crate) static NECESSARY_IN_DEGREE: Table = Table {
    what: "`necessary`",
    keys: &[&[
        Key("effect_size", "The smallest effect size; 0.1 where absent.", Shape::Number(POSITIVE_SHARE)),
        Key("p", "The largest p-value; 0.05 where absent.", Shape::Number(BETWEEN)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Groups of cases.
pub(crate) static GROUPS: Table = Table {
    what: "`groups`",
    keys: &[&[Key(
        "by",
        "The column of the table of cases that names the group of each case; `cluster` where the table declares one.",
        Shape::Word(".+"),
    )]],
    required: &["by"],
    unless: None,
    later: &[],
};

/// Influential cases.
pub(crate) static OUTLIERS: Table = Table {
    what: "`outliers`",
    keys: &[&[
        Key("largest", "How many are named, singly and in pairs; 2 where absent, 0 for none.", Shape::Count(0)),
        Key(
            "leave_out",
            "How many of the most influential cases are left out for each condition: 0, 1 or 2; 0 where absent.",
            Shape::Count(0),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};
