//! Formats names and cells of a file for messages: shortened, with suggestions.

/// The beginning of a message about a line; empty if the file has no lines.
pub(crate) fn at(line: usize) -> String {
    if line == 0 { String::new() } else { format!("line {line}: ") }
}

/// A suggestion for a missing name, or the list of existing ones.
pub(crate) fn suggestion(nearest: &Option<String>, header: &[String]) -> String {
    if let Some(name) = nearest {
        return format!("did you mean `{name}`?");
    }
    format!("the file has {}", listed(header))
}

/// A suggestion, as the end of a message.
pub(crate) fn meant(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// Maximum number of listed names; the rest is counted.
const LISTED: usize = 20;

/// A list of names, shortened.
pub(crate) fn listed(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{}`", beginning(name))).collect();
    let more = names.len() - shown.len();
    format!("{}{}", shown.join(", "), if more > 0 { format!(" and {more} more") } else { String::new() })
}

/// Maximum number of printed characters of a cell.
const PRINTED_OF_A_CELL: usize = 60;

/// A cell in quotes, without control characters.
pub(crate) fn shown(value: &str) -> String {
    if value.is_empty() {
        return "an empty cell".to_owned();
    }
    let start: String = value.chars().take(PRINTED_OF_A_CELL).collect();
    format!("{start:?}{}", if start.len() < value.len() { "…" } else { "" })
}

/// The part of a cell or name that an error keeps; longer than the printed part.
pub(crate) fn kept(text: &str) -> String {
    text.chars().take(PRINTED_OF_A_CELL + 1).collect()
}

/// The beginning of a name.
pub(crate) fn beginning(name: &str) -> String {
    let start: String = name.chars().take(PRINTED_OF_A_CELL).collect();
    if start.len() < name.len() { format!("{start}…") } else { start }
}

/// Advice on how to turn a cell into a number, as the end of a message.
pub(crate) fn remedy(value: &str) -> String {
    let point = value.replacen(',', ".", 1);
    if value.contains(',') && point.parse::<f64>().is_ok_and(f64::is_finite) {
        format!("; with a decimal point it is {point}")
    } else if value.parse::<f64>().is_ok() {
        "; it must be finite".to_owned()
    } else {
        String::new()
    }
}
