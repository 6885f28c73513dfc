//! Finds the lines among and below the rows of a table that are not rows: notes, and repeated column names.

use equifinal_study::table_notes::WhyPassedOver;

use super::figures::is_figure;
use super::role::Role;
use super::seen::Seen;

/// A text of more letters than this is a sentence and not the name of a case.
const LONGEST_NAME: usize = 40;

/// A text of so few letters below a blank line may be the name of a case without values.
const SHORTEST_NOTE: usize = 6;

/// The beginnings of notes.
const STARTS: &[&str] = &[
    "注",
    "备注",
    "附注",
    "说明",
    "资料来源",
    "数据来源",
    "来源",
    "本表",
    "制表",
    "填表",
    "审核",
    "单位：",
    "note",
    "notes",
    "source",
    "sources",
    "data source",
    "data:",
    "*",
    "※",
    "①",
    "(1)",
    "（1）",
    "1.",
    "1、",
];

/// Marks the lines that are not rows.
pub(super) fn pass_over(seen: &Seen<'_>, header: &[usize], roles: &mut [Role]) {
    repeated(seen, header, roles);
    notes(seen, header, roles);
}

/// Column names that a new page repeats: the line equals the first of the header.
fn repeated(seen: &Seen<'_>, header: &[usize], roles: &mut [Role]) {
    let Some(first) = header.first().copied().filter(|first| seen.filled(*first) >= 2) else { return };
    let label = seen.label(first);
    for record in first + 1..seen.height() {
        let is_same = |record: usize, of: usize| seen.cells(record).eq(seen.cells(of));
        if seen.label(record) != label || !is_same(record, first) {
            continue;
        }
        for (at, line) in header.iter().enumerate() {
            if let Some(role) = roles.get_mut(record + at).filter(|role| **role == Role::Row)
                && is_same(record + at, *line)
            {
                *role = Role::Passed(WhyPassedOver::RepeatedHeader);
            }
        }
    }
}

/// Notes at the end: lines of one cell, from the first that reads like a note or follows a blank line.
fn notes(seen: &Seen<'_>, header: &[usize], roles: &mut [Role]) {
    if seen.usual() < 2 {
        return;
    }
    let rows = header.last().map_or(1, |last| last + 1);
    let is_narrow = |record: usize| {
        let first = seen.label(record);
        !seen.cells(record).any(is_figure) && (seen.filled(record) <= 1 || is_note(first))
    };
    let begin = (rows..seen.height()).rev().find(|record| !is_narrow(*record)).map_or(rows, |last| last + 1);
    let mut before = begin.checked_sub(1);
    let mut is_below = false;
    for record in begin..seen.height() {
        if seen.filled(record) == 0 {
            continue;
        }
        let follows = before.is_some_and(|before| seen.line(record) > seen.last_line(before) + 1);
        let is_text = seen.label(record).chars().count() > SHORTEST_NOTE;
        is_below = is_below || is_note(seen.label(record)) || (follows && is_text && begin > rows);
        if let Some(role) = roles.get_mut(record).filter(|role| is_below && **role == Role::Row) {
            *role = Role::Passed(WhyPassedOver::Note);
        }
        before = Some(record);
    }
}

/// True if a text reads like a note.
fn is_note(text: &str) -> bool {
    let plain = text.to_lowercase();
    STARTS.iter().any(|start| plain.starts_with(start))
        || text.chars().count() > LONGEST_NAME
        || text.contains(['。', '；'])
}
