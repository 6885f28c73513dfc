//! One half of a configuration chart: the paths of one model of an analysis with their cores and labels.

use equifinal_qca::core::{Discrimination, Interpreted, PathCore};
use equifinal_qca::findings::{Findings, Model, Path};

use super::path_book::PRINTED;
use crate::chart::numbering::{Label, labels};

/// One half of a chart: the paths of one analysis, grouped by core.
pub(crate) struct Side<'a> {
    /// The analysis.
    pub(crate) findings: &'a Findings,
    /// The model shown.
    pub(crate) model: &'a Model,
    /// Its number among the models of the interpreted solution, from 1.
    pub(crate) number: usize,
    /// Its paths in the order of their labels.
    pub(crate) paths: Vec<Shown<'a>>,
    /// The distinction between core and peripheral.
    pub(crate) discrimination: Discrimination,
    /// True if the cores extend Fiss's definition.
    pub(crate) extension: bool,
}

/// A path with its entries in the chart.
pub(crate) struct Shown<'a> {
    /// The path.
    pub(crate) path: &'a Path,
    /// The standing of its literals.
    pub(crate) core: PathCore,
    /// Its label.
    pub(crate) label: Label,
}

/// The printed models of the interpreted solution; none if it is refused.
pub(crate) fn interpreted(findings: &Findings) -> &[Model] {
    let solution = findings.solution(findings.analysis.interpret).as_ref();
    let models = solution.map_or(&[][..], |solution| &solution.models);
    models.get(..PRINTED).unwrap_or(models)
}

impl<'a> Side<'a> {
    /// The paths of the first model of the interpreted solution, if there is one.
    pub(crate) fn of(findings: &'a Findings) -> Option<Self> {
        Some(Self::shown(findings, &Interpreted::of(findings), 0, interpreted(findings).first()?))
    }

    /// The paths of each printed model of the interpreted solution.
    pub(crate) fn all(findings: &'a Findings) -> Vec<Self> {
        let cores = Interpreted::of(findings);
        let models = interpreted(findings).iter().enumerate();
        models.map(|(at, model)| Self::shown(findings, &cores, at, model)).collect()
    }

    fn shown(findings: &'a Findings, interpreted: &Interpreted<'a>, at: usize, model: &'a Model) -> Self {
        let discrimination = interpreted.discrimination(at);
        let cores: Vec<PathCore> = model.paths.iter().map(|path| interpreted.core(&path.term)).collect();
        let levels: Vec<_> = model.paths.iter().map(|path| path.term.levels.clone()).collect();
        let labels = labels(&cores, &levels, discrimination, findings.analysis.outcome.negated);
        let labelled = model.paths.iter().zip(cores).zip(labels);
        let mut paths: Vec<Shown<'_>> = labelled.map(|((path, core), label)| Shown { path, core, label }).collect();
        paths.sort_by_key(|shown| shown.label.number);
        Self { findings, model, number: at + 1, paths, discrimination, extension: interpreted.is_extension() }
    }

    /// The label of a path of this model: with the number of the model, unless it is the first.
    pub(crate) fn label(&self, shown: &Shown<'_>) -> String {
        let label = &shown.label.text;
        if self.number == 1 { label.clone() } else { format!("M{}: {label}", self.number) }
    }
}
