//! The necessity table: outcome and negation side by side.

use equifinal_qca::combinations::Combination;
use equifinal_qca::findings::{Findings, NecessityFit, NecessityRow};

use crate::input::Pair;
use crate::view::{Block, Cell, Context, Group, Table, drawings, file_name};
use crate::weaknesses::is_trivial;

/// Combinations that are printed; `results.json` has the rest.
const PRINTED: usize = 12;
/// The sign of a literal that reaches all cutoffs.
const PASSES: &str = "*";
/// The sign of one that does, but is nearly constant.
const TRIVIAL: &str = "†";

/// A table a pair of analyses.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pair in context.input.pairs() {
        blocks.push(Block::Table(table(context, pair)));
        let dropped: Vec<String> = pair.each().filter_map(|findings| dropped(context, findings)).collect();
        if !dropped.is_empty() {
            blocks.push(Block::List(dropped));
        }
    }
    if !context.input.findings.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-necessity")));
        for pair in context.input.pairs() {
            blocks.push(Block::Figures(pair.each().map(|findings| drawings::necessities(context, findings)).collect()));
            let found = pair.each().filter(|findings| !findings.necessity_combinations.found.is_empty());
            blocks.extend(found.map(|findings| Block::Table(combinations(context, findings))));
        }
    }
    blocks
}

/// Conjunctions and minimal disjunctions that reach the cutoffs, the most relevant first.
fn combinations(context: Context<'_>, findings: &Findings) -> Table {
    let speaker = context.speaker;
    let mut found: Vec<_> = findings.necessity_combinations.found.iter().collect();
    found.sort_by(|a, b| b.fit.relevance.unwrap_or(0.0).total_cmp(&a.fit.relevance.unwrap_or(0.0)));
    let mut head = vec![Cell::text(speaker.say("combination"))];
    head.extend(["consistency", "coverage", "relevance"].iter().map(|key| Cell::number(speaker.say(key))));
    let row = |combination: &&Combination<NecessityFit>| {
        let fit = [combination.fit.consistency, combination.fit.coverage, combination.fit.relevance];
        let mut cells = vec![Cell::code(&combination.expression)];
        cells.extend(fit.map(|value| Cell::number(speaker.ratio(value))));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = found.iter().take(PRINTED).map(row).collect();
    if let Some(rest) = found.len().checked_sub(PRINTED).filter(|&rest| rest > 0) {
        rows.push(vec![Cell::text(speaker.say_of("combinations-more", &[("count", rest.into())])).over(4)]);
    }
    let mut notes = vec![speaker.say("combinations-note")];
    if !findings.necessity_combinations.complete {
        notes.push(speaker.say("combinations-incomplete"));
    }
    Table::new(
        speaker,
        file_name(&["necessity-combinations", &findings.analysis.name]),
        speaker.say_of("combinations-title", &[("outcome", context.names.analysis(&findings.analysis.name).into())]),
        vec![head],
        vec![Group::of(rows)],
        notes,
    )
}

/// Necessary conditions that are missing from some path of the interpreted solution.
fn dropped(context: Context<'_>, findings: &Findings) -> Option<String> {
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let paths = || solution.models.iter().flat_map(|model| &model.paths);
    let missing =
        |row: &&NecessityRow| row.necessary && paths().any(|path| path.term.levels[row.condition] != Some(row.level));
    let names: Vec<String> =
        findings.necessity.iter().filter(missing).map(|row| context.names.necessary(findings, row)).collect();
    (!names.is_empty()).then(|| {
        let args = [
            ("conditions", context.speaker.list(names).into()),
            ("outcome", context.names.analysis(&findings.analysis.name).into()),
            ("solution", context.speaker.say(findings.analysis.interpret.name()).into()),
        ];
        context.speaker.capital(context.speaker.say_of("necessity-dropped", &args))
    })
}

fn table(context: Context<'_>, pair: Pair<'_>) -> Table {
    let Context { speaker, names, .. } = context;
    let mut outcomes = vec![Cell::empty()];
    let mut measures = vec![Cell::text(speaker.say("condition"))];
    for findings in pair.each() {
        outcomes.push(Cell::text(names.outcome(&findings.analysis.outcome)).over(3));
        let keys = ["consistency", "coverage", "relevance"];
        measures.extend(keys.iter().map(|key| Cell::number(speaker.say(key))));
    }
    let rows = pair.own.necessity.iter().map(|row| literal_row(context, pair, row)).collect();
    let title = [("outcome", names.analysis(&pair.own.analysis.name).into())];
    Table::new(
        speaker,
        file_name(&["necessity", &pair.own.analysis.name]),
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
    let mut cells = vec![Cell::text(context.speaker.capital(label))];
    for findings in pair.each() {
        let own = findings.necessity.iter().find(|other| other.expression == row.expression);
        let fit = own.map(|own| own.fit).unwrap_or_default();
        let mark = own.filter(|own| own.necessary).map(|own| if is_trivial(own) { TRIVIAL } else { PASSES });
        cells.push(Cell::number(context.speaker.ratio(fit.consistency)).with_mark(mark));
        cells.push(Cell::number(context.speaker.ratio(fit.coverage)));
        cells.push(Cell::number(context.speaker.ratio(fit.relevance)));
    }
    cells
}

fn notes(context: Context<'_>, pair: Pair<'_>) -> Vec<String> {
    let cuts = pair.own.analysis.necessity;
    let passing = |findings: &Findings, trivial: bool| {
        findings.necessity.iter().any(|row| row.necessary && is_trivial(row) == trivial)
    };
    let args = [
        ("consistency", context.speaker.cutoff(cuts.consistency).into()),
        ("coverage", context.speaker.cutoff(cuts.coverage).into()),
        ("relevance", context.speaker.cutoff(cuts.relevance).into()),
    ];
    let mut notes = vec![context.speaker.say_of("necessity-note", &args)];
    for (mark, key, trivial) in [(PASSES, "necessity-passes", false), (TRIVIAL, "necessity-trivial", true)] {
        if pair.each().any(|findings| passing(findings, trivial)) {
            notes.push(format!("{mark} {}", context.speaker.say(key)));
        }
    }
    notes
}
