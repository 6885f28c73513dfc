//! Cohen's κ of two coders, plain and weighted, and Fleiss' κ of several.

use super::{Ratings, Undefined};

/// The weight of a disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// All disagreements count fully.
    Plain,
    /// The number of categories between the scores.
    Linear,
    /// Its square.
    Squared,
}

impl Weights {
    #[expect(clippy::cast_precision_loss, reason = "counts of categories are small")]
    fn of(self, a: usize, b: usize) -> f64 {
        let apart = a.abs_diff(b) as f64;
        match self {
            Self::Plain => f64::from(u8::from(a != b)),
            Self::Linear => apart,
            Self::Squared => apart * apart,
        }
    }
}

/// Cohen's (1960, 1968) κ of two coders over the units that both scored.
///
/// Weights use the rank of a score among `categories` (the rubric's, or those that occur), as in R's `irr::kappa2`. A
/// score outside the categories counts as one more category.
///
/// # Errors
///
/// If there are not exactly two coders, no shared units, or a coder gave the same score throughout: κ would be 0 or 0/0
/// regardless of the other coder.
#[expect(clippy::cast_precision_loss, reason = "counts of units are far below 2^52")]
pub fn cohen_kappa(ratings: &Ratings, categories: &[f64], weights: Weights) -> Result<f64, Undefined> {
    if ratings.coders() != 2 {
        return Err(Undefined::Coders { found: ratings.coders(), needed: 2 });
    }
    let ranks = ranks(ratings, categories);
    let pairs: Vec<(usize, usize)> = ratings
        .units()
        .iter()
        .filter_map(|unit| match unit[..] {
            [Some(a), Some(b)] => Some((rank(&ranks, a), rank(&ranks, b))),
            _ => None,
        })
        .collect();
    let Some(&(first, second)) = pairs.first() else { return Err(Undefined::NothingShared) };
    let constant = [pairs.iter().all(|pair| pair.0 == first), pairs.iter().all(|pair| pair.1 == second)];
    match constant {
        [true, true] if first == second => return Err(Undefined::NoVariation),
        [true, _] => return Err(Undefined::ConstantCoder { coder: 1 }),
        [_, true] => return Err(Undefined::ConstantCoder { coder: 2 }),
        _ => {}
    }
    let n = pairs.len() as f64;
    let count = |of: &dyn Fn(&(usize, usize)) -> usize| -> Vec<f64> {
        (0..ranks.len()).map(|category| pairs.iter().filter(|pair| of(pair) == category).count() as f64).collect()
    };
    let (rows, columns) = (count(&|pair| pair.0), count(&|pair| pair.1));
    let found: f64 = pairs.iter().map(|&(a, b)| weights.of(a, b)).sum();
    let chance: f64 = rows
        .iter()
        .enumerate()
        .flat_map(|(a, row)| columns.iter().enumerate().map(move |(b, column)| weights.of(a, b) * row * column))
        .sum();
    Ok(1.0 - found * n / chance)
}

fn ranks(ratings: &Ratings, categories: &[f64]) -> Vec<f64> {
    let mut ranks = ratings.scores();
    ranks.extend(categories.iter().map(|category| category + 0.0));
    ranks.sort_unstable_by(f64::total_cmp);
    ranks.dedup();
    ranks
}

fn rank(ranks: &[f64], score: f64) -> usize {
    ranks.partition_point(|other| *other < score)
}

/// Fleiss' (1971) κ for any number of coders who all scored every unit.
///
/// # Errors
///
/// For fewer than two coders, gaps, or scores that are all equal.
#[expect(clippy::cast_precision_loss, reason = "counts of scores are far below 2^52")]
pub fn fleiss_kappa(ratings: &Ratings) -> Result<f64, Undefined> {
    let coders = ratings.coders();
    if coders < 2 {
        return Err(Undefined::NothingShared);
    }
    if ratings.units().iter().flatten().any(Option::is_none) {
        return Err(Undefined::Gaps);
    }
    let scores = ratings.scores();
    let total = (ratings.units().len() * coders) as f64;
    let chance: f64 = scores
        .iter()
        .map(|score| {
            let share =
                ratings.units().iter().flatten().flatten().filter(|other| *other == score).count() as f64 / total;
            share * share
        })
        .sum();
    if scores.len() < 2 {
        return Err(Undefined::NoVariation);
    }
    Ok((ratings.percent()? - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two(pairs: &[(f64, f64)]) -> Ratings {
        Ratings::new(pairs.iter().map(|&(a, b)| vec![Some(a), Some(b)]).collect())
    }

    #[test]
    fn constant_coders_have_no_kappa() {
        let check =
            |pairs: &[(f64, f64)], expected| assert_eq!(cohen_kappa(&two(pairs), &[], Weights::Plain), Err(expected));
        check(&[], Undefined::Coders { found: 0, needed: 2 });
        check(&[(1.0, 1.0), (1.0, 1.0)], Undefined::NoVariation);
        check(&[(1.0, 0.0), (1.0, 1.0)], Undefined::ConstantCoder { coder: 1 });
        check(&[(1.0, 0.0), (0.0, 0.0)], Undefined::ConstantCoder { coder: 2 });
        assert_eq!(fleiss_kappa(&two(&[(1.0, 1.0)])), Err(Undefined::NoVariation));
        assert_eq!(fleiss_kappa(&Ratings::new(vec![vec![Some(1.0), None]])), Err(Undefined::Gaps));
    }

    #[test]
    fn unused_categories_change_weighted_kappa_only() {
        let ratings = two(&[(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.67, 1.0), (0.67, 0.67)]);
        let of = |categories: &[f64], weights| cohen_kappa(&ratings, categories, weights).unwrap();
        let rubric = [0.0, 0.33, 0.67, 1.0];
        assert!((of(&[], Weights::Plain) - of(&rubric, Weights::Plain)).abs() < 1e-15);
        assert!((of(&[], Weights::Linear) - of(&rubric, Weights::Linear)).abs() > 0.01);
    }

    #[test]
    fn perfect_agreement_is_one_and_the_textbook_table_gives_its_kappa() {
        assert_eq!(cohen_kappa(&two(&[(0.0, 0.0), (1.0, 1.0)]), &[], Weights::Squared), Ok(1.0));
        // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: agreement .7, by chance .5
        let cells = [(1.0, 1.0, 20), (1.0, 0.0, 5), (0.0, 1.0, 10), (0.0, 0.0, 15)];
        let pairs: Vec<(f64, f64)> = cells.iter().flat_map(|&(a, b, times)| vec![(a, b); times]).collect();
        assert!((cohen_kappa(&two(&pairs), &[], Weights::Plain).unwrap() - 0.4).abs() < 1e-15);
    }
}
