//! Findings become their fit over the periods and units of a panel.

use equifinal_panel::{PanelFindings, fit};
use equifinal_qca::findings::Findings;
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;

use crate::error::EngineError;

/// The fit of every analysis that asks for it, in declared order.
pub(crate) fn panels(
    cases: &CaseTable,
    memberships: &Memberships,
    findings: &[Findings],
) -> Result<Vec<PanelFindings>, EngineError> {
    let Some(panel) = &cases.panel else { return Ok(Vec::new()) };
    let asked = findings.iter().filter_map(|one| Some((one, one.analysis.panel?)));
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for (one, spec) in asked {
        match fit(one, spec, memberships, (&cases.cases, panel)) {
            Ok(fit) => found.push(fit),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(EngineError::Analyses(errors)) }
}
