//! Random draws that depend only on a key and a number, not on thread, shard, order or platform.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The source of one draw of a task.
#[derive(Debug, Clone)]
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// Draw number `draw` of the task with this key: one stream of ChaCha8 per draw.
    pub fn keyed(key: [u8; 32], draw: u64) -> Self {
        let mut source = ChaCha8Rng::from_seed(key);
        source.set_stream(draw);
        Self(source)
    }

    /// A uniform integer in `0..below`; 0 if `below` is 0 (Lemire 2019, with rejection).
    pub fn index(&mut self, below: usize) -> usize {
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
    pub fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A standard normal number (Box & Muller 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(self.uniform()));
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// Puts values into a random order (Fisher & Yates 1938; Durstenfeld 1964).
    pub fn shuffle<T>(&mut self, values: &mut [T]) {
        for last in (1..values.len()).rev() {
            let other = self.index(last + 1);
            values.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_even_and_normal() {
        let mut draws = Draws::keyed([7; 32], 0);
        let mut counts = [0_u32; 6];
        (0..60_000).for_each(|_| counts[draws.index(6)] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..20_000 {
            let normal = draws.normal();
            sum += normal;
            squares += normal * normal;
        }
        assert!((sum / 20_000.0_f64).abs() < 0.03 && (squares / 20_000.0_f64 - 1.0).abs() < 0.05);
        let mut order: Vec<usize> = (0..50).collect();
        draws.shuffle(&mut order);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(order != sorted && sorted == (0..50).collect::<Vec<_>>());
    }
}
