//! What is read of how much work a run may do.

use crate::config::Budget;
use crate::fields::{Fields, count};
use crate::grammar::BUDGET;
use crate::problem::Problems;
use crate::tree::Node;

/// What the study sets, and the usual limits for the rest.
pub(super) fn read(node: Option<&Node>, problems: &Problems) -> Budget {
    let usual = Budget::default();
    let Some(fields) = node.and_then(|node| Fields::open(node, &BUDGET, problems)) else { return usual };
    let limit = |name, usual: u64| {
        let Some(limit) = fields.get(name).and_then(|node| count(node, 1, name, problems)) else { return usual };
        if limit > Budget::MOST {
            fields.blame(name, format!("`{name}` is {limit}: a budget can be set to {} at most", Budget::MOST));
        }
        limit
    };
    let size = |name, usual: usize| usize::try_from(limit(name, usual as u64)).unwrap_or(usize::MAX);
    Budget {
        models: size("models", usual.models),
        prime_implicants: size("prime_implicants", usual.prime_implicants),
        complement: size("complement", usual.complement),
        search: limit("search", usual.search),
        universes: limit("universes", usual.universes),
        intervals: size("intervals", usual.intervals),
    }
}
