//! Messages to the user, before it is put into the words of a language.
//!
//! A message is the key of a sentence in a catalogue with its arguments. Errors make one of themselves ([`Worded`]); their
//! `Display` is the English sentence. Who prints decides the language, so that no library knows of a terminal.

use std::cmp::Ordering;
use std::fmt;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentValue};

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::say;

/// Something that can be said in every language.
pub trait Worded {
    /// The words in a language.
    fn in_language(&self, language: Language) -> String;
}

/// A sentence or a part of one.
#[derive(Debug, Clone)]
pub struct Message(Form);

#[derive(Debug, Clone)]
enum Form {
    /// A sentence of a catalogue.
    Key(&'static Catalogue, &'static str, Vec<(&'static str, Argument)>),
    /// A name, a number or a quotation, which is the same in all languages.
    Verbatim(String),
    /// Words that are there in English only.
    English(String),
    /// Messages one after another.
    List(Vec<Message>, Between),
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub enum Argument {
    /// A whole number, by which a language may choose its forms.
    Count(u64),
    /// Everything else.
    Said(Message),
}

/// The marks between the messages of a list.
#[derive(Debug, Clone, Copy)]
enum Between {
    Items,
    Clauses,
    Lines,
    Nothing,
}

impl Between {
    fn marks(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Items, Language::English) => ", ",
            (Self::Items, Language::Chinese) => "、",
            (Self::Clauses, Language::English) => "; ",
            (Self::Clauses, Language::Chinese) => "；",
            (Self::Lines, _) => "\n",
            (Self::Nothing, _) => "",
        }
    }
}

impl Message {
    /// The message of a key, for [`say!`](crate::say).
    pub fn of(words: &'static Catalogue, key: &'static str) -> Self {
        Self(Form::Key(words, key, Vec::new()))
    }

    /// This message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &(impl Sayable + ?Sized)) -> Self {
        if let Form::Key(.., args) = &mut self.0 {
            args.push((name, value.argument()));
        }
        self
    }

    /// A name, a number or a quotation, which is the same in all languages.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self(Form::Verbatim(text.into()))
    }

    /// Words of others that are there in English only, such as those of a library. A sentence with such a part is said
    /// in English as a whole.
    pub fn english(words: impl Into<String>) -> Self {
        Self(Form::English(words.into()))
    }

    /// No words.
    pub fn empty() -> Self {
        Self::verbatim("")
    }

    /// Messages as a list: `a, b`.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Form::List(items.into_iter().collect(), Between::Items))
    }

    /// Messages as clauses of one sentence: `a; b`.
    pub fn clauses(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Form::List(items.into_iter().collect(), Between::Clauses))
    }

    /// Messages as a list with a word before the last: `a, b and c`.
    pub fn all(items: impl IntoIterator<Item = Self>) -> Self {
        let mut items: Vec<Self> = items.into_iter().collect();
        match items.pop() {
            Some(last) if !items.is_empty() => say!("list-and", before = Self::list(items), last),
            last => last.unwrap_or_else(Self::empty),
        }
    }

    /// Messages of which one holds: `a, b or c`.
    pub fn one_of(items: impl IntoIterator<Item = Self>) -> Self {
        let mut items: Vec<Self> = items.into_iter().collect();
        match items.pop() {
            Some(last) if !items.is_empty() => say!("list-or", before = Self::list(items), last),
            last => last.unwrap_or_else(Self::empty),
        }
    }

    /// Messages as lines.
    pub fn lines(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Form::List(items.into_iter().collect(), Between::Lines))
    }

    /// This message with another right behind it.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        Self(Form::List(vec![self, next], Between::Nothing))
    }

    /// True if it has no words.
    pub fn is_empty(&self) -> bool {
        self.to_string().is_empty()
    }

    /// True if no part of it is there in English only.
    pub fn is_translated(&self) -> bool {
        match &self.0 {
            Form::English(_) => false,
            Form::Verbatim(_) => true,
            Form::List(items, _) => items.iter().all(Self::is_translated),
            Form::Key(.., args) => args.iter().all(|(_, argument)| match argument {
                Argument::Said(message) => message.is_translated(),
                Argument::Count(_) => true,
            }),
        }
    }

    fn said(&self, language: Language) -> String {
        match &self.0 {
            Form::Verbatim(text) | Form::English(text) => text.clone(),
            Form::List(items, between) => {
                items.iter().map(|item| item.said(language)).collect::<Vec<_>>().join(between.marks(language))
            }
            Form::Key(words, key, args) => {
                let value = |argument: &Argument| match argument {
                    Argument::Count(count) => FluentValue::from(*count),
                    Argument::Said(message) => FluentValue::from(message.said(language)),
                };
                let args: FluentArgs<'_> = args.iter().map(|(name, argument)| (*name, value(argument))).collect();
                words.say(language, key, &args)
            }
        }
    }
}

