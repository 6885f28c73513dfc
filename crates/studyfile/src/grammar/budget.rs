//! Keys of work limits.

use super::{Key, Shape, Table};

/// Work limits of a run.
pub(crate) static BUDGET: Table = Table {
    what: "`budget`",
    keys: &[&[
        Key("models", "Models of a solution that are listed; 1000 where absent.", Shape::Count(1)),
        Key("prime_implicants", "Prime implicants of a solution; 1000000 where absent.", Shape::Count(1)),
        Key("complement", "Terms of what a solution may not cover; 1000000 where absent.", Shape::Count(1)),
        Key(
            "search",
            "Columns of the prime-implicant chart looked at in search of models; 200000000 where absent.",
            Shape::Count(1),
        ),
        Key("universes", "Universes of a multiverse that a run goes through; 1000000 where absent.", Shape::Count(1)),
        Key(
            "intervals",
            "Intervals of an anchor looked at for a range, or to prove a claim; 20000 where absent.",
            Shape::Count(1),
        ),
        Key("combinations", "Combinations of cutoffs tried for one claim; 100000 where absent.", Shape::Count(1)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};
