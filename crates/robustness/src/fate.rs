//! The fate of a path of the study in another solution.

use std::collections::BTreeSet;

use equifinal_qca::space::Cube;
use equifinal_study::config::Kept;

/// The fate of a path in the tied models of a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is a path of every model.
    Exact,
    /// Every model has the path or paths contained in it, and some model only the latter.
    Narrower,
    /// Every model has the path or one that contains it, and some model only the latter.
    Wider,
    /// Some models have paths contained in it, the others one that contains it.
    Related,
    /// Some models have the path or a related one, others have none.
    Divided,
    /// No model has a related path.
    Lost,
}

impl Fate {
    /// All fates in order.
    pub const ALL: [Self; 6] = [Self::Exact, Self::Narrower, Self::Wider, Self::Related, Self::Divided, Self::Lost];

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Narrower => "narrower",
            Self::Wider => "wider",
            Self::Related => "related",
            Self::Divided => "divided",
            Self::Lost => "lost",
        }
    }

    /// True if every tied model keeps the path in this way.
    pub fn keeps(self, kept: Kept) -> bool {
        match self {
            Self::Exact => true,
            Self::Narrower => matches!(kept, Kept::Narrower | Kept::Related),
            Self::Wider => matches!(kept, Kept::Wider | Kept::Related),
            Self::Related => matches!(kept, Kept::Related),
            Self::Divided | Self::Lost => false,
        }
    }

    /// The fate of a path in several models, at least one.
    pub(crate) fn in_models<'a>(path: Cube, models: impl IntoIterator<Item = &'a BTreeSet<Cube>>) -> Self {
        let fates = models.into_iter().map(|model| Self::in_model(path, model));
        fates.reduce(Self::and).unwrap_or(Self::Lost)
    }

    /// The fate of a path in one model.
    pub(crate) fn in_model(path: Cube, model: &BTreeSet<Cube>) -> Self {
        if model.contains(&path) {
            Self::Exact
        } else if model.iter().any(|other| other & !path == 0) {
            Self::Wider
        } else if model.iter().any(|other| path & !other == 0) {
            Self::Narrower
        } else {
            Self::Lost
        }
    }

    /// The joint fate in two groups of models.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Lost | Self::Divided, _) | (_, Self::Lost | Self::Divided) => Self::Divided,
            (Self::Exact, other) | (other, Self::Exact) => other,
            _ => Self::Related,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tied::ruled;

    /// The fate over several models keeps a path in exactly the ways in which each of them does.
    #[test]
    fn the_fate_over_tied_models_combines_all_models() {
        // Literals are bits, so a term with more bits lies within one with fewer of them.
        let models: Vec<BTreeSet<Cube>> =
            [vec![0b0011], vec![0b0111], vec![0b0001], vec![0b1000], vec![0b0011, 0b1000], vec![0b0111, 0b0001]]
                .into_iter()
                .map(BTreeSet::from_iter)
                .collect();
        let path = 0b0011;
        let mut met = BTreeSet::new();
        for choice in 1_u32..1 << models.len() {
            let tied: Vec<_> = models.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).collect();
            let fate = Fate::in_models(path, tied.iter().map(|(_, model)| *model));
            for kept in [Kept::Exact, Kept::Narrower, Kept::Wider, Kept::Related] {
                let each = tied.iter().map(|(_, model)| Fate::in_model(path, model).keeps(kept));
                assert_eq!(Some(fate.keeps(kept)), ruled(each, true, false), "{kept:?} in {tied:?}");
            }
            let is_lost = |(_, model): &(usize, &BTreeSet<Cube>)| Fate::in_model(path, model) == Fate::Lost;
            assert_eq!(fate == Fate::Lost, tied.iter().all(is_lost), "{tied:?}");
            met.insert(fate);
        }
        assert_eq!(met, BTreeSet::from(Fate::ALL));
    }
}
