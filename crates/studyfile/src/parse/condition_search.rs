//! Parses the search over sets of conditions.

use crate::fields::{Fields, count};
use crate::grammar::CONDITION_SEARCH;
use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::config::ConditionSearch;
use equifinal_study::say;

/// Reads `condition_search` of an analysis with this number of conditions.
pub(super) fn read(node: &Node, conditions: usize, problems: &Problems) -> Option<ConditionSearch> {
    let fields = Fields::open(node, &CONDITION_SEARCH, problems)?;
    let size = |key: &str| usize::try_from(count(fields.get(key)?, 1, key, problems)?).ok();
    let (from, to) = (size("from").unwrap_or(1), size("to"));
    let to = to?;
    if from > to {
        fields.blame("from", say!("search-from", from, to));
    } else if to > conditions && conditions > 0 {
        fields.blame("to", say!("search-to", to, conditions));
    }
    Some(ConditionSearch { from, to })
}
