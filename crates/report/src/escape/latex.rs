//! Escaping for TeX.

use crate::plain_text::clean;

/// Greek letters of statistics, which TeX text fonts lack.
const GREEK: [(char, &str); 9] = [
    ('α', r"\alpha"),
    ('β', r"\beta"),
    ('η', r"\eta"),
    ('κ', r"\kappa"),
    ('λ', r"\lambda"),
    ('ρ', r"\rho"),
    ('σ', r"\sigma"),
    ('χ', r"\chi"),
    ('ω', r"\omega"),
];

/// Text that TeX prints literally; expressions may break after operators, names after underscores.
pub(crate) fn latex(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str(r"\textbackslash{}"),
            '~' => escaped.push_str(r"\textasciitilde{}"),
            '^' => escaped.push_str(r"\textasciicircum{}"),
            '*' => escaped.push_str(r"*\allowbreak{}"),
            '_' => escaped.push_str(r"\_\allowbreak{}"),
            '{' | '}' | '$' | '&' | '#' | '%' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // Two of a kind would become a dash or another quotation mark.
            '-' | '`' | '\'' | ',' if last == c => {
                escaped.push_str("{}");
                escaped.push(c);
            }
            '[' | ']' => {
                escaped.push('{');
                escaped.push(c);
                escaped.push('}');
            }
            c => match GREEK.iter().find(|(letter, _)| *letter == c) {
                Some((_, name)) => escaped.push_str(&format!("${name}$")),
                None => escaped.push(c),
            },
        }
        last = c;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_printed_as_it_is() {
        for (text, escaped) in [
            ("50 % & more#1", r"50 \% \& more\#1"),
            ("~A*B_C", r"\textasciitilde{}A*\allowbreak{}B\_\allowbreak{}C"),
            (r"\input{secret}", r"\textbackslash{}input\{secret\}"),
            ("~A ^ $x$", r"\textasciitilde{}A \textasciicircum{} \$x\$"),
            ("a--b ``c''", r"a-{}-b `{}`c'{}'"),
            ("[x]", "{[}x{]}"),
            ("Cronbach’s α, χ²", r"Cronbach’s $\alpha$, $\chi$²"),
        ] {
            assert_eq!(latex(text), escaped, "{text}");
        }
    }
}
