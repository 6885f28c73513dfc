//! The regularised incomplete gamma function.

use super::saddle::poisson;
use super::tails::Tails;

/// P(a, x) and Q(a, x) for `a` of at least ¼: the series DLMF 8.7.1 below the mean, the continued fraction 8.9.2 above.
pub(super) fn tails(a: f64, x: f64) -> Tails {
    if x <= 0.0 {
        Tails::from_below(0.0)
    } else if x == f64::INFINITY {
        Tails::from_above(0.0)
    } else if x < a + 1.0 {
        Tails::from_below(poisson(a, x) * series(a, x))
    } else {
        Tails::from_above(poisson(a, x) * a / fraction(a, x))
    }
}

/// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
fn series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut divisor) = (1.0, 1.0, a);
    loop {
        divisor += 1.0;
        term *= x / divisor;
        let next = sum + term;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …)), by the ratios of its convergents (Lentz 1976).
fn fraction(a: f64, x: f64) -> f64 {
    let mut whole = x + 1.0 - a;
    let (mut value, mut numerators, mut denominators) = (whole, whole, 0.0);
    for step in 1..ROUNDS {
        let step = f64::from(step);
        let part = step * (a - step);
        whole += 2.0;
        numerators = whole + part / numerators;
        denominators = 1.0 / (whole + part * denominators);
        let factor = numerators * denominators;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// Steps after which the fraction is taken as it is; it needs about the root of `a`.
const ROUNDS: u32 = 1_000_000;
