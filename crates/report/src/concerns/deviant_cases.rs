//! Cases without the outcome in rows with output 1: deviant cases for consistency in kind (Schneider & Rohlfing 2013).

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::{listed, names};
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis with such cases.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let rows = findings.rows.iter().map(|row| (row.number, findings.deviant(row)));
        let rows: Vec<(u64, Vec<usize>)> = rows.filter(|(_, deviant)| !deviant.is_empty()).collect();
        let written = rows.iter().map(|(number, deviant)| format!("{number} ({})", names(findings, deviant, speaker)));
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("count", rows.len().into()),
            ("rows", listed(written, speaker).into()),
        ];
        let cases = |deviant: &[usize]| deviant.iter().filter_map(|&case| findings.cases.get(case)).collect::<Vec<_>>();
        let evidence: Vec<_> =
            rows.iter().map(|(number, deviant)| json!({"row": number, "cases": cases(deviant)})).collect();
        let evidence = json!({"analysis": findings.analysis.name, "rows": evidence});
        (!rows.is_empty()).then(|| Found::new(Severity::High, evidence, speaker.say_of("warning-deviant", &args)))
    };
    input.findings.iter().filter_map(of).collect()
}
