//! The flow of literature or cases: a figure as PRISMA draws it, and its counts as a table.

use equifinal_measure::flow::{Stage, stages};
use equifinal_study::config::Excluded;

use crate::figures::flow as drawing;
use crate::number;
use crate::view::{Block, Cell, Context, Figure, Group, Table};

/// The figure and the table; empty if the study describes no selection.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(figure) = figure(context) {
        blocks.push(Block::Fold(context.speaker.say("flow-title")));
        blocks.push(Block::Figures(vec![figure]));
        blocks.push(Block::Table(table(context)));
    }
    blocks
}

/// The figure.
pub(super) fn figure(context: Context<'_>) -> Option<Figure> {
    let speaker = context.speaker;
    let stages = stages(&context.input.study.flow);
    if stages.is_empty() {
        return None;
    }
    // What a stage leaves out is left behind on the way from the one before.
    let boxes: Vec<drawing::Stage> = stages
        .iter()
        .zip(units(context))
        .enumerate()
        .map(|(at, (stage, unit))| drawing::Stage {
            words: words(context, stage, unit),
            left: stages.get(at + 1).map_or_else(Vec::new, |next| excluded_words(context, next)),
        })
        .collect();
    Some(Figure::new(speaker, &["flow"], speaker.say("flow-title"), |id, title| {
        drawing::flow(id, &title, &speaker.say("flow-description"), &boxes)
    }))
}

/// The stage and the count after it.
fn words(context: Context<'_>, stage: &Stage<'_>, unit: Option<String>) -> String {
    let speaker = context.speaker;
    let label = speaker.text_or(stage.stated.label.as_ref(), &stage.stated.id);
    // A count stays with its unit.
    let count = went_on(context, stage, unit).replace(' ', "\u{a0}");
    speaker.say_of("flow-n", &[("stage", label.into()), ("count", count.into())])
}

/// The exclusions before a stage; empty if there are none.
fn excluded_words(context: Context<'_>, stage: &Stage<'_>) -> Vec<String> {
    let speaker = context.speaker;
    let line = |reason: &str, count: String| {
        speaker.say_of("flow-reason", &[("reason", reason.into()), ("count", count.into())])
    };
    match &stage.stated.excluded {
        Excluded::Reasons(reasons) => {
            let total = stage.excluded.map(|count| line(&speaker.say("flow-excluded"), count.to_string()));
            let each = reasons.iter().map(|(reason, count)| line(&context.names.data(reason), count.to_string()));
            total.into_iter().chain(each).collect()
        }
        Excluded::None if matches!(stage.excluded, None | Some(0)) => Vec::new(),
        Excluded::None | Excluded::NotReported | Excluded::Total(_) => {
            vec![line(&speaker.say("flow-excluded"), excluded(context, stage))]
        }
    }
}

/// The unit of each stage: its own or that of the last stage with one.
fn units(context: Context<'_>) -> Vec<Option<String>> {
    let mut unit = None;
    let stages = context.input.study.flow.iter();
    stages
        .map(|stage| {
            unit = stage.unit.as_ref().map(|unit| context.speaker.text(unit)).or(unit.take());
            unit.clone()
        })
        .collect()
}

/// The count that continues, with its unit.
fn went_on(context: Context<'_>, stage: &Stage<'_>, unit: Option<String>) -> String {
    let speaker = context.speaker;
    match (stage.went_on, unit) {
        (Some(count), Some(unit)) => speaker.say_of("flow-count", &[("count", count.into()), ("unit", unit.into())]),
        (Some(count), None) => count.to_string(),
        (None, _) => speaker.say("not-reported"),
    }
}

fn table(context: Context<'_>) -> Table {
    let Context { input, speaker, .. } = context;
    let head = ["flow-stage", "flow-in", "flow-excluded", "flow-out", "flow-note"];
    Table::new(
        speaker,
        "flow".to_owned(),
        speaker.say("flow-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(
            stages(&input.study.flow)
                .iter()
                .zip(units(context))
                .map(|(stage, unit)| stage_row(context, stage, unit))
                .collect(),
        )],
        Vec::new(),
    )
}

fn stage_row(context: Context<'_>, stage: &Stage<'_>, unit: Option<String>) -> Vec<Cell> {
    let speaker = context.speaker;
    vec![
        Cell::text(speaker.text_or(stage.stated.label.as_ref(), &stage.stated.id)),
        Cell::number(stage.came_in.map_or_else(|| number::UNDEFINED.to_owned(), |count| count.to_string())),
        Cell::text(excluded(context, stage)),
        Cell::number(went_on(context, stage, unit)),
        Cell::text(speaker.text_or(stage.stated.because.as_ref(), "")),
    ]
}

/// The exclusions of a stage: counts by reason if stated, otherwise as far as known.
fn excluded(context: Context<'_>, stage: &Stage<'_>) -> String {
    let speaker = context.speaker;
    match (&stage.stated.excluded, stage.excluded) {
        (Excluded::Reasons(reasons), _) => speaker.list(reasons.iter().map(|(reason, count)| {
            speaker.say_of("flow-reason", &[("reason", context.names.data(reason).into()), ("count", (*count).into())])
        })),
        (Excluded::NotReported, Some(count)) => speaker.say_of("flow-unexplained", &[("count", count.into())]),
        (Excluded::NotReported, None) => speaker.say("not-reported"),
        (Excluded::None, None | Some(0)) => number::UNDEFINED.to_owned(),
        (Excluded::None | Excluded::Total(_), count) => {
            count.map_or_else(|| speaker.say("not-reported"), |count| count.to_string())
        }
    }
}
