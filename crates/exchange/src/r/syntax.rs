//! Texts, numbers and vectors of R.

/// A comment; a line break would end it, so there is none.
pub(super) fn comment(text: &str) -> String {
    let text: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("# {text}")
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign.is_control() => quoted.push(' '),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// A vector of texts.
pub(super) fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    vector(texts.into_iter().map(|text| quoted(text.as_ref())))
}

/// A vector of numbers, with `NA` for those that are not there.
pub(super) fn numbers(numbers: impl IntoIterator<Item = Option<f64>>) -> String {
    vector(numbers.into_iter().map(|number| number.map_or("NA".to_owned(), |number| number.to_string())))
}

/// A vector of what is written.
pub(super) fn vector(entries: impl IntoIterator<Item = String>) -> String {
    format!("c({})", entries.into_iter().collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_quotes_or_its_comment() {
        assert_eq!(quoted("a\"); q(\"\\"), r#""a\"); q(\"\\""#);
        assert_eq!(quoted("a\nb"), "\"a b\"");
        assert_eq!(comment("a\nq()"), "# a q()");
        assert_eq!(numbers([Some(0.5), None]), "c(0.5, NA)");
    }
}
