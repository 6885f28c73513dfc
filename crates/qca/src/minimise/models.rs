//! The models of a chart, counted exactly, and listed up to a limit.

use super::chart::Column;

/// The models of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Models {
    /// Number of models, or a lower bound of it.
    pub count: u128,
    /// True if the number is exact.
    pub exact: bool,
    /// The models as ascending indices of prime implicants: shorter ones first, then in lexicographic order.
    pub listed: Vec<Vec<u32>>,
}

impl Models {
    /// No model.
    pub(super) fn none() -> Self {
        Self { count: 0, exact: true, listed: Vec::new() }
    }

    /// One model for each prime implicant of a column; the first `most` are listed.
    pub(super) fn of_column(column: &Column, most: usize) -> Self {
        let listed = column.members.iter().take(most).map(|&member| vec![member]).collect();
        Self { count: column.members.len() as u128, exact: true, listed }
    }

    /// The models of independent parts combined, one model from every part; the first `most` are listed.
    pub fn joined<'a>(parts: impl IntoIterator<Item = &'a Self>, most: usize) -> Self {
        let (parts, alone): (Vec<&Self>, Vec<&Self>) = parts.into_iter().partition(|part| part.count > 1);
        let none = Self { count: 1, exact: true, listed: vec![Vec::new()] };
        let mut all = parts.into_iter().fold(none, |all, part| all.times(part, most));
        // What is in every model changes nothing in the order of models.
        all.exact &= alone.iter().all(|part| part.exact);
        for model in &mut all.listed {
            model.extend(alone.iter().flat_map(|part| part.listed.iter().flatten()));
            model.sort_unstable();
        }
        all
    }

    /// Every model of one part with every model of another.
    ///
    /// A pair follows all pairs of earlier or equal models on both sides, so that few need to be examined.
    fn times(&self, part: &Self, most: usize) -> Self {
        let mut listed = Vec::new();
        for (before, left) in self.listed.iter().take(most).enumerate() {
            for right in part.listed.iter().take(most / (before + 1)) {
                let mut model = [&left[..], right].concat();
                model.sort_unstable();
                listed.push(model);
            }
        }
        let count = self.count.checked_mul(part.count);
        let exact = count.is_some() && self.exact && part.exact;
        let mut joined = Self { count: count.unwrap_or(u128::MAX), exact, listed };
        joined.cut(most);
        joined
    }

    /// Sorts the list, and drops all but the first `most`.
    pub(super) fn cut(&mut self, most: usize) {
        self.listed.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        self.listed.truncate(most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of three independent parts start with the first models in order, for any list length.
    #[test]
    fn joined_lists_start_with_the_first_in_order() {
        let part = |listed: &[&[u32]]| {
            let listed: Vec<Vec<u32>> = listed.iter().map(|model| model.to_vec()).collect();
            Models { count: listed.len() as u128, exact: true, listed }
        };
        let parts = [part(&[&[0, 7], &[2, 3], &[2, 9]]), part(&[&[4]]), part(&[&[1], &[5], &[6, 8], &[10, 11]])];
        let all = Models::joined(&parts, 100);
        assert_eq!((all.count, all.listed.len()), (12, 12));
        assert!(all.listed.is_sorted_by_key(|model| (model.len(), model.clone())), "{:?}", all.listed);
        for most in 1..12 {
            let some = Models::joined(&parts, most);
            assert_eq!((some.count, &some.listed[..]), (12, &all.listed[..most]));
        }
    }
}
