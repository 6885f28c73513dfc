//! Keys of a claim.

use equifinal_study::config::{ClaimKind, SolutionType};

use super::robustness::DECISIONS;
use super::{ANY, FOUND_BY, Key, RATIO, RELIABILITY, Shape, TARGET_MET, Table, UNIT, VALUE};

/// A claim.
pub(crate) static CLAIM: Table = Table {
    what: "table-claim",
    keys: &[&[
        Key("id", "The id.", Shape::Word(r"[\p{Alphabetic}0-9-]+")),
        Key("text", "The sentence of the paper.", Shape::Text),
        Key(
            "kind",
            "`ours`, the default, is the study's own; `source` is what a publication says; `constructed` is about made-up \
             data, and never a finding.",
            Shape::Choice(&ClaimKind::NAMES),
        ),
        Key("claim", "The statement that is judged.", Shape::OneKey(&STATEMENT)),
        Key("across", "Other decisions under which it must hold as well.", Shape::Keys(&ACROSS)),
        Key(
            "models",
            "`every`, the default, asks it of all tied models; `some` of at least one.",
            Shape::Choice(&["every", "some"]),
        ),
    ]],
    required: &["id", "text", "claim"],
    unless: None,
    later: &[],
};

const ANALYSIS: Key = Key("analysis", "The analysis, `~` before it for its negation.", Shape::Word(".+"));
const TYPE: Key = Key("type", "The solution; the interpreted one where absent.", Shape::Choice(&SolutionType::NAMES));
const TERMS: Shape = Shape::OneOf(&[Shape::Expression, Shape::List(&Shape::Expression, 1)]);
const EXPRESSION: Key = Key("expression", "The expression.", Shape::Expression);
const EXPRESSIONS: Key = Key("expression", "The combination, or several.", TERMS);

