//! What a solution shares with its test solutions, as an expression.

use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::{Condition, Findings, Model, SufficiencyFit};
use equifinal_qca::space::Cube;
use equifinal_qca::sufficiency_of;
use equifinal_study::config::Analysis;
use equifinal_study::memberships::Memberships;

use crate::named::of_term;

/// The robust core as a sum of terms.
///
/// An expression is a crisp simplification: over fuzzy sets, and where test solutions calibrate sets otherwise, its fit
/// is not that of the minimum of the solutions.
#[derive(Debug, Clone, PartialEq)]
pub struct CoreExpression {
    /// As written in study files; `0` where the solutions share nothing.
    pub expression: String,
    /// Its own fit as a sufficient condition, sets as the study calibrates them; nothing where it names a set that is at
    /// no hand.
    pub fit: Option<SufficiencyFit>,
}

/// So many models are multiplied out.
const MULTIPLIED: usize = 64;

/// What some test solutions share.
pub(super) struct Shared<'a> {
    algebra: Algebra,
    cubes: Vec<Cube>,
    analysis: &'a Analysis,
    memberships: &'a Memberships,
}

impl<'a> Shared<'a> {
    /// What the test solutions of an analysis share; nothing where that would be too large.
    pub(super) fn new(
        findings: &'a Findings,
        tests: &[(&Findings, &Model)],
        memberships: &'a Memberships,
    ) -> Option<Self> {
        if tests.len() >= MULTIPLIED {
            return None;
        }
        let mut conditions: Vec<Condition> = findings.conditions.clone();
        for condition in tests.iter().flat_map(|(findings, _)| &findings.conditions) {
            if !conditions.iter().any(|known| known.name == condition.name) {
                conditions.push(condition.clone());
            }
        }
        let algebra = Algebra::new(conditions).ok()?;
        let mut shared: Option<Vec<Cube>> = None;
        for (findings, model) in tests {
            let cubes = cubes(&algebra, findings, model)?;
            shared = Some(match shared {
                None => cubes,
                Some(shared) => algebra.intersected(&shared, &cubes).ok()?,
            });
        }
        Some(Self { cubes: shared?, algebra, analysis: &findings.analysis, memberships })
    }

    /// What a model of the solution shares with all of them; nothing where that would be too large.
    pub(super) fn with(&self, findings: &Findings, model: &Model) -> Option<CoreExpression> {
        let own = cubes(&self.algebra, findings, model)?;
        let core = self.algebra.intersected(&self.cubes, &own).ok()?;
        let expression = self.algebra.expression(&core);
        let mut analysis = self.analysis.clone();
        expression.each_literal(&mut |literal| {
            if !analysis.conditions.contains(&literal.set) {
                analysis.conditions.push(literal.set.clone());
            }
        });
        let fit = sufficiency_of(&expression, &analysis, self.memberships).ok();
        Some(CoreExpression { expression: self.algebra.write(&core), fit })
    }
}

fn cubes(algebra: &Algebra, findings: &Findings, model: &Model) -> Option<Vec<Cube>> {
    model.paths.iter().map(|path| algebra.cube(of_term(&path.term, findings))).collect()
}
