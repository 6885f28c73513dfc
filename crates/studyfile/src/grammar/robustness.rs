//! Keys of robustness checks.

use equifinal_study::config::{AtCrossover, Expect, SolutionType};

use super::{ABOVE_HALF, ALTERNATIVE, ANY, Key, RESAMPLE, Shape, Table, UNIT};

/// Robustness checks.
pub(crate) static ROBUSTNESS: Table = Table {
    what: "`robustness`",
    keys: &[&[
        Key("seed", "The seed of everything drawn; 0 where absent.", Shape::Count(0)),
        Key("ranges", "How far each cutoff and anchor may be moved before the solution changes.", Shape::Keys(&RANGES)),
        Key("alternatives", "The study again under named changes.", Shape::List(&Shape::Keys(&ALTERNATIVE), 0)),
        Key("multiverse", "The study in combinations of decisions.", Shape::Keys(&MULTIVERSE)),
        Key("resample", "The study with other cases, or other values of its cases.", Shape::Keys(&RESAMPLE)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Exact ranges need no options; maps are made in addition to those of the cutoffs.
pub(crate) static RANGES: Table = Table {
    what: "`ranges`",
    keys: &[&[Key(
        "maps",
        "Two numbers moved together, such as {anchors: {A: {crossover: […]}}, pri: […]}: a map each.",
        Shape::List(&Shape::Keys(&MAP), 1),
    )]],
    required: &[],
    unless: None,
    later: &[],
};

/// Numbers varied together.
pub(crate) static MAP: Table = Table {
    what: "table-map",
    keys: &[&[CONSISTENCY, PRI, FREQUENCY, ANCHORS_OF_SETS]],
    required: &[],
    unless: None,
    later: &[],
};

/// The multiverse.
pub(crate) static MULTIVERSE: Table = Table {
    what: "`multiverse`",
    keys: &[&[
        Key("vary", "The decisions that vary.", Shape::Keys(&VARY)),
        Key(
            "sample",
            "The combinations that are drawn instead of all; `list` takes the first values of all decisions, then the \
             second ones, and so on.",
            Shape::OneOf(&[Shape::OneKey(&SAMPLE), Shape::Choice(&["list"])]),
        ),
        Key(
            "sweep",
            "`true` leaves the universes to `equifinal sweep`, and no run goes through them; false where absent.",
            Shape::Truth,
        ),
    ]],
    required: &["vary"],
    unless: None,
    later: &[],
};

/// The sampling of combinations.
pub(crate) static SAMPLE: Table = Table {
    what: "`sample`",
    keys: &[&[
        Key("latin_hypercube", "The number of universes, spread evenly over every decision.", Shape::Count(1)),
        Key("sobol", "The number of points of a Sobol sequence.", Shape::Count(1)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

const SHARES: Shape = Shape::OneOf(&[Shape::List(&Shape::Number(UNIT), 1), Shape::Keys(&SPAN)]);
const NUMBERS: Shape = Shape::OneOf(&[Shape::List(&Shape::Number(ANY), 1), Shape::Keys(&SPAN)]);
const COUNTS: Shape = Shape::OneOf(&[Shape::List(&Shape::Count(1), 1), Shape::Keys(&SPAN)]);
const NAMES: Shape = Shape::Word(".+");
const GROUPS: Shape = Shape::List(&Shape::OneOf(&[NAMES, Shape::List(&NAMES, 0)]), 1);

/// A range of numbers.
pub(crate) static SPAN: Table = Table {
    what: "table-range",
    keys: &[&[
        Key("from", "The lowest.", Shape::Number(ANY)),
        Key("to", "The highest.", Shape::Number(ANY)),
        Key(
            "step",
            "The distance between values. Without it every number in the range counts; a multiverse then needs \
             `sample`.",
            Shape::Number(ANY),
        ),
    ]],
    required: &["from", "to"],
    unless: None,
    later: &[],
};

const CONSISTENCY: Key = Key("consistency", "Cutoffs of raw consistency.", SHARES);
const PRI: Key = Key("pri", "Cutoffs of PRI.", SHARES);
const FREQUENCY: Key = Key("frequency", "Cutoffs of frequency, in cases.", COUNTS);
const ANCHORS_OF_SETS: Key = Key("anchors", "Anchors, by set.", Shape::Named(&Shape::Keys(&ANCHORS)));

/// The crossover policies that a multiverse may vary; `refuse` allows no result to compare.
pub(crate) const VARIED_POLICIES: &[&str] =
    &[AtCrossover::Warn.name(), AtCrossover::Present.name(), AtCrossover::Absent.name(), AtCrossover::Drop.name()];

/// Varied decisions.
pub(crate) static VARY: Table = Table { what: "`vary`", keys: &[DECISIONS], required: &[], unless: None, later: &[] };

/// Decisions that a multiverse or a claim varies.
pub(super) const DECISIONS: &[Key] = &[
    CONSISTENCY,
    PRI,
    FREQUENCY,
    ANCHORS_OF_SETS,
    Key("solution", "Solutions that are interpreted.", Shape::List(&Shape::Choice(&SolutionType::NAMES), 1)),
    Key("expectations", "Expectations, by condition.", Shape::Named(&Shape::List(&Shape::Choice(&Expect::NAMES), 1))),
    Key("drop_conditions", "Conditions left out: one, or several together; [] for none.", GROUPS),
    Key("drop_cases", "Cases left out, by id: one, or several together; [] for none.", GROUPS),
    Key(
        "at_crossover",
        "The treatment of a membership within 0.0005 of 0.5.",
        Shape::List(&Shape::Choice(VARIED_POLICIES), 1),
    ),
    Key(
        "NAME.key",
        "A decision of the necessary condition analysis NAME: `decide_by` ([ce_fdh, cr_fdh]), `scope` ([observed, {A: \
         [1, 5]}]), `outliers` ([0, 1]: how many of the most influential cases are left out for each condition), \
         `effect_size` and `p`.",
        METHOD,
    ),
];

/// Values of a decision of a necessary condition analysis.
const METHOD: Shape = Shape::OneOf(&[
    Shape::List(
        &Shape::OneOf(&[
            Shape::Word("[a-z_]+"),
            Shape::Number(ANY),
            Shape::Named(&Shape::List(&Shape::Number(ANY), 2)),
        ]),
        1,
    ),
    Shape::Keys(&SPAN),
]);

/// Anchors of one set.
pub(crate) static ANCHORS: Table = Table {
    what: "table-anchors-of-a-set",
    keys: &[&[
        Key("exclusion", "The exclusion anchor.", NUMBERS),
        Key("crossover", "The crossover alone.", NUMBERS),
        Key("inclusion", "The inclusion anchor.", NUMBERS),
        Key("together", "The crossover, with the other anchors at the same distance as ever.", NUMBERS),
        Key("threshold", "The threshold of a crisp set.", NUMBERS),
        Key("idm", "Membership at the inclusion anchor.", IDM),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

const IDM: Shape = Shape::OneOf(&[Shape::List(&Shape::Number(ABOVE_HALF), 1), Shape::Keys(&SPAN)]);
