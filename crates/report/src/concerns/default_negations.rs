//! Negated sets that are called by a default, since the study gives their negation no label.

use equifinal_study::config::SetSpec;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for all such sets.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let mut sets: Vec<&SetSpec> = Vec::new();
    for findings in input.findings {
        let analysis = &findings.analysis;
        let names = std::iter::once(&analysis.outcome.set).chain(&analysis.conditions);
        let specs = names.filter_map(|name| input.study.sets.iter().find(|spec| spec.name == *name));
        let by_default = |spec: &&SetSpec| {
            let set = input.memberships.set(&spec.name);
            spec.label.is_some() && spec.absent.is_none() && !set.is_some_and(|set| set.kind.is_multi_value())
        };
        sets.extend(specs.filter(by_default));
    }
    sets.sort_unstable_by_key(|set| input.study.sets.iter().position(|other| other.name == set.name));
    sets.dedup_by_key(|set| &set.name);
    let names = Names::of(input, speaker);
    let said = sets.iter().map(|set| names.negation(&set.name));
    let args = [("count", sets.len().into()), ("labels", speaker.list(said).into())];
    let evidence = json!({"sets": sets.iter().map(|set| &set.name).collect::<Vec<_>>()});
    let found = || Found::new(Severity::Low, evidence, speaker.say_of("warning-default-negations", &args));
    if sets.is_empty() { Vec::new() } else { vec![found()] }
}
