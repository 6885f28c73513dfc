//! Full-width and typographic signs that are typed where a plain sign is meant: `：` for `:`, `“` for `"`, `·` for `*`.

use crate::message::Message;
use crate::say;

/// The characters from `!` to `~`, in the order of their full-width forms `！` to `～`.
const PLAIN: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The plain sign that a full-width or typographic one stands for; `None` for every other character.
///
/// Full-width forms are those of the Unicode block Halfwidth and Fullwidth Forms.
pub fn plain(sign: char) -> Option<&'static str> {
    if let Some(place) = u32::from(sign).checked_sub(0xFF01)
        && let Ok(place) = usize::try_from(place)
        && let Some(plain) = PLAIN.get(place..=place)
    {
        return Some(plain);
    }
    Some(match sign {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => "\"",
        '‘' | '’' | '‚' | '‛' => "'",
        '、' => ",",
        '。' => ".",
        '【' | '〔' => "[",
        '】' | '〕' => "]",
        '·' | '・' | '•' | '∙' | '⋅' | '∗' | '×' | '∧' | '∩' => "*",
        '∨' | '∪' => "+",
        '〜' | '∼' | '˜' | '¬' => "~",
        '–' | '—' | '−' | '‐' | '‑' | '―' => "-",
        '→' | '⇒' => "=>",
        '←' | '⇐' | '≤' => "<=",
        '≥' => ">=",
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => " ",
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// A text with plain signs only.
pub fn in_plain(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for sign in text.chars() {
        match plain(sign) {
            Some(plain) => written.push_str(plain),
            None => written.push(sign),
        }
    }
    written
}

/// True if a text holds a full-width or typographic sign.
pub fn is_slipped(text: &str) -> bool {
    text.chars().any(|sign| plain(sign).is_some())
}

/// Signs with what they are, for messages: "`：` and `，` are full-width signs".
pub fn described(signs: &[char]) -> Vec<Message> {
    let mut kinds: Vec<(Kind, Vec<char>)> = Vec::new();
    let mut parts = Vec::new();
    for sign in signs {
        let code = format!("U+{:04X}", u32::from(*sign));
        let kind = match plain(*sign) {
            Some(" ") => {
                parts.push(say!("sign-space", code));
                continue;
            }
            Some("") => {
                parts.push(say!("sign-invisible", code));
                continue;
            }
            _ if is_full_width(*sign) => Kind::FullWidth,
            Some("\"" | "'") => Kind::Quotation,
            _ => Kind::Typographic,
        };
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, listed)) => listed.push(*sign),
            None => kinds.push((kind, vec![*sign])),
        }
    }
    kinds.iter().map(|(kind, signs)| kind.of(signs)).chain(parts).collect()
}

/// The kinds of signs that are typed by mistake and can be seen.
#[derive(PartialEq, Eq)]
enum Kind {
    FullWidth,
    Quotation,
    Typographic,
}

impl Kind {
    fn of(&self, signs: &[char]) -> Message {
        let count = signs.len();
        let signs = Message::all(signs.iter().map(|sign| Message::verbatim(format!("`{sign}`"))));
        match self {
            Self::FullWidth => say!("signs-full-width", signs, count),
            Self::Quotation => say!("signs-quotation", signs, count),
            Self::Typographic => say!("signs-typographic", signs, count),
        }
    }
}

fn is_full_width(sign: char) -> bool {
    matches!(sign, '\u{ff01}'..='\u{ff5e}' | '、' | '。' | '【' | '】' | '〔' | '〕' | '〜')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_have_their_plain_forms() {
        assert_eq!(PLAIN.len(), 0x7e - 0x20);
        for (text, expected) in [
            ("～Ａ＊（B＋C）", "~A*(B+C)"),
            ("“A”·‘B’", "\"A\"*'B'"),
            ("｛a：［１，２］｝；", "{a:[1,2]};"),
            ("A → Y", "A => Y"),
            ("A\u{3000}B\u{200b}", "A B"),
            ("经济_1 é", "经济_1 é"),
        ] {
            assert_eq!(in_plain(text), expected);
            assert_eq!(is_slipped(text), text != expected);
        }
        for (signs, expected) in [
            ("：", "`：` is a full-width sign"),
            ("：，；", "`：`, `，` and `；` are full-width signs"),
            ("“”：", "`“` and `”` are typographic quotation marks; `：` is a full-width sign"),
            ("·", "`·` is a typographic sign"),
            ("\u{a0}", "an unusual space (U+00A0) stands here"),
            ("\u{200b}", "an invisible character (U+200B) stands here"),
        ] {
            let said = Message::clauses(described(&signs.chars().collect::<Vec<_>>()));
            assert_eq!(said.to_string(), expected);
        }
    }
}
