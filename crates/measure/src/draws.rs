//! Keys of random streams: the SHA-256 of a task's name.

use equifinal_study::draws::Draws;
use sha2::{Digest, Sha256};

/// Draw number `draw` of the task `name`.
pub(crate) fn stream(name: &str, draw: u64) -> Draws {
    Draws::keyed(Sha256::digest(name.as_bytes()).into(), draw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_the_same_for_ever_and_differ_by_name_and_number() {
        let five = |name: &str, draw: u64| {
            let mut source = stream(name, draw);
            (0..5).map(|_| source.index(1000)).collect::<Vec<_>>()
        };
        assert_eq!(five("equifinal", 0), VECTOR);
        assert_ne!(five("equifinal", 1), VECTOR);
        assert_ne!(five("other", 0), VECTOR);
    }

    const VECTOR: [usize; 5] = [157, 279, 795, 760, 36];

    #[test]
    fn indices_are_even_and_normals_standard() {
        let mut source = stream("evenness", 0);
        let mut counts = [0_u32; 6];
        (0..60_000).for_each(|_| counts[source.index(6)] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        let normals: Vec<f64> = (0..20_000).map(|_| source.normal()).collect();
        let found = crate::descriptives::describe(&normals).unwrap();
        assert!(
            found.mean.abs() < 0.03 && (found.sd.unwrap() - 1.0).abs() < 0.03 && found.kurtosis.unwrap().abs() < 0.15
        );
        assert_eq!(stream("none", 0).index(0), 0);
    }
}
