//! Named paths without terms, and terms without a name where others have one.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::chart::paths::{self, Unmatched};
use crate::input::{Input, Pair};
use crate::messages::Speaker;
use crate::names::Names;

/// Named paths that are not in the interpreted solution.
pub(super) fn paths(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let found = |(analysis, unmatched): (&str, Unmatched)| {
        let paths = unmatched.names;
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(analysis).into()),
            ("paths", speaker.list(&paths).into()),
        ];
        let evidence = json!({"analysis": analysis, "paths": paths});
        let said = || speaker.say_of("warning-paths-without-terms", &args);
        (!paths.is_empty()).then(|| Found::new(Severity::Low, evidence, said()))
    };
    unmatched(input).into_iter().filter_map(found).collect()
}

/// Terms of the interpreted solution that no path names.
pub(super) fn terms(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let found = |(analysis, unmatched): (&str, Unmatched)| {
        let terms = unmatched.terms;
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(analysis).into()),
            ("terms", speaker.list(&terms).into()),
        ];
        let evidence = json!({"analysis": analysis, "terms": terms});
        let said = || speaker.say_of("warning-terms-without-name", &args);
        (!terms.is_empty()).then(|| Found::new(Severity::Low, evidence, said()))
    };
    unmatched(input).into_iter().filter_map(found).collect()
}

/// Names and terms without a match, by analysis; a negation that inherits the names has nothing to match.
fn unmatched<'a>(input: &Input<'a>) -> Vec<(&'a str, Unmatched)> {
    let of = |pair: Pair<'a>| {
        let names_paths = move |findings: &&'a Findings| {
            let inherited = pair.own.analysis.paths == findings.analysis.paths;
            !(findings.analysis.paths.is_empty() || inherited && findings.analysis.negates.is_some())
        };
        pair.each().filter(names_paths).map(|findings| (findings.analysis.name.as_str(), paths::unmatched(findings)))
    };
    input.pairs().into_iter().flat_map(of).collect()
}
