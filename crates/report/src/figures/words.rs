//! The words of drawings.

use crate::width::display_width;

/// The width of a half-width letter of a label; wide letters take two.
const LETTER: f64 = 6.2;

/// The title and the axis titles.
#[derive(Debug)]
pub(crate) struct Titles {
    /// The title, for screen readers.
    pub(crate) title: String,
    /// The type of the figure.
    pub(crate) description: String,
    /// The horizontal axis.
    pub(crate) x: String,
    /// The vertical axis.
    pub(crate) y: String,
}

/// The beginning of a text, shortened to this many half-width letters.
pub(crate) fn cut(words: &str, letters: usize) -> String {
    if display_width(words) <= letters {
        return words.to_owned();
    }
    let mut room = letters.saturating_sub(1);
    let fits = |c: &char| {
        let left = room.checked_sub(display_width(c.encode_utf8(&mut [0; 4])));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let kept: String = words.chars().take_while(fits).collect();
    format!("{kept}…")
}

/// Lines no wider than `width`, broken at blanks and between wide letters.
#[expect(clippy::cast_precision_loss, reason = "lines are short")]
pub(crate) fn wrapped(text: &str, width: f64) -> Vec<String> {
    let fits = |line: &str| display_width(line) as f64 * LETTER <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && !fits(format!("{line}{piece}").trim_end()) {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(if line.is_empty() { piece.trim_start() } else { piece });
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The pieces between which a line may be broken.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let wide = |c: char| c >= '\u{1100}';
        let closing = "，。；：、）》％".contains(c);
        if before.is_some_and(|before| before == ' ' || (!closing && (wide(before) || wide(c)))) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_have_no_room_end_in_dots() {
        for (words, letters, expected) in [
            ("abcdef", 6, "abcdef"),
            ("abcdefg", 6, "abcde…"),
            ("隶属度", 6, "隶属度"),
            ("隶属度的", 6, "隶属…"),
            ("", 0, ""),
        ] {
            assert_eq!(cut(words, letters), expected);
        }
    }

    #[test]
    fn lines_break_at_blanks_and_between_wide_letters() {
        for (text, width, lines) in [
            ("too fast, in seconds: 14", 100.0, vec!["too fast, in", "seconds: 14"]),
            ("short", 100.0, vec!["short"]),
            ("答题时间过短：14份。", 75.0, vec!["答题时间过", "短：14份。"]),
            ("unbreakable", 10.0, vec!["unbreakable"]),
            ("", 10.0, vec![""]),
        ] {
            assert_eq!(wrapped(text, width), lines);
        }
    }
}
