//! Values as other programs read them.

use equifinal_study::missing::is_missing;

/// A number in the shortest form that gives it again; `missing` for a value that is not there.
pub(crate) fn number(value: f64, missing: &str) -> String {
    if is_missing(value) { missing.to_owned() } else { format!("{value}") }
}

/// A cell of a CSV file.
pub(crate) fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A table of cases as CSV: the header, then a line per case.
pub(crate) fn table<'a>(
    first: &str,
    names: impl Iterator<Item = &'a str>,
    cases: impl Iterator<Item = String>,
    columns: &[&[f64]],
    missing: &str,
) -> String {
    let header: Vec<String> = std::iter::once(cell(first)).chain(names.map(cell)).collect();
    let mut lines = vec![header.join(",")];
    lines.extend(cases.enumerate().map(|(at, case)| {
        let values = columns.iter().map(|column| number(column.get(at).copied().unwrap_or(f64::NAN), missing));
        std::iter::once(case).chain(values).collect::<Vec<_>>().join(",")
    }));
    lines.push(String::new());
    lines.join("\n")
}
