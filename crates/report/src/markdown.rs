//! The report as a Markdown file, for repositories, editors and conversion.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::ReportError;
use crate::escape;
use crate::paper::tidy;
use crate::plain_text::clean;
use crate::view::{Cell, CellKind, Edition, Table};

const PAGE: &str = "report.md";

/// The report in one language as Markdown with tables as GitHub reads them.
///
/// Figures are referred to as `figures/…`, relative to the report.
///
/// # Errors
/// Only for a bug in the program.
pub fn markdown(edition: &Edition) -> Result<String, ReportError> {
    let mut context = Context::new();
    context.insert("grids", &grids(edition));
    context.insert("edition", edition);
    let text = engine()
        .and_then(|engine| engine.render(PAGE, &context))
        .map_err(|problem| ReportError::Template { template: PAGE, problem: problem.to_string() })?;
    Ok(tidy(&text))
}

fn engine() -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on([".md"]);
    engine.set_escape_fn(|text, out| out.write_all(escape::markdown(text).as_bytes()));
    engine.register_filter("code", code);
    engine.add_raw_templates([(PAGE, include_str!("../templates/report.md"))])?;
    Ok(engine)
}

/// A table in Markdown form: one header row, and the same number of cells in every row.
#[derive(Debug, Serialize)]
struct Grid {
    columns: Vec<String>,
    /// How each column is aligned, in Markdown's signs.
    alignments: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// The grids of all tables, by their ids.
fn grids(edition: &Edition) -> BTreeMap<&str, Grid> {
    edition.tables().map(|table| (table.id.as_str(), grid(table))).collect()
}

fn grid(table: &Table) -> Grid {
    let columns = table.columns();
    let data: Vec<Vec<Cell>> =
        table.groups.iter().flat_map(|group| &group.rows).map(|row| Table::spread(row)).collect();
    let alignments = (0..columns.len()).map(|at| alignment(data.iter().filter_map(|row| row.get(at)))).collect();
    let mut rows = Vec::new();
    for group in &table.groups {
        if let Some(heading) = &group.heading {
            let mut row = vec![Cell { strong: true, ..Cell::text(heading) }];
            row.resize(columns.len(), Cell::empty());
            rows.push(row);
        }
        rows.extend(group.rows.iter().map(|row| Table::spread(row)));
    }
    Grid { columns, alignments, rows }
}

/// Words to the left, numbers to the right, signs in the middle.
fn alignment<'a>(mut cells: impl Iterator<Item = &'a Cell>) -> &'static str {
    match cells.find(|cell| cell.symbol.is_some() || !cell.text.is_empty()).map(|cell| cell.kind) {
        Some(CellKind::Number) => "--:",
        Some(CellKind::Symbol | CellKind::Centred | CellKind::Tall) => ":-:",
        Some(CellKind::Text | CellKind::Code) | None => ":--",
    }
}

/// Text as code, where it can be, else escaped.
fn code(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    let text = clean(text);
    let is_plain = !text.trim().is_empty() && !text.contains(['`', '|', '\\', '<']);
    Value::safe_string(&if is_plain { format!("`{}`", text.trim()) } else { escape::markdown(&text) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{both, lipset};

    #[test]
    fn every_table_is_whole() {
        for language in crate::messages::languages() {
            let text = markdown(&lipset().edition(language)).unwrap();
            let mut width = None;
            for line in text.lines() {
                let bars = line.replace("\\|", "").matches('|').count();
                assert!(!line.starts_with('|') || width.is_none_or(|width| width == bars), "{line}");
                width = line.starts_with('|').then_some(bars);
            }
            assert!(text.contains("](figures/xy.survival.intermediate."), "{text}");
            assert!(!text.contains("\n\n\n") && text.ends_with('\n') && !text.contains('\r'));
        }
    }

    #[test]
    fn the_chart_keeps_its_signs_and_numbers() {
        let text = markdown(&lipset().edition("en")).unwrap();
        for wanted in [
            "| Urbanised | ⬤ |  |  | ⊗ |",
            "| Industrialised |  | **⊗** |  | ⊗ |",
            "| Solution consistency | 0.866 |  |",
            "0.904 (+0.038)",
            "not comparable: no row of the truth table is sufficient for the outcome",
            "`DEV*~IND + URB*STB → SURV`",
        ] {
            assert!(text.contains(wanted), "{wanted} is not in\n{text}");
        }
    }

    #[test]
    fn labels_of_a_study_cannot_write_markup() {
        let mut fixture = lipset();
        fixture.study.title = both("<script>x</script> | `a`", "<b>*</b>");
        fixture.study.sets[0].label = Some(both("<img src=x>|", "<img src=x>|"));
        std::sync::Arc::make_mut(&mut fixture.findings[0].cases)[0] = "[c](javascript:x)".to_owned();
        let text = markdown(&fixture.edition("en")).unwrap();
        assert!(!text.contains("<script") && !text.contains("<img") && !text.contains("| `a`"), "{text}");
    }
}
