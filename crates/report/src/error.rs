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
    /// A template of the study's own is wrong.
    #[error("{file}:{line}:{column}: {problem}; a template knows {}", crate::sandbox::KNOWN)]
    Custom {
        /// The file, relative to the folder of the study file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// A study writes a block anew that the page does not have.
    #[error("report.templates.blocks: the page has no block `{block}`; its blocks are {known}")]
    NoBlock {
        /// The block asked for.
        block: String,
        /// Those there are.
        known: String,
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
