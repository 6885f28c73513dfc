//! Parses claims about necessary condition analyses.

use super::claimed::Claimed;
use super::nca::named_ceiling;
use crate::fields::Fields;
use crate::grammar::Table;
use crate::tree::Node;
use equifinal_study::config::{NcaClaim, NcaClaimed, NcaSpec, Statement};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Reads a claim about an effect size and its p-value.
pub(super) fn effect(node: &Node, table: &'static Table, study: &Claimed<'_>) -> Option<Statement> {
    let fields = Fields::open(node, table, study.problems)?;
    let (effect_size, p_below) = (fields.number("effect_size"), fields.number("p_below"));
    fields.want_one_of(&["effect_size", "p_below"]);
    let spec = analysis(&fields, study);
    if let (Some(spec), Some(_)) = (spec, p_below)
        && spec.permutations == 0
    {
        fields.blame("p_below", say!("nca-no-test", name = quoted(&spec.name)));
    }
    claim(&fields, study, spec?, NcaClaimed::Effect { effect_size, p_below })
}

/// Reads a claim about a level of the bottleneck table.
pub(super) fn level(node: &Node, table: &'static Table, study: &Claimed<'_>) -> Option<Statement> {
    let fields = Fields::open(node, table, study.problems)?;
    let (at_least, at_most) = (fields.number("at_least"), fields.number("at_most"));
    fields.want_one_of(&["at_least", "at_most"]);
    let outcome = fields.number("outcome");
    let spec = analysis(&fields, study);
    claim(&fields, study, spec?, NcaClaimed::Level { outcome: outcome?, at_least, at_most })
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

fn claim(fields: &Fields<'_>, study: &Claimed<'_>, spec: &NcaSpec, claimed: NcaClaimed) -> Option<Statement> {
    let condition = fields.word("condition")?;
    if !spec.conditions.iter().any(|name| name == condition) {
        if study.sound {
            let hint = meant(condition, spec.conditions.iter().map(String::as_str));
            fields.blame("condition", say!("not-condition-of", name = quoted(condition), hint));
        }
        return None;
    }
    let ceiling = match fields.get("ceiling") {
        Some(node) => Some(named_ceiling(node, "ceiling", &spec.ceilings, study.sound, study.problems)?),
        None => None,
    };
    let (analysis, condition) = (spec.name.clone(), condition.to_owned());
    Some(Statement::Nca(NcaClaim { analysis, condition, ceiling, claimed }))
}
