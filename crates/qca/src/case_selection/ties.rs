//! Ties in lists of cases and pairs.

/// Marks neighbours of a sorted list that rank the same.
pub(super) fn mark_ties<T, K: PartialEq>(list: &mut [T], key: impl Fn(&T) -> K, mark: impl Fn(&mut T, bool)) {
    let keys: Vec<K> = list.iter().map(key).collect();
    for (at, one) in list.iter_mut().enumerate() {
        let is_same = |other: usize| keys.get(other) == keys.get(at);
        mark(one, at + 1 < keys.len() && is_same(at + 1) || at > 0 && is_same(at - 1));
    }
}
