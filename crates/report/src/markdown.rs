//! The report as a Markdown file, for repositories, editors and conversion.

use serde::Serialize;
use tera::{Context, Tera};

use crate::error::ReportError;
use crate::input::Input;
use crate::plain_text::clean;
use crate::view::{Block, Cell, Edition, Table, edition};

const PAGE: &str = "report.md";

/// The report in one language as Markdown with tables as GitHub reads them.
///
/// Figures are referred to as `figures/…`, where a run writes them.
///
/// # Errors
/// A language without a catalogue of messages; otherwise only on a bug of ours.
pub fn markdown(input: &Input<'_>, language: &str) -> Result<String, ReportError> {
    let edition = edition(input, language)?;
    let mut context = Context::new();
    context.insert("grids", &grids(&edition));
    context.insert("edition", &edition);
    let text = engine()
        .and_then(|engine| engine.render(PAGE, &context))
        .map_err(|problem| ReportError::Template { template: PAGE, problem: problem.to_string() })?;
    Ok(tidy(&text))
}

fn engine() -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on([".md"]);
    engine.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
    engine.add_raw_templates([(PAGE, include_str!("../templates/report.md"))])?;
    Ok(engine)
}

/// A table as Markdown can have it: one head, as many cells in every row.
#[derive(Debug, Serialize)]
struct Grid {
    id: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// The grids of all tables, by their ids.
fn grids(edition: &Edition) -> std::collections::BTreeMap<&str, Grid> {
    let blocks = edition.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| if let Block::Table(table) = block { Some((table.id.as_str(), grid(table))) } else { None })
        .collect()
}

fn grid(table: &Table) -> Grid {
    let columns = table.columns();
    let mut rows = Vec::new();
    for group in &table.groups {
        if let Some(heading) = &group.heading {
            let mut row = vec![Cell { strong: true, ..Cell::text(heading) }];
            row.resize(columns.len(), Cell::empty());
            rows.push(row);
        }
        rows.extend(group.rows.iter().map(|row| Table::spread(row)));
    }
    Grid { id: table.id.clone(), columns, rows }
}

/// Text that Markdown prints as it is and HTML within Markdown cannot start.
fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    if starts_block(&text) {
        escaped.push('\\');
    }
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether text at the start of a line would be a list, a rule or a heading.
fn starts_block(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = if rest.len() < text.len() { ['.', ')', '.'] } else { ['-', '+', '='] };
    rest.strip_prefix(marker).is_some_and(|after| after.is_empty() || after.starts_with([' ', '-', '=']))
        && rest.len() == text.len()
}

/// Blank lines once, none at the ends, one line feed at the end.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    let mut tidied = lines.join("\n").trim_end().to_owned();
    tidied.push('\n');
    tidied
}
