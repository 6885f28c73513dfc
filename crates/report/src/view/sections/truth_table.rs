//! The truth table: every observed row; remainders are only counted.

mod implications;

use std::cmp::Reverse;

use equifinal_qca::findings::{Findings, Output, Row};

use crate::view::typical;
use crate::view::{Block, Cell, Context, Figure, Group, Table, drawings, file_name};

/// The sign of a row that holds cases with and without the outcome.
const CONTRADICTORY: &str = "‡";
/// The sign of a row whose consistency or PRI lies on its cutoff.
const ON_THE_LINE: &str = "§";

/// The sign of an output that the study sets by hand.
const BY_HAND: &str = "¶";

/// The signs of such an output of a row that holds cases with and without the outcome.
const BOTH: &str = "‡¶";

/// One table per analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let pairs = context.input.pairs();
    let owns = || pairs.iter().map(|pair| pair.own);
    let negations = || pairs.iter().filter_map(|pair| pair.negation);
    blocks.extend(owns().map(|findings| Block::Table(table(context, findings))));
    if negations().next().is_some() {
        blocks.push(Block::Fold(context.speaker.say("fold-negation")));
        blocks.extend(negations().map(|findings| Block::Table(table(context, findings))));
    }
    if !pairs.is_empty() {
        // A negation has the conditions of its own.
        blocks.push(Block::Fold(context.speaker.say("fold-implications")));
        blocks.extend(owns().map(|findings| implications::block(context, findings)));
    }
    let drawn = owns().chain(negations());
    let drawn: Vec<Figure> =
        drawn.flat_map(|findings| drawings::rows(context, findings, &observed_rows(findings))).collect();
    if !drawn.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-rows")));
        blocks.push(Block::Figures(drawn));
    }
    blocks
}

fn table(context: Context<'_>, findings: &Findings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::number(speaker.say("row"))];
    head.extend(context.condition_heads(findings));
    head.extend(["cases-count", "output"].iter().map(|key| Cell::centred(speaker.say(key))));
    head.extend(["raw-consistency", "pri"].iter().map(|key| Cell::number(speaker.say(key))));
    head.push(Cell::text(speaker.say("cases")));
    let rows = observed_rows(findings);
    let title = [("outcome", context.names.analysis(&findings.analysis.name).into())];
    Table::new(
        speaker,
        file_name(&["truth-table", &findings.analysis.name]),
        speaker.say_of("truth-table-title", &title),
        vec![head],
        vec![Group::of(rows.iter().map(|row| cells(context, findings, row)).collect())],
        notes(context, findings, &rows),
    )
}

/// The rows with cases, sufficient ones first, then by consistency.
fn observed_rows(findings: &Findings) -> Vec<&Row> {
    let mut rows: Vec<&Row> = findings.rows.iter().filter(|row| !row.cases.is_empty()).collect();
    rows.sort_by_key(|row| (rank(row.output), Reverse(row.consistency.map(f64::to_bits)), row.number));
    rows
}

/// Sufficient rows first, then contradictions, negatives, rows with too few cases.
fn rank(output: Output) -> u8 {
    match output {
        Output::Positive => 0,
        Output::Contradiction => 1,
        Output::Negative => 2,
        Output::Remainder => 3,
    }
}

fn cells(context: Context<'_>, findings: &Findings, row: &Row) -> Vec<Cell> {
    let mut cells = vec![Cell::number(row.number)];
    let levels = findings.conditions.iter().zip(&row.levels);
    cells.extend(levels.map(|(condition, &level)| Cell::centred(condition.kind.sign(level))));
    cells.push(Cell::centred(row.cases.len()));
    let marks = match (row.contradictory, row.by_hand.is_some()) {
        (false, false) => None,
        (true, false) => Some(CONTRADICTORY),
        (false, true) => Some(BY_HAND),
        (true, true) => Some(BOTH),
    };
    cells.push(Cell::centred(row.output.sign()).with_mark(marks));
    cells.push(Cell::number(context.speaker.ratio(row.consistency)).with_mark(row.on_the_line.then_some(ON_THE_LINE)));
    cells.push(Cell::number(context.speaker.ratio(row.pri)));
    cells.push(typical::in_row(context, findings, row));
    cells
}

fn notes(context: Context<'_>, findings: &Findings, rows: &[&Row]) -> Vec<String> {
    let speaker = context.speaker;
    let cuts = findings.analysis.truth_table;
    let diversity = findings.diversity();
    let mut notes = vec![
        speaker.say_of(
            "truth-table-cutoffs",
            &[
                ("frequency", findings.frequency.into()),
                ("consistency", speaker.cutoff(cuts.consistency).into()),
                ("pri", speaker.cutoff(cuts.pri).into()),
            ],
        ),
        speaker.say_of(
            "truth-table-remainders",
            &[("remainders", diversity.unobserved().into()), ("possible", diversity.possible.to_string().into())],
        ),
    ];
    if !findings.in_no_row.is_empty() {
        let cases = crate::listing::names(findings, &findings.in_no_row, speaker);
        let args = [("count", findings.in_no_row.len().into()), ("cases", cases.into())];
        notes.push(speaker.say_of("truth-table-in-no-row", &args));
    }
    let dropped = findings.dropped();
    if !dropped.is_empty() {
        let args = [("count", dropped.len().into()), ("cases", crate::listing::listed(dropped, speaker).into())];
        notes.push(speaker.say_of("truth-table-dropped", &args));
    }
    let flags = [
        (CONTRADICTORY, "truth-table-contradictory", rows.iter().any(|row| row.contradictory)),
        (ON_THE_LINE, "truth-table-on-the-line", rows.iter().any(|row| row.on_the_line)),
    ];
    for (mark, key, raised) in flags {
        if raised {
            notes.push(format!("{mark} {}", speaker.say(key)));
        }
    }
    notes.extend(rows.iter().filter_map(|row| by_hand(context, findings, row)));
    notes
}

/// The output that a row would have, and the reason for the one that is set.
fn by_hand(context: Context<'_>, findings: &Findings, row: &Row) -> Option<String> {
    let by_hand = row.by_hand?;
    let set = findings.analysis.outputs.get(by_hand.entry)?;
    let args = [
        ("row", row.number.into()),
        ("output", row.output.sign().into()),
        ("computed", by_hand.computed.sign().into()),
        ("because", context.speaker.text(&set.because).into()),
    ];
    Some(format!("{BY_HAND} {}", context.speaker.say_of("truth-table-by-hand", &args)))
}
