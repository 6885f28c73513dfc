//! Panel data: consistency and coverage pooled, between periods and within units.

mod differences;
mod drawn;
mod moves;
mod named;

use equifinal_panel::{Clustered, Entry, Group as Part, ModelFit, PanelFindings};
use equifinal_study::config::Distance;

use crate::messages::Speaker;
use crate::view::path_book::PRINTED;
use crate::view::{Block, Cell, Context, Group, Table, file_name};
use named::{between_distance, labelled, range};

/// Tables and figures of every analysis that asks for them.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let input = context.input;
    let mut blocks = Vec::new();
    for found in input.panels {
        let Some(findings) = input.findings.iter().find(|one| one.analysis.name == found.analysis) else { continue };
        if input.panels.len() > 1 {
            blocks.push(Block::Heading(context.names.analysis_title(&found.analysis)));
        }
        let models = found.models(findings.analysis.interpret);
        let printed = models.get(..PRINTED).unwrap_or(models);
        blocks.push(Block::Table(fit(context, found, printed)));
        blocks.extend(differences::table(context, found, models.first()).map(Block::Table));
        let steps = moves::blocks(context, (findings, found));
        let Some(model) = models.first() else {
            blocks.extend(steps);
            continue;
        };
        blocks.push(Block::Table(periods(context, found, model)));
        blocks.push(Block::Table(units(context, found, model)));
        blocks.extend(drawn::figures(context, (findings, found), model));
        blocks.extend(steps);
    }
    blocks
}

/// The fit of the solution, its terms and the conditions.
fn fit(context: Context<'_>, found: &PanelFindings, models: &[ModelFit]) -> Table {
    let speaker = context.speaker;
    let spans = vec![
        Cell::empty(),
        Cell::centred(speaker.say("consistency")).over(5),
        Cell::centred(speaker.say("coverage")).over(3),
    ];
    let adjusted = found.distance() == Distance::GarciaCastro;
    let between = between_distance(speaker, found);
    let within = speaker.say(if adjusted { "panel-within-adjusted" } else { "panel-within-distance" });
    let mut head = vec![Cell::text(speaker.say("panel-expression"))];
    head.extend([speaker.say("panel-pooled"), speaker.say("panel-between"), between.clone()].map(Cell::number));
    head.extend([speaker.say("panel-within"), within.clone()].map(Cell::number));
    head.extend([speaker.say("panel-pooled"), between, within].map(Cell::number));
    let named = |(expression, fit): &(String, Entry)| row(speaker, Cell::code(expression), fit);
    let mut groups = Vec::new();
    for (model, number) in models.iter().zip(1..) {
        let whole = Cell::text(speaker.say("panel-solution")).with_small(model.expression.as_str());
        let rows = std::iter::once(row(speaker, whole, &model.solution)).chain(model.terms.iter().map(named));
        let heading = speaker.say("panel-sufficiency");
        let heading = if models.len() > 1 { format!("{heading} (M{number})") } else { heading };
        groups.push(Group { heading: Some(heading), ..Group::of(rows.collect()) });
    }
    if !found.conditions.is_empty() {
        let named =
            |(expression, fit): &(String, Entry)| row(speaker, Cell::text(labelled(context, found, expression)), fit);
        let rows = found.conditions.iter().map(named).collect();
        groups.push(Group { heading: Some(speaker.say("panel-necessity")), ruled: true, ..Group::of(rows) });
    }
    Table::new(
        speaker,
        file_name(&["panel", &found.analysis]),
        speaker.say_of("panel-title", &[("analysis", context.names.analysis_title(&found.analysis).into())]),
        vec![spans, head],
        groups,
        notes(context, found),
    )
}

fn row(speaker: &Speaker, name: Cell, fit: &Entry) -> Vec<Cell> {
    let Entry { consistency, coverage } = fit;
    let ratio = |value: Option<f64>| Cell::number(speaker.ratio(value));
    let mut row = vec![name, ratio(consistency.pooled), Cell::number(range(speaker, &consistency.between))];
    row.extend([ratio(consistency.between_distance), Cell::number(range(speaker, &consistency.within))]);
    row.push(ratio(consistency.within_distance));
    row.extend([coverage.pooled, coverage.between_distance, coverage.within_distance].map(ratio));
    row
}

fn notes(context: Context<'_>, found: &PanelFindings) -> Vec<String> {
    let speaker = context.speaker;
    let (units, periods) = (found.cells.units.len(), found.cells.periods.len());
    let args = [
        ("units", units.into()),
        ("periods", periods.into()),
        ("missing", found.cells.missing().into()),
        ("cells", (units * periods).into()),
    ];
    let distance = match found.distance() {
        Distance::Plain => "panel-distance-plain",
        Distance::GarciaCastro => "panel-distance-adjusted",
    };
    vec![speaker.say_of("panel-note", &args), speaker.say(distance)]
}

/// The fit of the solution in each period, and the consistency of its terms.
fn periods(context: Context<'_>, found: &PanelFindings, model: &ModelFit) -> Table {
    let speaker = context.speaker;
    let mut head: Vec<Cell> = ["panel-period", "panel-counts", "consistency", "coverage"]
        .iter()
        .enumerate()
        .map(|(at, key)| if at == 0 { Cell::text(speaker.say(key)) } else { Cell::number(speaker.say(key)) })
        .collect();
    let terms = if model.terms.len() > 1 { model.terms.as_slice() } else { &[] };
    head.extend(terms.iter().map(|(term, _)| Cell::code(term)));
    let row = |(at, period): (usize, &Part)| {
        let mut row = of_group(speaker, &period.name, period, (&model.solution, at), |fit| &fit.between);
        let consistency = |(_, fit): &(String, Entry)| fit.consistency.between.get(at).copied().flatten();
        row.extend(terms.iter().map(|term| Cell::number(speaker.ratio(consistency(term)))));
        row
    };
    Table::new(
        speaker,
        file_name(&["panel-periods", &found.analysis]),
        speaker.say_of("panel-periods-title", &[("analysis", context.names.analysis_title(&found.analysis).into())]),
        vec![head],
        vec![Group::of(found.cells.periods.iter().enumerate().map(row).collect())],
        if terms.is_empty() { Vec::new() } else { vec![speaker.say("panel-periods-note")] },
    )
}

/// The fit of the solution in each unit.
fn units(context: Context<'_>, found: &PanelFindings, model: &ModelFit) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("panel-unit"))];
    head.extend(["panel-counts", "consistency", "coverage"].iter().map(|key| Cell::number(speaker.say(key))));
    let row = |(at, unit): (usize, &Part)| {
        of_group(speaker, &context.names.data(&unit.name), unit, (&model.solution, at), |fit| &fit.within)
    };
    Table::new(
        speaker,
        file_name(&["panel-units", &found.analysis]),
        speaker.say_of("panel-units-title", &[("analysis", context.names.analysis_title(&found.analysis).into())]),
        vec![head],
        vec![Group::of(found.cells.units.iter().enumerate().map(row).collect())],
        Vec::new(),
    )
}

/// Name, number of cases, consistency and coverage of one group.
fn of_group(
    speaker: &Speaker,
    name: &str,
    group: &Part,
    (fit, at): (&Entry, usize),
    values: impl Fn(&Clustered) -> &Vec<Option<f64>>,
) -> Vec<Cell> {
    let ratio = |fit: &Clustered| Cell::number(speaker.ratio(values(fit).get(at).copied().flatten()));
    vec![Cell::text(name), Cell::number(group.cases.len()), ratio(&fit.consistency), ratio(&fit.coverage)]
}
