//! Texts in the languages of a report.

use std::collections::BTreeMap;

/// A language of reports, by its tag (`en`, `zh`).
pub type Language = String;

/// A text given once for all languages, or per language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text for every language without its own.
    pub plain: Option<String>,
    /// Texts by language.
    pub by_language: BTreeMap<Language, String>,
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalText<'a> {
    /// The words.
    pub words: &'a str,
    /// The language of the text, if the requested one is missing.
    pub borrowed_from: Option<&'a str>,
}

impl Text {
    /// A text that is the same in every language.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { plain: Some(words.into()), by_language: BTreeMap::new() }
    }

    /// The text in `language`; if it is missing, in the first language that has one, with that language.
    pub fn in_language(&self, language: &str) -> Option<LocalText<'_>> {
        if let Some(words) = self.by_language.get(language).or(self.plain.as_ref()) {
            return Some(LocalText { words, borrowed_from: None });
        }
        let (other, words) = self.by_language.iter().next()?;
        Some(LocalText { words, borrowed_from: Some(other) })
    }
}
