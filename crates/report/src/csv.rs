//! Tables as CSV files that spreadsheets open directly and never execute.
//!
//! Text that a spreadsheet would take for a formula gets a leading apostrophe (CWE-1236); numbers keep their type. A
//! spreadsheet with semicolons as separators may start a cell inside a text, even inside a quoted one that does not
//! begin the line. So every text is quoted, and text after a semicolon is treated like the beginning of a text.

mod memberships;
mod path_memberships;
mod writing;

use std::io::Write;

use equifinal_study::config::Survey;
use equifinal_study::screening::Screening;

use crate::error::ReportError;
use crate::input::Input;
use crate::screening;
use crate::view::{self, Cell, CellKind, Edition, Table, file_name};
use writing::{safe, write};

/// Writes `memberships.csv`, case by case.
///
/// # Errors
/// [`ReportError::Write`].
pub fn write_memberships(input: &Input<'_>, to: &mut dyn Write) -> Result<(), ReportError> {
    Ok(memberships::write(input.memberships, input.findings, to)?)
}

/// The tables of cases and responses besides the memberships, as file names and CSV texts, independent of language.
pub fn tables_of_cases(input: &Input<'_>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let long = view::long_lists(input);
    if !long.is_empty() {
        files.push(("cases-of-paths.csv".to_owned(), cases_of_paths(long)));
    }
    for findings in input.findings {
        let name = file_name(&["path-memberships", &findings.analysis.name]);
        files.extend(path_memberships::text(findings).map(|text| (format!("{name}.csv"), text)));
    }
    let surveys = &input.study.surveys;
    for (survey, found) in surveys.iter().zip(&input.evidence.measurements) {
        let name = if surveys.len() > 1 {
            format!("found-responses.{}.csv", survey.table)
        } else {
            "found-responses.csv".to_owned()
        };
        files.push((name, audit(survey, &found.screening)));
    }
    files
}

/// The tables of a report, as file names and CSV texts: each in every language.
pub fn tables(editions: &[Edition]) -> Vec<(String, String)> {
    let of_edition = |edition: &Edition| {
        let language = edition.language.clone();
        let named = |table: &Table| (format!("{}.{language}.csv", table.id), table_text(table));
        edition.tables().map(named).collect::<Vec<_>>()
    };
    editions.iter().flat_map(of_edition).collect()
}

/// One line per path and case, for the paths whose cases the page does not list in full.
fn cases_of_paths(paths: Vec<(&str, String, Vec<&str>)>) -> String {
    let head = ["analysis", "path", "case"].map(str::to_owned).to_vec();
    let rows = paths.into_iter().flat_map(|(analysis, path, cases)| {
        let (analysis, path) = (safe(analysis), safe(&path));
        cases.into_iter().map(move |case| vec![analysis.clone(), path.clone(), safe(case)])
    });
    write(std::iter::once(head).chain(rows))
}

/// Every response flagged by a screening rule, complete and independent of language.
fn audit(survey: &Survey, screening: &Screening) -> String {
    let head = ["response", "step", "rule", "action", "measured"].map(str::to_owned);
    let rows = screening::audit_rows(survey, screening).into_iter().map(|[response, step, rule, action, measured]| {
        // The measure is a number and stays one.
        [safe(&response), step, rule, action, measured]
    });
    write(std::iter::once(head).chain(rows).map(Vec::from))
}

fn table_text(table: &Table) -> String {
    let head: Vec<String> = table.columns().iter().map(|name| safe(name)).collect();
    let mut rows = vec![head];
    for group in &table.groups {
        rows.extend(group.heading.iter().map(|heading| vec![safe(heading)]));
        rows.extend(group.rows.iter().map(|row| Table::spread(row).iter().map(cell_text).collect()));
    }
    write(rows)
}

fn cell_text(cell: &Cell) -> String {
    let text = match &cell.symbol {
        Some(symbol) if symbol.class != "blank" => symbol.name.clone(),
        _ => cell.full.as_ref().unwrap_or(&cell.text).clone(),
    };
    let text = cell.small.iter().fold(text, |text, small| format!("{text} ({small})"));
    let is_number = matches!(cell.kind, CellKind::Number | CellKind::Centred) && text.parse::<f64>().is_ok();
    if is_number { text } else { safe(&text) }
}

#[cfg(test)]
mod tests {
    use super::writing::BYTE_ORDER_MARK;
    use super::*;
    use crate::fixture::lipset;

