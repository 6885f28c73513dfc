//! File names of tables and figures: letters of any script, as in names of sets.

use equifinal_study::names::is_in_name;

/// A file name from parts that may contain operators of set expressions.
pub(crate) fn file_name(parts: &[&str]) -> String {
    let clean = |part: &&str| -> String {
        let named = part.replace('~', "not-");
        named.chars().map(|c| if is_in_name(c) || c == '-' { c } else { '-' }).collect()
    };
    parts.iter().map(clean).collect::<Vec<_>>().join(".")
}
