//! A codebook guessed from the cells of an export.

use std::collections::BTreeSet;

use equifinal_study::config::{ItemKind, Scale};

use super::{Codebook, scale_of};
use crate::cases::finite;
use crate::dialect::{Field, Layout, Role};
use crate::grid::Grid;
use crate::moment::Moment;

/// More different answers than this are no options.
const OPTIONS: usize = 12;

/// The usual labels of scales, lowest first, in the orders met so far. Only a guess: the author decides.
const SCALES: [&[&str]; 7] = [
    &["非常不同意", "不同意", "一般", "同意", "非常同意"],
    &["非常不同意", "比较不同意", "一般", "比较同意", "非常同意"],
    &["完全不认同", "不太认同", "一般", "比较认同", "完全认同"],
    &["非常不满意", "不满意", "一般", "满意", "非常满意"],
    &["非常不符合", "比较不符合", "不确定", "比较符合", "非常符合"],
    &["strongly disagree", "disagree", "neutral", "agree", "strongly agree"],
    &["strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"],
];

/// One item a question; private columns, those of the platform, and free text left out.
pub(super) fn read(grid: &Grid, layout: &Layout) -> Codebook {
    let mut codebook = Codebook::new(&grid.described());
    for (place, field) in layout.fields.iter().enumerate() {
        let is_continued = field.group.is_some_and(|first| first != place);
        if field.role != Role::Answer || is_continued {
            continue;
        }
        let header = grid.header.get(place).map_or("", String::as_str);
        let Some((kind, scale, is_guess)) = kind(grid, layout, place, field) else { continue };
        let several = field.option.is_some() && field.group.is_some();
        let column = if several || header.is_empty() { field.code.as_str() } else { header };
        let name = codebook.add(&field.code, column, kind, scale, false);
        if is_guess {
            codebook.guessed.push(name);
        }
    }
    codebook
}

/// What the answers of a column seem to be, and whether that is a guess; nothing for free text.
fn kind(grid: &Grid, layout: &Layout, place: usize, field: &Field) -> Option<(ItemKind, Option<Scale>, bool)> {
    if field.option.is_some() && field.group.is_some() {
        return Some((ItemKind::Multiple { separator: None }, None, true));
    }
    if let Some(notes) = grid.notes.get(place).filter(|notes| !notes.values.is_empty()) {
        let is_missing = |code: &String| notes.missing.contains(code);
        let options: Vec<_> = notes.values.iter().filter(|(code, _)| !is_missing(code)).cloned().collect();
        return Some((ItemKind::Single, Some(scale_of(&options)), false));
    }
    let is_absent = |cell: &str| cell.is_empty() || layout.missing.contains(&cell) || layout.skipped.contains(&cell);
    let cells: Vec<&str> =
        (0..grid.height()).map(|record| grid.cell(record, place)).filter(|c| !is_absent(c)).collect();
    if cells.is_empty() {
        return None;
    }
    if cells.iter().all(|cell| finite(cell).is_some()) {
        return Some((ItemKind::Number, None, true));
    }
    if cells.iter().all(|cell| Moment::read(cell, layout.month_first).is_some()) {
        return Some((ItemKind::Date, None, true));
    }
    let distinct: BTreeSet<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
    if let Some(labels) = SCALES.iter().find(|labels| distinct.iter().all(|cell| labels.contains(&cell.as_str()))) {
        // As written in the file, where it is; the cells decide about capitals.
        let written =
            |label: &str| cells.iter().find(|cell| cell.to_lowercase() == label).copied().unwrap_or(label).to_owned();
        let codes = labels.iter().zip(1_u32..).map(|(label, code)| (written(label), f64::from(code)));
        return Some((ItemKind::Scale, Some(Scale { codes: codes.collect() }), true));
    }
    if cells.iter().any(|cell| cell.contains('┋')) {
        return Some((ItemKind::Multiple { separator: None }, None, true));
    }
    if cells.iter().any(|cell| cell.contains('→')) {
        return Some((ItemKind::Ranking { separator: None }, None, true));
    }
    (distinct.len() <= OPTIONS && 2 * distinct.len() <= cells.len()).then_some((ItemKind::Single, None, true))
}
