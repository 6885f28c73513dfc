//! The languages in which the program speaks to its user.

/// A language of errors, warnings and help. Reports have more freedom: they find their languages in their own catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English, the language of every `Display`.
    #[default]
    English,
    /// Chinese.
    Chinese,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The tag, as in `languages` of a study file.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }
}
