//! The figure of the first structure of a coincidence analysis.

use equifinal_chains::{ChainFindings, Factors, StructureFindings};
use equifinal_study::expression::Literal;

use super::title::name;
use crate::figures::chain::{Cause, Node, Term, chain};
use crate::view::{Context, Figure};

/// The first structure as a graph; `None` if there is none.
pub(super) fn figure(context: Context<'_>, found: &ChainFindings) -> Option<Figure> {
    let first = found.structures.listed.first()?;
    let speaker = context.speaker;
    let args = [("chain", name(context, found).into()), ("count", found.structures.count.to_string().into())];
    let caption = speaker.say_of("chains-figure-title", &args);
    let (nodes, terms) = graph(context, &found.factors, first);
    Some(Figure::new(speaker, &["chain", &found.chain.name], caption, |id, title| {
        chain(id, &title, &speaker.say("chains-figure-description"), &nodes, &terms)
    }))
}

/// The factors of a structure in layers, and its terms.
fn graph(context: Context<'_>, factors: &Factors, found: &StructureFindings) -> (Vec<Node>, Vec<Term>) {
    let formulas: Vec<(Vec<Literal>, Vec<Vec<Literal>>)> = found
        .structure
        .formulas
        .iter()
        .map(|formula| {
            let terms = formula.terms.iter().map(|&term| factors.literals(term)).collect();
            (factors.literals(formula.outcome), terms)
        })
        .collect();
    let outcome = |formula: &(Vec<Literal>, Vec<Vec<Literal>>)| formula.0.first().map(|one| one.set.clone());
    let mut names: Vec<String> = Vec::new();
    for literal in formulas.iter().flat_map(|(outcome, terms)| terms.iter().flatten().chain(outcome)) {
        if !names.contains(&literal.set) {
            names.push(literal.set.clone());
        }
    }
    let mut layers = vec![0; names.len()];
    let at = |set: &str| names.iter().position(|name| name == set).unwrap_or_default();
    // A cycle would go on: no chain is longer than the number of its factors.
    for _ in 0..names.len() {
        for formula in &formulas {
            let Some(effect) = outcome(formula) else { continue };
            let causes = formula.1.iter().flatten().map(|cause| layers[at(&cause.set)] + 1).max().unwrap_or_default();
            let effect = at(&effect);
            layers[effect] = layers[effect].max(causes).min(names.len() - 1);
        }
    }
    let term = |effect: &Literal, term: &Vec<Literal>| Term {
        causes: term.iter().map(|cause| of_cause(context, cause, at(&cause.set))).collect(),
        effect: at(&effect.set),
    };
    let terms = formulas.iter().flat_map(|(outcome, terms)| {
        outcome.first().into_iter().flat_map(move |effect| terms.iter().map(move |one| (effect, one)))
    });
    let terms = terms.map(|(effect, one)| term(effect, one)).collect();
    let words = |name: &String| {
        let is = formulas.iter().filter_map(|formula| formula.0.first()).find(|outcome| outcome.set == *name);
        is.map_or_else(|| context.names.set(name), |outcome| context.names.outcome(outcome))
    };
    let nodes = names.iter().zip(&layers).map(|(name, &layer)| Node { words: words(name), layer });
    (nodes.collect(), terms)
}

fn of_cause(context: Context<'_>, cause: &Literal, node: usize) -> Cause {
    let level =
        cause.level.map(|level| context.names.level_label(&cause.set, level).unwrap_or_else(|| format!("[{level}]")));
    Cause { node, negated: cause.negated, level: level.unwrap_or_default() }
}
