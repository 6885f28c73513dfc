//! Parses work limits.

use crate::fields::{Fields, count};
use crate::grammar::BUDGET;
use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::config::Budget;
use equifinal_study::say;

/// The study's limits, with defaults for the rest.
pub(super) fn read(node: Option<&Node>, problems: &Problems) -> Budget {
    let usual = Budget::default();
    let Some(fields) = node.and_then(|node| Fields::open(node, &BUDGET, problems)) else { return usual };
    let limit_to = |most: u64, name, usual: u64| {
        let Some(limit) = fields.get(name).and_then(|node| count(node, 1, name, problems)) else { return usual };
        if limit > most {
            fields.blame(name, say!("budget-too-large", name, limit, most));
        }
        limit
    };
    let limit = |name, usual| limit_to(Budget::MOST, name, usual);
    let size_to = |most, name, usual: usize| usize::try_from(limit_to(most, name, usual as u64)).unwrap_or(usize::MAX);
    let size = |name, usual| size_to(Budget::MOST, name, usual);
    Budget {
        models: size("models", usual.models),
        prime_implicants: size("prime_implicants", usual.prime_implicants),
        complement: size("complement", usual.complement),
        search: limit("search", usual.search),
        universes: limit("universes", usual.universes),
        intervals: size("intervals", usual.intervals),
        combinations: size_to(Budget::MOST_COMBINATIONS, "combinations", usual.combinations),
    }
}
