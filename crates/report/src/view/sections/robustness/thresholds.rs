//! The interpreted solution at every raw-consistency cutoff; a page shows one of them at a time.

use equifinal_qca::findings::Findings;
use equifinal_robustness::thresholds::{Stretch, Thresholds};

use crate::messages::Speaker;
use crate::view::{Block, Cell, Context, Group, Table, file_name};
use crate::words::refusal;

/// A table for each analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let of = |found: &Thresholds| {
        let findings = context.input.findings.iter().find(|findings| findings.analysis.name == found.analysis)?;
        Some(Block::Table(table(context, findings, found)))
    };
    context.input.robustness.thresholds.iter().filter_map(of).collect()
}

fn table(context: Context<'_>, findings: &Findings, found: &Thresholds) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("cutoff")), Cell::number(speaker.say("sufficient-rows"))];
    head.push(Cell::text(speaker.say("solution")));
    head.extend(["consistency", "pri", "coverage"].map(|key| Cell::number(speaker.say(key))));
    let own = found.own();
    let rows = found.stretches.iter().enumerate().map(|(at, stretch)| {
        let mut cells = row(context, findings, stretch);
        cells.iter_mut().for_each(|cell| cell.strong = at == own);
        cells
    });
    let solution = speaker.say(findings.analysis.interpret.name());
    let outcome = context.names.analysis(&findings.analysis.name);
    let title = speaker.say_of("thresholds-title", &[("solution", solution.into()), ("outcome", outcome.into())]);
    let notes = vec![speaker.say_of("thresholds-note", &[("chosen", speaker.cutoff(found.chosen).into())])];
    let id = file_name(&["thresholds", &found.analysis]);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows.collect())], notes)
}

fn row(context: Context<'_>, findings: &Findings, stretch: &Stretch) -> Vec<Cell> {
    let speaker = context.speaker;
    let mut cells = vec![Cell::text(cutoffs(speaker, stretch)), Cell::number(stretch.positive.len())];
    let found = match &stretch.solution {
        Err(reason) => {
            cells.push(Cell::text(refusal(reason, speaker)).over(4));
            return cells;
        }
        Ok(found) => found,
    };
    let Some(model) = found.models.first() else { return cells };
    let analysis = findings.analysis.name.as_str();
    let pieces = model
        .paths
        .iter()
        .map(|(term, path)| context.paths.piece(term, (analysis, term), path, &context.input.robustness.cases));
    let formula = Cell::formula(pieces.collect(), &findings.analysis.outcome.to_string());
    cells.push(match found.model_count {
        0 | 1 => formula,
        count => formula.with_small(speaker.say_of("first-of-models", &[("count", count.to_string().into())])),
    });
    let fit = [model.fit.consistency, model.fit.pri, model.fit.coverage];
    cells.extend(fit.map(|value| Cell::number(speaker.ratio(value))));
    cells
}

/// The cutoffs of an interval, with as many decimals as its ends need to differ.
fn cutoffs(speaker: &Speaker, stretch: &Stretch) -> String {
    let Some(above) = stretch.above else {
        return format!("[{}, {}]", speaker.ratio(Some(0.0)), speaker.ratio(Some(stretch.up_to)));
    };
    let printed = |decimals| [above, stretch.up_to].map(|end| speaker.bounded(end, decimals));
    let differ = |decimals: &usize| printed(*decimals)[0] != printed(*decimals)[1];
    let least = speaker.style().decimals;
    let decimals = (least..16).find(differ).unwrap_or(least);
    let [low, high] = printed(decimals);
    format!("({low}, {high}]")
}
