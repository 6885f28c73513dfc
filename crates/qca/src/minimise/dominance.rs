//! Row dominance: prime implicants that another one makes dispensable.

use fixedbitset::FixedBitSet;

use crate::space::Cube;

/// The prime implicants whose positive rows are not a proper part of another one's; of equals all stay.
///
/// In a minimum cover every term can be exchanged for one of these, so the size of a model does not change, but
/// models that hold others are lost: that is the point of the option (`row.dom` of R `QCA`).
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
