//! The map that a key written in the wrong place belongs to.

use super::{ANALYSIS, Key, MINIMISE, REPORT, ROBUSTNESS, SET, SHARED, STUDY, TABLE, TRUTH_TABLE, Table, synonym};

/// The table, of those that everybody uses, that has a key which `instead` lacks, and its key: one of the same name, or
/// the one that a word of another program stands for. A file is mistaken for another file: keys of a study come first
/// in a shared file, and last anywhere else.
pub(crate) fn owner(name: &str, instead: &Table) -> Option<(&'static str, &'static Table)> {
    let tables: [&'static Table; 7] = [&ANALYSIS, &TRUTH_TABLE, &MINIMISE, &SET, &TABLE, &REPORT, &ROBUSTNESS];
    let of_file = std::iter::once(&STUDY);
    let is_file = instead.what == SHARED.what;
    let (first, last) = if is_file { (Some(of_file), None) } else { (None, Some(of_file)) };
    let tables = first.into_iter().flatten().chain(tables).chain(last.into_iter().flatten());
    let mut found = tables.filter_map(|table| {
        let known: Vec<&'static str> = table.all().map(Key::name).collect();
        let key = known.iter().copied().find(|key| *key == name).or_else(|| synonym(name, &known))?;
        Some((key, table))
    });
    found.next()
}
