//! Direct calibration with three anchors (Ragin 2008, *Redesigning Social Inquiry*, ch. 5), and bell shapes with six.
//!
//! The distance to the crossover, divided by the distance from the crossover to the anchor on the same side, is −1 at
//! the exclusion anchor, 0 at the crossover and 1 at the inclusion anchor, in rising and falling sets alike. R `QCA`
//! rounds memberships below 0.0001 to 0 and above 0.9999 to 1; here they are kept, so that cases beyond the anchors
//! keep their order and memberships have no jumps.

use equifinal_study::config::{Anchors, Shape};

/// Memberships in [0, 1] of `raw` values; 0.5 at the crossover.
///
/// Logistic: `idm` at the inclusion anchor and 1 − `idm` at the exclusion anchor. Linear and power: 1 and 0 there
/// and beyond. `anchors` must be in strict order, `idm` in (0.5, 1), exponents above 0.
pub fn memberships(raw: &[f64], anchors: Anchors, idm: f64, shape: Shape) -> Vec<f64> {
    let log_odds = libm::log(idm / (1.0 - idm));
    raw.iter().map(|&value| curve(position(value, anchors), log_odds, shape)).collect()
}

/// Memberships between two triples of anchors: the smaller of the two memberships.
///
/// The result is the intersection of two sets, and exactly 0.5 at either crossover. If the inner anchors are the
/// exclusion anchors, the set excludes the middle and the larger membership counts. Linear and power shapes are those
/// of R `QCA`, which has no logistic bell.
pub fn bell(raw: &[f64], low: Anchors, high: Anchors, idm: f64, shape: Shape) -> Vec<f64> {
    let rising = memberships(raw, low, idm, shape);
    let falling = memberships(raw, high, idm, shape);
    let join = if low.exclusion < low.inclusion { f64::min } else { f64::max };
    rising.into_iter().zip(falling).map(|(rising, falling)| join(rising, falling)).collect()
}

/// True if the anchors rise strictly or fall strictly.
pub fn are_in_order(anchors: Anchors) -> bool {
    let Anchors { exclusion, crossover, inclusion } = anchors;
    (exclusion < crossover && crossover < inclusion) || (exclusion > crossover && crossover > inclusion)
}

fn curve(position: f64, log_odds: f64, shape: Shape) -> f64 {
    match shape {
        Shape::Logistic => 1.0 / (1.0 + libm::exp(-log_odds * position)),
        Shape::Linear => 0.5 + 0.5 * position.clamp(-1.0, 1.0),
        Shape::Power { below, .. } if position < 0.0 => 0.5 * libm::pow((1.0 + position).max(0.0), below),
        Shape::Power { above, .. } => 1.0 - 0.5 * libm::pow((1.0 - position).max(0.0), above),
    }
}

fn position(value: f64, anchors: Anchors) -> f64 {
    let Anchors { exclusion, crossover, inclusion } = anchors;
    let beyond = if inclusion > crossover { value >= crossover } else { value <= crossover };
    let width = if beyond { inclusion - crossover } else { crossover - exclusion };
    (value - crossover) / width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_in_order_only_where_all_differ() {
        for (exclusion, crossover, inclusion, expected) in [
            (1.0, 2.0, 3.0, true),
            (3.0, 2.0, 1.0, true),
            (1.0, 1.0, 2.0, false),
            (1.0, 2.0, 2.0, false),
            (2.0, 2.0, 1.0, false),
            (2.0, 1.0, 1.0, false),
            (1.0, 3.0, 2.0, false),
            (1.0, 1.0, 1.0, false),
        ] {
            let anchors = Anchors { exclusion, crossover, inclusion };
            assert_eq!(are_in_order(anchors), expected, "{anchors:?}");
        }
    }
}
