//! Tables with known columns and rows without ids: codings, passages, indicators.

use std::collections::BTreeMap;

use equifinal_study::config::TableLayout;
use equifinal_study::detected::Detected;

use crate::cases::{read_grid, values};
use crate::conversions::Counted;
use crate::doubtful_number::{Doubt, DoubtfulNumber};
use crate::error::{IngestError, IngestErrors, KEPT};
use crate::figures::Figures;
use crate::limits::Limits;
use crate::wording::kept;

/// The rows of a table, column by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// The file, relative to `data/`.
    pub file: String,
    /// The line of each row, 1-based.
    pub lines: Vec<usize>,
    /// The detected properties of the file.
    pub detected: Detected,
    columns: BTreeMap<String, Vec<String>>,
}

impl Records {
    /// The trimmed cell of a row and column; empty if there is none.
    pub fn text(&self, column: &str, row: usize) -> &str {
        self.columns.get(column).and_then(|cells| cells.get(row)).map_or("", String::as_str)
    }

    /// The cells of a column as finite numbers; `None` for empty cells. Conversions are noted.
    ///
    /// # Errors
    /// All other cells that are not valid numbers.
    pub fn numbers(&mut self, column: &str) -> Result<Vec<Option<f64>>, IngestErrors> {
        let (mut errors, mut counted) = (Vec::new(), Counted::default());
        let cells = self.columns.get(column).into_iter().flatten().map(String::as_str);
        let figures = Figures::of(cells, str::is_empty, self.detected.kind.is_by_semicolons());
        let mut number = |(row, &line): (usize, &usize)| {
            let cell = self.text(column, row);
            if cell.is_empty() {
                return None;
            }
            let doubt = match figures.read(cell) {
                Ok((number, kind)) => {
                    kind.into_iter().for_each(|kind| counted.add(column, kind, cell, &|| number.to_string()));
                    return Some(number);
                }
                Err(doubt) => doubt,
            };
            if errors.len() < KEPT {
                let (column, value) = (kept(column), kept(cell));
                errors.push(match doubt {
                    Doubt::NoNumber => IngestError::NotANumber { line, column, case: String::new(), value },
                    doubt => DoubtfulNumber { line, column, case: String::new(), value, doubt }.into(),
                });
            }
            None
        };
        let numbers = self.lines.iter().enumerate().map(&mut number).collect();
        self.detected.notes.conversions.extend(counted.finish());
        if errors.is_empty() { Ok(numbers) } else { Err(IngestErrors { file: self.file.clone(), errors }) }
    }

    /// Errors for the empty cells of a column.
    pub fn lacking(&self, column: &str) -> Vec<IngestError> {
        let empty = self.lines.iter().enumerate().filter(|(row, _)| self.text(column, *row).is_empty());
        empty.take(KEPT).map(|(_, line)| IngestError::EmptyCell { line: *line, column: kept(column) }).collect()
    }
}

/// Reads a table's `needed` columns, which must be filled in every row, its `gappy` columns, whose cells may be empty,
/// and the `others` that exist.
///
/// # Errors
/// All mistakes in the file at once: see [`IngestError`].
pub fn read_records(
    file: &str,
    bytes: &[u8],
    needed: &[&str],
    gappy: &[&str],
    others: &[&str],
    (layout, limits): (&TableLayout, Limits),
) -> Result<Records, IngestErrors> {
    let there: Vec<&str> = needed.iter().chain(gappy).copied().collect();
    let (grid, mut errors) =
        read_grid(bytes, &there, (layout, &[]), limits).map_err(|error| IngestErrors::one(file, error))?;
    let mut columns = BTreeMap::new();
    for name in there.iter().chain(others) {
        if let Some(place) = grid.header.iter().position(|header| header == name) {
            columns.insert((*name).to_owned(), values(&grid, place));
        }
    }
    let detected = Detected { are_cases: false, ..grid.detected(None) };
    let records = Records { file: file.to_owned(), lines: grid.lines, detected, columns };
    for name in needed.iter().filter(|name| records.columns.contains_key(**name)) {
        errors.extend(records.lacking(name));
    }
    if errors.is_empty() { Ok(records) } else { Err(IngestErrors { file: file.to_owned(), errors }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> (&'static TableLayout, Limits) {
        static FOUND: TableLayout =
            TableLayout { sheet: None, header_rows: Vec::new(), rows: None, missing: Vec::new() };
        (&FOUND, Limits::default())
    }

    #[test]
    fn gaps_and_mistakes_are_distinguished() {
        let mut records =
            read_records("a.csv", b"case,score\nA,1\nA,\nA,x\n", &["case"], &[], &["score", "note"], plain()).unwrap();
        assert_eq!((records.text("case", 1), records.text("note", 0), records.text("case", 9)), ("A", "", ""));
        assert_eq!(
            records.numbers("score").unwrap_err().to_string(),
            "a.csv: line 4, column `score`: \"x\" is not a valid number"
        );
        assert_eq!(records.numbers("note"), Ok(vec![None; 3]));
        assert_eq!(records.detected.to_string(), "UTF-8, commas, 3 rows × 2 columns");
        assert_eq!(records.lines, [2, 3, 4]);
        let lacking: Vec<String> = records.lacking("score").iter().map(ToString::to_string).collect();
        assert_eq!(lacking, ["line 3, column `score`: the cell is empty; every row needs one"]);
    }

    /// The messages about a table that needs `case` and `rate`, and has room for gaps in `coder`.
    fn check(text: &str, expected: &[&str]) {
        let refused = read_records("a.csv", text.as_bytes(), &["case", "rate"], &["coder"], &["note"], plain());
        let printed = refused.err().map_or_else(String::new, |errors| errors.to_string());
        let expected: Vec<String> = expected.iter().map(|line| format!("a.csv: {line}")).collect();
        assert_eq!(printed.lines().collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn every_mistake_in_a_table_is_named() {
        let lacks = "the cell is empty; every row needs one";
        check("case,rate,coder\nA,1,x\nA,1,\n", &[]);
        check("coder,rate,note,case\n,1,,A\n", &[]);
        check(
            "case,score\nA,1\n,2\n",
            &[
                "line 1: there is no column `rate`; the file has `case`, `score`",
                "neither is there a column `coder`",
                &format!("line 3, column `case`: {lacks}"),
            ],
        );
        check(
            "case,rate,coder\n,,\nA,,x\n\n ,1,\n",
            &[&format!("line 3, column `rate`: {lacks}"), &format!("line 5, column `case`: {lacks}")],
        );
        check(
            "case,rate,coder,note,note\nA,1,x,,\nA,1,x\n",
            &[
                "line 1: the column name `note` stands in columns 4 and 5; names must differ",
                "line 3: 3 cells where the header has 5",
            ],
        );
        check("case,rate,coder\n", &["the file holds column names but no case"]);
        check("\n", &["the file is empty; it needs a line of column names and a line for each case"]);
    }
}
