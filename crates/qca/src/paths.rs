//! Models with their parameters of fit, cases and counterfactuals.

use std::collections::BTreeMap;

use equifinal_study::exact::Sum;
use rayon::prelude::*;

use crate::fit::{SufficiencyFit, Sums};
use crate::minimise::models::Models;
use crate::minimise::region::Regions;
use crate::row_list::RowList;
use crate::sample::Sample;
use crate::solution::{Model, Path, Solution};
use crate::space::Cube;
use crate::union::Union;

/// Converts models of one analysis to findings.
#[derive(Debug)]
pub(crate) struct Paths<'a> {
    sample: &'a Sample,
    regions: Regions<'a>,
    positives: &'a [Cube],
    /// The positive row of each case, if it is in one.
    rows: Vec<Option<u32>>,
    /// Σ y.
    outcome: Sum,
}

/// The values of a term that all its models share.
struct Part {
    memberships: Vec<f64>,
    fit: SufficiencyFit,
    cases: Vec<usize>,
}

impl<'a> Paths<'a> {
    /// Models over a sample; rows in `positives` are not simplifying assumptions.
    pub(crate) fn new(sample: &'a Sample, positives: &'a [Cube]) -> Self {
        let explained: BTreeMap<Cube, u32> = positives.iter().copied().zip(0..).collect();
        let row = |case| explained.get(&sample.row_of(case)?).copied();
        let rows = (0..sample.cases.len()).map(row);
        let regions = Regions::new(&sample.space);
        Self { sample, regions, positives, rows: rows.collect(), outcome: Sum::of(&sample.outcome) }
    }

    /// A solution with fit and cases.
    pub(crate) fn solution(&self, primes: &[Cube], models: &Models) -> Solution {
        let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
        for &i in models.listed.iter().flatten() {
            parts.entry(i).or_insert_with(|| self.part(primes[i as usize]));
        }
        let in_all = |i: &u32| models.listed.iter().all(|model| model.binary_search(i).is_ok());
        let shared: Vec<u32> = models.listed.first().into_iter().flatten().copied().filter(in_all).collect();
        let base = self.united(Union::empty(self.sample.cases.len()), &shared, &parts);
        let model = |positions: &Vec<u32>| {
            let own: Vec<u32> = positions.iter().copied().filter(|i| shared.binary_search(i).is_err()).collect();
            let union = self.united(base.clone(), &own, &parts);
            let added = shared.iter().chain(&own).copied();
            let unique: BTreeMap<u32, Sum> = added.zip(union.unique(&self.sample.outcome)).collect();
            let path = |(i, unique): (u32, Sum)| {
                let Part { fit, cases, .. } = &parts[&i];
                let unique_coverage = (positions.len() > 1).then(|| unique.share_of(self.outcome)).flatten();
                Path {
                    term: self.sample.space.term(primes[i as usize]),
                    fit: *fit,
                    unique_coverage,
                    cases: cases.clone(),
                }
            };
            let cubes: Vec<Cube> = positions.iter().map(|&i| primes[i as usize]).collect();
            self.model(&cubes, unique.into_iter().map(path).collect(), union.memberships())
        };
        Solution {
            model_count: models.count,
            count_is_exact: models.exact,
            models: models.listed.par_iter().map(model).collect(),
            prime_implicants: primes.iter().map(|&prime| self.sample.space.term(prime)).collect(),
        }
    }

    fn united(&self, union: Union, positions: &[u32], parts: &BTreeMap<u32, Part>) -> Union {
        union.with(&positions.iter().map(|i| parts[i].memberships.as_slice()).collect::<Vec<_>>())
    }

    /// Easy and difficult counterfactuals of a parsimonious model, given the terms with the easy ones.
    pub(crate) fn counterfactuals(&self, easy: &[Cube], parsimonious: &[Cube]) -> (RowList, RowList) {
        let used = [easy, self.positives].concat();
        (self.regions.rows(&used, self.positives), self.regions.rows(parsimonious, &used))
    }

    fn part(&self, cube: Cube) -> Part {
        let memberships = self.sample.memberships(cube);
        let covered: Vec<bool> = self.positives.iter().map(|row| cube & !row == 0).collect();
        let is_covered = |&case: &usize| self.rows[case].is_some_and(|row| covered[row as usize]);
        Part {
            fit: Sums::over(&memberships, &self.sample.outcome).fit(self.outcome),
            cases: (0..memberships.len()).filter(is_covered).collect(),
            memberships,
        }
    }

    fn model(&self, cubes: &[Cube], paths: Vec<Path>, memberships: Vec<f64>) -> Model {
        Model {
            paths,
            fit: Sums::over(&memberships, &self.sample.outcome).fit(self.outcome),
            memberships,
            simplifying_assumptions: self.regions.rows(cubes, self.positives),
            origin: Vec::new(),
            pairs: 0,
            behind: Vec::new(),
            easy: RowList::default(),
            difficult: RowList::default(),
            easy_terms: Vec::new(),
        }
    }
}
