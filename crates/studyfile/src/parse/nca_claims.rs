//! Parses claims about necessary condition analyses.

use super::claimed::Claimed;
use crate::fields::Fields;
use crate::grammar::Table;
use crate::tree::Node;
use equifinal_study::config::{NcaClaim, NcaClaimed, NcaSpec, Statement};
use equifinal_study::names::{listed, meant, quoted};
use equifinal_study::say;

/// Reads a claim about an effect size and its p-value.
pub(super) fn effect(node: &Node, table: &'static Table, study: &Claimed<'_>) -> Option<Statement> {
    let fields = Fields::open(node, table, study.problems)?;
    let (effect_size, p_below) = (fields.number("effect_size"), fields.number("p_below"));
    wanting(&fields, &["effect_size", "p_below"]);
    let spec = analysis(&fields, study);
    if let (Some(spec), Some(_)) = (spec, p_below)
        && spec.permutations == 0
    {
        fields.blame("p_below", say!("nca-no-test", name = quoted(&spec.name)));
    }
    claim(&fields, spec?, NcaClaimed::Effect { effect_size, p_below })
}

/// Reads a claim about a level of the bottleneck table.
pub(super) fn level(node: &Node, table: &'static Table, study: &Claimed<'_>) -> Option<Statement> {
    let fields = Fields::open(node, table, study.problems)?;
    let (at_least, at_most) = (fields.number("at_least"), fields.number("at_most"));
    wanting(&fields, &["at_least", "at_most"]);
    let outcome = fields.number("outcome");
    let spec = analysis(&fields, study);
    claim(&fields, spec?, NcaClaimed::Level { outcome: outcome?, at_least, at_most })
}

/// Records that none of some keys is given.
fn wanting(fields: &Fields<'_>, keys: &[&str]) {
    if keys.iter().all(|key| fields.get(key).is_none()) {
        let message = format!("the claim says nothing: give one of {}", listed(keys));
        fields.problems.add(fields.node().heading(), message);
    }
}

fn analysis<'a>(fields: &Fields<'_>, study: &Claimed<'a>) -> Option<&'a NcaSpec> {
    let name = fields.word("analysis")?;
    let spec = study.nca.iter().find(|spec| spec.name == name);
    if spec.is_none() && study.sound {
        let hint = meant(name, study.nca.iter().map(|spec| spec.name.as_str()));
        fields.blame("analysis", say!("nca-not-analysis", name = quoted(name), hint));
    }
    spec
}

fn claim(fields: &Fields<'_>, spec: &NcaSpec, claimed: NcaClaimed) -> Option<Statement> {
    let condition = fields.word("condition")?;
    if !spec.conditions.iter().any(|name| name == condition) {
        let hint = meant(condition, spec.conditions.iter().map(String::as_str));
        fields.blame("condition", say!("nca-not-condition", name = quoted(condition), hint));
        return None;
    }
    let ceiling = match fields.word("ceiling") {
        None => spec.decide_by,
        Some(name) => {
            let known: Vec<&str> = spec.ceilings.iter().filter(|one| one.is_ceiling()).map(|one| one.name()).collect();
            let place = spec.ceilings.iter().position(|one| one.is_ceiling() && one.name() == name);
            if place.is_none() {
                let message = format!("{} is none of the ceilings: choose from {}", quoted(name), listed(&known));
                fields.blame("ceiling", message);
            }
            place?
        }
    };
    let (analysis, condition) = (spec.name.clone(), condition.to_owned());
    Some(Statement::Nca(NcaClaim { analysis, condition, ceiling, claimed }))
}
