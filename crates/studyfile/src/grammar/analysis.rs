//! Keys of an analysis and of an alternative, which repeats them.

use equifinal_study::config::{AtCrossover, Expect, GroundStatus, SolutionType};

use super::designs::{CONDITION_SEARCH, NAME, PANEL, PARTITION, TEMPORAL};
use super::{Key, POSITIVE_SHARE, SET, Shape, Table, UNIT};

/// An analysis.
pub(crate) static ANALYSIS: Table = Table {
    what: "table-analysis",
    keys: &[&[LIKE, LABEL], ANALYSIS_KEYS],
    required: &["outcome", "conditions", "truth_table"],
    unless: Some("like"),
    later: &["wave", "waves", "ranges"],
};

const LIKE: Key = Key(
    "like",
    "Another analysis whose keys this one takes over, `label` apart; keys written here replace them.",
    Shape::Word(".+"),
);

const LABEL: Key = Key(
    "label",
    "The name in reports, beside the outcome where several analyses explain it; the key where absent.",
    Shape::Text,
);

const ANALYSIS_KEYS: &[Key] = &[
    Key(
        "outcome",
        "The set to be explained; `~` before it stands for its negation, `[2]` after it for a level, `[1,2]` for one of \
         several. `\"Y*Z\"` explains an intersection. A list explains each of several outcomes, under the name of the \
         analysis, a hyphen and the outcome, and all of them together by shared terms.",
        Shape::OneOf(&[Shape::Expression, Shape::List(&Shape::Expression, 2)]),
    ),
    Key("conditions", "The conditions; the first is the most significant of a row number.", Shape::List(&NAME, 1)),
    Key(
        "temporal",
        "Conditions that are the order of two others (temporal QCA), by name; they follow the other conditions unless \
         `conditions` names them.",
        Shape::Named(&Shape::Keys(&TEMPORAL)),
    ),
    Key(
        "negation",
        "`true`, or a map of the keys that differ there, analyses the negated outcome too; not analysed where absent.",
        Shape::OneOf(&[Shape::Truth, Shape::Changes(&Shape::Keys(&NEGATION))]),
    ),
    Key("necessity", "Cutoffs of necessity; 0.9 / 0 / 0 where absent.", Shape::Keys(&NECESSITY)),
    Key("truth_table", "Cutoffs of the truth table.", Shape::Keys(&TRUTH_TABLE)),
    Key(
        "at_crossover",
        "The treatment of a membership within 0.0005 of 0.5; warn where absent.",
        Shape::Choice(&AtCrossover::NAMES),
    ),
    Key("expectations", "Directional expectations, by condition; any where absent.", Shape::Named(&EXPECTATIONS)),
    Key(
        "expectations_joint",
        "Combinations expected to contribute to the outcome.",
        Shape::List(&Shape::Keys(&JOINT), 0),
    ),
    Key(
        "implausible",
        "Rows never used as counterfactuals.",
        Shape::List(&Shape::OneOf(&[Shape::Keys(&IMPLAUSIBLE), Shape::Expression, Shape::Count(1)]), 0),
    ),
    Key(
        "outputs",
        "Outputs of observed rows set by hand, each with its reason; they replace those of the cutoffs in this analysis and \
         in its robustness, not in that of the negated outcome. The results keep the computed output.",
        Shape::List(&Shape::Keys(&OUTPUT), 0),
    ),
    Key("enhanced", "Enhanced standard analysis.", Shape::Keys(&ENHANCED)),
    Key(
        "interpret",
        "The solution that text, chart and claims speak of; intermediate where absent.",
        Shape::Choice(&SolutionType::NAMES),
    ),
    Key("paths", "The paper's names for paths.", Shape::Named(&Shape::Keys(&PATH))),
    Key("minimise", "Options of minimisation.", Shape::Keys(&MINIMISE)),
    Key(
        "theory",
        "The configurations that theory expects, to be compared with the solution.",
        Shape::OneOf(&[Shape::Expression, Shape::Keys(&THEORY)]),
    ),
    Key(
        "case_selection",
        "Proposes cases to study next (set-theoretic multi-method research); not proposed where absent.",
        Shape::Keys(&CASE_SELECTION),
    ),
    Key(
        "condition_search",
        "Minimises the outcome, or the outcomes together, by every set of some of the conditions; not done where absent.",
        Shape::Keys(&CONDITION_SEARCH),
    ),
    Key(
        "panel",
        "Consistency and coverage between periods and within units; needs a table with `unit`.",
        Shape::Keys(&PANEL),
    ),
    Key(
        "partition",
        "Runs the analysis again in each part of its cases, beside the pooled one; calibration stays that of all cases, \
         and a share of cases is one of the part.",
        Shape::Keys(&PARTITION),
    ),
];

