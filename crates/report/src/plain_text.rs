//! Cleans texts of the study before they are written anywhere.
//!
//! Control characters and characters that XML does not allow are dropped, and so are directional overrides and
//! isolates, which can make text look different from what it is ("Trojan Source", CVE-2021-42574); line breaks become
//! blanks.

/// `text` on one line, without control characters and directional formatting.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{FFFE}' | '\u{FFFF}' => None,
            c if c.is_control() || is_directional(c) => None,
            c => Some(c),
        })
        .collect()
}

/// True for invisible directional characters (marks, embeddings, overrides, isolates, byte order mark).
fn is_directional(c: char) -> bool {
    matches!(
        c,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_as_it_is_stored() {
        for (given, cleaned) in [
            ("abc\u{202E}fdp.exe", "abcfdp.exe"),
            ("a\u{2066}b\u{2069}c", "abc"),
            ("two\nlines\ttab", "two lines tab"),
            ("no\u{FFFE}characters\u{FFFF}", "nocharacters"),
            ("bell\u{7}\u{0}\u{9b}", "bell"),
            ("县域医共体 é", "县域医共体 é"),
        ] {
            assert_eq!(clean(given), cleaned);
        }
    }
}
