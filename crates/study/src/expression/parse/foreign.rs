//! Expressions in the signs of other programs: `A AND NOT B`, `A & !B`, `A=1`, `1-A`, `A{2}`.

/// The text in the signs of this program, if it has others; it need not be an expression.
pub(super) fn written_here(text: &str) -> Option<String> {
    // A sign too many is a slip in this program's own signs.
    if text.contains("**") || text.contains("++") {
        return None;
    }
    let spaced: String = text.chars().flat_map(|sign| in_signs(sign).into_iter().flatten()).collect();
    let mut written = String::new();
    for word in spaced.split_whitespace() {
        let word = match word.to_lowercase().as_str() {
            "and" | "且" | "和" | "与" => "*",
            "or" | "或" => "+",
            "not" | "非" => "~",
            _ => word,
        };
        // Two names beside each other are meant together, as in fs/QCA.
        let ends = written.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '_' | ')' | ']'));
        if ends && word.starts_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '~' | '(')) {
            written.push('*');
        }
        written.push_str(word);
    }
    let written = values(&written).replace("**", "*").replace("++", "+");
    (written != text).then_some(written)
}

/// A sign as the characters to read instead.
fn in_signs(sign: char) -> [Option<char>; 3] {
    let alone = |sign: char| [Some(' '), Some(sign), Some(' ')];
    match sign {
        '&' | '.' => alone('*'),
        '|' => alone('+'),
        '!' | '非' => alone('~'),
        '{' => [Some('['), None, None],
        '}' => [Some(']'), None, None],
        '且' | '或' => alone(sign),
        other => [Some(other), None, None],
    }
}

/// `A=1` as `A`, `A=0` and `1-A` as `~A`.
fn values(text: &str) -> String {
    let text = text.replace("==", "=").replace("1-", "~");
    let mut written = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('=') {
        let (before, after) = (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default());
        let start = before.rfind(['*', '+', '~', '(']).map_or(0, |place| place + 1);
        written.push_str(before.get(..start).unwrap_or_default());
        let is_value = after.starts_with(['0', '1']);
        if after.starts_with('0') {
            written.push('~');
        }
        written.push_str(before.get(start..).unwrap_or_default());
        // Before anything but a value, the sign is that of a relation.
        if !is_value {
            written.push('=');
        }
        rest = after.strip_prefix(['0', '1']).unwrap_or(after);
    }
    written + rest
}