const DIRECTION: Shape = Shape::Choice(&Expect::NAMES);

const EXPECTATIONS: Shape = Shape::OneOf(&[DIRECTION, Shape::List(&Shape::Count(0), 1), Shape::Keys(&EXPECTATION)]);

/// An expectation with its reason.
pub(crate) static EXPECTATION: Table = Table {
    what: "table-expectation",
    keys: &[&[
        Key("expect", "The direction, or levels.", Shape::OneOf(&[DIRECTION, Shape::List(&Shape::Count(0), 1)])),
        Key("because", "Why.", GROUNDED),
    ]],
    required: &["expect"],
    unless: None,
    later: &[],
};

/// Keys that change an analysis for the negated outcome.
pub(crate) static NEGATION: Table = Table {
    what: "`negation`",
    keys: &[&[
        Key("expectations", "Expectations that are not simply reversed.", Shape::Named(&EXPECTATIONS)),
        Key("truth_table", "Cutoffs that differ.", Shape::Keys(&TRUTH_TABLE)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Cutoffs of necessity.
pub(crate) static NECESSITY: Table = Table {
    what: "`necessity`",
    keys: &[&[
        Key("consistency", "Consistency that a necessary condition reaches; 0.9 where absent.", Shape::Number(UNIT)),
        Key("coverage", "Coverage that it reaches; 0 where absent.", Shape::Number(UNIT)),
        Key("relevance", "Relevance (RoN) that it reaches; 0 where absent.", Shape::Number(UNIT)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Cutoffs of the truth table.
pub(crate) static TRUTH_TABLE: Table = Table {
    what: "`truth_table`",
    keys: &[&[
        Key(
            "frequency",
            "Cases that a row needs; 1 where absent.",
            Shape::OneOf(&[Shape::Count(1), Shape::Keys(&SHARE)]),
        ),
        Key("consistency", "Raw consistency that a row needs.", Shape::Number(UNIT)),
        Key("pri", "PRI that a row needs; 0 where absent.", Shape::Number(UNIT)),
        Key("contradiction_floor", "Rows from here up to consistency are contradictions.", Shape::Number(UNIT)),
    ]],
    required: &["consistency"],
    unless: None,
    later: &[],
};

/// A frequency as a share.
pub(crate) static SHARE: Table = Table {
    what: "`frequency`",
    keys: &[&[Key("share", "Share of all cases that a row needs.", Shape::Number(POSITIVE_SHARE))]],
    required: &["share"],
    unless: None,
    later: &[],
};

/// A joint expectation.
pub(crate) static JOINT: Table = Table {
    what: "table-joint-expectation",
    keys: &[&[
        Key("expect", "The combination, written with `*`.", Shape::Expression),
        Key("because", "Why.", GROUNDED),
    ]],
    required: &["expect"],
    unless: None,
    later: &[],
};

/// Implausible rows.
pub(crate) static IMPLAUSIBLE: Table = Table {
    what: "table-implausible-row",
    keys: &[&[
        Key(
            "rows",
            "Expressions or row numbers.",
            Shape::OneOf(&[
                Shape::Expression,
                Shape::Count(1),
                Shape::List(&Shape::OneOf(&[Shape::Expression, Shape::Count(1)]), 1),
            ]),
        ),
        Key("because", "Why no one could imagine such a case.", GROUNDED),
    ]],
    required: &["rows"],
    unless: None,
    later: &[],
};

/// The output of observed rows, set by hand.
pub(crate) static OUTPUT: Table = Table {
    what: "table-output",
    keys: &[&[
        Key("rows", "The rows: those of the combination, such as A*~B*C, that hold cases.", Shape::Expression),
        Key("output", "1, sufficient for the outcome, or 0.", Shape::Number(UNIT)),
        Key("because", "Why not the output of the cutoffs; printed.", Shape::Text),
    ]],
    required: &["rows", "output", "because"],
    unless: None,
    later: &[],
};

/// Enhanced standard analysis.
pub(crate) static ENHANCED: Table = Table {
    what: "`enhanced`",
    keys: &[&[
        Key("necessary", "Conditions claimed necessary.", Shape::List(&Shape::Expression, 0)),
        Key(
            "contradictory",
            "`true` excludes contradictory simplifying assumptions; false where absent.",
            Shape::Truth,
        ),
        Key(
            "impossible",
            "Impossible combinations.",
            Shape::List(&Shape::OneOf(&[Shape::Expression, Shape::Keys(&IMPOSSIBLE)]), 0),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// An impossible combination with its reason.
pub(crate) static IMPOSSIBLE: Table = Table {
    what: "table-impossible",
    keys: &[&[
        Key("expression", "The combination.", Shape::Expression),
        Key("because", "Why no case can have it.", GROUNDED),
    ]],
    required: &["expression"],
    unless: None,
    later: &[],
};

/// A reason, alone or with its sources.
const GROUNDED: Shape = Shape::OneOf(&[Shape::Text, Shape::Keys(&GROUNDS)]);

/// A reason with its sources.
pub(crate) static GROUNDS: Table = Table {
    what: "table-grounds",
    keys: &[&[
        Key("text", "The words.", Shape::Text),
        Key("references", "The sources that the reason cites.", Shape::List(&Shape::Text, 1)),
        Key(
            "status",
            "The basis of the reason: a theory, earlier findings, or neither yet.",
            Shape::Choice(&GroundStatus::NAMES),
        ),
    ]],
    required: &["text"],
    unless: None,
    later: &[],
};

/// A named path.
pub(crate) static PATH: Table = Table {
    what: "table-path",
    keys: &[&[
        Key("label", "The name in reports; the key where absent.", Shape::Text),
        Key("terms", "The terms that make it up.", Shape::List(&Shape::Expression, 1)),
    ]],
    required: &["terms"],
    unless: None,
    later: &[],
};

/// Options of minimisation.
pub(crate) static MINIMISE: Table = Table {
    what: "`minimise`",
    keys: &[&[
        Key(
            "models",
            "All models with the fewest terms, which is the default, or all irredundant ones.",
            Shape::Choice(&["minimum", "irredundant"]),
        ),
        Key(
            "contradictions",
            "The treatment of contradictory rows; negative where absent.",
            Shape::Choice(&["negative", "remainder"]),
        ),
        Key(
            "row_dominance",
            "`true` leaves out a prime implicant where another covers its positive rows and more; false where absent.",
            Shape::Truth,
        ),
        Key(
            "prime_implicant_consistency",
            "Consistency of the shortest terms that then are the prime implicants of the parsimonious solution.",
            Shape::Number(POSITIVE_SHARE),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// A theory.
pub(crate) static THEORY: Table = Table {
    what: "`theory`",
    keys: &[&[
        Key("expression", "The configurations expected to lead to the outcome.", Shape::Expression),
        Key("because", "Whose theory, and why.", Shape::Text),
    ]],
    required: &["expression"],
    unless: None,
    later: &[],
};

/// The choice of cases to study next.
pub(crate) static CASE_SELECTION: Table = Table {
    what: "`case_selection`",
    keys: &[&[
        Key(
            "per_term",
            "How many pairs of each kind are searched, and how many cases of each kind the report names; 3 where absent.",
            Shape::Count(1),
        ),
        Key(
            "studied",
            "Cases studied already, by id: they are left out of the proposals.",
            Shape::List(&Shape::Word(".+"), 0),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// A named change of the study.
pub(crate) static ALTERNATIVE: Table = Table {
    what: "table-alternative",
    keys: &[
        &[
            Key("id", "The id.", Shape::Word(r"[\p{Alphabetic}0-9-]+")),
            Key("label", "The name in reports.", Shape::Text),
            Key("because", "Why the change is worth a look.", Shape::Text),
            Key(
                "analysis",
                "The one analysis it concerns, with its negation; every one where absent.",
                Shape::Word(".+"),
            ),
            Key("drop_conditions", "Conditions left out.", Shape::List(&NAME, 1)),
            Key("drop_cases", "Cases left out, by id.", Shape::List(&Shape::Word(".+"), 1)),
            Key("sets", "Changed keys of sets.", Shape::Changes(&Shape::Named(&Shape::Keys(&SET)))),
        ],
        ANALYSIS_KEYS,
    ],
    required: &["id"],
    unless: None,
    later: &["wave"],
};
