//! Keys of coincidence analyses.

use equifinal_study::config::Finder;

use super::{Key, POSITIVE, Shape, Table, UNIT};

const NUMBER: Shape = Shape::Number(UNIT);
const NAMES: Shape = Shape::List(&Shape::Word(".+"), 1);

/// A coincidence analysis.
pub(crate) static CHAIN: Table = Table {
    what: "table-chain",
    keys: &[&[
        Key("factors", "The sets among which causes and effects are sought.", Shape::List(&Shape::Word(".+"), 2)),
        Key(
            "outcomes",
            "The outcomes to explain, as sets, negations or levels; every factor may be one where absent.",
            Shape::List(&Shape::Expression, 1),
        ),
        Key(
            "order",
            "Groups of factors, earliest first: a factor is never caused by one of a later group. Factors in no group \
             come first.",
            Shape::List(&NAMES, 1),
        ),
        Key("strict", "`true`: factors of one group do not cause each other; false where absent.", Shape::Truth),
        Key("exogenous", "Factors that are no outcomes.", NAMES),
        Key(
            "exclude",
            "Sets, negations or levels that are never causes, by outcome: {D: [~A, B]}.",
            Shape::Named(&Shape::List(&Shape::Expression, 1)),
        ),
        Key("acyclic", "`true` leaves structures with a cycle out; false where absent.", Shape::Truth),
        Key(
            "frequency",
            "The fewest cases with the same values of all factors; cases of rarer configurations are left out; 1 where \
             absent.",
            Shape::Count(1),
        ),
        Key("consistency", "The sufficiency that conditions and models must reach; 1 where absent.", CUT),
        Key(
            "sufficient_at_least",
            "The consistency that a condition must reach before it may be part of a model; that of models where absent.",
            NUMBER,
        ),
        Key("coverage", "The necessity that models must reach; 1 where absent.", CUT),
        Key(
            "redundant",
            "`true` keeps models from which a literal can be left out without changing the configurations they allow, \
             as R `causalChain` does; false where absent.",
            Shape::Truth,
        ),
        Key(
            "qca",
            "`true` also minimises the truth table of every outcome, with the factors that may cause it as conditions; \
             false where absent.",
            Shape::Truth,
        ),
        Key(
            "optimum",
            "`true` computes the best consistency and coverage that any disjunction of crisp or multi-value factors can \
             have, with the shortest disjunctions that have it; false where absent.",
            Shape::Truth,
        ),
        Key("most", "The bounds of the search; none where absent.", Shape::Keys(&MOST_COMPLEX)),
        Key(
            "robustness",
            "Scores every model by its agreement with those found with other cutoffs of consistency and coverage.",
            Shape::Keys(&CUTOFF_GRID),
        ),
    ]],
    required: &["factors"],
    unless: None,
    later: &[],
};

const CUT: Shape = Shape::Keys(&FIT_CUT);

/// A measure of fit and its cutoff.
pub(crate) static FIT_CUT: Table = Table {
    what: "table-fit-cut",
    keys: &[&[
        Key(
            "measure",
            "The family of the measure; standard where absent.",
            Shape::Choice(&["standard", "contrapositive", "antecedent_adjusted", "prevalence_adjusted"]),
        ),
        Key("at_least", "The value to reach.", NUMBER),
    ]],
    required: &["at_least"],
    unless: None,
    later: &[],
};

/// The bounds of the search.
pub(crate) static MOST_COMPLEX: Table = Table {
    what: "table-most",
    keys: &[&[
        Key("literals", "The most literals of a term.", Shape::Count(1)),
        Key("terms", "The most terms of a model.", Shape::Count(1)),
        Key("complexity", "The most literals of a model.", Shape::Count(1)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Cutoffs at equal distances.
pub(crate) static CUTOFF_GRID: Table = Table {
    what: "table-cutoff-grid",
    keys: &[&[
        Key("from", "The lowest cutoff.", NUMBER),
        Key("to", "The highest cutoff.", NUMBER),
        Key("step", "The distance between cutoffs.", Shape::Number(POSITIVE)),
    ]],
    required: &["from", "to", "step"],
    unless: None,
    later: &[],
};

/// A claim about the methods that find a term.
pub(crate) static FOUND_BY: Table = Table {
    what: "table-claim-on-methods",
    keys: &[&[
        Key("chain", "The coincidence analysis.", Shape::Word(".+")),
        Key("outcome", "The outcome, one of the analysis.", Shape::Expression),
        Key("expression", "The term.", Shape::Expression),
        Key(
            "methods",
            "The methods that have the term in a listed model; all where absent. `qca` is the interpreted solution of \
             an analysis of the same outcome, or the truth table that the coincidence analysis minimises.",
            Shape::List(&Shape::Choice(&Finder::NAMES), 1),
        ),
    ]],
    required: &["chain", "outcome", "expression"],
    unless: None,
    later: &[],
};
