//! The remainders that models assume to have the outcome, listed when they are asked for.

use equifinal_study::config::{Analysis, Expect, SolutionType};

use crate::certificate::Procedure;
use crate::findings::{Findings, Output};
use crate::minimise::region::Regions;
use crate::minimise::unsaid::{stated, unsaid};
use crate::row_list::RowList;
use crate::solution::Model;
use crate::space::Cube;
use crate::term::Term;

/// Lists the remainders that models of an analysis assume.
#[derive(Debug)]
pub struct Assumptions<'a> {
    findings: &'a Findings,
    regions: Regions<'a>,
    positives: Vec<Cube>,
}

impl<'a> Assumptions<'a> {
    /// The assumptions of models in `findings`.
    pub fn of(findings: &'a Findings) -> Self {
        let positive = findings.rows.iter().filter(|row| row.output == Output::Positive);
        let positives: Vec<Cube> = positive.map(|row| findings.space.row(&row.levels)).collect();
        let positives = stated(&findings.space, &positives);
        Self { findings, regions: Regions::new(&findings.space), positives }
    }

    /// The rows that a model covers and that are not observed positives.
    pub fn simplifying(&self, model: &Model) -> RowList {
        self.assumed(&self.cubes(model.paths.iter().map(|path| &*path.term)), &self.positives)
    }

    /// The easy and the difficult counterfactuals of the parsimonious model in the first pair that an intermediate model
    /// is derived from (Ragin & Sonnett 2005). There are none without expectations.
    pub fn counterfactuals(&self, procedure: Procedure, model: &Model) -> (RowList, RowList) {
        let Some(parsimonious) = self.behind(procedure, model).filter(|_| self.expects()) else {
            return (RowList::default(), RowList::default());
        };
        let used = [&self.cubes(&model.derivation.easy), &self.positives[..]].concat();
        let parsimonious = self.cubes(parsimonious.paths.iter().map(|path| &*path.term));
        (self.assumed(&used, &self.positives), self.assumed(&parsimonious, &used))
    }

    /// The rows covered by `within` and not by `known`, which is a part of it. A row with "-" is never assumed: those
    /// with each order decide on it.
    fn assumed(&self, within: &[Cube], known: &[Cube]) -> RowList {
        let space = &self.findings.space;
        let unsaid = unsaid(space).flat_map(|literal| within.iter().map(move |cube| cube | literal));
        let known: Vec<Cube> = known.iter().copied().chain(unsaid.filter(|&cube| space.is_cube(cube))).collect();
        self.regions.rows(within, &known)
    }

    /// The parsimonious model of the first pair.
    fn behind(&self, procedure: Procedure, model: &Model) -> Option<&'a Model> {
        let solution = match procedure {
            Procedure::Standard | Procedure::Joint => self.findings.solution(SolutionType::Parsimonious),
            Procedure::Enhanced => &self.findings.enhanced.as_ref()?.parsimonious,
        };
        solution.as_ref().ok()?.models.get(model.derivation.origin.first()?.parsimonious)
    }

    /// True if there is any expectation.
    fn expects(&self) -> bool {
        let Analysis { expectations, expectations_joint, .. } = &self.findings.analysis;
        !expectations_joint.is_empty() || expectations.iter().any(|one| one.expect != Expect::Any)
    }

    fn cubes<'t>(&self, terms: impl IntoIterator<Item = &'t Term>) -> Vec<Cube> {
        terms.into_iter().map(|term| self.findings.space.cube(term)).collect()
    }
}
