//! Models with their parameters of fit, cases and counterfactuals.

use std::collections::BTreeMap;
use std::sync::Arc;

use equifinal_study::exact::Sum;
use rayon::prelude::*;

use crate::derivation::Derivation;
use crate::fit::{SufficiencyFit, Sums};
use crate::minimise::models::Models;
use crate::sample::Sample;
use crate::solution::{Model, Path, Solution};
use crate::space::Cube;
use crate::term::Term;
use crate::union::Union;

/// Converts models of one analysis to findings.
#[derive(Debug)]
pub(crate) struct Paths<'a> {
    sample: &'a Sample,
    positives: &'a [Cube],
    /// The positive row of each case, if it is in one.
    rows: Vec<Option<u32>>,
    /// Σ y.
    outcome: Sum,
}

/// The values of a term that all its models share.
struct Part {
    term: Arc<Term>,
    fit: SufficiencyFit,
    cases: Arc<[usize]>,
    memberships: Vec<f64>,
}

impl<'a> Paths<'a> {
    /// Models over a sample; the cases of `positives` are those that terms cover.
    pub(crate) fn new(sample: &'a Sample, positives: &'a [Cube]) -> Self {
        let explained: BTreeMap<Cube, u32> = positives.iter().copied().zip(0..).collect();
        let row = |case| explained.get(&sample.row_of(case)?).copied();
        let rows = (0..sample.cases.len()).map(row);
        Self { sample, positives, rows: rows.collect(), outcome: Sum::of(&sample.outcome) }
    }

    /// A solution with fit and cases.
    pub(crate) fn solution(&self, primes: &[Cube], models: &Models) -> Solution {
        let mut parts: Vec<Option<Part>> = primes.iter().map(|_| None).collect();
        for &i in models.listed.iter().flatten() {
            parts[i as usize].get_or_insert_with(|| self.part(primes[i as usize]));
        }
        let in_all = |i: &u32| models.listed.iter().all(|model| model.binary_search(i).is_ok());
        let shared: Vec<u32> = models.listed.first().into_iter().flatten().copied().filter(in_all).collect();
        let of = |positions: &[u32]| positions.iter().filter_map(|&i| parts[i as usize].as_ref()).collect::<Vec<_>>();
        let base = Union::empty(self.sample.cases.len()).with(&memberships(&of(&shared)));
        let derivation = Arc::new(Derivation::default());
        let model = |positions: &Vec<u32>| {
            let own: Vec<u32> = positions.iter().copied().filter(|i| shared.binary_search(i).is_err()).collect();
            let own_parts = of(&own);
            let union = base.clone().with(&memberships(&own_parts));
            // The union has the shared parts first, the model its terms in order.
            let mut unique: Vec<(u32, Sum)> =
                shared.iter().chain(&own).copied().zip(union.unique(&self.sample.outcome)).collect();
            unique.sort_unstable_by_key(|(i, _)| *i);
            let alone = positions.len() > 1;
            let path = |(part, (_, unique)): (&Part, (u32, Sum))| Path {
                term: Arc::clone(&part.term),
                fit: part.fit,
                unique_coverage: alone.then(|| unique.share_of(self.outcome)).flatten(),
                cases: Arc::clone(&part.cases),
            };
            let paths = of(positions).into_iter().zip(unique).map(path).collect();
            let memberships = union.memberships();
            let fit = Sums::over(&memberships, &self.sample.outcome).fit(self.outcome);
            Model { paths, fit, memberships, derivation: Arc::clone(&derivation) }
        };
        Solution {
            model_count: models.count,
            count_is_exact: models.exact,
            models: models.listed.par_iter().map(model).collect(),
            prime_implicants: primes.iter().map(|&prime| self.sample.space.term(prime)).collect(),
        }
    }

    fn part(&self, cube: Cube) -> Part {
        let memberships = self.sample.memberships(cube);
        let covered: Vec<bool> = self.positives.iter().map(|row| cube & !row == 0).collect();
        let is_covered = |&case: &usize| self.rows[case].is_some_and(|row| covered[row as usize]);
        Part {
            term: Arc::new(self.sample.space.term(cube)),
            fit: Sums::over(&memberships, &self.sample.outcome).fit(self.outcome),
            cases: (0..memberships.len()).filter(is_covered).collect(),
            memberships,
        }
    }
}

fn memberships<'p>(parts: &[&'p Part]) -> Vec<&'p [f64]> {
    parts.iter().map(|part| part.memberships.as_slice()).collect()
}
