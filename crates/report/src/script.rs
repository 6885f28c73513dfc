//! The scripts that reports are written in.

use serde::Serialize;

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
    pub(crate) fn of(catalogue: &str) -> Result<Self, String> {
        let values = catalogue.lines().filter_map(|line| line.split_once('='));
        match values.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == "script") {
            Some((_, "alphabetic")) => Ok(Self::Alphabetic),
            Some((_, "han")) => Ok(Self::Han),
            Some((_, other)) => Err(format!("`script` is `{other}`: write `alphabetic` or `han`")),
            None => Err("`script` is missing: write `script = alphabetic` or `script = han`".to_owned()),
        }
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
            assert_eq!(Script::of(catalogue), script.map_err(str::to_owned), "{catalogue}");
        }
    }
}
