//! The words of drawings.

use crate::width::display_width;

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
}
