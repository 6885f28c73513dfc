//! Further options of the reference: all irredundant models.

use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{ModelsWanted, SolutionType};

use crate::compare::{Differences, solution};
use crate::golden::Case;

/// `all.sol`, with and without remainders; the other minimisers must agree with the default one.
pub(crate) fn check(case: &Case, differences: &mut Differences) {
    if case.quirks.iter().any(|quirk| quirk == "contradiction-flags-misplaced") {
        return;
    }
    for extra in case.json["extra"].as_array().into_iter().flatten() {
        let options = &extra["options"];
        let mut analysis = case.analysis.clone();
        for (key, value) in options.as_object().unwrap() {
            match (key.as_str(), value.as_str()) {
                ("all.sol", _) => analysis.minimise.models = ModelsWanted::Irredundant,
                ("method", _) => {}
                ("include", Some("")) => {}
                _ => return,
            }
        }
        let kind = if options["include"] == "" { SolutionType::Conservative } else { SolutionType::Parsimonious };
        let findings = analyse(&analysis, &case.memberships, &Budget::default()).unwrap();
        solution(&extra["result"], &findings, findings.solution(kind), &options.to_string(), differences);
    }
}