impl Worded for Message {
    fn in_language(&self, language: Language) -> String {
        self.said(if self.is_translated() { language } else { Language::English })
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Language::English))
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Message {}

impl PartialOrd for Message {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Message {
    fn cmp(&self, other: &Self) -> Ordering {
        self.said(Language::English).cmp(&other.said(Language::English))
    }
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::english(words)
    }
}

impl From<&str> for Message {
    fn from(words: &str) -> Self {
        Self::english(words)
    }
}

/// A value that can be an argument of a message.
pub trait Sayable {
    /// The argument.
    fn argument(&self) -> Argument;
}

impl<T: Sayable + ?Sized> Sayable for &T {
    fn argument(&self) -> Argument {
        (**self).argument()
    }
}

impl<T: Sayable + ?Sized> Sayable for Box<T> {
    fn argument(&self) -> Argument {
        (**self).argument()
    }
}

impl Sayable for Message {
    fn argument(&self) -> Argument {
        Argument::Said(self.clone())
    }
}

impl<T: Sayable> Sayable for Option<T> {
    fn argument(&self) -> Argument {
        self.as_ref().map_or_else(|| Argument::Said(Message::empty()), Sayable::argument)
    }
}

impl Sayable for Path {
    fn argument(&self) -> Argument {
        Argument::Said(Message::verbatim(self.display().to_string()))
    }
}

impl Sayable for PathBuf {
    fn argument(&self) -> Argument {
        self.as_path().argument()
    }
}

macro_rules! sayable {
    ($($kind:ty),+ => $argument:expr) => {
        $(impl Sayable for $kind {
            fn argument(&self) -> Argument {
                let make: fn(&Self) -> Argument = $argument;
                make(self)
            }
        })+
    };
}

sayable!(str, String, char, f64, i32, i64, u128, std::io::Error => |value| Argument::Said(Message::verbatim(value.to_string())));
impl Sayable for std::path::Display<'_> {
    fn argument(&self) -> Argument {
        Argument::Said(Message::verbatim(self.to_string()))
    }
}

impl std::error::Error for Message {}

sayable!(u64 => |value| count(*value));
sayable!(u32, u16, u8 => |value| count(u64::from(*value)));
sayable!(usize => |value| count(*value as u64));

/// A whole number; one that a double does not hold exactly is written as it is.
fn count(value: u64) -> Argument {
    const EXACT: u64 = 1 << 53;
    if value <= EXACT { Argument::Count(value) } else { Argument::Said(Message::verbatim(value.to_string())) }
}

/// The message of a key in the catalogue `WORDS` of this crate, with arguments: `say!("key", name, other = value)`.
#[expect(clippy::crate_in_macro_def, reason = "each crate has words of its own")]
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::message::Message::of(&crate::WORDS, $key)$(.with(stringify!($name), &$crate::say!(@ $name $($value)?)))*
    };
    (@ $name:ident $value:expr) => { $value };
    (@ $name:ident) => { $name };
}

/// Makes the `Display` of types the English of their words.
#[macro_export]
macro_rules! display_in_english {
    ($($kind:ty),+ $(,)?) => {
        $(impl std::fmt::Display for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::message::Worded::in_language(self, $crate::language::Language::English))
            }
        })+
    };
}

/// Makes types whose method `message` gives their message [`Worded`] and [`Sayable`], and their `Display` English.
#[macro_export]
macro_rules! worded {
    ($($kind:ty),+ $(,)?) => {
        $(impl $crate::message::Worded for $kind {
            fn in_language(&self, language: $crate::language::Language) -> String {
                $crate::message::Worded::in_language(&self.message(), language)
            }
        }

        impl $crate::message::Sayable for $kind {
            fn argument(&self) -> $crate::message::Argument {
                $crate::message::Argument::Said(self.message())
            }
        })+
        $crate::display_in_english!($($kind),+);
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_with_a_part_in_english_only_is_english_as_a_whole() {
        let set = |hint: Message| say!("meant-name", name = hint);
        for (message, english, chinese) in [
            (set(Message::verbatim("`A`")), ": did you mean `A`?", "：是否为`A`？"),
            (set(Message::english("the first")), ": did you mean the first?", ": did you mean the first?"),
            (Message::list(["a", "b"].map(Message::verbatim)), "a, b", "a、b"),
            (Message::clauses(["a", "b"].map(Message::verbatim)), "a; b", "a；b"),
            (Message::all(["a", "b", "c"].map(Message::verbatim)), "a, b and c", "a、b和c"),
            (Message::one_of(["a", "b"].map(Message::verbatim)), "a or b", "a或b"),
            (Message::all([]), "", ""),
            (Message::verbatim("a").then(say!("wanted-level")), "aa level (a whole number)", "a水平值（整数）"),
        ] {
            let said = Language::ALL.map(|language| message.in_language(language));
            assert_eq!(said, [english, chinese]);
            assert_eq!(message.to_string(), english);
        }
    }
}
