//! The building blocks of a report, independent of format.

use equifinal_study::config::Place;
use serde::Serialize;

use super::file_name::file_name;
use super::table::Table;
use crate::messages::Speaker;

/// A part of the report under its own heading.
#[derive(Debug, Serialize)]
pub(crate) struct Section {
    /// The id, for anchors.
    pub(crate) id: String,
    /// The heading.
    pub(crate) heading: String,
    /// True if a page shows it folded.
    pub(crate) folded: bool,
    /// The blocks under it.
    pub(crate) blocks: Vec<Block>,
}

/// A self-contained block.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Block {
    /// A heading within a section.
    Heading(String),
    /// A heading of a part that a page shows folded, up to the next heading.
    Fold(String),
    /// Sentences.
    Paragraph(String),
    /// A remark on what stands before it.
    Note(String),
    /// Sentences one below another.
    List(Vec<String>),
    /// Names and what they stand for.
    Definitions(Vec<Definition>),
    /// Draft sentences of the findings, in a box.
    Findings(Vec<Finding>),
    /// A table.
    Table(Table),
    /// Figures beside one another.
    Figures(Vec<Figure>),
    /// Figures in a collapsible block.
    MoreFigures {
        /// The label of the collapsible block.
        summary: String,
        /// The figures.
        figures: Vec<Figure>,
    },
}

/// A name and what it stands for.
#[derive(Debug, Serialize)]
pub(crate) struct Definition {
    /// The name.
    pub(crate) name: String,
    /// The meaning of the name.
    pub(crate) text: String,
    /// A remark in small print.
    pub(crate) small: Option<String>,
}

/// The findings for one outcome.
#[derive(Debug, Serialize)]
pub(crate) struct Finding {
    /// The outcome.
    pub(crate) heading: String,
    /// The sentences.
    pub(crate) sentences: Vec<String>,
}

/// A figure.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    /// The file name without its ending.
    pub(crate) id: String,
    /// The caption with the number.
    pub(crate) caption: String,
    /// The caption without it.
    pub(crate) title: String,
    /// The caption as printed: one line, or the number and the title in a line each.
    pub(crate) lines: Vec<String>,
    /// True if the caption stands above the drawing.
    pub(crate) above: bool,
    /// The drawing.
    pub(crate) svg: String,
}

impl Figure {
    /// A figure, numbered with the report; the parts form its id, and `draw` gets the id of the drawing and its title.
    pub(crate) fn new(
        speaker: &Speaker,
        parts: &[&str],
        title: String,
        draw: impl FnOnce(&str, String) -> String,
    ) -> Self {
        Self::of(speaker, file_name(parts), title, draw)
    }

    /// The same with its id.
    pub(crate) fn of(speaker: &Speaker, id: String, title: String, draw: impl FnOnce(&str, String) -> String) -> Self {
        let title = speaker.capital(title);
        let svg = draw(&format!("{id}.{}", speaker.language()), title.clone());
        let above = speaker.style().figures.place == Place::Above;
        Self { id, caption: title.clone(), lines: vec![title.clone()], title, above, svg }
    }
}
