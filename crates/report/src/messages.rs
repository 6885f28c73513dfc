//! Every sentence of a report, from a catalogue per language.
//!
//! A catalogue is a Fluent resource in `messages/`; a further language is one more file and one more line in
//! [`CATALOGUES`]. Keys are the same in all of them, which a test keeps true.

use equifinal_study::text::Text;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::error::ReportError;

/// The languages that reports can be written in.
const CATALOGUES: [(&str, &str); 2] =
    [("en", include_str!("../messages/en.ftl")), ("zh", include_str!("../messages/zh.ftl"))];

/// The language of `warnings` in results.json.
pub(crate) const RESULTS_LANGUAGE: &str = "en";

/// What a sentence speaks of.
pub(crate) type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

/// Speaks one language.
pub(crate) struct Speaker {
    language: String,
    bundle: FluentBundle<FluentResource>,
}

impl Speaker {
    /// A speaker of `language`.
    pub(crate) fn of(language: &str) -> Result<Self, ReportError> {
        let (_, source) = CATALOGUES.iter().find(|(known, _)| *known == language).ok_or_else(|| {
            let known: Vec<&str> = CATALOGUES.iter().map(|(known, _)| *known).collect();
            ReportError::NoCatalogue { language: language.to_owned(), known: known.join(", ") }
        })?;
        let broken = |problem: String| ReportError::Catalogue { language: language.to_owned(), problem };
        let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, e)| broken(format!("{e:?}")))?;
        let tag = language.parse().map_err(|e| broken(format!("{e:?}")))?;
        let mut bundle = FluentBundle::new(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|e| broken(format!("{e:?}")))?;
        Ok(Self { language: language.to_owned(), bundle })
    }

    /// The language's tag.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// The sentence of this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.say_of(key, &[])
    }

    /// The sentence of this key about `args`. An unknown key, which a test rules out, shows itself.
    pub(crate) fn say_of(&self, key: &str, args: Args<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("{{{key}}}");
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Names one after another, as the language lists them.
    pub(crate) fn list<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<String> = items.into_iter().map(|item| item.as_ref().to_owned()).collect();
        items.join(&self.mark("list-separator"))
    }

    /// A sign of punctuation; Fluent trims blanks, so catalogues write them as `␣`.
    pub(crate) fn mark(&self, key: &str) -> String {
        self.say(key).replace('␣', " ")
    }

    /// Sentences one after another.
    pub(crate) fn sentences<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<String> = items.into_iter().map(|item| item.as_ref().to_owned()).collect();
        items.join(&self.mark("sentence-separator"))
    }

    /// What a text of the study says; words of another language are marked as such.
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

    /// What an optional text says, or `otherwise`.
    pub(crate) fn text_or(&self, text: Option<&Text>, otherwise: &str) -> String {
        text.map(|text| self.text(text)).filter(|words| !words.is_empty()).unwrap_or_else(|| otherwise.to_owned())
    }
}
