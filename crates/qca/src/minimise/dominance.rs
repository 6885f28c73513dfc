//! Row dominance: removes prime implicants that another one makes dispensable.

use fixedbitset::FixedBitSet;

use crate::space::Cube;

/// The prime implicants whose positive rows are not a proper subset of another one's; equals are all kept.
///
/// In a minimum cover every term can be exchanged for one of these, so the size of a model does not change, but models
/// with other terms are lost, as intended by the option (`row.dom` of R `QCA`).
pub fn undominated(primes: &[Cube], rows: &[Cube]) -> Vec<Cube> {
    let covered = |prime: Cube| {
        let mut covered = FixedBitSet::with_capacity(rows.len());
        covered.extend((0..rows.len()).filter(|&r| prime & !rows[r] == 0));
        covered
    };
    let covered: Vec<FixedBitSet> = primes.iter().map(|&prime| covered(prime)).collect();
    let dominated = |own: &FixedBitSet| covered.iter().any(|other| own != other && own.is_subset(other));
    primes.iter().zip(&covered).filter(|(_, own)| !dominated(own)).map(|(&prime, _)| prime).collect()
}
