//! Random draws that depend only on a key and a number, not on thread, shard, order or platform. The key is made of the
//! study, its seed, and the name of the task.

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

/// Draw number `draw` of a task.
pub fn stream(study: &str, seed: u64, task: &str, draw: u64) -> Draws {
    Draws::keyed(key(study, seed, task), draw)
}

/// 256 bits of study, seed and task: four FNV-1a hashes (Fowler, Noll & Vo) with different starts, mixed at the end.
pub fn key(study: &str, seed: u64, task: &str) -> [u8; 32] {
    let words = [study.as_bytes(), &[0], &seed.to_le_bytes(), &[0], task.as_bytes()];
    let mut key = [0; 32];
    for (start, part) in (1_u64..).zip(key.chunks_mut(8)) {
        let mut state = 0xcbf2_9ce4_8422_2325_u64 ^ mixed(start);
        for byte in words.iter().copied().flatten() {
            state = (state ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        part.copy_from_slice(&mixed(state).to_le_bytes());
    }
    key
}

/// Every bit of the result depends on every bit of `x` (the finaliser of SplitMix64; Steele, Lea & Flood 2014).
pub fn mixed(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_depend_only_on_study_seed_task_and_number() {
        let five = |study: &str, seed, task: &str, draw| {
            let mut source = stream(study, seed, task, draw);
            (0..5).map(|_| source.index(1_000_000)).collect::<Vec<_>>()
        };
        let first = five("study", 0, "bootstrap", 0);
        assert_eq!(first, five("study", 0, "bootstrap", 0));
        for other in [
            five("other", 0, "bootstrap", 0),
            five("study", 1, "bootstrap", 0),
            five("study", 0, "noise", 0),
            five("study", 0, "bootstrap", 1),
        ] {
            assert_ne!(first, other);
        }
    }

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
