//! The periods or units in which a claimed consistency is not reached.

use equifinal_robustness::claims::Found;

use crate::names::Names;

/// Maximum number of periods or units named for a claim.
const MOST_GROUPS: usize = 5;

/// The periods or units that do not reach the consistency.
pub(super) fn missed(found: &Found, names: Names<'_>) -> String {
    let Found::Groups { missed, reached, of, least, times } = found else { return String::new() };
    let speaker = names.speaker;
    let shown = missed.iter().take(MOST_GROUPS);
    let shown = shown.map(|(name, value)| format!("{} {}", names.data(name), speaker.ratio(*value)));
    let args = [
        ("reached", (*reached).into()),
        ("of", (*of).into()),
        ("least", (*least).into()),
        ("missed", speaker.list(shown).into()),
        ("more", missed.len().saturating_sub(MOST_GROUPS).into()),
    ];
    speaker.say_of(if *times { "found-periods" } else { "found-units" }, &args)
}
