//! The reasons why a report cannot be written.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// An error between findings and report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is no catalogue of messages for a language.
    NoCatalogue {
        /// The requested language.
        language: String,
        /// The available languages.
        known: String,
    },
    /// A catalogue is not valid Fluent: a bug in the program.
    Catalogue {
        /// The language.
        language: String,
        /// The message of the parser.
        problem: String,
    },
    /// A template failed: a bug in the program.
    Template {
        /// The template.
        template: &'static str,
        /// The message of the engine, with place and known names.
        problem: String,
    },
    /// A template of the study is invalid.
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
    NoBlock {
        /// The requested block.
        block: String,
        /// The available blocks.
        known: String,
    },
    /// A drawing could not be converted to a picture: a bug in the program.
    Picture {
        /// The problem with the drawing.
        problem: String,
    },
    /// A Word file could not be packed: a bug in the program.
    Pack(#[from] zip::result::ZipError),
    /// A view of the results is not valid JSON: a bug in the program.
    Json(#[from] serde_json::Error),
    /// The place that results are written to takes no more.
    Write(#[from] std::io::Error),
}

impl ReportError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoCatalogue { language, known } => say!("error-no-catalogue", language, known),
            Self::Catalogue { language, problem } => say!("error-catalogue", language, problem),
            Self::Template { template, problem } => say!("error-template", template, problem),
            Self::Custom { file, line, column, problem } => {
                say!("error-custom", file, line, column, problem, known = known())
            }
            Self::NoBlock { block, known } => say!("error-no-block", block, known),
            Self::Picture { problem } => say!("error-picture", problem),
            Self::Pack(value) => say!("error-pack", value = value.to_string()),
            Self::Json(value) => say!("error-json", value = value.to_string()),
            Self::Write(value) => say!("error-write", value),
        }
    }
}

worded!(ReportError);

/// The variables and functions of every template.
pub fn known() -> Message {
    say!("template-knows")
}
