//! Parses claims about the methods that find a term.

use super::claimed::Claimed;
use super::formula::{self, Scope};
use crate::fields::{Fields, choice};
use crate::grammar::FOUND_BY;
use crate::tree::Node;
use equifinal_study::config::{Finder, FoundByClaim, Statement};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Reads a claim that methods find a term.
pub(super) fn read(node: &Node, study: &Claimed<'_>) -> Option<Statement> {
    let problems = study.problems;
    let fields = Fields::open(node, &FOUND_BY, problems)?;
    let name = fields.word("chain")?;
    let chain = study.chains.iter().find(|chain| chain.name == name);
    if chain.is_none() && study.sound {
        let hint = meant(name, study.chains.iter().map(|chain| chain.name.as_str()));
        fields.blame("chain", say!("not-chain", name = quoted(name), hint));
    }
    let chain = chain?;
    let scope = Scope { sets: study.sets, conditions: &chain.factors, problems };
    let (_, outcome) = formula::literal(fields.get("outcome")?, &say!("an-outcome"), problems)?;
    let term = scope.term(fields.get("expression")?)?;
    let named = fields.list("methods").iter().filter_map(|node| choice(node, &Finder::NAMES, "methods", problems));
    let methods = match fields.get("methods") {
        None => Finder::ALL.to_vec(),
        Some(_) => named.filter_map(Finder::named).collect(),
    };
    let mut literals = Vec::new();
    term.each_literal(&mut |literal| literals.push(literal.clone()));
    Some(Statement::FoundBy(FoundByClaim { chain: chain.name.clone(), outcome, term: literals, methods }))
}
