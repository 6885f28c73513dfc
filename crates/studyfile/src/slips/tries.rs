//! Changes that may let a text be read further, by the place where reading stopped.

use super::scan::Scan;
use super::{Kind, Slip};
use equifinal_study::signs::plain;

/// Lines before the place of an error in which its cause is searched for.
const LINES_BEFORE: usize = 8;

/// The changes that are tried for an error at `place`, the most likely ones first.
pub(super) fn at(place: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let last = scan.line_at(place);
    let near: Vec<usize> = (last.saturating_sub(LINES_BEFORE)..=last).rev().collect();
    let by_line: Vec<Vec<Slip>> = near.iter().map(|line| in_line(*line, scan)).collect();
    let mut tries: Vec<Vec<Slip>> = by_line.iter().flatten().map(|slip| vec![slip.clone()]).collect();
    tries.extend(by_line.iter().filter(|slips| slips.len() > 1).cloned());
    for count in 2..=near.len() {
        let keys: Vec<Slip> = by_line.iter().take(count).flat_map(|slips| keys(slips, scan)).collect();
        if keys.len() > 1 {
            tries.push(keys);
        }
    }
    tries.extend([2, 4, 8, 1].map(|width| blanks(width, scan)));
    tries.extend(near.iter().take(3).flat_map(|line| colon(*line, scan)));
    tries.extend(closed(last, scan));
    tries.extend(near.iter().take(3).flat_map(|line| opened(*line, scan)));
    tries.extend(reindented(last, scan));
    tries.extend(near.iter().map(|line| rounded(*line, scan)));
    tries.extend(near.iter().map(|line| dashed(*line, scan)));
    tries.extend(near.iter().take(3).flat_map(|line| quoted(*line, scan)));
    tries.retain(|slips| !slips.is_empty());
    tries
}

/// Changes around a mistake in the content: full-width signs, and commas in or between numbers and names.
pub(super) fn around(start: usize, end: usize, scan: &Scan<'_>) -> [Vec<Slip>; 3] {
    [within(start, end, scan), numbers(start, end, scan), commas(start, end, scan)]
}

/// Commas between digits that are decimal points or separators of thousands.
fn numbers(start: usize, end: usize, scan: &Scan<'_>) -> Vec<Slip> {
    // A number in a flow collection is cut at its comma: the mistake is at the part behind it.
    let before = scan.text.get(..start).unwrap_or_default();
    let from = before.strip_suffix(',').map_or(start, str::len);
    let whole = scan.text.get(from..end).unwrap_or_default();
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let mut found = Vec::new();
    for (offset, sign) in whole.char_indices().filter(|(_, sign)| matches!(sign, ',' | '，')) {
        let (at, after) = (from + offset, whole.get(offset + sign.len_utf8()..).unwrap_or_default());
        let head = scan.text.get(..at).unwrap_or_default();
        if !is_digit(head.chars().next_back()) || !is_digit(after.chars().next()) {
            continue;
        }
        let digits = head.len() - head.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let number = head.get(head.len() - digits..).unwrap_or_default();
        let fraction = after.chars().take_while(char::is_ascii_digit).count();
        let is_thousands = fraction == 3 && digits <= 3 && !number.starts_with('0');
        let write = if is_thousands { "" } else { "." };
        found.push(Slip {
            start: at,
            end: at + sign.len_utf8(),
            write: write.to_owned(),
            kind: Kind::Number(is_thousands),
        });
    }
    found
}

/// Blanks between two words of a list, where commas are missing.
fn commas(start: usize, end: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let whole = scan.text.get(start..end).unwrap_or_default();
    let words = whole.trim();
    let from = start + whole.len() - whole.trim_start().len();
    let blank = |(offset, _): (usize, &str)| {
        let at = from + offset;
        Slip { start: at, end: at + 1, write: ", ".to_owned(), kind: Kind::NoComma }
    };
    let before = scan.text.get(..start).unwrap_or_default().trim_end();
    let after = scan.text.get(end..).unwrap_or_default().trim_start();
    let is_item = before.ends_with(['[', ',']) && after.starts_with([']', ',']) && scan.is_plain(start);
    if !is_item || words.contains("  ") { Vec::new() } else { words.match_indices(' ').map(blank).collect() }
}

/// Every sign in the bytes from `start` to `end` that may be a slip, also within quotes.
pub(super) fn within(start: usize, end: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let text = scan.text.get(start..end).unwrap_or_default();
    text.char_indices().filter_map(|(offset, sign)| one(start + offset, sign, scan.text)).collect()
}

/// The signs and tight colons of a line, behind its indentation.
fn in_line(line: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let Some((start, end)) = scan.lines.get(line).copied() else { return Vec::new() };
    let text = scan.line_text(line);
    let from = start + text.len() - text.trim_start().len();
    within(from, end, scan).into_iter().filter(|slip| scan.is_plain(slip.start)).collect()
}

