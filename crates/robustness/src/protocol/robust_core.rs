//! The intersection of a solution with its test solutions, as an expression.

use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::{Condition, Findings, Model, SufficiencyFit};
use equifinal_qca::space::Cube;
use equifinal_qca::sufficiency_of;
use equifinal_study::config::Analysis;
use equifinal_study::memberships::Memberships;

use crate::named::of_term;

/// The robust core as a sum of terms.
///
/// The expression is a crisp simplification: over fuzzy sets, and if test solutions calibrate sets differently, its fit
/// is not that of the minimum over the solutions.
#[derive(Debug, Clone, PartialEq)]
pub struct CoreExpression {
    /// As written in study files; `0` if the intersection is empty.
    pub expression: String,
    /// The fit of the expression as a sufficient condition, with the study's calibration; `None` if it names an
    /// unavailable set.
    pub fit: Option<SufficiencyFit>,
}

/// Number of models that are multiplied out.
const MULTIPLIED: usize = 64;

/// The intersection of some test solutions.
pub(super) struct Shared<'a> {
    algebra: Algebra,
    cubes: Vec<Cube>,
    analysis: &'a Analysis,
    memberships: &'a Memberships,
}

impl<'a> Shared<'a> {
    /// The intersection of the test solutions of an analysis; `None` if it would be too large.
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

    /// The intersection of a model with all of them; `None` if it would be too large.
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
