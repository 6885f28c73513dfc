//! The report as a Markdown file, for repositories, editors and conversion.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::ReportError;
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
    engine.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
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
    Value::safe_string(&if is_plain { format!("`{}`", text.trim()) } else { escape(&text) })
}

/// Text that Markdown prints literally and that cannot start HTML.
pub(crate) fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    let marker = block_marker(&text);
    let mut rest = text.char_indices().map(|(at, c)| (Some(at) == marker, c)).peekable();
    while let Some((marks, c)) = rest.next() {
        let entity = c == '&' && rest.peek().is_some_and(|(_, next)| *next == '#' || next.is_ascii_alphanumeric());
        if c == '<' {
            escaped.push_str("&lt;");
            continue;
        }
        if marks || entity || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '$' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The position of a character that would start a list, a rule or an underline at the beginning of a line.
fn block_marker(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let markers: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+', '='] };
    let after = rest.strip_prefix(markers)?;
    (after.is_empty() || after.starts_with([' ', '-', '='])).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{both, lipset};

    #[test]
    fn text_is_printed_as_it_is() {
        for (text, escaped) in [
            ("<script>alert(1)</script>", r"&lt;script\>alert(1)&lt;/script\>"),
            ("a|b", r"a\|b"),
            ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
            ("[x](javascript:y)", r"\[x\](javascript:y)"),
            ("- item", r"\- item"),
            ("--- rule", r"\--- rule"),
            ("# head", r"\# head"),
            ("0.851", "0.851"),
            ("-0.206", "-0.206"),
            ("A & B", "A & B"),
            ("&lt;", r"\&lt;"),
            ("two\nlines", "two lines"),
            ("over\u{202E}ride", "override"),
        ] {
            assert_eq!(escape(text), escaped, "{text}");
        }
    }

    #[test]
    fn a_numbered_item_stays_words() {
        assert_eq!(escape("1. first"), r"1\. first");
        assert_eq!(escape("1) first"), r"1\) first");
        assert_eq!(escape("2009"), "2009");
    }

    #[test]
    fn every_table_is_whole() {
        for language in ["en", "zh"] {
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
            "| Urbanised (URB) | ⬤ |  |  | ⊗ |",
            "| Industrialised (IND) |  | **⊗** |  | ⊗ |",
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