    #[test]
    fn formulas_are_defused_and_numbers_stay_numbers() {
        for (cell, written) in [
            (Cell::text("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0"),
            (Cell::text("+1"), "'+1"),
            (Cell::text(" @x"), "' @x"),
            (Cell::text("\t=1"), "' =1"),
            (Cell::number("-0.500"), "-0.500"),
            (Cell::number("–"), "–"),
            (Cell::code("~A*B"), "~A*B"),
            (Cell::text("a-b"), "a-b"),
            (Cell::text("x;=cmd|' /C calc'!A0;y"), "x;'=cmd|' /C calc'!A0;y"),
            (Cell::text("x; \"@y"), "x;' \"@y"),
            (Cell::text("from -3; -0.5; 2"), "from -3; -0.5; 2"),
        ] {
            assert_eq!(cell_text(&cell), written);
        }
    }

    /// For any separator of a spreadsheet, no cell starts inside one of our texts.
    #[test]
    fn every_text_stands_in_quotes() {
        let mut fixture = lipset();
        for (at, name) in ["a;=1+1", "b;\"=2", "c\t=3", "d,=4", "=5;=6", "7", "-8;9"].iter().enumerate() {
            (*name).clone_into(&mut fixture.memberships.cases[at]);
        }
        let mut files = fixture.tables(&fixture.editions());
        let memberships = fixture.memberships_csv();
        files.push(("memberships.csv".to_owned(), memberships.clone()));
        for (file, text) in &files {
            let mut is_quoted = false;
            for part in text.trim_start_matches(BYTE_ORDER_MARK).split_inclusive(['"', ',', ';', '\n', '\t']) {
                let (cell, end) = part.split_at(part.len() - 1);
                if !is_quoted {
                    assert!(
                        cell.is_empty() || cell.parse::<f64>().is_ok(),
                        "{file}: `{cell}` is neither quoted nor a number"
                    );
                    assert!(![";", "\t"].contains(&end), "{file}: `{end}` outside quotes");
                }
                is_quoted ^= end == "\"";
            }
        }
        for cell in ["\"a;'=1+1\"", "\"b;'\"\"=2\"", "\"c =3\"", "\"d,=4\"", "\"'=5;'=6\"", "\n7,", "\"'-8;9\""] {
            assert!(memberships.contains(cell), "{cell}: {memberships}");
        }
    }

    #[test]
    fn lists_that_a_report_shortens_are_complete() {
        let mut fixture = lipset();
        let all: Vec<usize> = (0..fixture.findings[0].cases.len()).collect();
        fixture.findings[0].rows[21].cases.clone_from(&all);
        fixture.study.standards = equifinal_study::config::Standards::Checked;
        fixture.findings[0].rows.iter_mut().for_each(|row| row.contradictory = true);
        let editions = fixture.editions();
        let files = fixture.tables(&editions);
        let text = |name: &str| &files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}")).1;
        let cases = fixture.findings[0].cases.join(", ");
        assert!(text("truth-table.survival.en.csv").contains(&cases));
        let rows: Vec<String> = (1..=32).map(|row| format!("survival: {row}")).collect();
        assert!(text("standards.en.csv").contains(&rows.join(", ")));
        let page = crate::html(&editions).unwrap();
        assert!(page.contains("and 6 more") && page.contains("and 20 more"));
    }

    #[test]
    fn every_table_comes_in_every_language() {
        let mut fixture = lipset();
        fixture.memberships.cases[0] = "=1+1".to_owned();
        let files = fixture.tables(&fixture.editions());
        let text = |name: &str| &files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}")).1;
        let head = "\u{FEFF}\"case\",\"DEV\",\"URB\",\"LIT\",\"IND\",\"STB\",\"SURV\"\n\"'=1+1\",0.81,";
        let memberships = fixture.memberships_csv();
        assert!(memberships.starts_with(head), "{memberships}");
        let necessity = text("necessity.survival.en.csv");
        let literate = "\"Literate\",0.991,0.643,0.509,0.573,0.414,0.387";
        assert_eq!(necessity.lines().nth(5), Some(literate), "{necessity}");
        assert!(text("necessity.survival.zh.csv").contains("必要性相关度"));
        assert!(text("configurations.survival.en.csv").contains("core condition present"));
        assert!(files.iter().any(|(name, _)| name == "truth-table.not-survival.en.csv"));
    }
}
