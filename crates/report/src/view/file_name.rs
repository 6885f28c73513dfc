//! File names of tables and figures.

/// A file name from parts that may contain operators of set expressions.
pub(crate) fn file_name(parts: &[&str]) -> String {
    let clean = |part: &&str| -> String {
        let named = part.replace('~', "not-");
        named.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect()
    };
    parts.iter().map(clean).collect::<Vec<_>>().join(".")
}
