//! Orders of the cases in a permutation test.

use equifinal_study::draws::Draws;

/// All distinct orders of `values` as permutations of the places, if there are at most `most`; in a fixed order.
pub(crate) fn all_orders(values: &[f64], most: u64) -> Option<Vec<Vec<usize>>> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut rank = 0;
    let mut ranks: Vec<(usize, usize)> = Vec::with_capacity(places.len());
    for (at, &place) in places.iter().enumerate() {
        if at > 0 && values[places[at - 1]] < values[place] {
            rank += 1;
        }
        ranks.push((rank, place));
    }
    if count(&ranks)? > most {
        return None;
    }
    let mut orders = Vec::new();
    loop {
        orders.push(ranks.iter().map(|(_, place)| *place).collect());
        if !advance(&mut ranks) {
            return Some(orders);
        }
    }
}

/// The number of distinct orders: a multinomial coefficient. `None` if it exceeds 64 bits.
fn count(ranks: &[(usize, usize)]) -> Option<u64> {
    let (mut count, mut run) = (1_u64, 0_u64);
    for (at, (rank, _)) in ranks.iter().enumerate() {
        run = if at > 0 && ranks[at - 1].0 == *rank { run + 1 } else { 1 };
        count = count.checked_mul(at as u64 + 1)? / run;
    }
    Some(count)
}

/// The next order in the lexicographic order of the ranks; false after the last (Knuth, algorithm L).
fn advance(ranks: &mut [(usize, usize)]) -> bool {
    let Some(pivot) = (1..ranks.len()).rev().find(|&at| ranks[at - 1].0 < ranks[at].0).map(|at| at - 1) else {
        return false;
    };
    let Some(other) = (pivot..ranks.len()).rev().find(|&at| ranks[pivot].0 < ranks[at].0) else { return false };
    ranks.swap(pivot, other);
    ranks[pivot + 1..].reverse();
    true
}

/// A random order of `cases` places: draw number `draw` of the task with this key. `order` is overwritten.
pub(crate) fn random_order(key: [u8; 32], draw: u64, cases: usize, order: &mut Vec<usize>) {
    order.clear();
    order.extend(0..cases);
    Draws::keyed(key, draw).shuffle(order);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinct_orders_are_counted_and_listed_once() {
        for (values, orders) in
            [(&[1.0, 2.0, 3.0][..], 6), (&[1.0, 1.0, 2.0], 3), (&[4.0, 4.0, 4.0], 1), (&[0.0, 0.0, 1.0, 1.0, 2.0], 30)]
        {
            let found = all_orders(values, 100).unwrap();
            let mut rows: Vec<Vec<u64>> =
                found.iter().map(|order| order.iter().map(|&place| values[place].to_bits()).collect()).collect();
            rows.sort();
            rows.dedup();
            assert_eq!((found.len(), rows.len()), (orders, orders), "{values:?}");
        }
        assert_eq!(all_orders(&[1.0, 2.0, 3.0], 5), None);
        assert_eq!(all_orders(&(0..40).map(f64::from).collect::<Vec<_>>(), u64::MAX), None);
    }
}
