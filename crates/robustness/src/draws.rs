//! Keys of random draws: the study, its seed, and the task's name.

use equifinal_study::draws::Draws;

/// Draw number `draw` of a task.
pub(crate) fn stream(study: &str, seed: u64, task: &str, draw: u64) -> Draws {
    Draws::keyed(key(study, seed, task), draw)
}

/// 256 bits of study, seed and task: four FNV-1a hashes (Fowler, Noll & Vo) with different starts, mixed at the end.
pub(crate) fn key(study: &str, seed: u64, task: &str) -> [u8; 32] {
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
pub(crate) fn mixed(x: u64) -> u64 {
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
}
