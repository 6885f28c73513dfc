//! The fit of an analysis over the periods and the units of a panel.

use equifinal_qca::findings::{Findings, Model, SolutionResult};
use equifinal_study::config::{Distance, PanelSpec, SolutionType};
use equifinal_study::panel::Panel;

use crate::cells::Cells;
use crate::difference::{DifferenceTest, Ratio, tests};
use crate::entry::Entry;
use crate::fate::interpreted;
use crate::grouped::grouped;
use crate::moves::{Step, steps};

/// The fit of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFit {
    /// The model as written in study files.
    pub expression: String,
    /// The fit of the whole model.
    pub solution: Entry,
    /// Its terms with their fit, in their order.
    pub terms: Vec<(String, Entry)>,
}

/// The fit of an analysis over the periods and units of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelFindings {
    /// The name of the analysis.
    pub analysis: String,
    /// The request of the study.
    pub spec: PanelSpec,
    /// The cases of the analysis by period and unit.
    pub cells: Cells,
    /// The listed models of the conservative, parsimonious and intermediate solution; empty for a refused one.
    pub solutions: [Vec<ModelFit>; 3],
    /// Every single condition as a necessary one, if the study asks for it.
    pub conditions: Vec<(String, Entry)>,
    /// The tests of differences between periods, if the study asks for them.
    pub tests: Option<PanelTests>,
    /// The moves of units between rows of the truth table, from each period to the next.
    pub steps: Vec<Step>,
}

/// Tests of the differences between periods in consistency; `None` where an expression has no distance.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PanelTests {
    /// The first interpreted model.
    pub solution: Option<DifferenceTest>,
    /// Its terms, in their order; none where the model has only one.
    pub terms: Vec<Option<DifferenceTest>>,
    /// The conditions as necessary ones, in their order.
    pub conditions: Vec<Option<DifferenceTest>>,
}

/// The fit of the findings of an analysis; `table` are the ids of the cases of the panel, in its order. Tests draw from
/// `key`.
pub fn fit(findings: &Findings, spec: PanelSpec, (table, panel): (&[String], &Panel), key: [u8; 32]) -> PanelFindings {
    let cells = Cells::of(&findings.cases, table, panel);
    let of = |x: &[f64]| grouped(x, &findings.outcome, &cells, spec.distance);
    let model = |model: &Model| ModelFit {
        expression: findings.write_model(model),
        solution: of(&model.memberships),
        terms: model
            .paths
            .iter()
            .map(|path| (findings.write_term(&path.term), of(&findings.membership(&path.term))))
            .collect(),
    };
    let models = |solution: &SolutionResult| match solution {
        Ok(solution) => solution.models.iter().map(model).collect(),
        Err(_) => Vec::new(),
    };
    let necessary = findings.necessity.iter().filter(|_| spec.necessity).map(|row| {
        let Entry { consistency, coverage } = of(findings.in_literal(row.condition, row.level));
        (row.expression.clone(), Entry { consistency: coverage, coverage: consistency })
    });
    PanelFindings {
        analysis: findings.analysis.name.clone(),
        spec,
        conditions: necessary.collect(),
        tests: tested(findings, spec, &cells, key),
        steps: steps(findings, &cells),
        solutions: findings.solutions.each_ref().map(models),
        cells,
    }
}

/// The tests that the study asks for.
fn tested(findings: &Findings, spec: PanelSpec, cells: &Cells, key: [u8; 32]) -> Option<PanelTests> {
    if spec.permutations == 0 {
        return None;
    }
    let y = &findings.outcome;
    let model = interpreted(findings);
    // A single term is the solution.
    let paths = model.map_or(&[][..], |model| &model.paths);
    let paths = if paths.len() > 1 { paths } else { &[] };
    let conditions: Vec<_> = findings.necessity.iter().filter(|_| spec.necessity).collect();
    let mut ratios: Vec<Ratio> = model.iter().map(|model| Ratio::sufficiency(&model.memberships, y)).collect();
    ratios.extend(paths.iter().map(|path| Ratio::sufficiency(&findings.membership(&path.term), y)));
    ratios.extend(conditions.iter().map(|row| Ratio::necessity(findings.in_literal(row.condition, row.level), y)));
    let mut found = tests(&ratios, cells, spec.distance, (spec.permutations, key)).into_iter();
    let solution = model.and_then(|_| found.next().flatten());
    let terms = found.by_ref().take(paths.len()).collect();
    Some(PanelTests { solution, terms, conditions: found.collect() })
}

impl PanelFindings {
    /// The listed models of a solution.
    pub fn models(&self, kind: SolutionType) -> &[ModelFit] {
        let [conservative, parsimonious, intermediate] = &self.solutions;
        match kind {
            SolutionType::Conservative => conservative,
            SolutionType::Parsimonious => parsimonious,
            SolutionType::Intermediate => intermediate,
        }
    }

    /// The kind of its distances.
    pub fn distance(&self) -> Distance {
        self.spec.distance
    }
}
