//! Further options of the reference: irredundant models, row dominance, prime implicants by consistency.

use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{Contradictions, ModelsWanted, SolutionType};

use crate::compare::{Differences, models, solution};
use crate::golden::Case;

/// `all.sol`, `row.dom`, `pi.cons`, with and without remainders; the other minimisers must agree with the default one.
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
                ("row.dom", _) => analysis.minimise.row_dominance = true,
                ("pi.cons", _) => analysis.minimise.prime_implicant_consistency = value.as_f64(),
                ("method", _) => {}
                // Nothing is included then, contradictions neither.
                ("include", Some("")) => analysis.minimise.contradictions = Contradictions::Negative,
                ("first.min", _) => {}
                other => panic!("unknown option {other:?}"),
            }
        }
        let kind = if options["include"] == "" { SolutionType::Conservative } else { SolutionType::Parsimonious };
        let findings = analyse(&analysis, &case.memberships, &Budget::default()).unwrap();
        let (reference, ours, what) = (&extra["result"], findings.solution(kind), options.to_string());
        match ours {
            // The reference stops at its first minimum model: one of ours.
            Ok(ours) if options["first.min"] == true => models(reference, &findings, &ours.models, &what, differences),
            _ => solution(reference, &findings, ours, &what, differences),
        }
    }
}
