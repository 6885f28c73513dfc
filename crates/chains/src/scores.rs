//! Robustness of models to the choice of cutoffs (Parkkinen & Baumgartner 2023).
//!
//! The data are analysed with every pair of cutoffs of a grid. A model gains a point for every other one found there
//! that states a part of its causal relations, and for every one of whose relations it states a part.

use std::collections::BTreeMap;

use crate::formula::Structure;

/// A model found over the grid, and its score.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The model.
    pub structure: Structure,
    /// Number of pairs of cutoffs with which it was found.
    pub found: usize,
    /// Its points.
    pub score: usize,
    /// Its points as a share of the highest; zero if there are none.
    pub normalised: f64,
    /// Its points as a share of the highest possible, see [`possible`]; zero if none are.
    pub ideal: f64,
}

/// The scores of all models found; `found` has one entry for every model of every analysis.
pub fn scored(found: impl IntoIterator<Item = Structure>) -> Vec<Scored> {
    let mut tokens: BTreeMap<Structure, usize> = BTreeMap::new();
    for structure in found {
        *tokens.entry(structure).or_insert(0) += 1;
    }
    let scores: Vec<usize> = {
        let all = || tokens.iter().map(|(other, &found)| (other, found));
        tokens.keys().map(|one| points(one, all())).collect()
    };
    let most = scores.iter().copied().max().unwrap_or_default();
    let ideal = possible(tokens.iter().map(|(one, &found)| (one, found)));
    let scored = |((structure, found), score)| {
        let (normalised, ideal) = (share(score, most), share(score, ideal));
        Scored { structure, found, score, normalised, ideal }
    };
    tokens.into_iter().zip(scores).map(scored).collect()
}

/// The most points that a model could have if all models of the same complexity were one, and each were part of every
/// more complex one (`idealmax` of R `frscore`).
fn possible<'a>(tokens: impl Iterator<Item = (&'a Structure, usize)>) -> usize {
    let mut by_complexity: BTreeMap<usize, usize> = BTreeMap::new();
    for (one, found) in tokens {
        *by_complexity.entry(one.complexity()).or_insert(0) += found;
    }
    let (all, most) =
        (by_complexity.values().sum::<usize>(), by_complexity.values().max().copied().unwrap_or_default());
    (all + most).saturating_sub(2)
}

/// The points of a structure and their share of the highest, also of one that no analysis of the grid found.
pub(crate) fn score_of(structure: &Structure, scored: &[Scored]) -> (usize, f64) {
    let most = scored.iter().map(|one| one.score).max().unwrap_or_default();
    let tokens = scored.iter().map(|one| (&one.structure, one.found));
    let score = points(structure, tokens);
    (score, share(score, most))
}

/// The points of one model; those found again count twice, as part and as whole.
fn points<'a>(one: &Structure, tokens: impl Iterator<Item = (&'a Structure, usize)>) -> usize {
    let points = |(other, found): (&Structure, usize)| {
        if other == one {
            2 * (found - 1)
        } else {
            found * (usize::from(one.is_part_of(other)) + usize::from(other.is_part_of(one)))
        }
    };
    tokens.map(points).sum()
}

#[expect(clippy::cast_precision_loss, reason = "points are far below 2^52")]
fn share(score: usize, most: usize) -> f64 {
    if most == 0 { 0.0 } else { score as f64 / most as f64 }
}
