//! Strings of a drafted study file: plain words, quoted strings and comments.

use equifinal_study::names::{is_in_name, is_letter};

/// Words that YAML, or a parser of an older YAML version, does not read as strings.
const RESERVED: [&str; 7] = ["true", "false", "null", "yes", "no", "on", "off"];

/// A name, quoted if YAML would not read it as a string.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |sign: char| is_in_name(sign) || sign == '-';
    let is_reserved = RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word));
    if text.starts_with(is_letter) && text.chars().all(is_plain) && !is_reserved {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A YAML string in double quotes with JSON escapes; characters that YAML calls not printable are escaped too.
pub(crate) fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let escaped =
        |sign: char| if is_unprinted(sign) { format!("\\u{:04x}", u32::from(sign)) } else { sign.to_string() };
    json.chars().map(escaped).collect()
}

/// Text for a comment, without line breaks.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(|sign| if is_unprinted(sign) { ' ' } else { sign }).collect()
}

/// True for control characters, line breaks of any script, the byte order mark and non-characters.
fn is_unprinted(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_if_yaml_would_misread_them() {
        for (text, expected) in [
            ("GNP", "GNP"),
            ("a-b_2", "a-b_2"),
            ("true", "\"true\""),
            ("Null", "\"Null\""),
            ("2020", "\"2020\""),
            ("", "\"\""),
            ("得分", "得分"),
            ("ＡＢ", "\"ＡＢ\""),
            ("a b", "\"a b\""),
        ] {
            assert_eq!(word(text), expected);
        }
        for (text, expected) in [
            ("a\\b", r#""a\\b""#),
            ("a\"b", r#""a\"b""#),
            ("a\u{7f}\u{85}\u{2028}\u{ffff}b", r#""a\u007f\u0085\u2028\uffffb""#),
            ("a\nb", r#""a\nb""#),
        ] {
            assert_eq!(quoted(text), expected);
        }
        assert_eq!(one_line("a\n\u{2029}# b"), "a  # b");
    }
}
