//! The habits of a journal, by which a report prints its numbers, captions, headings and signs.

use crate::text::Text;

/// The habits of a journal. The default is that of reports without a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Decimals of ratios and of values, from 1 to 4.
    pub decimals: usize,
    /// False if numbers that cannot exceed 1 are printed without the zero before their point.
    pub leading_zero: bool,
    /// The letter of p-values.
    pub p_letter: PLetter,
    /// True if the sign in a p-value has a blank on both sides: `p = 0.032`, not `p=0.032`; as in the language where
    /// `None`.
    pub spaces: Option<bool>,
    /// The captions of tables.
    pub tables: Captions,
    /// The captions of figures.
    pub figures: Captions,
    /// The numbers of headings.
    pub headings: Numbering,
    /// The sign of an absent condition.
    pub absent: AbsentSign,
}

/// The captions of tables or of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captions {
    /// The number as printed, with `{number}` in the place of the number itself; that of the language where `None`.
    pub label: Option<Text>,
    /// The separator of number and title; that of the language where `None`.
    pub separator: Option<Separator>,
    /// The place of the caption.
    pub place: Place,
}

/// Declares an enum whose values are words of study files.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$one])* $value),+
        }

        impl $name {
            /// The words in study files, in the order of the values.
            pub const NAMES: &[&str] = &[$($word),+];

            /// The value of this word.
            pub fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$value),)+
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// The letter of p-values.
    PLetter {
        /// `p`.
        Small = "p",
        /// `P`.
        Capital = "P",
    }
}

words! {
    /// The separator of a number and a title.
    Separator {
        /// `Table 1 Title`.
        Blank = "blank",
        /// `Table 1. Title`.
        Stop = "stop",
        /// `Table 1: Title`.
        Colon = "colon",
        /// The title on a line of its own.
        Line = "line",
    }
}

words! {
    /// The place of a caption.
    Place {
        /// Before the table or the figure.
        Above = "above",
        /// After it.
        Below = "below",
    }
}

words! {
    /// The numbers of headings.
    Numbering {
        /// No numbers.
        None = "none",
        /// `1`, and `1.1` on the second level.
        Decimal = "decimal",
        /// `一、`, and `（一）` on the second level.
        Chinese = "chinese",
    }
}

words! {
    /// The sign of an absent condition.
    AbsentSign {
        /// A circle with a cross.
        Crossed = "crossed",
        /// An open circle.
        Open = "open",
    }
}

impl Style {
    /// The number of decimals where no style says another.
    pub const DECIMALS: usize = 3;
    /// The most decimals.
    pub const MOST_DECIMALS: u64 = 4;
    /// The place of the number in a label.
    pub const NUMBER: &str = "{number}";
}

impl Default for Style {
    fn default() -> Self {
        let captions = |place| Captions { label: None, separator: None, place };
        Self {
            decimals: Self::DECIMALS,
            leading_zero: true,
            p_letter: PLetter::Small,
            spaces: None,
            tables: captions(Place::Above),
            figures: captions(Place::Below),
            headings: Numbering::None,
            absent: AbsentSign::Crossed,
        }
    }
}
