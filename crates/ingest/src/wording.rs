//! Formats names and cells of a file for messages: shortened, with suggestions.

use equifinal_study::message::Message;
use equifinal_study::say;

use crate::number::half_width;

/// The beginning of a message about a line; empty if the file has no lines.
pub(crate) fn at(line: usize) -> Message {
    if line == 0 { Message::empty() } else { say!("at-line", line) }
}

/// Lines in words: `line 3`, `lines 3, 4`.
pub(crate) fn lines_named(lines: &[usize]) -> Message {
    let named = Message::list(lines.iter().map(|line| Message::verbatim(line.to_string())));
    say!("lines-named", count = lines.len(), named)
}

/// The case of a cell, in a message about its place; empty if the row has no id.
pub(crate) fn of_case(case: &str) -> Message {
    if case.is_empty() { Message::empty() } else { say!("of-case", case = beginning(case)) }
}

/// Advice on a cell of a case that is not a valid number, as the end of a message.
pub(crate) fn next_step(value: &str, case: &str) -> Message {
    match remedy(value) {
        Some(advice) => advice,
        None if case.is_empty() => Message::empty(),
        None => say!("correct-cell", case = beginning(case)),
    }
}

/// A suggestion for a missing name, or the list of existing ones.
pub(crate) fn suggestion(nearest: &Option<String>, header: &[String]) -> Message {
    match nearest {
        Some(name) => say!("suggested", name),
        None => say!("file-has", names = listed(header)),
    }
}

/// A suggestion, as the end of a message.
pub(crate) fn meant(nearest: &Option<String>) -> Message {
    nearest.as_ref().map_or_else(Message::empty, |name| say!("meant", name))
}

/// Maximum number of listed names; the rest is counted.
const LISTED: usize = 20;

/// A list of names, shortened.
pub(crate) fn listed(names: &[String]) -> Message {
    let named = || names.iter().filter(|name| !name.is_empty());
    let shown = named().take(LISTED).map(|name| Message::verbatim(format!("`{}`", beginning(name))));
    let (shown, more) = (Message::list(shown), named().count().saturating_sub(LISTED));
    if more > 0 { say!("listed-more", shown, more) } else { shown }
}

/// Maximum number of printed characters of a cell.
const PRINTED_OF_A_CELL: usize = 60;

