//! Sources of the cases: files, references, assumptions, and the selection.

use equifinal_study::config::{DataTable, TimeKeys};
use equifinal_study::detected::{Detected, FileKind, Separator};

use super::{case_flow, flow, reading};
use crate::number;
use crate::view::{Block, Cell, Context, Definition, Group, Table};

/// Data, sources, assumptions and flow.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    let study = input.study;
    let definition = |key: &str, text: String| Definition { name: speaker.say(key), text, small: None };
    let mut definitions = Vec::new();
    if !study.sets.is_empty() {
        definitions.push(definition("data-cases", input.case_count().to_string()));
    }
    if let [table] = &study.tables[..] {
        definitions.push(definition("data-file", table.file.clone()));
        definitions.extend(identity(context, table).map(|columns| definition("data-id", columns)));
        let found = input.evidence.tables.first();
        definitions.extend(found.map(|found| definition("data-detected", read_as(context, &found.detected))));
    }
    let provenance = speaker.say(&format!("provenance-{}-meaning", study.provenance.name()));
    let mut blocks = vec![Block::Paragraph(provenance)];
    blocks.extend((!definitions.is_empty()).then_some(Block::Definitions(definitions)));
    if study.tables.len() > 1 {
        blocks.push(Block::Table(tables(context)));
    }
    if !study.sources.is_empty() {
        blocks.push(Block::Heading(speaker.say("sources")));
        blocks.push(Block::List(study.sources.iter().map(|source| speaker.text(source)).collect()));
    }
    if !study.assumptions.is_empty() {
        blocks.push(Block::Fold(speaker.say("assumptions")));
        blocks.push(Block::Paragraph(speaker.say("assumptions-meaning")));
        blocks.push(Block::List(study.assumptions.iter().map(|assumption| speaker.text(&assumption.text)).collect()));
    }
    blocks.extend(reading::blocks(context));
    blocks.extend(flow::blocks(context));
    blocks.extend(case_flow::blocks(context));
    blocks
}

/// The columns that name the rows of a table.
fn identity(context: Context<'_>, table: &DataTable) -> Option<String> {
    let Some(panel) = &table.panel else { return table.id.as_ref().map(|id| context.names.data(id)) };
    let time = match &panel.time {
        TimeKeys::Column(column) => context.names.data(column),
        TimeKeys::Wide(wide) => wide.column.clone(),
    };
    Some(context.speaker.list([context.names.data(&panel.unit), time]))
}

/// The detected properties of a file in words; platforms and encodings have the same names in all languages.
fn read_as(context: Context<'_>, detected: &Detected) -> String {
    let speaker = context.speaker;
    let mut parts: Vec<String> = detected.platform.into_iter().map(str::to_owned).collect();
    match detected.kind {
        FileKind::Delimited { encoding, is_marked, separator } => {
            parts.push(match is_marked {
                true => speaker.say_of("read-marked", &[("encoding", encoding.into())]),
                false => encoding.to_owned(),
            });
            parts.push(speaker.say(match separator {
                Separator::Comma => "read-commas",
                Separator::Semicolon => "read-semicolons",
                Separator::Tab => "read-tabs",
            }));
        }
        FileKind::Excel(_) => parts.push(speaker.say("read-xlsx")),
        FileKind::Excel97(_) => parts.push(speaker.say("read-xls")),
        FileKind::OpenDocument(_) => parts.push(speaker.say("read-ods")),
        FileKind::Spss => parts.push(speaker.say("read-sav")),
        FileKind::Stata => parts.push(speaker.say("read-dta")),
        FileKind::Json => parts.push(speaker.say("read-json")),
        FileKind::Parquet => parts.push(speaker.say("read-parquet")),
    }
    if detected.kind.sheets() > 1 {
        let count = detected.kind.sheets().to_string();
        parts.push(match detected.notes.sheet.as_ref().filter(|sheet| sheet.number > 1) {
            Some(sheet) => speaker.say_of(
                "read-sheet",
                &[
                    ("number", sheet.number.to_string().into()),
                    ("count", count.into()),
                    ("name", sheet.name.as_str().into()),
                ],
            ),
            None => speaker.say_of("read-sheets", &[("count", count.into())]),
        });
    }
    let size = [("rows", detected.rows.to_string().into()), ("columns", detected.columns.to_string().into())];
    parts.push(speaker.say_of(if detected.are_cases { "read-cases" } else { "read-rows" }, &size));
    speaker.list(parts)
}

/// The files, where there are several.
fn tables(context: Context<'_>) -> Table {
    let Context { input, speaker, .. } = context;
    let head = ["tables-name", "tables-kind", "data-file", "data-id", "tables-rows", "data-detected"];
    let row = |table: &DataTable| {
        let found = input.evidence.tables.iter().find(|found| found.name == table.name);
        vec![
            Cell::text(context.names.data(&table.name)),
            Cell::text(speaker.say(&format!("kind-{}", table.kind.name()))),
            Cell::text(table.file.clone()),
            Cell::text(identity(context, table).unwrap_or_default()),
            Cell::number(found.map_or_else(|| number::UNDEFINED.to_owned(), |found| found.rows.to_string())),
            Cell::text(found.map_or_else(String::new, |found| read_as(context, &found.detected))),
        ]
    };
    Table::new(
        speaker,
        "data".to_owned(),
        speaker.say("tables-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(input.study.tables.iter().map(row).collect())],
        Vec::new(),
    )
}