/// The tabs and unusual spaces in the indentation of all lines; a tab is as wide as `width` spaces.
fn blanks(width: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let slip = |(start, _): &(usize, usize)| {
        let text = scan.line_text(scan.line_at(*start));
        let blank = text.get(..text.len() - text.trim_start().len())?;
        let odd = blank.chars().find(|sign| *sign != ' ').filter(|_| blank != text && scan.is_plain(*start))?;
        let wide = |sign: char| match sign {
            '\t' => width,
            // As wide as a Chinese letter.
            '\u{3000}' => 2,
            _ => 1,
        };
        let write = " ".repeat(blank.chars().map(wide).sum());
        let kind = if odd == '\t' { Kind::Tab } else { Kind::Sign(odd) };
        Some(Slip { start: *start, end: start + blank.len(), write, kind })
    };
    scan.lines.iter().filter_map(slip).collect()
}

/// A colon behind the first word of a line without one, in place of `=` or a blank.
fn colon(line: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let Some((start, _)) = scan.lines.get(line).copied() else { return Vec::new() };
    let text = scan.text.get(start..scan.content_end(line)).unwrap_or_default();
    let words = text.trim_start_matches([' ', '-']);
    let from = start + text.len() - words.len();
    let Some(length) = words.find([' ', '=']).filter(|length| *length > 0 && scan.is_plain(from)) else {
        return Vec::new();
    };
    let rest = words.get(length..).unwrap_or_default();
    let value = rest.trim_start_matches([' ', '=']);
    let is_keyless = !words.get(..length).unwrap_or_default().contains(':') && !value.is_empty();
    let (start, end) = (from + length, from + words.len() - value.len());
    let slip = Slip { start, end, write: ": ".to_owned(), kind: Kind::NoColon };
    if is_keyless { vec![vec![slip]] } else { Vec::new() }
}

/// The last closing bracket of a line left out.
fn opened(line: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let end = scan.content_end(line);
    let last = scan.text.get(..end).and_then(|text| text.chars().next_back());
    let sign = last.filter(|sign| matches!(sign, ']' | '}') && scan.is_plain(end - 1));
    sign.map(|sign| vec![Slip { start: end - 1, end, write: String::new(), kind: Kind::Closed(sign) }])
        .into_iter()
        .collect()
}

/// The slip that a sign at this place may be.
fn one(at: usize, sign: char, text: &str) -> Option<Slip> {
    let end = at + sign.len_utf8();
    let after = text.get(end..).and_then(|rest| rest.chars().next()).unwrap_or('\n');
    let is_apart = after.is_whitespace();
    if sign == ':' {
        let before = text.get(..at).and_then(|head| head.chars().next_back()).unwrap_or(' ');
        let is_tight = !is_apart && after != '/' && after != ':' && !before.is_whitespace() && before != ':';
        return is_tight.then(|| Slip { start: at, end, write: ": ".to_owned(), kind: Kind::Tight });
    }
    let mut write = plain(sign)?.to_owned();
    // `；` and `。` never stand for themselves in the signs of a study file.
    if write == ";" {
        write = ",".to_owned();
    }
    if matches!(write.as_str(), ":" | ",") && !is_apart {
        write.push(' ');
    }
    Some(Slip { start: at, end, write, kind: Kind::Sign(sign) })
}

/// The first of the slips that stands where a key ends: a colon after a single word at the beginning of a line.
fn keys(slips: &[Slip], scan: &Scan<'_>) -> Option<Slip> {
    let ends_key = |slip: &&Slip| {
        let (start, _) = scan.lines.get(scan.line_at(slip.start)).copied().unwrap_or_default();
        let before = scan.text.get(start..slip.start).unwrap_or_default().trim_start_matches([' ', '-']);
        slip.write.starts_with(':') && !before.is_empty() && !before.contains(' ')
    };
    slips.iter().find(ends_key).cloned()
}

/// Indentations that a line may have: those of the lines before, nearest first.
fn indentations(line: usize, scan: &Scan<'_>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let before = (0..line).rev().map(|line| scan.line_text(line)).filter(|text| !text.trim().is_empty());
    for text in before.take(LINES_BEFORE) {
        let indent = text.len() - text.trim_start_matches(' ').len();
        if !found.contains(&indent) {
            found.push(indent);
        }
    }
    found
}

/// The line at fault with another indentation.
fn reindented(line: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let text = scan.line_text(line);
    let found = text.len() - text.trim_start_matches(' ').len();
    let Some((start, _)) = scan.lines.get(line).copied().filter(|_| !text.starts_with('\t')) else { return Vec::new() };
    let change = |expected: usize| {
        let kind = Kind::Indented { found, expected };
        vec![Slip { start, end: start + found, write: " ".repeat(expected), kind }]
    };
    indentations(line, scan).into_iter().filter(|indent| *indent != found).map(change).collect()
}

