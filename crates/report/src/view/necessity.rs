//! The necessity table: outcome and negation side by side.

use equifinal_qca::findings::{Findings, NecessityRow};

use super::block::Block;
use super::table::{Cell, Group, Table};
use super::{Context, Numbering};
use crate::input::Pair;
use crate::number;
use crate::warnings::is_trivial;

/// The sign of a literal that reaches all cutoffs.
const PASSES: &str = "*";
/// The sign of one that does, but is nearly constant.
const TRIVIAL: &str = "†";

/// A table a pair of analyses.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    context.input.pairs().into_iter().map(|pair| Block::Table(table(context, pair, numbering))).collect()
}

fn table(context: Context<'_>, pair: Pair<'_>, numbering: &mut Numbering) -> Table {
    let Context { speaker, names, .. } = context;
    let mut outcomes = vec![Cell::empty()];
    let mut measures = vec![Cell::text(speaker.say("condition"))];
    for findings in pair.each() {
        outcomes.push(Cell::text(names.outcome(&findings.analysis.outcome)).over(3));
        let keys = ["consistency", "coverage", "relevance"];
        measures.extend(keys.iter().map(|key| Cell::number(speaker.say(key))));
    }
    let rows = pair.own.necessity.iter().map(|row| literal_row(context, pair, row)).collect();
    let title = [("outcome", names.outcome(&pair.own.analysis.outcome).into())];
    Table::new(
        speaker,
        numbering,
        super::plots::file_name(&["necessity", &pair.own.analysis.name]),
        speaker.say_of("necessity-title", &title),
        vec![outcomes, measures],
        vec![Group::of(rows)],
        notes(context, pair),
    )
}

fn literal_row(context: Context<'_>, pair: Pair<'_>, row: &NecessityRow) -> Vec<Cell> {
    let label = match pair.own.conditions.get(row.condition) {
        Some(condition) => context.names.literal(condition, row.level),
        None => row.expression.clone(),
    };
    let mut cells = vec![Cell::text(label).with_small(&row.expression)];
    for findings in pair.each() {
        let own = findings.necessity.iter().find(|other| other.expression == row.expression);
        let fit = own.map(|own| own.fit).unwrap_or_default();
        let mark = own.filter(|own| own.necessary).map(|own| if is_trivial(own) { TRIVIAL } else { PASSES });
        cells.push(Cell::number(number::ratio(fit.consistency)).with_mark(mark));
        cells.push(Cell::number(number::ratio(fit.coverage)));
        cells.push(Cell::number(number::ratio(fit.relevance)));
    }
    cells
}

fn notes(context: Context<'_>, pair: Pair<'_>) -> Vec<String> {
    let cuts = pair.own.analysis.necessity;
    let passing = |findings: &Findings, trivial: bool| {
        findings.necessity.iter().any(|row| row.necessary && is_trivial(row) == trivial)
    };
    let args = [
        ("consistency", number::ratio(Some(cuts.consistency)).into()),
        ("coverage", number::ratio(Some(cuts.coverage)).into()),
        ("relevance", number::ratio(Some(cuts.relevance)).into()),
    ];
    let mut notes = vec![context.speaker.say_of("necessity-note", &args)];
    for (mark, key, trivial) in [(PASSES, "necessity-passes", false), (TRIVIAL, "necessity-trivial", true)] {
        if pair.each().any(|findings| passing(findings, trivial)) {
            notes.push(format!("{mark} {}", context.speaker.say(key)));
        }
    }
    notes
}
