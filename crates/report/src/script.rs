//! The scripts that reports are written in.

use serde::Serialize;

use crate::error::ReportError;

/// The script of a language, which decides how every format sets its text: line height, justification, and the heads of
/// narrow columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Script {
    /// Letters with blanks between words.
    Alphabetic,
    /// Chinese characters.
    Han,
}

impl Script {
    /// The script that a catalogue of messages names under the key `script`.
    ///
    /// # Errors
    /// The key is missing, or names no script.
    pub(crate) fn of(language: &str, catalogue: &str) -> Result<Self, ReportError> {
        let values = catalogue.lines().filter_map(|line| line.split_once('='));
        let problem = match values.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == "script") {
            Some((_, "alphabetic")) => return Ok(Self::Alphabetic),
            Some((_, "han")) => return Ok(Self::Han),
            Some((_, other)) => format!("`script` is `{other}`: write `alphabetic` or `han`"),
            None => "`script` is missing: write `script = alphabetic` or `script = han`".to_owned(),
        };
        Err(ReportError::Catalogue { language: language.to_owned(), problem })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_names_its_script() {
        for (catalogue, script) in [
            ("language-name = English\nscript = alphabetic\n", Ok(Script::Alphabetic)),
            ("script = han", Ok(Script::Han)),
            ("script = runes", Err("`script` is `runes`: write `alphabetic` or `han`")),
            ("# script\n", Err("`script` is missing: write `script = alphabetic` or `script = han`")),
        ] {
            let found = Script::of("xx", catalogue).map_err(|error| error.to_string());
            let expected = script.map_err(|problem| format!("the messages in `xx` cannot be read: {problem}"));
            assert_eq!(found, expected, "{catalogue}");
        }
    }
}
