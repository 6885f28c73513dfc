//! Layout of tables on paper, with column widths computed from their content.
//!
//! Every column gets the width it needs if the page has room; otherwise all get a minimum and share the rest in
//! proportion to their need, and no column becomes narrower than its longest word.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::{Block, Cell, CellKind, Edition, Table};
use crate::width::display_width;

/// Half-width letters of small print per line on a portrait page.
const LINE: usize = 106;
/// Half-width letters of small print per line on a landscape page.
const LONG_LINE: usize = 164;
/// Approximate number of lines per portrait page.
const PAGE: usize = 50;
/// Letters of padding per column.
const PADDING: usize = 2;
/// Preferred maximum width of small print below a cell.
const SMALL: usize = 44;
/// Width of every column before the widest share the rest.
const MODEST: usize = 12;
/// Minimum width of a column of Chinese words.
const NARROWEST: usize = 8;

/// The layout of one table.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// True if the table needs a landscape page.
    pub(crate) sideways: bool,
    /// Its columns.
    pub(crate) columns: Vec<Column>,
    /// Approximate number of lines of its rows.
    pub(crate) lines: usize,
    /// The boundaries of columns, in thousandths of the line.
    pub(crate) ends: Vec<usize>,
}

/// The layout of one column.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    /// `left`, `center` or `right`.
    pub(crate) align: &'static str,
    /// Its share of the line in thousandths.
    pub(crate) share: usize,
}

/// The layouts of all tables of a report, by their ids.
pub(crate) fn sheets(edition: &Edition) -> BTreeMap<&str, Sheet> {
    let blocks = edition.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.map(|table| (table.id.as_str(), sheet(table))).collect()
}

fn sheet(table: &Table) -> Sheet {
    let needs: Vec<Need> = (0..table.width).map(|at| need(table, at)).collect();
    let least: usize = needs.iter().map(|need| need.least).sum();
    let laid = |line: usize| {
        let widths = widths(&needs, line);
        (line, lines(table, &widths), widths)
    };
    let (upright, turned) = (laid(LINE), laid(LONG_LINE.max(least)));
    // A page is turned where it must be, and where that saves pages.
    let sideways = least > LINE || upright.1 > PAGE && 2 * turned.1 <= upright.1;
    let (line, lines, widths) = if sideways { turned } else { upright };
    let columns = widths.iter().enumerate();
    let columns: Vec<Column> =
        columns.map(|(at, width)| Column { align: alignment(table, at), share: width * 1000 / line }).collect();
    let ends = (0..=columns.len()).map(|end| columns.iter().take(end).map(|column| column.share).sum()).collect();
    Sheet { sideways, columns, ends, lines }
}

/// The width of a column on one line, and its minimum width.
#[derive(Debug, Clone, Copy)]
struct Need {
    wished: usize,
    least: usize,
}

fn need(table: &Table, at: usize) -> Need {
    let mut need = Need { wished: 3, least: 3 };
    let mut take = |words: &str, breaks: fn(char) -> bool, most: usize| {
        let least = words.split_inclusive(breaks).map(word_width).max().unwrap_or(0);
        need.wished = need.wished.max(display_width(words).min(most)).max(least);
        need.least = need.least.max(least);
    };
    for row in &table.head {
        let Some(cell) = cell_at(row, at) else { continue };
        if cell.kind != CellKind::Tall {
            take(&cell.text, char::is_whitespace, 0);
        }
    }
    for cell in table.groups.iter().flat_map(|group| &group.rows).filter_map(|row| cell_at(row, at)) {
        let breaks: fn(char) -> bool = match cell.kind {
            CellKind::Code => |c| c.is_whitespace() || c == '*',
            CellKind::Number => |_| false,
            CellKind::Text | CellKind::Symbol | CellKind::Centred | CellKind::Tall => char::is_whitespace,
        };
        take(&cell.text, breaks, usize::MAX);
        if let Some(small) = &cell.small {
            take(small, |c| c.is_whitespace() || c == '*', SMALL);
        }
    }
    Need { wished: need.wished + PADDING, least: need.least + PADDING }
}

/// The width of an unbreakable word; Chinese words may break. Capitals are wider than other letters.
fn word_width(word: &str) -> usize {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let width = display_width(word.trim_end()) + capitals / 3;
    if word.chars().any(|c| c >= '\u{2E80}') { width.min(NARROWEST) } else { width }
}

