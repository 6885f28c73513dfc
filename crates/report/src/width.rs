//! The width of texts on paper and in drawings.

/// Width of a text in half-width letters: Chinese and other wide letters count twice.
pub(crate) fn display_width(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum()
}
