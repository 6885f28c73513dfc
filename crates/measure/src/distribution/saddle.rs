//! Poisson and binomial probabilities by the saddle-point expansion (Loader 2000, "Fast and accurate computation of
//! binomial probabilities"): no large logarithms cancel one another, so that no digits are lost for large counts.
//!
//! Counts need not be whole: these are the leading factors of the incomplete gamma and beta functions too.

use std::f64::consts::TAU;

/// The mass of a Poisson variable at `count`: e^(−mean) mean^count / Γ(count + 1).
pub(super) fn poisson(count: f64, mean: f64) -> f64 {
    if count == 0.0 {
        return libm::exp(-mean);
    }
    if mean == 0.0 {
        return 0.0;
    }
    libm::exp(-stirling_error(count) - deviance(count, mean)) / libm::sqrt(TAU * count)
}

/// The mass of a binomial variable at `first` successes and `second` failures, with probabilities `p` and `q` = 1 − `p`:
/// p^first q^second Γ(first + second + 1) / (Γ(first + 1) Γ(second + 1)). Counts and probabilities are above 0.
pub(super) fn binomial((first, second): (f64, f64), (p, q): (f64, f64)) -> f64 {
    let all = first + second;
    let errors = stirling_error(all) - stirling_error(first) - stirling_error(second);
    let deviances = deviance(first, all * p) + deviance(second, all * q);
    libm::exp(errors - deviances) * libm::sqrt(all / (TAU * first * second))
}

/// ln Γ(n + 1) − ((n + ½) ln n − n + ½ ln 2π), for n above 0: Stirling's series from 16 on, by recurrence below.
fn stirling_error(count: f64) -> f64 {
    let (mut from, mut error) = (count, 0.0);
    while from < 16.0 {
        error += (from + 0.5) * libm::log1p(1.0 / from) - 1.0;
        from += 1.0;
    }
    let square = from * from;
    // Coefficients B₂ₖ / (2k(2k − 1)) of DLMF 5.11.1.
    let series = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    error + series.iter().rev().fold(0.0, |sum, coefficient| sum / square + coefficient) / from
}

/// count · ln(count / mean) + mean − count, at least 0; by a series where the two are close.
fn deviance(count: f64, mean: f64) -> f64 {
    let apart = mean - count;
    let relative = apart / (mean + count);
    if relative.abs() >= 0.1 {
        return count * libm::log(count / mean) + apart;
    }
    // ln(mean / count) = 2 artanh(relative) = 2 Σ relative^(2k + 1) / (2k + 1); its first term cancels in `apart`, the ninth
    // and later are below half a digit.
    let square = relative * relative;
    let rest = (1..9_u32).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 1));
    apart * relative - 2.0 * count * relative * square * rest
}
