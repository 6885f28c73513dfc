//! Everything that is measured or evaluated without sets.

use equifinal_study::config::{AnswersSpec, CodingSpec, IndicatorTable, Published, Survey, ThemeSpec};

/// The measurements and evaluations of a study.
#[derive(Debug)]
pub(super) struct Measured {
    /// Indicators, by table.
    pub(super) indicators: Vec<IndicatorTable>,
    /// Statements about answers.
    pub(super) answers: Vec<AnswersSpec>,
    /// The themes.
    pub(super) themes: Vec<ThemeSpec>,
    /// The surveys.
    pub(super) surveys: Vec<Survey>,
    /// The codings.
    pub(super) codings: Vec<CodingSpec>,
    /// Published figures.
    pub(super) published: Published,
}
