//! Parallel analysis: eigenvalues compared with those of random data.

use super::principal::eigen;
use crate::draws::stream;
use crate::items::{Items, ItemsError};

/// Eigenvalues of the items beside those of independent normal data of the same size (Horn 1965).
#[derive(Debug, Clone, PartialEq)]
pub struct ParallelAnalysis {
    /// The items' eigenvalues, descending.
    pub found: Vec<f64>,
    /// At each position, the 95th percentile over random tables.
    pub by_chance: Vec<f64>,
    /// Number of leading factors with eigenvalues above chance (Glorfeld 1995).
    pub factors: usize,
}

/// Parallel analysis of `items` with `tables` random tables; `name` is the key of the random stream.
///
/// # Errors
///
/// For a constant item.
pub fn parallel_analysis(items: &Items, tables: usize, name: &str) -> Result<ParallelAnalysis, ItemsError> {
    let found = eigen(items)?.values;
    let mut random: Vec<Vec<f64>> = vec![Vec::with_capacity(tables); found.len()];
    for table in 0..tables.max(1) {
        let mut draws = stream(name, table as u64);
        let rows = (0..items.responses()).map(|_| (0..items.items()).map(|_| draws.normal()).collect()).collect();
        for (place, value) in random.iter_mut().zip(eigen(&Items::complete(rows)?)?.values) {
            place.push(value);
        }
    }
    let by_chance: Vec<f64> = random.into_iter().map(upper).collect();
    let factors = found.iter().zip(&by_chance).take_while(|(found, chance)| found > chance).count();
    Ok(ParallelAnalysis { found, by_chance, factors })
}

/// The smallest value that 95 % of the values do not exceed.
fn upper(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get((values.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}
