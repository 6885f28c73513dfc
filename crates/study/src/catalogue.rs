//! The words of one crate in every language: a Fluent file for each, compiled in.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::language::Language;

/// The messages of a Fluent file.
pub struct Words(FluentBundle<FluentResource>);

impl Words {
    /// Reads the messages of a language with this tag.
    ///
    /// # Errors
    /// The problem, if the tag or the file is not valid.
    pub fn read(tag: &str, source: &str) -> Result<Self, String> {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, problem)| format!("{problem:?}"))?;
        let tag = tag.parse().map_err(|problem| format!("{problem:?}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|problem| format!("{problem:?}"))?;
        Ok(Self(bundle))
    }

    /// True if there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    /// The message of a key with `args`. An unknown key, which a test excludes, is printed itself.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.0.get_message(key).and_then(|message| message.value()) else {
            return format!("{{{key}}}");
        };
        let mut problems = Vec::new();
        let said = self.0.format_pattern(pattern, Some(args), &mut problems).into_owned();
        debug_assert!(problems.is_empty(), "`{key}`: {problems:?}");
        said
    }
}

/// The words of a crate. They are read when the first of them is needed.
pub struct Catalogue {
    sources: [&'static str; 2],
    read: [OnceLock<Option<Words>>; 2],
}

impl Catalogue {
    /// A catalogue of the messages in two Fluent files.
    pub const fn new(english: &'static str, chinese: &'static str) -> Self {
        Self { sources: [english, chinese], read: [OnceLock::new(), OnceLock::new()] }
    }

    /// The message of a key with `args`. A file that cannot be read, which a test excludes, has no messages.
    pub(crate) fn say(&self, language: Language, key: &str, args: &FluentArgs<'_>) -> String {
        let ([english, chinese], [in_english, in_chinese]) = (self.sources, &self.read);
        let (source, read) = match language {
            Language::English => (english, in_english),
            Language::Chinese => (chinese, in_chinese),
        };
        let words = read.get_or_init(|| Words::read(language.tag(), source).ok());
        words.as_ref().map_or_else(|| format!("{{{key}}}"), |words| words.say(key, args))
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Catalogue")
    }
}
