//! Full-width and typographic signs that are typed where a plain sign is meant: `：` for `:`, `“` for `"`, `·` for `*`.

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
pub fn described(signs: &[char]) -> Vec<String> {
    let mut kinds: Vec<(&str, &str, Vec<String>)> = Vec::new();
    let mut parts = Vec::new();
    for sign in signs {
        let code = u32::from(*sign);
        let (one, several) = match plain(*sign) {
            Some(" ") => {
                parts.push(format!("an unusual space (U+{code:04X}) stands here"));
                continue;
            }
            Some("") => {
                parts.push(format!("an invisible character (U+{code:04X}) stands here"));
                continue;
            }
            _ if is_full_width(*sign) => ("is a full-width sign", "are full-width signs"),
            Some("\"" | "'") => ("is a typographic quotation mark", "are typographic quotation marks"),
            _ => ("is a typographic sign", "are typographic signs"),
        };
        match kinds.iter_mut().find(|(other, ..)| *other == one) {
            Some((.., listed)) => listed.push(format!("`{sign}`")),
            None => kinds.push((one, several, vec![format!("`{sign}`")])),
        }
    }
    let words = |(one, several, listed): (&str, &str, Vec<String>)| match listed.split_last() {
        Some((last, [])) => format!("{last} {one}"),
        Some((last, before)) => format!("{} and {last} {several}", before.join(", ")),
        None => String::new(),
    };
    kinds.into_iter().map(words).chain(parts).collect()
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
            assert_eq!(described(&signs.chars().collect::<Vec<_>>()).join("; "), expected);
        }
    }
}
