//! The terms of coincidence analysis and QCA for the same outcome, side by side.

use equifinal_chains::{ChainFindings, Compared, ComparedTerm, Comparison, Method, TermRelation, compare};

use super::title::name;
use crate::view::{Cell, Context, Group, Table, file_name};

/// One table for each outcome that another method explains too.
pub(super) fn tables(context: Context<'_>, found: &ChainFindings) -> Vec<Table> {
    compare(found, context.input.findings).iter().map(|one| table(context, found, one)).collect()
}

fn table(context: Context<'_>, found: &ChainFindings, compared: &Comparison) -> Table {
    let speaker = context.speaker;
    let outcome = found.factors.write(compared.outcome);
    let mut head = vec![Cell::text(speaker.say("chains-term"))];
    head.extend(["consistency", "coverage"].map(|key| Cell::number(speaker.say(key))));
    head.extend(compared.methods.iter().map(|one| Cell::text(method(context, &one.method))));
    let mut rows: Vec<Vec<Cell>> = compared.terms.iter().map(|one| row(context, &compared.methods, one)).collect();
    let mut fit = vec![Cell::text(speaker.say("chains-first-model")), Cell::empty(), Cell::empty()];
    fit.extend(compared.methods.iter().map(|one| first(context, one)));
    rows.push(fit);
    let named = found.factors.literals(compared.outcome);
    let named = speaker.series(named.iter().map(|literal| context.names.outcome(literal)));
    let title = [("chain", name(context, found).into()), ("outcome", named.into())];
    let mut notes = vec![speaker.say("chains-comparison-note")];
    notes.extend(compared.methods.iter().filter_map(|one| {
        let why = speaker.message(&one.models.as_ref().err()?.message());
        let args = [("method", method(context, &one.method).into()), ("why", why.into())];
        Some(speaker.say_of("chains-comparison-refused", &args))
    }));
    Table::new(
        speaker,
        file_name(&["chain-comparison", &found.chain.name, &outcome]),
        speaker.say_of("chains-comparison-title", &title),
        vec![head],
        vec![Group::of(rows)],
        notes,
    )
}

fn method(context: Context<'_>, method: &Method) -> String {
    let speaker = context.speaker;
    match method {
        Method::Cna => speaker.say("chains-cna"),
        Method::Minimised => speaker.say("chains-minimised"),
        Method::Qca { analysis, kind } => {
            let mut declared = context.input.findings.iter().filter(|one| one.analysis.negates.is_none());
            let is_alone =
                declared.next().is_some_and(|one| one.analysis.name == *analysis) && declared.next().is_none();
            let named = if is_alone { String::new() } else { format!(" {analysis}") };
            let args = [("analysis", named.into()), ("solution", speaker.say(kind.name()).into())];
            speaker.say_of("chains-qca", &args)
        }
    }
}

fn row(context: Context<'_>, methods: &[Compared], term: &ComparedTerm) -> Vec<Cell> {
    let speaker = context.speaker;
    let mut row = vec![
        Cell::code(&term.expression),
        Cell::number(speaker.ratio(term.consistency)),
        Cell::number(speaker.ratio(term.coverage)),
    ];
    row.extend(methods.iter().zip(&term.relations).map(|(method, relation)| {
        let Some(relation) = relation else { return Cell::text(speaker.ratio(None)) };
        let all = method.models.as_ref().map_or(0, |models| *models);
        let words = speaker.say(&format!("chains-term-{}", relation.name()));
        match relation {
            TermRelation::Shared { models } if all > 1 => {
                let args = [("models", (*models).into()), ("all", all.into())];
                Cell::text(words).with_small(speaker.say_of("chains-in-models", &args))
            }
            _ => Cell::text(words),
        }
    }));
    row
}

/// The fit of the first model of a method.
fn first(context: Context<'_>, found: &Compared) -> Cell {
    let speaker = context.speaker;
    match found.models {
        Ok(models) if models > 0 => {
            let args = [
                ("consistency", speaker.ratio(found.consistency).into()),
                ("coverage", speaker.ratio(found.coverage).into()),
            ];
            Cell::text(speaker.say_of("chains-fit", &args))
        }
        _ => Cell::text(speaker.say("chains-none")),
    }
}
