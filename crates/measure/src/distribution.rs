//! Distributions of test statistics, identical to the bit on every platform: only `libm` and arithmetic.
//!
//! The error is at most 1e-12 of the value, in the small tail too. Degrees of freedom are at least ½ and need not be
//! whole.

mod beta;
mod gamma;
mod saddle;
mod tails;

use saddle::poisson;

/// Probability that a standard normal variable exceeds `z`.
pub(crate) fn normal_above(z: f64) -> f64 {
    libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// Probability that a χ² variable with `df` degrees of freedom exceeds `value`.
pub(crate) fn chi_square_above(value: f64, df: f64) -> f64 {
    gamma::tails(df / 2.0, value / 2.0).above
}

/// Probability that a χ² variable with `df` degrees of freedom is at most `value`.
fn chi_square_below(value: f64, df: f64) -> f64 {
    gamma::tails(df / 2.0, value / 2.0).below
}

/// Probability that a noncentral χ² variable is at most `value`: central ones mixed with Poisson weights (Patnaik
/// 1949), from the heaviest outwards.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "weights beyond 2^52 never matter"
)]
pub(crate) fn noncentral_chi_square_below(value: f64, df: f64, noncentrality: f64) -> f64 {
    let mean = noncentrality / 2.0;
    let term = |j: u64| {
        let weight = poisson(j as f64, mean);
        (weight > NEGLIGIBLE).then(|| weight * chi_square_below(value, df + 2.0 * j as f64))
    };
    let heaviest = libm::floor(mean) as u64;
    let upwards: f64 = (heaviest..).map_while(term).sum();
    upwards + (0..heaviest).rev().map_while(term).sum::<f64>()
}

/// The Poisson weight at which the sum is truncated.
const NEGLIGIBLE: f64 = 1e-17;

/// Probability that a variable of Student's t with `df` degrees of freedom is further from 0 than `t`, on either side.
pub(crate) fn t_beyond(t: f64, df: f64) -> f64 {
    let square = t * t;
    beta::tails(df / 2.0, 0.5, df / (df + square), square / (df + square)).below
}

/// The value that a variable of Fisher's F, with these degrees of freedom of numerator and denominator, exceeds with
/// probability 1 − `probability`, which lies in (0, 1).
pub(crate) fn f_quantile(probability: f64, (numerator, denominator): (f64, f64)) -> f64 {
    let reached = |value: f64| {
        let (first, second) = (numerator * value, denominator);
        let share = (first / (first + second), second / (first + second));
        let tails = beta::tails(numerator / 2.0, denominator / 2.0, share.0, share.1);
        if probability < 0.5 { tails.below >= probability } else { tails.above <= 1.0 - probability }
    };
    least(reached)
}

/// The least positive number at which a condition holds that holds for all larger numbers.
pub(crate) fn least(reached: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while high < f64::INFINITY && !reached(high) {
        (low, high) = (high, high * 2.0);
    }
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return high;
        }
        if reached(middle) { high = middle } else { low = middle }
    }
}

#[cfg(test)]
mod tests;
