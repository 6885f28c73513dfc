//! The language in which the program speaks: that of `--lang`, otherwise that of the locale.

use std::env;
use std::ffi::OsString;
use std::sync::OnceLock;

use clap::ValueEnum;
use equifinal_study::language::Language;

/// The languages that `--lang` accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Chinese
    Zh,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Zh => Self::Chinese,
        }
    }
}

static SPOKEN: OnceLock<Language> = OnceLock::new();

/// The language in which the program speaks.
pub(crate) fn spoken() -> Language {
    SPOKEN.get().copied().unwrap_or_default()
}

/// Chooses the language from the command line and the environment, before the command line is read: its mistakes and its
/// help are in that language too.
#[expect(clippy::disallowed_methods, reason = "this crate reads the environment")]
pub(crate) fn choose() -> Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).unwrap_or_default());
    *SPOKEN.get_or_init(|| asked(env::args_os()).unwrap_or_else(|| of_locale(&variables)))
}

/// The language that `--lang` names; `None` if it is absent or names no language.
fn asked(arguments: impl IntoIterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.into_iter().map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next().filter(|argument| argument != "--") {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(value) = value {
            return Lang::from_str(&value, false).ok().map(Language::from);
        }
    }
    None
}

/// The language of a locale such as `zh_CN.UTF-8`: that of the first variable that is set.
fn of_locale(variables: &[String]) -> Language {
    let locale = variables.iter().find(|locale| !locale.is_empty()).map_or("", String::as_str);
    let tag = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    if tag.eq_ignore_ascii_case(Language::Chinese.tag()) { Language::Chinese } else { Language::English }
}

/// The words of a message in the language of the program: `tell!("key", argument)`.
macro_rules! tell {
    ($($message:tt)*) => {
        equifinal_study::message::Worded::in_language(&equifinal_study::say!($($message)*), $crate::language::spoken())
    };
}
pub(crate) use tell;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_precedes_the_locale() {
        let (english, chinese) = (Some(Language::English), Some(Language::Chinese));
        for (line, expected) in [
            ("equifinal run a", None),
            ("equifinal --lang zh run a", chinese),
            ("equifinal run a --lang=zh", chinese),
            ("equifinal --lang en run a", english),
            ("equifinal --lang fr run a", None),
            ("equifinal fit a -- --lang zh", None),
        ] {
            assert_eq!(asked(line.split(' ').map(OsString::from)), expected, "{line}");
        }
        for (variables, expected) in [
            (["", "", ""], Language::English),
            (["", "", "zh_CN.UTF-8"], Language::Chinese),
            (["", "", "zh-Hans"], Language::Chinese),
            (["", "en_GB.UTF-8", "zh_CN.UTF-8"], Language::English),
            (["C", "zh_CN.UTF-8", "zh_CN.UTF-8"], Language::English),
            (["zh_TW", "", "en_US"], Language::Chinese),
        ] {
            assert_eq!(of_locale(&variables.map(str::to_owned)), expected, "{variables:?}");
        }
    }
}
