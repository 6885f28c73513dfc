//! Findings become their fit over the periods and units of a panel.

use equifinal_panel::{PanelFindings, fit};
use equifinal_qca::findings::Findings;
use equifinal_study::config::Study;
use equifinal_study::draws::key;
use equifinal_study::table::CaseTable;

/// The fit of every analysis that asks for it, in declared order. Tests draw by the study's id and seed.
pub(crate) fn panels(study: &Study, cases: &CaseTable, findings: &[Findings]) -> Vec<PanelFindings> {
    let Some(panel) = &cases.panel else { return Vec::new() };
    let asked = findings.iter().filter_map(|one| Some((one, one.analysis.panel?)));
    let own_key = |one: &Findings| key(&study.id, study.robustness.seed, &format!("panel {}", one.analysis.name));
    asked.map(|(one, spec)| fit(one, spec, (&cases.cases, panel), own_key(one))).collect()
}