/// Closing signs at the end of the line that opens a bracket or quotation mark, or of a line after it.
fn closed(last: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let Some((opened, sign)) = (last.saturating_sub(1)..=last)
        .find_map(|line| scan.open_after(line).first().copied())
        .or_else(|| scan.open_after(scan.lines.len().saturating_sub(1)).first().copied())
    else {
        return Vec::new();
    };
    let first = scan.line_at(opened);
    let lines = first..=last.min(first + LINES_BEFORE).max(first);
    let close = |line: usize| {
        let open = scan.open_after(line).iter().rev().filter(|(place, _)| *place >= opened);
        let closing: String = open
            .map(|(_, sign)| match sign {
                '[' => ']',
                '{' => '}',
                quote => *quote,
            })
            .collect();
        let end = scan.lines.get(line).map_or(0, |(start, end)| {
            let text = scan.text.get(*start..*end).unwrap_or_default();
            if matches!(sign, '[' | '{') { scan.content_end(line) } else { start + text.trim_end().len() }
        });
        vec![Slip { start: end, end, write: closing, kind: Kind::Open(sign) }]
    };
    lines.map(close).filter(|slips| slips.iter().all(|slip| !slip.write.is_empty())).collect()
}

/// A value in full-width round brackets, which is a map, in the braces of one.
fn rounded(line: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let Some((start, _)) = scan.lines.get(line).copied() else { return Vec::new() };
    let text = scan.text.get(start..scan.content_end(line)).unwrap_or_default();
    let Some(open) = text.find(": （").map(|at| start + at + 2).filter(|_| text.ends_with('）')) else {
        return Vec::new();
    };
    let close = start + text.len() - '）'.len_utf8();
    let slip = |(at, sign): (usize, char), write: &str| Slip {
        start: at,
        end: at + sign.len_utf8(),
        write: write.to_owned(),
        kind: Kind::Sign(sign),
    };
    let mut slips = vec![slip((open, '（'), "{"), slip((close, '）'), "}")];
    slips.extend(within(open + '（'.len_utf8(), close, scan));
    slips
}

/// A line without the dash of a list before a key that has lines below it.
fn dashed(line: usize, scan: &Scan<'_>) -> Vec<Slip> {
    let Some((start, _)) = scan.lines.get(line).copied() else { return Vec::new() };
    let text = scan.text.get(start..scan.content_end(line)).unwrap_or_default();
    let indent = text.len() - text.trim_start().len();
    let is_key = text.trim_start().starts_with("- ") && text.ends_with(':');
    let (start, end) = (start + indent, start + indent + 2);
    if is_key { vec![Slip { start, end, write: String::new(), kind: Kind::Dash }] } else { Vec::new() }
}

/// The values of a line in quotes.
fn quoted(line: usize, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let Some((start, _)) = scan.lines.get(line).copied() else { return Vec::new() };
    let end = scan.content_end(line);
    let text = scan.text.get(start..end).unwrap_or_default();
    let mut tries = Vec::new();
    for (offset, _) in text.match_indices(": ") {
        let from = start + offset + 1;
        if !scan.is_plain(from) {
            continue;
        }
        let rest = scan.text.get(from..end).unwrap_or_default();
        let value = rest.trim_start();
        let begin = from + rest.len() - value.len();
        let whole = if value.starts_with(['[', '{', '|', '>', '\'']) { "" } else { value };
        // The value ends with the line, or in a flow collection before the next comma or closing bracket.
        let flow = value.find([',', '}', ']']).and_then(|length| value.get(..length)).unwrap_or_default().trim_end();
        for words in [whole, flow] {
            if !words.is_empty() {
                let (start, end) = (begin, begin + words.len());
                tries.push(vec![Slip { start, end, write: in_quotes(words), kind: Kind::Unquoted }]);
            }
        }
    }
    tries.extend(levels(start, text, scan));
    tries
}

/// Expressions with a level, such as `C*M[2]`, in quotes: within brackets YAML reads their brackets as its own.
fn levels(start: usize, text: &str, scan: &Scan<'_>) -> Vec<Vec<Slip>> {
    let ends = |sign: char| matches!(sign, ' ' | ',' | '{' | '}' | '[');
    let expression = |(offset, _): (usize, &str)| {
        let head = text.get(..offset)?;
        let from = head.rfind(ends).map_or(0, |at| at + 1);
        let rest = text.get(offset + 1..)?;
        let to = offset + 1 + rest.find([',', '}', ' ', ']'])? + 1;
        let words = text.get(from..to).filter(|words| words.ends_with(']') && from < offset)?;
        let (start, end) = (start + from, start + to);
        let slip = Slip { start, end, write: in_quotes(words), kind: Kind::Unquoted };
        scan.is_plain(start).then(|| vec![slip])
    };
    text.match_indices('[').filter_map(expression).collect()
}

/// A text in quotation marks of YAML.
fn in_quotes(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}
