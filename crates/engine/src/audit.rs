//! Checks published figures for consistency with one another and with the findings.

use std::collections::BTreeSet;

use equifinal_measure::audit::{Check, Recomputed, RecomputedModel, RecomputedNecessity, Variant, audit as checks};
use equifinal_qca::findings::{Findings, Model};
use equifinal_study::config::{SolutionType, Study};
use equifinal_study::memberships::{Memberships, SetKind};
use equifinal_study::table::CaseTable;

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
    let model = |model: &Model| RecomputedModel {
        solution: kind.name(),
        terms: model.paths.iter().map(|path| findings.write_term(&path.term)).collect::<BTreeSet<String>>(),
        consistency: model.fit.consistency,
        coverage: model.fit.coverage,
    };
    models.iter().map(model).collect()
}
