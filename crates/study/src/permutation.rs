//! p-values of permutation tests.

/// The p-value of `reached` orders out of `tried` that are at least as extreme as the observed one. If the orders are
/// drawn and not all of them, the observed one counts among them, so that no p-value is 0 (Phipson & Smyth 2010).
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub fn p_value(reached: u64, tried: u64, exact: bool) -> f64 {
    if exact { reached as f64 / tried as f64 } else { (reached + 1) as f64 / (tried + 1) as f64 }
}

/// The standard error of a p-value from `tried` drawn orders.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub fn standard_error(p: f64, tried: u64) -> f64 {
    libm::sqrt(p * (1.0 - p) / tried as f64)
}

/// p-values adjusted for a family of tests, in their order (Holm 1979). Tests of the family whose p-values are not given
/// are taken to have larger ones.
#[expect(clippy::cast_precision_loss, reason = "a few tests")]
pub fn holm(p: &[f64], family: usize) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let (mut adjusted, mut highest) = (vec![1.0; p.len()], 0.0_f64);
    for (tested, place) in order.into_iter().enumerate() {
        highest = highest.max((p[place] * family.saturating_sub(tested) as f64).min(1.0));
        adjusted[place] = highest;
    }
    adjusted
}

/// p-values adjusted so that the expected share of false discoveries is controlled, in their order (Benjamini & Hochberg
/// 1995). Tests of the family whose p-values are not given are taken to have larger ones.
#[expect(clippy::cast_precision_loss, reason = "a few tests")]
pub fn benjamini_hochberg(p: &[f64], family: usize) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let (mut adjusted, mut lowest) = (vec![1.0; p.len()], 1.0_f64);
    for (tested, place) in order.into_iter().enumerate().rev() {
        lowest = lowest.min(p[place] * family.max(p.len()) as f64 / (tested + 1) as f64);
        adjusted[place] = lowest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holm_adjusts_in_the_order_of_p() {
        assert_eq!(holm(&[0.01, 0.04, 0.03], 3), [0.03, 0.06, 0.06]);
        assert_eq!(holm(&[0.01, 0.04], 4), [0.04, 0.12]);
        assert_eq!(holm(&[0.5, 0.9], 2), [1.0, 1.0]);
        assert_eq!(holm(&[], 0), Vec::<f64>::new());
    }

    /// Values of R `p.adjust(method = "BH")`.
    #[test]
    fn false_discoveries_are_controlled() {
        let close = |p: &[f64], family, expected: &[f64]| {
            let found = benjamini_hochberg(p, family);
            let near = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-12);
            assert!(near && found.len() == expected.len(), "{found:?}");
        };
        close(&[0.01, 0.04, 0.03], 3, &[0.03, 0.04, 0.04]);
        close(&[0.01, 0.04], 4, &[0.04, 0.08]);
        close(&[0.5, 0.9], 2, &[0.9, 0.9]);
        close(&[0.9, 0.001, 0.02, 0.02], 4, &[0.9, 0.004, 0.08 / 3.0, 0.08 / 3.0]);
        close(&[], 0, &[]);
    }

    #[test]
    fn a_drawn_p_value_counts_the_observed_order() {
        assert_eq!((p_value(0, 99, false), p_value(3, 6, true)), (0.01, 0.5));
        assert_eq!(standard_error(0.5, 100), 0.05);
    }
}
