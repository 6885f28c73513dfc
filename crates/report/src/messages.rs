//! All sentences of a report, from one catalogue per language.
//!
//! A catalogue is a Fluent file in `messages/`; the build finds all of them. Keys are equal in all, as a test checks.

use std::sync::OnceLock;

use equifinal_study::config::{PLetter, Style};
use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::script::has_han;
use equifinal_study::text::Text;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::ReportError;
use crate::script::Script;

/// The languages of reports with their messages; the language of results comes first.
pub(crate) const CATALOGUES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// The languages of reports.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    CATALOGUES.iter().map(|(language, _)| *language)
}

/// The language of `warnings` in results.json.
pub(crate) const RESULTS_LANGUAGE: &str = "en";

/// The arguments of a message.
pub(crate) type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

/// Formats messages in one language.
pub(crate) struct Speaker {
    language: String,
    script: Script,
    style: Style,
    bundle: FluentBundle<FluentResource>,
}

/// The catalogue of a language, and its place among all.
fn catalogue(language: &str) -> Result<(&'static str, usize), ReportError> {
    let place = CATALOGUES.iter().position(|(known, _)| *known == language);
    let found = place.and_then(|place| Some((CATALOGUES.get(place)?.1, place)));
    found.ok_or_else(|| unknown(language))
}

fn unknown(language: &str) -> ReportError {
    let known: Vec<&str> = languages().collect();
    ReportError::NoCatalogue { language: language.to_owned(), known: known.join(", ") }
}

impl Speaker {
    /// The speaker of `language`, which reads its catalogue once.
    pub(crate) fn of(language: &str) -> Result<&'static Self, ReportError> {
        static READ: [OnceLock<Speaker>; CATALOGUES.len()] = [const { OnceLock::new() }; CATALOGUES.len()];
        let (catalogue, place) = catalogue(language)?;
        let Some(read) = READ.get(place) else { return Err(unknown(language)) };
        if let Some(speaker) = read.get() {
            return Ok(speaker);
        }
        let speaker = Self::with(language, catalogue)?;
        Ok(read.get_or_init(|| speaker))
    }

    /// A speaker of `language` that prints in a style.
    pub(crate) fn styled(language: &str, style: &Style) -> Result<Self, ReportError> {
        let mut speaker = Self { style: style.clone(), ..Self::with(language, catalogue(language)?.0)? };
        if style.p_letter == PLetter::Capital {
            let letter = FluentResource::try_new("p-letter = P\n".to_owned());
            speaker.bundle.add_resource_overriding(letter.unwrap_or_else(|(resource, _)| resource));
        }
        Ok(speaker)
    }

    /// A speaker of a language with the messages of a catalogue.
    pub(crate) fn with(language: &str, catalogue: &str) -> Result<Self, ReportError> {
        let broken = |problem: String| ReportError::Catalogue { language: language.to_owned(), problem };
        let resource = FluentResource::try_new(catalogue.to_owned()).map_err(|(_, e)| broken(format!("{e:?}")))?;
        let tag = language.parse().map_err(|e| broken(format!("{e:?}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|e| broken(format!("{e:?}")))?;
        Ok(Self {
            language: language.to_owned(),
            script: Script::of(language, catalogue)?,
            style: Style::default(),
            bundle,
        })
    }

    /// The language's tag.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// The script of the language.
    pub(crate) fn script(&self) -> Script {
        self.script
    }

    /// The style of the report.
    pub(crate) fn style(&self) -> &Style {
        &self.style
    }

    /// The message of this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.say_of(key, &[])
    }

    /// The message of this key with `args`. An unknown key, which a test excludes, is printed itself.
    pub(crate) fn say_of(&self, key: &str, args: Args<'_>) -> String {
        #[cfg(test)]
        tests::heard(key, args);
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("{{{key}}}");
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut problems = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned();
        debug_assert!(problems.is_empty(), "`{key}` in `{}`: {problems:?}", self.language);
        said
    }

    /// A message of the program; in English where the program does not speak the language of the report.
    pub(crate) fn message(&self, message: &Message) -> String {
        let known = Language::ALL.into_iter().find(|language| language.tag() == self.language);
        message.in_language(known.unwrap_or_default())
    }

    /// A list of names in the style of the language.
    pub(crate) fn list<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        self.joined("list-separator", items)
    }

    /// A list of clauses that may contain lists themselves.
    pub(crate) fn clauses<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        self.joined("clause-separator", items)
    }

    /// A punctuation mark; Fluent trims blanks, so catalogues write them as `␣`.
    pub(crate) fn mark(&self, key: &str) -> String {
        self.say(key).replace('␣', " ")
    }

    /// Sentences one after another.
    pub(crate) fn sentences<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        self.joined("sentence-separator", items)
    }

    /// Names in a sentence, with the word for "and" before the last.
    pub(crate) fn series<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<S> = items.into_iter().collect();
        match &items[..] {
            [start @ .., last] if !start.is_empty() => {
                let start = self.list(start.iter().map(AsRef::as_ref));
                format!("{start}{}{}", self.mark("list-last"), last.as_ref())
            }
            _ => self.list(items),
        }
    }

    /// Words that begin a heading, a caption or a sentence: with a capital, where the script has capitals.
    #[expect(clippy::unused_self, reason = "a language without capitals leaves the words as they are")]
    pub(crate) fn capital(&self, words: String) -> String {
        let mut letters = words.chars();
        match letters.next() {
            Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
            _ => words,
        }
    }

    fn joined<S: AsRef<str>>(&self, separator: &str, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<S> = items.into_iter().collect();
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&self.mark(separator))
    }

    /// A text of the study; a text available only in another language is marked.
    pub(crate) fn text(&self, text: &Text) -> String {
        match text.in_language(&self.language) {
            None => String::new(),
            Some(said) => match said.borrowed_from {
                None => said.words.to_owned(),
                Some(language) => {
                    self.say_of("borrowed", &[("words", said.words.into()), ("language", language.into())])
                }
            },
        }
    }

    /// Words in a language that nothing states: marked as Chinese if they have Chinese characters and the report has
    /// another script.
    pub(crate) fn foreign(&self, words: &str) -> String {
        if self.script == Script::Han || !has_han(words) {
            return words.to_owned();
        }
        self.say_of("borrowed", &[("words", words.into()), ("language", "zh".into())])
    }

    /// An optional text, or `otherwise`.
    pub(crate) fn text_or(&self, text: Option<&Text>, otherwise: &str) -> String {
        text.map(|text| self.text(text)).filter(|words| !words.is_empty()).unwrap_or_else(|| otherwise.to_owned())
    }
}

#[cfg(test)]
pub(crate) mod tests;
