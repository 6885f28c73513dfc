//! The layout of a table in a grid of cells: the lines of its column names, the rows of its cases, and the lines that
//! are neither.
//!
//! Yearbooks and reports print titles and units above a table, names in two levels, totals among its rows, and notes
//! below it. What a study says with `header_rows` and `rows` is obeyed; the rest is found:
//!
//! 1. Column names (`header`): the first line with at least half as many filled cells as a usual line. Lines above it
//!    are titles. Lines below it belong to it if they fill its blanks under a blank first cell, or hold words where the
//!    rows hold numbers; the levels are joined by " / ".
//! 2. Notes (`body`): lines of one cell at the end of the table from the first that reads like a note or follows a
//!    blank line. Column names that are repeated on a new page are passed over as well.
//! 3. Totals (`totals`): rows called 合计 or Total whose numbers bear it out.
//!
//! A table with its names in the first line and nothing but rows below is returned as it is.

mod body;
mod figures;
mod header;
mod role;
mod seen;
mod totals;

use equifinal_study::config::{LineRange, TableLayout};
use equifinal_study::message::Message;
use equifinal_study::table_notes::{PassedOver, TableNotes, WhyPassedOver};

use self::role::Role;
use self::seen::Seen;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::layout_error::LayoutError;
use crate::wording::kept;

/// The grid with its column names and rows, and notes on what was passed over. `kept` are ids that the study names
/// itself, which are never passed over as totals.
///
/// # Errors
/// The lines of the column names cannot be distinguished from the rest, or the study names lines that are not there.
pub(crate) fn arranged(mut grid: Grid, said: &TableLayout, kept: &[&str]) -> Result<Grid, IngestError> {
    if grid.header_line == 0 {
        return of_named_columns(grid, said);
    }
    let seen = Seen::new(&grid);
    let header = header::lines(&seen, said)?;
    let mut roles = vec![Role::Row; seen.height()];
    let last = header.last().copied().unwrap_or_default();
    for (record, role) in roles.iter_mut().enumerate() {
        *role = match () {
            () if header.contains(&record) => Role::Header,
            () if seen.filled(record) == 0 => Role::Blank,
            () if record < last => Role::Passed(WhyPassedOver::AboveHeader),
            () => said.rows.map_or(Role::Row, |rows| of_range(rows, seen.line(record))),
        };
    }
    let mut doubtful = Vec::new();
    if said.rows.is_none() {
        body::pass_over(&seen, &header, &mut roles);
        doubtful = totals::pass_over(&seen, kept, &mut roles);
    } else if !roles.contains(&Role::Row) {
        return Err(header::no_such_lines(&seen, "rows"));
    }
    let names = header::names(&seen, &header);
    let found = TableNotes {
        header_lines: header.iter().map(|at| seen.line(*at)).collect(),
        passed_over: passed(&seen, &roles),
        kept_totals: doubtful,
        ..grid.found.clone()
    };
    let top = if header == [0] && said.header_rows.is_empty() { Message::empty() } else { seen.shown() };
    grid.header_line = found.header_lines.first().copied().unwrap_or(grid.header_line);
    (grid.header, grid.found, grid.top) = (names, found, top);
    let stay: Vec<bool> = roles.iter().skip(1).map(|role| *role == Role::Row).collect();
    if stay.contains(&false) {
        grid.retain(&stay);
    }
    Ok(grid)
}

/// A table of a file whose columns have names of their own; lines are its records.
fn of_named_columns(mut grid: Grid, said: &TableLayout) -> Result<Grid, IngestError> {
    let key =
        if said.sheet.is_some() { Some("sheet") } else { (!said.header_rows.is_empty()).then_some("header_rows") };
    if let Some(key) = key {
        return Err(LayoutError::NoLines { key }.into());
    }
    if let Some(rows) = said.rows {
        let stay: Vec<bool> = grid.lines.iter().map(|line| of_range(rows, *line) == Role::Row).collect();
        if let Some(at) = stay.iter().position(|stay| !stay) {
            let first = grid.lines.get(at).copied().unwrap_or_default();
            let last = grid.lines.iter().zip(&stay).rev().find(|(_, stay)| !**stay).map_or(first, |(line, _)| *line);
            let text = kept(grid.cell(at, 0));
            grid.found.passed_over.push(PassedOver { first, last, why: WhyPassedOver::OutsideRows, text });
            grid.retain(&stay);
        }
    }
    Ok(grid)
}

fn of_range(rows: LineRange, line: usize) -> Role {
    let is_inside = rows.from.is_none_or(|from| line >= from) && rows.to.is_none_or(|to| line <= to);
    if is_inside { Role::Row } else { Role::Passed(WhyPassedOver::OutsideRows) }
}

/// The lines that are passed over, adjacent ones of a kind together.
fn passed(seen: &Seen<'_>, roles: &[Role]) -> Vec<PassedOver> {
    let mut found: Vec<PassedOver> = Vec::new();
    let mut before = None;
    for (record, role) in roles.iter().enumerate().filter(|(_, role)| **role != Role::Blank) {
        if let Role::Passed(why) = *role {
            let line = seen.line(record);
            match found.last_mut().filter(|_| before == Some(Role::Passed(why)) && why != WhyPassedOver::Total) {
                Some(open) => open.last = line,
                None => {
                    let text = kept(seen.label(record));
                    found.push(PassedOver { first: line, last: line, why, text });
                }
            }
        }
        before = Some(*role);
    }
    found
}
