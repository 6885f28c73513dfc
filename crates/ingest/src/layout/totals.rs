//! Finds rows that sum or average the others.
//!
//! A row is passed over if it is called a total and its numbers bear it out. They do if at least one column holds the
//! sum or the mean of the other rows, as exactly as it is printed, and not more columns contradict it. A word that
//! means nothing but a total (全国, 合计) needs no exact sum, since national figures hold more than the rows listed and
//! rates are weighted: there it is enough that no column contradicts it. A column contradicts a total if its number
//! lies outside the range of the others and more than a tenth away from their sum. Any other row is kept as a case and
//! named in a warning.

use equifinal_study::table_notes::{KeptTotal, WhyPassedOver};

use super::figures::{decimals, figure};
use super::role::Role;
use super::seen::Seen;
use crate::wording::kept;

/// Words that mean nothing but a total.
const TOTALS: &[&str] = &[
    "全国",
    "全国合计",
    "全国总计",
    "全国平均",
    "全省",
    "全省合计",
    "全省平均",
    "全市",
    "全市合计",
    "全县",
    "全区",
    "全县合计",
    "全区合计",
    "合计",
    "总计",
    "共计",
    "小计",
    "总和",
    "总数",
    "平均",
    "平均值",
    "均值",
    "平均数",
    "合计/平均",
    "汇总",
    "grandtotal",
    "nationaltotal",
    "nationalaverage",
    "subtotal",
    "sub-total",
    "全部",
    "总体",
    "合计total",
    "总计total",
];

/// Words that may be the name of a case as well.
const PERHAPS: &[&str] = &["total", "totals", "sum", "mean", "average", "avg", "national", "overall", "all", "nation"];

/// The letters with which the words begin.
const FIRST_LETTERS: &str = "全合总共小平均汇gnstmao";

/// Bytes of the longest word, with room for the blanks in it.
const LONGEST: usize = 40;

/// Share of the sum within which a number may still be the total of a larger whole.
const NEAR: f64 = 0.1;

/// The first columns in which a row may be called a total.
const NAMED_IN: usize = 3;

/// Marks rows that are totals; returns those that are only called so. Rows that the study names in `named` are cases.
pub(super) fn pass_over(seen: &Seen<'_>, named: &[&str], roles: &mut [Role]) -> Vec<KeptTotal> {
    let called: Vec<(usize, &str, bool)> = (0..seen.height())
        .filter(|record| roles.get(*record) == Some(&Role::Row))
        .filter_map(|record| called(seen, record).map(|(cell, is_certain)| (record, cell, is_certain)))
        .filter(|(_, cell, _)| !named.contains(cell))
        .collect();
    if called.is_empty() {
        return Vec::new();
    }
    let is_called = |record: usize| called.iter().any(|(other, ..)| *other == record);
    let others: Vec<usize> =
        (0..seen.height()).filter(|record| roles.get(*record) == Some(&Role::Row) && !is_called(*record)).collect();
    let mut doubtful = Vec::new();
    for (record, cell, is_certain) in &called {
        if is_borne_out(seen, *record, &others, *is_certain) {
            if let Some(role) = roles.get_mut(*record) {
                *role = Role::Passed(WhyPassedOver::Total);
            }
        } else {
            doubtful.push(KeptTotal { line: seen.line(*record), text: kept(cell) });
        }
    }
    doubtful
}

/// The cell that calls a row a total, and true if it can mean nothing else.
fn called<'a>(seen: &Seen<'a>, record: usize) -> Option<(&'a str, bool)> {
    let filled = seen.cells(record).filter(|cell| !cell.is_empty());
    filled.take(NAMED_IN).find_map(|cell| {
        // Most names are longer than any of the words, or begin with another letter.
        let begins = cell.chars().next().is_some_and(|first| FIRST_LETTERS.contains(first.to_ascii_lowercase()));
        if !begins || cell.len() > LONGEST {
            return None;
        }
        let plain: String = cell.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).collect();
        let plain = plain.trim_end_matches([':', '：']);
        let is_certain = TOTALS.contains(&plain);
        (is_certain || PERHAPS.contains(&plain)).then_some((cell, is_certain))
    })
}

/// True if the numbers of a row are those of a total of the others.
fn is_borne_out(seen: &Seen<'_>, record: usize, others: &[usize], is_certain: bool) -> bool {
    let (mut exact, mut against, mut compared) = (0_usize, 0_usize, 0_usize);
    for column in 0..seen.width() {
        let Some(own) = figure(seen.cell(record, column)) else { continue };
        let cells = || others.iter().map(|other| seen.cell(*other, column));
        let mut values: Vec<f64> = cells().filter_map(figure).collect();
        // The sum does not depend on the order of the rows.
        values.sort_unstable_by(f64::total_cmp);
        let (Some(&low), Some(&high)) = (values.first(), values.last()) else { continue };
        if values.len() < 2 || 2 * values.len() < others.len() || low >= high {
            continue;
        }
        compared += 1;
        let rounded = |cell: &str| (0..decimals(cell)).fold(0.5, |half, _| half / 10.0);
        let (others_half, own_half) = (cells().map(rounded).fold(0.0, f64::max), rounded(seen.cell(record, column)));
        let count = values.iter().fold(0.0, |count, _| count + 1.0);
        let sum: f64 = values.iter().sum();
        let within = |target: f64, by: f64| (own - target).abs() <= by + 1e-9 * target.abs();
        if within(sum, others_half * count + own_half) || within(sum / count, own_half + others_half / 4.0) {
            exact += 1;
        } else if !(low..=high).contains(&own) && !within(sum, NEAR * sum.abs()) {
            against += 1;
        }
    }
    compared > 0 && ((exact > 0 && exact >= against) || (is_certain && against == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_begins_with_a_letter_that_is_looked_for() {
        for word in TOTALS.iter().chain(PERHAPS) {
            assert!(word.starts_with(|first| FIRST_LETTERS.contains(first)) && word.len() <= LONGEST, "{word}");
        }
    }
}
