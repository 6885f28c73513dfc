//! Prime implicants of a region given by its allowed cubes instead of its forbidden ones.

use super::budget::Budget;
use super::complement::complement;
use super::consensus::prime_implicants_by_consensus;
use super::prime::{merge, prime_implicants};
use super::table::prime_implicants_in_table;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};

/// Number of cubes up to which the consensus is cheaper than the complement.
const FEW: usize = 256;

/// The prime implicants within the union of `allowed` that cover at least one of `positives`, in the order of the
/// reference. No cube of `allowed` contains another.
///
/// Any two rows of a cube are connected by steps of one condition inside the cube. So an implicant lies within one
/// patch of the region, and every patch is minimised separately.
///
/// # Errors
/// [`Refusal::Budget`].
pub fn prime_implicants_within(
    space: &Space,
    positives: &[Cube],
    allowed: Vec<Cube>,
    budget: &Budget,
) -> Result<Vec<Cube>, Refusal> {
    let mut primes = Vec::new();
    if allowed.len() > FEW
        && let Some(dense) = prime_implicants_in_table(space, positives, &allowed)
    {
        primes = dense;
        merge(&mut primes, budget.prime_implicants)?;
    } else {
        for patch in patches(space, allowed) {
            primes.extend(prime_implicants_of_patch(space, &covered(positives, &patch), &patch, budget)?);
        }
    }
    primes.sort_by_cached_key(|&prime| space.order(prime));
    Ok(primes)
}

/// The prime implicants within one patch that cover at least one of `positives`, all of which lie in it.
///
/// # Errors
/// [`Refusal::Budget`].
pub fn prime_implicants_of_patch(
    space: &Space,
    positives: &[Cube],
    patch: &[Cube],
    budget: &Budget,
) -> Result<Vec<Cube>, Refusal> {
    let by_consensus = || {
        let mut primes = prime_implicants_by_consensus(space, patch, FEW)?;
        primes.retain(|prime| positives.iter().any(|row| prime & !row == 0));
        Some(primes)
    };
    if let Some(mut primes) = by_consensus().or_else(|| prime_implicants_in_table(space, positives, patch)) {
        merge(&mut primes, budget.prime_implicants)?;
        return Ok(primes);
    }
    let off = complement(space, patch, budget.cubes)?;
    prime_implicants(space, positives, &off, budget.prime_implicants)
}

/// The rows covered by some cube of a patch.
pub fn covered(rows: &[Cube], patch: &[Cube]) -> Vec<Cube> {
    rows.iter().copied().filter(|row| patch.iter().any(|cube| cube & !row == 0)).collect()
}

/// Cubes in groups, each in ascending order: cubes of different groups differ on at least two conditions.
pub fn patches(space: &Space, mut left: Vec<Cube>) -> Vec<Vec<Cube>> {
    let mut patches = Vec::new();
    while let Some(first) = left.pop() {
        let mut patch = vec![first];
        let mut reached = 0;
        while let Some(&cube) = patch.get(reached) {
            reached += 1;
            left.retain(|&other| {
                let apart = space.conflict(cube, other).count_ones() > 1;
                if !apart {
                    patch.push(other);
                }
                apart
            });
        }
        patch.sort_unstable();
        patches.push(patch);
    }
    patches
}

#[cfg(test)]
mod tests {
    use super::*;
    use equifinal_study::memberships::SetKind;
    use proptest::prelude::*;

    proptest! {
        /// Compares the prime implicants of a region by patches, by consensus, by table, and by its complement.
        #[test]
        fn every_way_to_the_prime_implicants_is_the_same(
            numbers in proptest::collection::btree_set(1_u64..=48, 1..14),
            wide in proptest::collection::vec((1_u64..=48, 0_u128..512), 0..3),
        ) {
            let kinds = [SetKind::Crisp, SetKind::MultiValue { levels: 3 }, SetKind::Crisp, SetKind::Fuzzy, SetKind::Crisp];
            let space = Space::new(&kinds).unwrap();
            let row = |number| space.row(&space.levels_of(number).unwrap());
            let positives: Vec<Cube> = numbers.into_iter().map(row).collect();
            let wide = wide.into_iter().map(|(number, dropped)| row(number) & !dropped);
            let allowed: Vec<Cube> = positives.iter().copied().chain(wide).collect();
            let budget = Budget::default();
            let off = complement(&space, &allowed, budget.cubes).unwrap();
            let whole = prime_implicants(&space, &positives, &off, budget.prime_implicants).unwrap();
            let absorbed = crate::dnf::absorbed(allowed);
            let mut in_table = prime_implicants_in_table(&space, &positives, &absorbed).unwrap();
            in_table.sort_by_cached_key(|&prime| space.order(prime));
            prop_assert_eq!(&in_table, &whole);
            prop_assert_eq!(prime_implicants_within(&space, &positives, absorbed, &budget).unwrap(), whole);
        }
    }
}
