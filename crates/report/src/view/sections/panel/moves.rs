//! The moves of units between rows of the truth table: a table and a flow figure.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_panel::PanelFindings;
use equifinal_qca::findings::{Findings, Output};

use crate::figures::moves::{Flow, Moves, Stand, moves};
use crate::figures::words::Titles;
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};

/// Rows and periods beyond which the moves are in `results.json` alone.
const MOST: usize = 16;

/// The table and the figure; none where no unit has a row in two periods, or where they could not be read.
pub(super) fn blocks(context: Context<'_>, (findings, found): (&Findings, &PanelFindings)) -> Vec<Block> {
    let moves = found.steps.iter().flat_map(|step| &step.moves);
    let rows: BTreeSet<u64> = moves.flat_map(|one| [one.from, one.to]).collect();
    let rows: Vec<u64> = rows.into_iter().collect();
    if rows.is_empty() || rows.len() > MOST || found.steps.len() >= MOST {
        return Vec::new();
    }
    vec![
        Block::Table(table(context, findings, found, &rows)),
        Block::Figures(vec![figure(context, findings, found, &rows)]),
    ]
}

fn output(findings: &Findings, row: u64) -> Option<Output> {
    findings.rows.iter().find(|own| own.number == row).map(|own| own.output)
}

/// Rows before, columns after: the number of moves over all periods.
fn table(context: Context<'_>, findings: &Findings, found: &PanelFindings, rows: &[u64]) -> Table {
    let speaker = context.speaker;
    let mut counts: BTreeMap<(u64, u64), usize> = BTreeMap::new();
    for one in found.steps.iter().flat_map(|step| &step.moves) {
        *counts.entry((one.from, one.to)).or_default() += one.units.len();
    }
    let mut head = vec![Cell::text(speaker.say("panel-moves-from")), Cell::centred(speaker.say("output"))];
    head.extend(rows.iter().map(Cell::number));
    head.extend(["panel-moves-all", "panel-moves-stayed"].map(|key| Cell::number(speaker.say(key))));
    let line = |&from: &u64| {
        let own: Vec<usize> = rows.iter().map(|&to| counts.get(&(from, to)).copied().unwrap_or(0)).collect();
        let (all, stayed) = (own.iter().sum::<usize>(), counts.get(&(from, from)).copied().unwrap_or(0));
        let mut line =
            vec![Cell::text(from.to_string()), Cell::centred(output(findings, from).map_or("", Output::sign))];
        line.extend(own.into_iter().map(Cell::number));
        line.push(Cell::number(all));
        #[expect(clippy::cast_precision_loss, reason = "a panel has far fewer than 2^52 cells")]
        line.push(Cell::number(speaker.ratio((all > 0).then(|| stayed as f64 / all as f64))));
        line
    };
    let sum = |of: &dyn Fn(&equifinal_panel::Step) -> usize| found.steps.iter().map(of).sum::<usize>();
    let args = [("gone", sum(&|step| step.gone.len()).into()), ("come", sum(&|step| step.come.len()).into())];
    Table::new(
        speaker,
        file_name(&["panel-moves", &found.analysis]),
        speaker.say_of("panel-moves-title", &[("analysis", context.names.analysis_title(&found.analysis).into())]),
        vec![head],
        vec![Group::of(rows.iter().map(line).collect())],
        vec![speaker.say_of("panel-moves-note", &args)],
    )
}

fn figure(context: Context<'_>, findings: &Findings, found: &PanelFindings, rows: &[u64]) -> Figure {
    let speaker = context.speaker;
    let class = |row: u64| match output(findings, row) {
        Some(Output::Positive) => "typical",
        Some(Output::Negative) => "yellow",
        Some(Output::Contradiction) => "deviant",
        Some(Output::Remainder) | None => "remainder",
    };
    let place = |row: u64| rows.iter().position(|own| *own == row).unwrap_or_default();
    let of_case = |case: usize| findings.rows.iter().find(|row| row.cases.contains(&case)).map(|row| row.number);
    let stands = found.cells.periods.iter().map(|period| {
        let mut units = vec![0; rows.len()];
        for row in period.cases.iter().filter_map(|&case| of_case(case)).filter(|row| rows.contains(row)) {
            units[place(row)] += 1;
        }
        units
    });
    let flows = found
        .steps
        .iter()
        .enumerate()
        .flat_map(|(at, step)| step.moves.iter().map(move |one| (at, one.from, one.to, one.units.len())));
    let signs = [Output::Positive, Output::Negative, Output::Contradiction, Output::Remainder];
    let is_there = |sign: &Output| rows.iter().any(|&row| output(findings, row) == Some(*sign));
    let shown = Moves {
        periods: found.cells.periods.iter().map(|period| period.name.clone()).collect(),
        rows: rows.iter().map(|&row| Stand { name: row.to_string(), class: class(row) }).collect(),
        units: stands.collect(),
        flows: flows.map(|(step, from, to, units)| Flow { step, from: place(from), to: place(to), units }).collect(),
        legend: signs
            .into_iter()
            .filter(is_there)
            .map(|sign| {
                let row = rows.iter().find(|&&row| output(findings, row) == Some(sign)).copied().unwrap_or_default();
                (class(row), speaker.say_of("panel-moves-output", &[("output", sign.sign().into())]))
            })
            .collect(),
    };
    let caption =
        speaker.say_of("panel-moves-figure", &[("analysis", context.names.analysis_title(&found.analysis).into())]);
    Figure::new(speaker, &["panel-moves", &found.analysis], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("panel-moves-description"),
            x: speaker.say("panel-period"),
            y: speaker.say("panel-moves-row"),
        };
        moves(id, &titles, &shown)
    })
}
