//! Weighted fit beside the unweighted: the interpreted solution, its terms, and necessary conditions.

use equifinal_qca::findings::{Findings, Model, SufficiencyFit, Weights};

use crate::messages::Speaker;
use crate::number;
use crate::view::further::numbered;
use crate::view::side::interpreted;
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// Two tables for each analysis of cases with weights.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for findings in context.input.findings {
        let Some(weights) = &findings.weights else { continue };
        let models = interpreted(findings).iter().zip(1..);
        blocks.extend(models.filter_map(|model| sufficiency(context, findings, weights, model)).map(Block::Table));
        blocks.push(Block::Table(necessity(context, findings, weights)));
    }
    blocks
}

/// The names of measures, each twice: unweighted and weighted.
fn head(context: Context<'_>, first: &str, measures: &[&str]) -> Vec<Cell> {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say(first))];
    for measure in measures {
        let measure = speaker.say(measure);
        head.push(Cell::number(&measure));
        head.push(Cell::number(speaker.say_of("weighted-measure", &[("measure", measure.into())])));
    }
    head
}

/// Values, each followed by the weighted one.
fn cells(speaker: &Speaker, own: &[Option<f64>], weighted: &[Option<f64>]) -> Vec<Cell> {
    let both = own.iter().zip(weighted).flat_map(|(own, weighted)| [*own, *weighted]);
    both.map(|value| Cell::number(speaker.ratio(value))).collect()
}

fn sufficiency(
    context: Context<'_>,
    findings: &Findings,
    weights: &Weights,
    (model, number): (&Model, usize),
) -> Option<Table> {
    let weighted = findings.weighted(model)?;
    let fit = |fit: &SufficiencyFit, unique: Option<f64>| [fit.consistency, fit.pri, fit.coverage, unique];
    let mut rows = Vec::new();
    for (path, (own, unique)) in model.paths.iter().zip(&weighted.terms) {
        let mut row = vec![Cell::code(findings.write_term(&path.term))];
        row.extend(cells(context.speaker, &fit(&path.fit, path.unique_coverage), &fit(own, *unique)));
        rows.push(row);
    }
    let mut whole = vec![Cell::text(context.speaker.say("weighted-solution"))];
    whole.extend(cells(context.speaker, &fit(&model.fit, None), &fit(&weighted.fit, None)));
    let args = [
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("solution", context.speaker.say(findings.analysis.interpret.name()).into()),
    ];
    let title = context.speaker.say_of("weighted-title", &args);
    let (title, id) = numbered(context, title, &["weighted", &findings.analysis.name], number);
    Some(Table::new(
        context.speaker,
        id,
        title,
        vec![head(context, "weighted-term", &["consistency", "pri", "coverage", "unique-coverage"])],
        vec![Group::of(rows), Group::ruled(vec![whole])],
        vec![note(context, findings, weights)],
    ))
}

fn necessity(context: Context<'_>, findings: &Findings, weights: &Weights) -> Table {
    let rows = findings.necessity.iter().map(|row| {
        let weighted = findings.weighted_necessity(row).unwrap_or_default();
        let mut cells_of = vec![Cell::text(context.names.necessary(findings, row))];
        let own = [row.fit.consistency, row.fit.coverage, row.fit.relevance];
        cells_of.extend(cells(context.speaker, &own, &[weighted.consistency, weighted.coverage, weighted.relevance]));
        cells_of
    });
    let args = [("outcome", context.names.analysis(&findings.analysis.name).into())];
    Table::new(
        context.speaker,
        file_name(&["weighted-necessity", &findings.analysis.name]),
        context.speaker.say_of("weighted-necessity-title", &args),
        vec![head(context, "condition", &["consistency", "coverage", "relevance"])],
        vec![Group::of(rows.collect())],
        vec![note(context, findings, weights)],
    )
}

fn note(context: Context<'_>, findings: &Findings, weights: &Weights) -> String {
    let args = [
        ("column", weights.column.as_str().into()),
        ("effective", number::fixed(weights.effective_cases(), 1).into()),
        ("cases", findings.cases.len().into()),
    ];
    context.speaker.say_of("weighted-note", &args)
}
