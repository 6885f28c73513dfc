//! The map that a key written in the wrong place belongs to.

use super::{ANALYSIS, Key, MINIMISE, REPORT, ROBUSTNESS, SET, STUDY, TABLE, TRUTH_TABLE, Table, synonym};

/// The table, of those that everybody uses, that has a key, and its key: one of the same name, or the one that a word
/// of another program stands for.
pub(crate) fn owner(name: &str) -> Option<(&'static str, &'static Table)> {
    let tables: [&'static Table; 8] = [&ANALYSIS, &TRUTH_TABLE, &MINIMISE, &SET, &TABLE, &REPORT, &ROBUSTNESS, &STUDY];
    tables.into_iter().find_map(|table| {
        let known: Vec<&'static str> = table.all().map(Key::name).collect();
        let key = known.iter().copied().find(|key| *key == name).or_else(|| synonym(name, &known))?;
        Some((key, table))
    })
}