/// A cell in quotes, without control characters.
pub(crate) fn shown(value: &str) -> Message {
    if value.is_empty() {
        return say!("empty-cell-shown");
    }
    let start: String = value.chars().take(PRINTED_OF_A_CELL).collect();
    Message::verbatim(format!("{start:?}{}", if start.len() < value.len() { "…" } else { "" }))
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

/// Signs that tables print where a number is missing.
const MARKS: &[&str] =
    &["-", "–", "—", "——", "－", "…", "……", "...", "..", ".", "/", "NA", "N/A", "n/a", "null", "缺失", "无"];

/// Words and signs before or behind a number that is not exact.
const ABOUT: [&str; 15] =
    ["约", "近", "大约", "超过", "不足", "左右", "以上", "余", "≥", "≤", ">", "<", "~", "～", "≈"];

/// A cell with more letters than this around its number is a text.
const LONGEST_UNIT: usize = 8;

/// The number in a cell that is not one itself, with the rest of the cell.
fn within(plain: &str) -> Option<(&str, String)> {
    let is_part = |sign: char| sign.is_ascii_digit() || ".,-+".contains(sign);
    let start = plain.find(|sign: char| sign.is_ascii_digit())?;
    let end = plain.get(start..)?.find(|sign| !is_part(sign)).map_or(plain.len(), |end| start + end);
    let (number, before, behind) = (plain.get(start..end)?, plain.get(..start)?, plain.get(end..)?);
    let rest = format!("{before}{behind}");
    (!rest.is_empty() && rest.chars().count() <= LONGEST_UNIT && !rest.contains(|sign: char| sign.is_ascii_digit()))
        .then_some((number, rest))
}

/// Advice on how to turn a cell into a number, as the end of a message; `None` if there is none.
pub(crate) fn remedy(value: &str) -> Option<Message> {
    let plain = half_width(value).unwrap_or_else(|| value.to_owned());
    let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
    let (point, joined) = (plain.replacen(',', ".", 1), plain.replace(',', ""));
    let is_thousands = || {
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut groups = whole.trim_start_matches(['-', '+']).split(',');
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && whole.contains(',')
            && groups.all(|group| group.len() == 3)
            && !rest.contains(',')
    };
    Some(if let Some(share) = plain.strip_suffix('%').map(str::trim).filter(|share| is_number(share)) {
        say!("without-percent", share)
    } else if is_thousands() && is_number(&joined) {
        if is_number(&point) { say!("thousands-or-point", joined, point) } else { say!("without-thousands", joined) }
    } else if plain.contains(',') && is_number(&point) {
        say!("with-point", point)
    } else if plain.parse::<f64>().is_ok() {
        say!("must-be-finite")
    } else if MARKS.contains(&value) {
        say!("name-missing")
    } else {
        let (number, rest) = within(&plain).filter(|(number, _)| is_number(number))?;
        match ABOUT.iter().any(|about| rest.contains(about)) {
            true => say!("not-exact", number),
            false => say!("without-unit", unit = rest.trim(), number),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_fits_the_cell() {
        for (cell, expected) in [
            ("0,5", "; with a decimal point it is 0.5"),
            ("-0,125", "; with a decimal point it is -0.125"),
            ("０，５", "; with a decimal point it is 0.5"),
            ("1234,5", "; with a decimal point it is 1234.5"),
            ("1,234", "; without separators of thousands it is 1234, with a decimal point 1.234"),
            ("1,234.5", "; without separators of thousands it is 1234.5"),
            ("1,234,567", "; without separators of thousands it is 1234567"),
            ("1,000,5", ""),
            ("1.234,5", ""),
            ("12%", "; without the percent sign it is 12"),
            ("12.5 %", "; without the percent sign it is 12.5"),
            ("１２％", "; without the percent sign it is 12"),
            ("%", ""),
            ("a%", ""),
            ("1e999", "; it must be finite"),
            ("inf", "; it must be finite"),
            ("NaN", "; it must be finite"),
            ("n/a", "; if it means that there is no value, name it under `missing`"),
            ("—", "; if it means that there is no value, name it under `missing`"),
            ("约70000", "; it is not exact: write the number that you mean, such as 70000"),
            ("70000以上", "; it is not exact: write the number that you mean, such as 70000"),
            ("70000元", "; without `元` it is 70000"),
            ("#N/A", ""),
            (",", ""),
            ("", ""),
        ] {
            let advice = remedy(cell).map(|advice| advice.to_string());
            assert_eq!(advice.unwrap_or_default(), expected, "{cell:?}");
        }
    }

    #[test]
    fn names_and_cells_are_shortened() {
        let names = |count: usize| (1..=count).map(|at| format!("x{at}")).collect::<Vec<_>>();
        let twenty = names(20).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        for (names, expected) in [
            (vec![], String::new()),
            (names(1), "`x1`".to_owned()),
            (names(20), twenty.clone()),
            (names(21), format!("{twenty} and 1 more")),
            (vec!["县".repeat(60)], format!("`{}`", "县".repeat(60))),
            (vec!["县".repeat(61)], format!("`{}…`", "县".repeat(60))),
        ] {
            assert_eq!(listed(&names).to_string(), expected);
        }
        for (cell, expected) in [
            ("", "an empty cell".to_owned()),
            ("a \"b\"\n", r#""a \"b\"\n""#.to_owned()),
            (&"x".repeat(60), format!("\"{}\"", "x".repeat(60))),
            (&"x".repeat(61), format!("\"{}\"…", "x".repeat(60))),
        ] {
            assert_eq!(shown(cell).to_string(), expected);
        }
        // The part kept shows that it was shortened.
        assert_eq!(shown(&kept(&"x".repeat(99))), shown(&"x".repeat(99)));
        assert_eq!((at(0).to_string(), at(3).to_string()), (String::new(), "line 3: ".to_owned()));
        assert_eq!(meant(&Some("a".to_owned())).to_string(), "; did you mean `a`?");
        assert_eq!(meant(&None).to_string(), "");
    }
}
