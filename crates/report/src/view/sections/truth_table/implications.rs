//! Implications between the conditions of an analysis.

use equifinal_qca::findings::Findings;
use equifinal_qca::implications::Implication;

use crate::listing;
use crate::view::{Block, Cell, Context, Group, Table, file_name};
use crate::weaknesses::is_common;

/// Implications that are printed; `results.json` has the rest.
const PRINTED: usize = 12;
/// The sign of an implied literal that holds nearly always.
const COMMON: &str = "†";

/// The implications, or the statement that there is none.
pub(super) fn block(context: Context<'_>, findings: &Findings) -> Block {
    let mut found = findings.implications();
    if found.is_empty() {
        let cutoff = context.speaker.cutoff(findings.analysis.necessity.consistency);
        let args = [("outcome", outcome(context, findings).into()), ("consistency", cutoff.into())];
        return Block::Note(context.speaker.say_of("implications-none", &args));
    }
    // Those of which the implied literal says most stand first.
    found.sort_by(|a, b| b.fit.relevance.unwrap_or(0.0).total_cmp(&a.fit.relevance.unwrap_or(0.0)));
    Block::Table(table(context, findings, &found))
}

fn outcome(context: Context<'_>, findings: &Findings) -> String {
    context.names.analysis(&findings.analysis.name)
}

fn table(context: Context<'_>, findings: &Findings, found: &[Implication]) -> Table {
    let speaker = context.speaker;
    let mut head: Vec<Cell> =
        ["implications-given", "implications-implied"].iter().map(|key| Cell::text(speaker.say(key))).collect();
    head.extend(["consistency", "relevance", "cases-count"].iter().map(|key| Cell::number(speaker.say(key))));
    head.push(Cell::text(speaker.say("implications-contrary")));
    let mut rows: Vec<Vec<Cell>> = found.iter().take(PRINTED).map(|one| row(context, findings, one)).collect();
    if let Some(rest) = found.len().checked_sub(PRINTED).filter(|&rest| rest > 0) {
        rows.push(vec![Cell::text(speaker.say_of("implications-more", &[("count", rest.into())])).over(head.len())]);
    }
    let cutoff = speaker.cutoff(findings.analysis.necessity.consistency);
    let mut notes = vec![speaker.say_of("implications-note", &[("consistency", cutoff.into())])];
    if found.iter().take(PRINTED).any(|one| is_common(&one.fit)) {
        notes.push(format!("{COMMON} {}", speaker.say("implications-common")));
    }
    Table::new(
        speaker,
        file_name(&["implications", &findings.analysis.name]),
        speaker.say_of("implications-title", &[("outcome", outcome(context, findings).into())]),
        vec![head],
        vec![Group::of(rows)],
        notes,
    )
}

fn row(context: Context<'_>, findings: &Findings, one: &Implication) -> Vec<Cell> {
    let speaker = context.speaker;
    let name = |(condition, level): (usize, usize), written: &str| {
        let label = findings.conditions.get(condition).map(|condition| context.names.literal(condition, level));
        Cell::text(speaker.capital(label.unwrap_or_else(|| written.to_owned())))
    };
    let contrary = match one.contrary.as_slice() {
        [] => Cell::text(speaker.say("none")),
        cases => {
            let all = cases.iter().filter_map(|&case| findings.cases.get(case));
            Cell { full: Some(speaker.list(all)), ..Cell::text(listing::names(findings, cases, speaker)) }
        }
    };
    let [given, implied] = &one.expressions;
    vec![
        name(one.given, given),
        name(one.implied, implied),
        Cell::number(speaker.ratio(one.fit.consistency)),
        Cell::number(speaker.ratio(one.fit.relevance)).with_mark(is_common(&one.fit).then_some(COMMON)),
        Cell::number(one.cases),
        contrary,
    ]
}