/// Statements of claims.
pub(crate) static STATEMENT: Table = Table {
    what: "`claim`",
    keys: &[&[
        Key(
            "solution",
            "A solution has, contains or covers these terms, or lies within them.",
            Shape::Keys(&TERMS_CLAIMED),
        ),
        Key("path_present", "A term, or a named path, is in the solution.", Shape::Keys(&PATH_PRESENT)),
        Key("core", "A condition is core in its paths.", Shape::Keys(&STANDING)),
        Key("peripheral", "A condition is peripheral in its paths.", Shape::Keys(&STANDING)),
        Key("necessary", "An expression is necessary, and not trivially so.", Shape::Keys(&NECESSARY)),
        Key("not_necessary", "An expression is not necessary.", Shape::Keys(&NECESSARY)),
        Key("only_necessary", "A condition is necessary and no other is.", Shape::Keys(&NECESSARY)),
        Key("fit_at_least", "The fit of a solution or path reaches these values.", Shape::Keys(&FIT)),
        Key(
            "holds_in",
            "A solution or path is consistent in the periods of a panel: each, these, or at least so many.",
            Shape::Keys(&HOLDS_IN),
        ),
        Key(
            "within_at_least",
            "A solution or path is consistent within at least this share, or number, of the units of a panel.",
            Shape::Keys(&WITHIN),
        ),
        Key("path_count", "The number of paths of a solution.", Shape::Keys(&PATH_COUNT)),
        Key("contradictory_rows", "The number of contradictory rows.", Shape::Keys(&CONTRADICTION_COUNT)),
        Key(
            "deviant_cases",
            "The number of cases that deviate from rows with output 1.",
            Shape::Keys(&CONTRADICTION_COUNT),
        ),
        Key("in_every_path", "Combinations stand in every path.", Shape::Keys(&OCCURRENCE)),
        Key("in_some_path", "Each combination stands in at least one path.", Shape::Keys(&OCCURRENCE)),
        Key("ranking", "Paths in descending order.", Shape::Keys(&RANKING)),
        Key(
            "robust_core_covers",
            "The coverage of what the solutions of alternatives share.",
            Shape::Keys(&ROBUST_CORE),
        ),
        Key("survives", "A finding survives in a share of the multiverse.", Shape::Keys(&SURVIVES)),
        Key("nca", "A condition is necessary in degree, by effect size and p.", Shape::Keys(&NCA_CLAIM)),
        Key("nca_level", "A level of the outcome demands a level of a condition.", Shape::Keys(&NCA_LEVEL)),
        Key("found_by", "A term is found by QCA and by coincidence analysis.", Shape::Keys(&FOUND_BY)),
        Key("value", "A number of the study has this value.", Shape::Keys(&VALUE)),
        Key("ratio_at_least", "The last value of an indicator is this many times its first.", Shape::Keys(&RATIO)),
        Key("target_met", "An indicator meets its target, or misses it.", Shape::Keys(&TARGET_MET)),
        Key("reliability_at_least", "Constructs, or coders, are at least this reliable.", Shape::Keys(&RELIABILITY)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Terms of a solution.
pub(crate) static TERMS_CLAIMED: Table = Table {
    what: "table-claim-on-a-solution",
    keys: &[&[
        ANALYSIS,
        TYPE,
        Key("is", "Its terms are these and no others.", TERMS),
        Key("contains", "These terms are among its own, literal by literal.", TERMS),
        Key("covers", "Each of these lies within one of its terms.", TERMS),
        Key("contained_in", "Each of its terms lies within one of these.", TERMS),
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

/// The presence of a path.
pub(crate) static PATH_PRESENT: Table = Table {
    what: "table-claim-on-a-path",
    keys: &[&[
        ANALYSIS,
        TYPE,
        Key("path", "The path by its name under `paths`: one of its terms is there.", Shape::Word(".+")),
        EXPRESSION,
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

/// Core and peripheral conditions.
pub(crate) static STANDING: Table = Table {
    what: "table-claim-on-a-condition-part",
    keys: &[&[
        ANALYSIS,
        EXPRESSIONS,
        Key("path", "The path; every one with the condition where absent.", Shape::Expression),
    ]],
    required: &["analysis", "expression"],
    unless: None,
    later: &[],
};

/// Necessity.
pub(crate) static NECESSARY: Table = Table {
    what: "table-claim-on-necessity",
    keys: &[&[
        ANALYSIS,
        EXPRESSION,
        Key("consistency", "The least consistency; the analysis's cutoff where absent.", Shape::Number(UNIT)),
        Key("coverage", "The least coverage; the analysis's cutoff where absent.", Shape::Number(UNIT)),
        Key(
            "relevance",
            "The least relevance; the analysis's cutoff where absent, or 0.5 where that is 0.",
            Shape::Number(UNIT),
        ),
    ]],
    required: &["analysis", "expression"],
    unless: None,
    later: &[],
};

/// Parameters of fit.
pub(crate) static FIT: Table = Table {
    what: "table-claim-on-fit",
    keys: &[&[
        ANALYSIS,
        TYPE,
        Key("path", "The path; the whole solution where absent.", Shape::Expression),
        Key("consistency", "The least consistency.", Shape::Number(UNIT)),
        Key("pri", "The least PRI.", Shape::Number(UNIT)),
        Key("coverage", "The least coverage, of a path raw.", Shape::Number(UNIT)),
        Key("unique_coverage", "The least unique coverage of the path.", Shape::Number(UNIT)),
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

const STABLE_PATH: Key = Key("path", "The path; the whole solution where absent.", Shape::Expression);
const STABLE_CONSISTENCY: Key = Key(
    "consistency",
    "The least consistency in each group; that of the truth table where absent. A group without membership does not reach it.",
    Shape::Number(UNIT),
);

/// Consistency in periods.
pub(crate) static HOLDS_IN: Table = Table {
    what: "table-claim-on-periods",
    keys: &[&[
        ANALYSIS,
        TYPE,
        STABLE_PATH,
        STABLE_CONSISTENCY,
        Key(
            "time",
            "`all` periods, a list of periods, or {at_least: 4}.",
            Shape::OneOf(&[Shape::Choice(&["all"]), Shape::List(&Shape::Word(".+"), 1), Shape::Keys(&TIMES_AT_LEAST)]),
        ),
    ]],
    required: &["analysis", "time"],
    unless: None,
    later: &[],
};

/// A least number of periods.
pub(crate) static TIMES_AT_LEAST: Table = Table {
    what: "`time`",
    keys: &[&[Key("at_least", "At least this number of periods.", Shape::Count(1))]],
    required: &["at_least"],
    unless: None,
    later: &[],
};

/// Consistency within units.
pub(crate) static WITHIN: Table = Table {
    what: "table-claim-on-units",
    keys: &[&[
        ANALYSIS,
        TYPE,
        STABLE_PATH,
        STABLE_CONSISTENCY,
        Key("share", "At least this share of the units.", Shape::Number(UNIT)),
        Key("units", "At least this number of units.", Shape::Count(1)),
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

/// The number of contradictory rows or deviant cases.
pub(crate) static CONTRADICTION_COUNT: Table = Table {
    what: "table-claim-on-contradictions",
    keys: &[&[
        ANALYSIS,
        Key("count", "Exactly this number.", Shape::Count(0)),
        Key("at_least", "At least this number.", Shape::Count(0)),
        Key("at_most", "At most this number.", Shape::Count(0)),
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

/// The number of paths.
pub(crate) static PATH_COUNT: Table = Table {
    what: "table-claim-on-the-number-of-paths",
    keys: &[&[
        ANALYSIS,
        TYPE,
        Key("count", "Exactly this number.", Shape::Count(0)),
        Key("at_least", "At least this number.", Shape::Count(0)),
        Key("at_most", "At most this number.", Shape::Count(0)),
    ]],
    required: &["analysis"],
    unless: None,
    later: &[],
};

/// Combinations in paths.
pub(crate) static OCCURRENCE: Table = Table {
    what: "table-claim-on-what-paths-hold",
    keys: &[&[ANALYSIS, TYPE, EXPRESSIONS]],
    required: &["analysis", "expression"],
    unless: None,
    later: &[],
};

/// An order of paths.
pub(crate) static RANKING: Table = Table {
    what: "table-claim-on-the-order-of-paths",
    keys: &[&[
        ANALYSIS,
        TYPE,
        Key(
            "by",
            "The parameter that falls from one to the next; raw coverage where absent.",
            Shape::Choice(&["consistency", "pri", "coverage", "unique_coverage"]),
        ),
        Key("order", "The paths.", Shape::List(&Shape::Expression, 2)),
    ]],
    required: &["analysis", "order"],
    unless: None,
    later: &[],
};

const ALTERNATIVES: Shape = Shape::OneOf(&[Shape::Choice(&["all"]), Shape::List(&Shape::Word(".+"), 1)]);

/// Coverage of the robust core.
pub(crate) static ROBUST_CORE: Table = Table {
    what: "table-claim-on-the-robust-core",
    keys: &[&[
        ANALYSIS,
        Key("alternatives", "Named alternatives by id, or every one with the same cases and outcome.", ALTERNATIVES),
        Key("coverage", "The least coverage of the outcome by the robust core.", Shape::Number(UNIT)),
        Key("rf_cov", "The least share of the solution's coverage that the robust core has.", Shape::Number(UNIT)),
    ]],
    required: &["analysis", "alternatives"],
    unless: None,
    later: &[],
};

/// Survival in the multiverse.
pub(crate) static SURVIVES: Table = Table {
    what: "table-claim-on-survival",
    keys: &[&[
        ANALYSIS,
        Key("path", "The path by its name under `paths`, of which one term is enough.", Shape::Word(".+")),
        Key("expression", "The path as a term; the whole solution where no path is named.", Shape::Expression),
        Key("necessary", "A necessary condition.", Shape::Expression),
        Key(
            "as",
            "The results that count: the same solution or path, which is the default; for a solution the same \
             core, for a path one within it or one that contains it; or any that is related.",
            Shape::Choice(&["exact", "core", "narrower", "wider", "related"]),
        ),
        Key("at_least", "The least share of universes.", Shape::Number(UNIT)),
    ]],
    required: &["analysis", "at_least"],
    unless: None,
    later: &[],
};

/// Other decisions.
pub(crate) static ACROSS: Table = Table {
    what: "`across`",
    keys: &[DECISIONS, &[Key("alternatives", "Named alternatives by id, or all of them.", ALTERNATIVES)]],
    required: &[],
    unless: None,
    later: &[],
};

const NCA_ANALYSIS: Key = Key("analysis", "The necessary condition analysis.", Shape::Word(".+"));
const NCA_CONDITION: Key = Key("condition", "The condition.", Shape::Word(".+"));
const NCA_CEILING: Key = Key("ceiling", "The ceiling; the one that decides where absent.", Shape::Word(".+"));

/// The effect of a condition in degree.
pub(crate) static NCA_CLAIM: Table = Table {
    what: "table-claim-on-an-effect-size",
    keys: &[&[
        NCA_ANALYSIS,
        NCA_CONDITION,
        NCA_CEILING,
        Key("effect_size", "The smallest effect size.", Shape::Number(UNIT)),
        Key("p_below", "A value that p lies below.", Shape::Number(UNIT)),
    ]],
    required: &["analysis", "condition"],
    unless: None,
    later: &[],
};

/// A level of a bottleneck table.
pub(crate) static NCA_LEVEL: Table = Table {
    what: "table-claim-on-a-bottleneck",
    keys: &[&[
        NCA_ANALYSIS,
        NCA_CONDITION,
        NCA_CEILING,
        Key("outcome", "The level of the outcome, in the scale of the bottleneck table.", Shape::Number(ANY)),
        Key("at_least", "The least that the demanded level of the condition is, in its scale.", Shape::Number(ANY)),
        Key("at_most", "The most that it is.", Shape::Number(ANY)),
    ]],
    required: &["analysis", "condition", "outcome"],
    unless: None,
    later: &[],
};
