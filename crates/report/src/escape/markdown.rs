//! Escaping for Markdown.

use crate::plain_text::clean;

/// Text that Markdown prints literally and that cannot start HTML.
pub(crate) fn markdown(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    let marker = block_marker(&text);
    let mut rest = text.char_indices().map(|(at, c)| (Some(at) == marker, c)).peekable();
    while let Some((marks, c)) = rest.next() {
        let entity = c == '&' && rest.peek().is_some_and(|(_, next)| *next == '#' || next.is_ascii_alphanumeric());
        if c == '<' {
            escaped.push_str("&lt;");
            continue;
        }
        if marks || entity || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '$' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The position of a character that would start a list, a rule or an underline at the beginning of a line.
fn block_marker(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let markers: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+', '='] };
    let after = rest.strip_prefix(markers)?;
    (after.is_empty() || after.starts_with([' ', '-', '='])).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_printed_as_it_is() {
        for (text, escaped) in [
            ("<script>alert(1)</script>", r"&lt;script\>alert(1)&lt;/script\>"),
            ("a|b", r"a\|b"),
            ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
            ("[x](javascript:y)", r"\[x\](javascript:y)"),
            ("- item", r"\- item"),
            ("--- rule", r"\--- rule"),
            ("# head", r"\# head"),
            ("0.851", "0.851"),
            ("-0.206", "-0.206"),
            ("A & B", "A & B"),
            ("&lt;", r"\&lt;"),
            ("two\nlines", "two lines"),
            ("over\u{202E}ride", "override"),
        ] {
            assert_eq!(markdown(text), escaped, "{text}");
        }
    }

    #[test]
    fn a_numbered_item_stays_words() {
        assert_eq!(markdown("1. first"), r"1\. first");
        assert_eq!(markdown("1) first"), r"1\) first");
        assert_eq!(markdown("2009"), "2009");
    }
}
