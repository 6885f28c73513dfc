//! The script of a letter.

/// True for a Chinese character.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// True if a text has a Chinese character.
pub fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}
