//! One half of a configuration chart: the paths of one analysis with their cores and labels.

use equifinal_qca::core::{Discrimination, Interpreted, PathCore};
use equifinal_qca::findings::{Findings, Model, Path};

use crate::chart::numbering::{Label, labels};

/// One half of a chart: the paths of one analysis, grouped by core.
pub(crate) struct Side<'a> {
    /// The analysis.
    pub(crate) findings: &'a Findings,
    /// The model shown.
    pub(crate) model: &'a Model,
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

impl<'a> Side<'a> {
    /// The paths of the first model of the interpreted solution, if there is one.
    pub(crate) fn of(findings: &'a Findings) -> Option<Self> {
        let model = findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()?;
        let interpreted = Interpreted::of(findings);
        let discrimination = interpreted.discrimination();
        let cores: Vec<PathCore> = model.paths.iter().map(|path| interpreted.core(&path.term)).collect();
        let levels: Vec<_> = model.paths.iter().map(|path| path.term.levels.clone()).collect();
        let labels = labels(&cores, &levels, discrimination, findings.analysis.outcome.negated);
        let labelled = model.paths.iter().zip(cores).zip(labels);
        let mut paths: Vec<Shown<'_>> = labelled.map(|((path, core), label)| Shown { path, core, label }).collect();
        paths.sort_by_key(|shown| shown.label.number);
        Some(Self { findings, model, paths, discrimination, extension: interpreted.is_extension() })
    }
}
