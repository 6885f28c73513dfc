//! The distinct orders of some values: their number, and each by its number.

/// The distinct orders of some values.
#[derive(Debug, Clone)]
pub struct Orders {
    /// Each value once, ascending.
    values: Vec<f64>,
    /// The frequency of each.
    times: Vec<u64>,
    count: u64,
}

impl Orders {
    /// The distinct orders of `values`; `None` if their number exceeds 64 bits.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (mut values, mut times, mut count, mut placed) = (Vec::new(), Vec::new(), 1_u128, 0_u128);
        for equal in sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
            // The multinomial coefficient, one factor after another: every partial product is a whole number.
            for one in 1..=equal.len() as u128 {
                placed += 1;
                count = count * placed / one;
                if count > u128::from(u64::MAX) {
                    return None;
                }
            }
            values.extend(equal.first());
            times.push(equal.len() as u64);
        }
        Some(Self { values, times, count: u64::try_from(count).ok()? })
    }

    /// Number of orders.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Writes order `number`, from 0, into `order`, which has a place for every value.
    pub fn write(&self, number: u64, order: &mut [f64]) {
        let (mut left, mut rest, mut orders) = (self.times.clone(), number, self.count);
        let mut places = order.len() as u64;
        for place in order {
            for (value, times) in self.values.iter().zip(&mut left) {
                // The orders in which this value comes next.
                let next = u128::from(orders) * u128::from(*times) / u128::from(places);
                let next = u64::try_from(next).unwrap_or(u64::MAX);
                if rest < next {
                    (*place, orders) = (*value, next);
                    *times -= 1;
                    break;
                }
                rest -= next;
            }
            places -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_distinct_order_has_a_number() {
        for (values, count) in [
            (vec![0.3], 1),
            (vec![1.0, 1.0, 1.0], 1),
            (vec![1.0, 0.0, 1.0, 0.0], 6),
            (vec![0.1, 0.7, 0.1, 0.9, 0.7, 0.1], 60),
            (vec![0.6, 0.5, 0.4, 0.3, 0.2], 120),
        ] {
            let orders = Orders::of(&values).unwrap();
            let order = |number| {
                let mut order = vec![0.0; values.len()];
                orders.write(number, &mut order);
                order
            };
            let all: Vec<Vec<f64>> = (0..orders.count()).map(order).collect();
            assert_eq!(all.len(), count, "{values:?}");
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{values:?}: {all:?}");
            let sorted = |mut order: Vec<f64>| {
                order.sort_unstable_by(f64::total_cmp);
                order
            };
            assert!(all.into_iter().all(|order| sorted(order) == sorted(values.clone())), "{values:?}");
        }
    }

    #[test]
    fn orders_beyond_64_bits_are_not_counted() {
        let different = |cases: u32| (0..cases).map(f64::from).collect::<Vec<_>>();
        assert_eq!(Orders::of(&different(20)).map(|orders| orders.count()), Some((1..=20).product()));
        assert!(Orders::of(&different(21)).is_none());
        let halves: Vec<f64> = (0..1000).map(|case| f64::from(case % 2)).collect();
        assert!(Orders::of(&halves).is_none());
    }
}
