//! Why a report cannot be written.

/// What can go wrong between findings and their report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// No catalogue of messages for a language.
    #[error("report.languages: there are no messages in `{language}`; reports are written in {known}")]
    NoCatalogue {
        /// The language asked for.
        language: String,
        /// Those there are.
        known: String,
    },
    /// A catalogue is not valid Fluent: a bug of ours.
    #[error("the messages in `{language}` cannot be read: {problem}")]
    Catalogue {
        /// The language.
        language: String,
        /// What the parser says.
        problem: String,
    },
    /// A template failed: a bug of ours.
    #[error("template `{template}`: {problem}")]
    Template {
        /// The template.
        template: &'static str,
        /// What the engine says, with the place and the names it knows.
        problem: String,
    },
    /// A drawing could not become a picture: a bug of ours.
    #[error("a figure cannot be drawn in pixels: {problem}")]
    Picture {
        /// What is wrong with the drawing.
        problem: String,
    },
    /// A Word file could not be packed: a bug of ours.
    #[error("the Word file cannot be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// Results could not be written as JSON: a bug of ours.
    #[error("results cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}
