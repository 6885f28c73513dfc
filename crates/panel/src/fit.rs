//! The fit of an analysis over the periods and the units of a panel.

use equifinal_qca::findings::{Findings, Model, SolutionResult};
use equifinal_study::config::{Distance, PanelSpec, SolutionType};
use equifinal_study::panel::Panel;

use crate::cells::Cells;
use crate::entry::Entry;
use crate::grouped::grouped;

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
}

/// The fit of the findings of an analysis; `table` are the ids of the cases of the panel, in its order.
pub fn fit(findings: &Findings, spec: PanelSpec, (table, panel): (&[String], &Panel)) -> PanelFindings {
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
        solutions: findings.solutions.each_ref().map(models),
        cells,
    }
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
