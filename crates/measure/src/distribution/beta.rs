//! The regularised incomplete beta function.

use super::saddle::binomial;
use super::tails::Tails;

/// I_x(a, b) and its complement, for `a` and `b` of at least ¼; `y` is 1 − `x`, given apart so that none of its digits
/// are lost where `x` is close to 1.
pub(super) fn tails(a: f64, b: f64, x: f64, y: f64) -> Tails {
    if x <= 0.0 {
        Tails::from_below(0.0)
    } else if y <= 0.0 {
        Tails::from_above(0.0)
    } else if x > (a + 1.0) / (a + b + 2.0) {
        below((b, a), (y, x)).swapped()
    } else {
        below((a, b), (x, y))
    }
}

fn below((a, b): (f64, f64), (x, y): (f64, f64)) -> Tails {
    Tails::from_below(binomial((a, b), (x, y)) * a * b / ((a + b) * fraction((a, b), (x, y))))
}

/// The continued fraction of DiDonato & Morris (1992, equation 9), the even part of DLMF 8.17.22, by the ratios of its
/// convergents (Lentz 1976). Written with `y`, it loses no digits where `x` is close to 1.
fn fraction((a, b): (f64, f64), (x, y): (f64, f64)) -> f64 {
    let whole = |n: f64| {
        let shifted = a * y - b * x + 1.0 + n * (1.0 + y);
        n + n * (b - n) * x / (a + 2.0 * n - 1.0) + (a + n) * shifted / (a + 2.0 * n + 1.0)
    };
    let first = a * (a * y - b * x + 1.0) / (a + 1.0);
    let (mut value, mut numerators, mut denominators) = (first, first, 0.0);
    for step in 1..ROUNDS {
        let n = f64::from(step);
        let divisor = a + 2.0 * n - 1.0;
        let part = (a + n - 1.0) * (a + b + n - 1.0) / divisor * (n * (b - n) * x * x / divisor);
        numerators = whole(n) + part / numerators;
        denominators = 1.0 / (whole(n) + part * denominators);
        let factor = numerators * denominators;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// Steps after which the fraction is taken as it is; it needs about the root of the larger of `a` and `b`.
const ROUNDS: u32 = 1_000_000;
