//! Texts in the languages of a report.

use std::collections::BTreeMap;

/// A language of reports, by its tag (`en`, `zh`).
pub type Language = String;

/// A text given once for all languages, or per language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text that stands for every language without its own.
    pub plain: Option<String>,
    /// Texts by language.
    pub by_language: BTreeMap<Language, String>,
}

/// What a text says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// The words.
    pub words: &'a str,
    /// The language they had to be borrowed from, where the wanted one has none.
    pub borrowed_from: Option<&'a str>,
}

impl Text {
    /// A text that is the same in every language.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { plain: Some(words.into()), by_language: BTreeMap::new() }
    }

    /// The words in `language`; without any, those of the first language that has some, marked as borrowed.
    pub fn in_language(&self, language: &str) -> Option<Said<'_>> {
        if let Some(words) = self.by_language.get(language).or(self.plain.as_ref()) {
            return Some(Said { words, borrowed_from: None });
        }
        let (other, words) = self.by_language.iter().next()?;
        Some(Said { words, borrowed_from: Some(other) })
    }
}
