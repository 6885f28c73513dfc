//! Models with their parameters of fit, cases and counterfactuals.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::exact::Sum;
use rayon::prelude::*;

use crate::findings::{Model, Path, RowList, Solution, SufficiencyFit};
use crate::fit::{Sums, sufficiency, united};
use crate::minimise::models::Models;
use crate::minimise::region::rows;
use crate::sample::Sample;
use crate::space::Cube;

/// Memberships in terms of the models that are listed with their fit: cases times terms, summed over models.
const MOST_WRITTEN: usize = 50_000_000;

/// Writes models of one analysis.
#[derive(Debug)]
pub(crate) struct Paths<'a> {
    sample: &'a Sample,
    positives: &'a [Cube],
    /// The positive row of each case, where it is in one.
    rows: Vec<Option<Cube>>,
    /// Σ y.
    outcome: Sum,
}

/// What every model that has a term needs of it.
struct Part {
    memberships: Vec<f64>,
    fit: SufficiencyFit,
    cases: Vec<usize>,
}

impl<'a> Paths<'a> {
    /// Models over a sample; rows in `positives` are no simplifying assumptions.
    pub(crate) fn new(sample: &'a Sample, positives: &'a [Cube]) -> Self {
        let explained: BTreeSet<Cube> = positives.iter().copied().collect();
        let row = |case| sample.levels_of(case).map(|levels| sample.space.row(&levels));
        let rows = (0..sample.cases.len()).map(|case| row(case).filter(|row| explained.contains(row)));
        Self { sample, positives, rows: rows.collect(), outcome: Sum::of(&sample.outcome) }
    }

    /// A solution with fit and cases.
    pub(crate) fn solution(&self, primes: &[Cube], models: &Models) -> Solution {
        let terms = models.listed.first().map_or(0, Vec::len);
        let most = (MOST_WRITTEN / (terms * self.sample.cases.len()).max(1)).max(1);
        let listed = &models.listed[..most.min(models.listed.len())];
        let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
        for &i in listed.iter().flatten() {
            parts.entry(i).or_insert_with(|| self.part(primes[i as usize]));
        }
        let model = |positions: &Vec<u32>| {
            let cubes: Vec<Cube> = positions.iter().map(|&i| primes[i as usize]).collect();
            let parts: Vec<&Part> = positions.iter().filter_map(|i| parts.get(i)).collect();
            self.model(&cubes, &parts)
        };
        Solution {
            model_count: models.count,
            count_is_exact: models.exact,
            models: listed.par_iter().map(model).collect(),
            prime_implicants: primes.iter().map(|&prime| self.sample.space.term(prime)).collect(),
            certificate: Ok(()),
        }
    }

    /// Easy and difficult counterfactuals of a parsimonious model, given the terms that hold the easy ones.
    pub(crate) fn counterfactuals(&self, easy: &[Cube], parsimonious: &[Cube]) -> (RowList, RowList) {
        let space = &self.sample.space;
        let used = [easy, self.positives].concat();
        (rows(space, &used, self.positives), rows(space, parsimonious, &used))
    }

    fn part(&self, cube: Cube) -> Part {
        let memberships = self.sample.memberships(cube);
        Part {
            fit: Sums::over(&memberships, &self.sample.outcome).fit(self.outcome),
            cases: (0..memberships.len()).filter(|&case| self.rows[case].is_some_and(|row| cube & !row == 0)).collect(),
            memberships,
        }
    }

    fn model(&self, cubes: &[Cube], parts: &[&Part]) -> Model {
        let degrees: Vec<&[f64]> = parts.iter().map(|part| part.memberships.as_slice()).collect();
        let (memberships, unique) = united(&degrees, &self.sample.outcome);
        let paths = cubes.iter().zip(parts).zip(&unique).map(|((&cube, part), &unique)| Path {
            term: self.sample.space.term(cube),
            fit: part.fit,
            unique_coverage: (parts.len() > 1).then(|| unique.share_of(self.outcome)).flatten(),
            cases: part.cases.clone(),
        });
        Model {
            paths: paths.collect(),
            fit: sufficiency(&memberships, &self.sample.outcome),
            memberships,
            simplifying_assumptions: rows(&self.sample.space, cubes, self.positives),
            origin: Vec::new(),
            easy: RowList::default(),
            difficult: RowList::default(),
            easy_terms: Vec::new(),
        }
    }
}
