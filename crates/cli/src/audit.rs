//! The command `audit`: published figures held against one another and against a recomputation.

mod print;

use std::collections::BTreeSet;

use equifinal_measure::audit::{Check, Recomputed, RecomputedModel, RecomputedNecessity, Variant, audit as checks};
use equifinal_qca::findings::Findings;
use equifinal_study::config::{SolutionType, Study};
use equifinal_study::memberships::{Memberships, SetKind};
use equifinal_study::table::CaseTable;

use crate::args::{Audit, Shown};
use crate::failure::Failure;
use crate::{pipeline, study_file};

/// What `audit` prints of one study.
#[derive(Debug)]
struct Audited {
    /// The study's id.
    study: String,
    /// The rules that its published figures concern.
    checks: Vec<Check>,
}

/// Audits the studies of the command line. What contradicts is a result, not a failure.
pub(crate) fn audit(args: &Audit) -> Result<String, Failure> {
    let mut audited = Vec::new();
    for path in study_file::all(&args.studies)? {
        let study = study_file::read(&path)?;
        let data = study_file::data_folder(&path, args.data.as_ref())?;
        let checks = pipeline::audit(&study, |file| data.read(file))?;
        audited.push(Audited { study: study.id, checks });
    }
    Ok(match args.format {
        Shown::Text => print::text(&audited),
        Shown::Json => print::json(&audited),
    })
}

/// The checks of a study's published figures against what its analyses found.
pub(crate) fn audited(study: &Study, table: &CaseTable, sets: &Memberships, findings: &[Findings]) -> Vec<Check> {
    let recomputed: Vec<Recomputed> = findings.iter().map(|findings| recomputed(findings, sets)).collect();
    checks(&study.published, &recomputed, sets, table, &study.sets)
}

fn recomputed(findings: &Findings, sets: &Memberships) -> Recomputed {
    let fuzzy = |name: &str| sets.set(name).is_some_and(|set| set.kind == SetKind::Fuzzy);
    let analysis = &findings.analysis;
    let any_fuzzy = fuzzy(&analysis.outcome.set) || analysis.conditions.iter().any(|name| fuzzy(name));
    let necessity = findings.necessity.iter().map(|row| RecomputedNecessity {
        expression: row.expression.clone(),
        consistency: row.fit.consistency,
        coverage: row.fit.coverage,
    });
    let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
    Recomputed {
        analysis: analysis.name.clone(),
        variant: if any_fuzzy { Variant::Fuzzy } else { Variant::Crisp },
        cutoff: analysis.truth_table.consistency,
        necessity: necessity.collect(),
        models: kinds.into_iter().flat_map(|kind| models(findings, kind)).collect(),
    }
}

fn models(findings: &Findings, kind: SolutionType) -> Vec<RecomputedModel> {
    let models = findings.solution(kind).as_ref().map_or(&[][..], |solution| &solution.models);
    let model = |model: &equifinal_qca::findings::Model| RecomputedModel {
        solution: kind.name(),
        terms: model.paths.iter().map(|path| findings.write_term(&path.term)).collect::<BTreeSet<String>>(),
        consistency: model.fit.consistency,
        coverage: model.fit.coverage,
    };
    models.iter().map(model).collect()
}
