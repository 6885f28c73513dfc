//! The meanings of the signs of configuration charts.

use equifinal_qca::core::{Discrimination, Standing};

use crate::messages::Speaker;

/// All kinds of literals that have a sign, in the order of legends: the standing, and presence.
pub(crate) const KINDS: [(Standing, bool); 6] = [
    (Standing::Always, true),
    (Standing::Always, false),
    (Standing::Sometimes, true),
    (Standing::Sometimes, false),
    (Standing::Never, true),
    (Standing::Never, false),
];

/// The meaning of a literal's sign; where the core is not known it says presence or absence alone.
pub(crate) fn meaning(speaker: &Speaker, (standing, present): (Standing, bool), known: Discrimination) -> String {
    speaker.say(match (known, standing, present) {
        (Discrimination::Unknown, _, true) => "sign-present",
        (Discrimination::Unknown, _, false) => "sign-absent",
        (_, Standing::Always, true) => "sign-core-present",
        (_, Standing::Always, false) => "sign-core-absent",
        (_, Standing::Sometimes, true) => "sign-sometimes-present",
        (_, Standing::Sometimes, false) => "sign-sometimes-absent",
        (_, Standing::Never, true) => "sign-peripheral-present",
        (_, Standing::Never, false) => "sign-peripheral-absent",
    })
}
