//! Where the cases come from: file, sources, assumptions, and the search that found them.

use equifinal_measure::flow::{Stage, stages};
use equifinal_study::config::{DataTable, Excluded};

use super::block::{Block, Definition};
use super::table::{Cell, Group, Table};
use super::{Context, Numbering};
use crate::number;

/// Data, sources, assumptions and flow.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    let study = input.study;
    let definition = |key: &str, text: String| Definition { name: speaker.say(key), text, small: None };
    let mut definitions = Vec::new();
    if !study.sets.is_empty() {
        definitions.push(definition("data-cases", input.case_count().to_string()));
    }
    if let [table] = &study.tables[..] {
        definitions.push(definition("data-file", table.file.clone()));
        definitions.extend(table.id.as_ref().map(|id| definition("data-id", id.clone())));
        let found = input.evidence.tables.first();
        definitions.extend(found.map(|found| definition("data-detected", found.detected.clone())));
    }
    let mut blocks = vec![Block::Definitions(definitions)];
    if study.tables.len() > 1 {
        blocks.push(Block::Table(tables(context, numbering)));
    }
    if !study.sources.is_empty() {
        blocks.push(Block::Heading(speaker.say("sources")));
        blocks.push(Block::List(study.sources.iter().map(|source| speaker.text(source)).collect()));
    }
    if !study.assumptions.is_empty() {
        blocks.push(Block::Heading(speaker.say("assumptions")));
        blocks.push(Block::Paragraph(speaker.say("assumptions-meaning")));
        let assumptions = study.assumptions.iter().map(|assumption| {
            let about = speaker.list(&assumption.about);
            let small = (!about.is_empty()).then(|| speaker.say_of("assumption-about", &[("about", about.into())]));
            Definition { name: assumption.id.clone(), text: speaker.text(&assumption.text), small }
        });
        blocks.push(Block::Definitions(assumptions.collect()));
    }
    if !study.flow.is_empty() {
        blocks.push(Block::Table(flow(context, numbering)));
    }
    blocks
}

/// The files, where there are several.
fn tables(context: Context<'_>, numbering: &mut Numbering) -> Table {
    let Context { input, speaker, .. } = context;
    let head = ["tables-name", "tables-kind", "data-file", "data-id", "tables-rows", "data-detected"];
    let row = |table: &DataTable| {
        let found = input.evidence.tables.iter().find(|found| found.name == table.name);
        vec![
            Cell::code(&table.name),
            Cell::text(speaker.say(&format!("kind-{}", table.kind.name()))),
            Cell::text(table.file.clone()),
            Cell::text(table.id.clone().unwrap_or_default()),
            Cell::number(found.map_or_else(|| number::UNDEFINED.to_owned(), |found| found.rows.to_string())),
            Cell::text(found.map_or_else(String::new, |found| found.detected.clone())),
        ]
    };
    Table::new(
        speaker,
        numbering,
        "data".to_owned(),
        speaker.say("tables-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(input.study.tables.iter().map(row).collect())],
        Vec::new(),
    )
}

fn flow(context: Context<'_>, numbering: &mut Numbering) -> Table {
    let Context { input, speaker, .. } = context;
    let head = ["flow-stage", "flow-in", "flow-excluded", "flow-out", "flow-note"];
    Table::new(
        speaker,
        numbering,
        "flow".to_owned(),
        speaker.say("flow-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(stages(&input.study.flow).iter().map(|stage| stage_row(context, stage)).collect())],
        Vec::new(),
    )
}

fn stage_row(context: Context<'_>, stage: &Stage<'_>) -> Vec<Cell> {
    let speaker = context.speaker;
    let unit = stage.stated.unit.as_ref().map(|unit| speaker.text(unit));
    let went_on = match (stage.went_on, unit) {
        (Some(count), Some(unit)) => speaker.say_of("flow-count", &[("count", count.into()), ("unit", unit.into())]),
        (Some(count), None) => count.to_string(),
        (None, _) => speaker.say("not-reported"),
    };
    vec![
        Cell::text(speaker.text_or(stage.stated.label.as_ref(), &stage.stated.id)),
        Cell::number(stage.came_in.map_or_else(|| number::UNDEFINED.to_owned(), |count| count.to_string())),
        Cell::text(excluded(context, stage)),
        Cell::number(went_on),
        Cell::text(speaker.text_or(stage.stated.because.as_ref(), "")),
    ]
}

/// What a stage excluded: counts by reason where the study has them, else as much as is known.
fn excluded(context: Context<'_>, stage: &Stage<'_>) -> String {
    let speaker = context.speaker;
    match (&stage.stated.excluded, stage.excluded) {
        (Excluded::Reasons(reasons), _) => speaker.list(reasons.iter().map(|(reason, count)| {
            speaker.say_of("flow-reason", &[("reason", reason.as_str().into()), ("count", (*count).into())])
        })),
        (Excluded::NotReported, Some(count)) => speaker.say_of("flow-unexplained", &[("count", count.into())]),
        (Excluded::NotReported, None) => speaker.say("not-reported"),
        (Excluded::None, None | Some(0)) => number::UNDEFINED.to_owned(),
        (Excluded::None | Excluded::Total(_), count) => {
            count.map_or_else(|| speaker.say("not-reported"), |count| count.to_string())
        }
    }
}
