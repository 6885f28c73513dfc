//! The models of an interpreted solution, and their similarity to those of another.
//!
//! Models are compared one by one (`tied`): a solution is related to another if each of its models is related to one of
//! the other's, and vice versa.

use std::collections::BTreeSet;

use equifinal_qca::core::{Core, Unknown};
use equifinal_qca::frame::Answer;
use equifinal_qca::space::Cube;

use crate::cores::{Cores, cores};
use crate::universe::Universe;

/// The models of a solution, without regard to the order of models and terms.
#[derive(Debug, Clone)]
pub(crate) struct Models {
    models: BTreeSet<BTreeSet<Cube>>,
    /// The cores of the paths of each model; `None` if the parsimonious models that decide them are not all known.
    cores: Option<BTreeSet<Cores>>,
    /// True if all models are listed.
    all_listed: bool,
}

impl Models {
    /// The models of the interpreted solution of a universe, in terms that `translate` gives.
    pub(crate) fn of(answer: &Answer, universe: &Universe, translate: &dyn Fn(Cube) -> Option<Cube>) -> Self {
        let translated = |model: &Vec<Cube>| model.iter().copied().filter_map(translate).collect();
        let core_translated = |core| match core {
            Ok(Core { always, sometimes }) => {
                Some(Ok(Core { always: translate(always)?, sometimes: translate(sometimes)? }))
            }
            Err(Unknown(path)) => translate(path).map(|path| Err(Unknown(path))),
        };
        let cores_translated = |cores: Cores| cores.into_iter().filter_map(core_translated).collect();
        Self {
            models: answer.models.iter().map(translated).collect(),
            cores: cores(universe).map(|cores| cores.into_iter().map(cores_translated).collect()),
            all_listed: answer.complete,
        }
    }

    /// True if all models are listed.
    pub(crate) fn all_listed(&self) -> bool {
        self.all_listed
    }

    /// The listed models.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &BTreeSet<Cube>> {
        self.models.iter()
    }

    /// The paths of all listed models.
    pub(crate) fn paths(&self) -> BTreeSet<Cube> {
        self.models.iter().flatten().copied().collect()
    }

    /// The cores of the paths of all listed models; `None` if they are unknown.
    pub(crate) fn cores(&self) -> Option<Cores> {
        self.cores.as_ref().map(|cores| cores.iter().flatten().copied().collect())
    }

    /// For each degree of [`Sameness::ALL`](crate::judgement::Sameness::ALL), true if another solution has the same
    /// models, the same cores or no contradiction; `None` if undecided.
    pub(crate) fn sameness(&self, other: &Self) -> [Option<bool>; 3] {
        let listed = [self.all_listed, other.all_listed];
        let cores = self.cores.as_ref().zip(other.cores.as_ref());
        [
            alike(&self.models, &other.models, listed, |one, others| others.contains(one)),
            cores.and_then(|(own, others)| alike(own, others, listed, |one, others| others.contains(one))),
            alike(&self.models, &other.models, listed, |one, others| {
                others.contains(one) || others.iter().any(|other| are_related(one, other))
            }),
        ]
    }
}

/// True if every item on either side has its counterpart on the other; `None` if unlisted items may decide.
fn alike<T: Ord>(
    own: &BTreeSet<BTreeSet<T>>,
    others: &BTreeSet<BTreeSet<T>>,
    [own_listed, others_listed]: [bool; 2],
    has_like: impl Fn(&BTreeSet<T>, &BTreeSet<BTreeSet<T>>) -> bool,
) -> Option<bool> {
    let all_have = |these: &BTreeSet<BTreeSet<T>>, those| these.iter().all(|one| has_like(one, those));
    if others_listed && !all_have(own, others) || own_listed && !all_have(others, own) {
        return Some(false);
    }
    (own_listed && others_listed).then_some(true)
}

/// True if each path of either model is contained in a path of the other, or contains one.
fn are_related(one: &BTreeSet<Cube>, other: &BTreeSet<Cube>) -> bool {
    let all_have = |these: &BTreeSet<Cube>, those: &BTreeSet<Cube>| {
        these.iter().all(|path| those.iter().any(|other| path & !other == 0 || other & !path == 0))
    };
    all_have(one, other) && all_have(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Models apart by `|`, terms by `+`, each term a number whose bits are its literals.
    fn models(text: &str, all_listed: bool) -> Models {
        let terms = |model: &str| model.split('+').map(|term| Cube::from_str_radix(term.trim(), 2).unwrap()).collect();
        let models: BTreeSet<BTreeSet<Cube>> = text.split('|').map(terms).collect();
        let core = |&path: &Cube| Ok(Core { always: path, sometimes: 0 });
        let cores = models.iter().map(|model| model.iter().map(core).collect()).collect();
        Models { cores: Some(cores), models, all_listed }
    }

    #[test]
    fn solutions_are_compared_model_by_model() {
        for (own, other, same, related) in [
            ("1+10", "10+1", Some(true), Some(true)),
            ("1 | 10", "10 | 1", Some(true), Some(true)),
            ("1+10", "11+10", Some(false), Some(true)),
            ("1", "10", Some(false), Some(false)),
            // All paths taken together are related here, but the second model has nothing like the path 10.
            ("1+10", "101+110 | 101", Some(false), Some(false)),
            ("1 | 10", "1", Some(false), Some(false)),
        ] {
            let [found, cores, found_related] = models(own, true).sameness(&models(other, true));
            assert_eq!((found, cores, found_related), (same, same, related), "{own} and {other}");
        }
    }

    #[test]
    fn unlisted_models_leave_comparisons_undecided() {
        for (own, other, listed, expected) in [
            ("1", "1", [true, false], [None; 2]),
            ("1", "1", [false, false], [None; 2]),
            ("1", "1 | 11", [true, false], [Some(false), None]),
            ("1", "1 | 10", [true, false], [Some(false); 2]),
            ("1", "10", [false, false], [None; 2]),
        ] {
            let [same, _, related] = models(own, listed[0]).sameness(&models(other, listed[1]));
            assert_eq!([same, related], expected, "{own} and {other}, listed {listed:?}");
        }
    }
}
