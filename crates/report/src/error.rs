//! The reasons why a report cannot be written.

/// An error between findings and report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is no catalogue of messages for a language.
    #[error("report.languages: there are no messages in `{language}`; reports are written in {known}")]
    NoCatalogue {
        /// The requested language.
        language: String,
        /// The available languages.
        known: String,
    },
    /// A catalogue is not valid Fluent: a bug in the program.
    #[error("the messages in `{language}` cannot be read: {problem}")]
    Catalogue {
        /// The language.
        language: String,
        /// The message of the parser.
        problem: String,
    },
    /// A template failed: a bug in the program.
    #[error("template `{template}`: {problem}")]
    Template {
        /// The template.
        template: &'static str,
        /// The message of the engine, with place and known names.
        problem: String,
    },
    /// A template of the study is invalid.
    #[error("{file}:{line}:{column}: {problem}; a template knows {}", crate::sandbox::KNOWN)]
    Custom {
        /// The file, relative to the folder of the study file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// The problem and its remedy.
        problem: String,
    },
    /// A study replaces a block that the page does not have.
    #[error("report.templates.blocks: the page has no block `{block}`; its blocks are {known}")]
    NoBlock {
        /// The requested block.
        block: String,
        /// The available blocks.
        known: String,
    },
    /// A drawing could not be converted to a picture: a bug in the program.
    #[error("a figure cannot be drawn in pixels: {problem}")]
    Picture {
        /// The problem with the drawing.
        problem: String,
    },
    /// A Word file could not be packed: a bug in the program.
    #[error("the Word file cannot be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// A view of the results is not valid JSON: a bug in the program.
    #[error("results cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The place that results are written to takes no more.
    #[error("results cannot be written: {0}")]
    Write(#[from] std::io::Error),
}
