//! Lists of cases, names and rows in sentences and cells: the first of many, and the number of the others.

use equifinal_qca::findings::{Findings, RowList};

use crate::messages::Speaker;
use crate::number;

/// Maximum number of cases named in a sentence or cell; `results.json` has all.
const NAMED: usize = 12;
/// Rows that are named; `results.json` has the rest.
const ROWS: usize = 40;

/// Cases by their positions, as a list.
pub(crate) fn names(findings: &Findings, positions: &[usize], speaker: &Speaker) -> String {
    listed(positions.iter().filter_map(|&case| findings.cases.get(case)), speaker)
}

/// The first of many names, and the number of the others.
pub(crate) fn listed<S: AsRef<str>>(names: impl IntoIterator<Item = S>, speaker: &Speaker) -> String {
    let mut names = names.into_iter();
    let named = speaker.list(names.by_ref().take(NAMED));
    match names.count() {
        0 => named,
        rest => speaker.say_of("cases-and-more", &[("cases", named.into()), ("count", rest.into())]),
    }
}

/// The first of many rows, with runs abbreviated, and the number of the others.
pub(crate) fn rows(rows: &RowList, speaker: &Speaker) -> String {
    if rows.numbers.is_empty() {
        return speaker.say("none");
    }
    let named = speaker.list(number::runs(&rows.numbers[..ROWS.min(rows.numbers.len())]));
    match rows.count.checked_sub(ROWS as u64).filter(|&rest| rest > 0) {
        None => named,
        Some(rest) => speaker.say_of("cases-and-more", &[("cases", named.into()), ("count", rest.to_string().into())]),
    }
}