/// The cell of a column, if it spans no other column.
fn cell_at(row: &[Cell], at: usize) -> Option<&Cell> {
    let mut column = 0;
    for cell in row {
        if column == at && cell.span == 1 {
            return Some(cell);
        }
        column += cell.span;
    }
    None
}

/// Widths that fill at most `line`, if the minimum widths do.
fn widths(needs: &[Need], line: usize) -> Vec<usize> {
    let at = |cut: usize| -> Vec<usize> { needs.iter().map(|need| need.wished.min(need.least.max(cut))).collect() };
    let fits = |cut: &usize| at(*cut).iter().sum::<usize>() <= line;
    let cut = (0..=MODEST).rev().find(fits).unwrap_or(0);
    let mut widths = at(cut);
    let lacks: Vec<usize> = needs.iter().zip(&widths).map(|(need, width)| need.wished.saturating_sub(*width)).collect();
    let (spare, lack) = (line.saturating_sub(widths.iter().sum()), lacks.iter().sum::<usize>());
    for (width, lacking) in widths.iter_mut().zip(lacks) {
        *width += if lack > spare { spare * lacking / lack } else { lacking };
    }
    widths
}

/// The number of lines of a table: each row has as many as its longest cell.
fn lines(table: &Table, widths: &[usize]) -> usize {
    let tall = |row: &Vec<Cell>| {
        let cells = (0..widths.len()).filter_map(|at| Some((cell_at(row, at)?, widths.get(at)?)));
        let letters = |cell: &Cell| display_width(&cell.text) + cell.small.as_deref().map_or(0, display_width);
        cells.map(|(cell, width)| letters(cell).div_ceil((*width).max(1))).max().unwrap_or(1)
    };
    table.groups.iter().flat_map(|group| &group.rows).map(tall).sum()
}

/// Words to the left, numbers to the right, signs in the middle.
fn alignment(table: &Table, at: usize) -> &'static str {
    let cells = table.groups.iter().flat_map(|group| &group.rows).filter_map(|row| cell_at(row, at));
    match cells.map(|cell| (cell.kind, cell)).find(|(_, cell)| cell.symbol.is_some() || !cell.text.is_empty()) {
        Some((CellKind::Number, _)) => "right",
        Some((CellKind::Symbol | CellKind::Centred | CellKind::Tall, _)) => "center",
        Some((CellKind::Text | CellKind::Code, _)) | None => "left",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::lipset;
    use crate::view::edition;

    #[test]
    fn wide_columns_give_way_first() {
        let need = |wished, least| Need { wished, least };
        for (needs, line, expected) in [
            (vec![need(10, 5), need(20, 5)], 40, vec![10, 20]),
            (vec![need(10, 5), need(60, 5)], 40, vec![10, 30]),
            (vec![need(50, 5), need(60, 5)], 40, vec![19, 20]),
            (vec![need(20, 5), need(200, 5)], 100, vec![15, 84]),
            (vec![need(50, 30), need(60, 5)], 40, vec![30, 10]),
            (vec![need(50, 30), need(60, 20)], 40, vec![30, 20]),
        ] {
            assert_eq!(widths(&needs, line), expected, "{needs:?}");
        }
    }

    #[test]
    fn a_page_is_turned_where_that_saves_pages() {
        let words = |word: &str, count: usize| vec![word; count].join(" ");
        let blocks = lipset().edition("en").sections.into_iter().flat_map(|section| section.blocks);
        let mut tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let mut table = tables.next_back().expect("a table");
        table.head.clear();
        table.groups.truncate(1);
        for (name, cells, turned) in [
            ("short", vec![words("word", 20); 3], false),
            ("one long column", vec![words("word", 900), "x".repeat(20), "y".repeat(20), "z".repeat(30)], true),
            ("even columns", vec![words("word", 300); 3], false),
            ("too wide", vec!["x".repeat(40); 3], true),
        ] {
            table.width = cells.len();
            table.groups[0].rows = vec![cells.into_iter().map(Cell::text).collect()];
            assert_eq!(sheet(&table).sideways, turned, "{name}");
        }
    }

    #[test]
    fn no_table_is_wider_than_its_line() {
        let fixture = lipset();
        for language in crate::messages::languages() {
            let edition = edition(&fixture.input(), language).unwrap();
            let sheets = sheets(&edition);
            assert!(sheets.len() > 5);
            for (id, sheet) in sheets {
                let sum: usize = sheet.columns.iter().map(|column| column.share).sum();
                assert!(sum <= 1000 && !sheet.columns.is_empty(), "{id}: {sheet:?}");
            }
        }
    }
}
