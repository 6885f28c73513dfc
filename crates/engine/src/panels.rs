//! Findings become their fit over the periods and units of a panel.

use equifinal_panel::{PanelFindings, fit};
use equifinal_qca::findings::Findings;
use equifinal_study::table::CaseTable;

/// The fit of every analysis that asks for it, in declared order.
pub(crate) fn panels(cases: &CaseTable, findings: &[Findings]) -> Vec<PanelFindings> {
    let Some(panel) = &cases.panel else { return Vec::new() };
    let asked = findings.iter().filter_map(|one| Some((one, one.analysis.panel?)));
    asked.map(|(one, spec)| fit(one, spec, (&cases.cases, panel))).collect()
}
