//! Random draws that depend on nothing but their name: neither thread, platform nor the version of a library.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// The source of the draws of one task.
#[derive(Debug, Clone)]
pub(crate) struct Draws(ChaCha8Rng);

impl Draws {
    /// Draw number `draw` of the task `name`: ChaCha8 keyed with the SHA-256 of the name, one stream a draw.
    pub(crate) fn new(name: &str, draw: u64) -> Self {
        let mut source = ChaCha8Rng::from_seed(Sha256::digest(name.as_bytes()).into());
        source.set_stream(draw);
        Self(source)
    }

    /// A whole number in `0..below`, all equally likely; 0 where `below` is 0 (Lemire 2019, with rejection).
    pub(crate) fn index(&mut self, below: usize) -> usize {
        let below = below as u64;
        let refused = below.wrapping_neg().checked_rem(below).unwrap_or_default();
        loop {
            let product = u128::from(self.0.next_u64()) * u128::from(below);
            let (high, low) = ((product >> 64) as u64, product as u64);
            if low >= refused {
                return usize::try_from(high).unwrap_or_default();
            }
        }
    }

    /// A number inside (0, 1), from 53 bits.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double")]
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A standard normal number (Box & Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_the_same_for_ever_and_differ_by_name_and_number() {
        let five = |name: &str, draw: u64| {
            let mut draws = Draws::new(name, draw);
            (0..5).map(|_| draws.index(1000)).collect::<Vec<_>>()
        };
        assert_eq!(five("equifinal", 0), VECTOR);
        assert_ne!(five("equifinal", 1), VECTOR);
        assert_ne!(five("other", 0), VECTOR);
    }

    const VECTOR: [usize; 5] = [157, 279, 795, 760, 36];

    #[test]
    fn indices_are_even_and_normals_standard() {
        let mut draws = Draws::new("evenness", 0);
        let mut counts = [0_u32; 6];
        (0..60_000).for_each(|_| counts[draws.index(6)] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        let normals: Vec<f64> = (0..20_000).map(|_| draws.normal()).collect();
        let found = crate::descriptives::describe(&normals).unwrap();
        assert!(
            found.mean.abs() < 0.03 && (found.sd.unwrap() - 1.0).abs() < 0.03 && found.kurtosis.unwrap().abs() < 0.15
        );
        assert_eq!(Draws::new("none", 0).index(0), 0);
    }
}
