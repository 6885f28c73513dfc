//! The permutation test of five conditions over 205 cases; `README.md` beside this file says what is measured.

use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::permutation::p_values;
use equifinal_study::config::{Ceiling, Corner};
use equifinal_study::draws::Draws;

fn main() {
    divan::main();
}

const ALL: [Ceiling; 8] = [
    Ceiling::CeFdh,
    Ceiling::CrFdh,
    Ceiling::CeVrs,
    Ceiling::CrVrs,
    Ceiling::Cols,
    Ceiling::Qr { tau: Ceiling::TAU },
    Ceiling::CLp,
    Ceiling::Lh,
];

/// Five conditions and an outcome on a grid of 21 values, as means of five-point scales.
fn clouds() -> Vec<Cloud> {
    let mut draws = Draws::keyed([1; 32], 0);
    let mut column = || -> Vec<f64> { (0..205).map(|_| 1.0 + draws.index(21) as f64 / 5.0).collect() };
    let outcome = column();
    let cloud = |_| Cloud::new(&column(), &outcome, Corner::UpperLeft, Theoretical::default()).ok();
    (0..5).filter_map(cloud).collect()
}

#[divan::bench(args = [1_000, 10_000])]
fn ce_fdh_and_cr_fdh(bencher: divan::Bencher, permutations: u64) {
    let clouds = clouds();
    bencher.bench(|| p_values(&clouds, &[Ceiling::CeFdh, Ceiling::CrFdh], permutations, [2; 32]));
}

#[divan::bench(args = [1_000])]
fn every_ceiling(bencher: divan::Bencher, permutations: u64) {
    let clouds = clouds();
    bencher.bench(|| p_values(&clouds, &ALL, permutations, [2; 32]));
}
