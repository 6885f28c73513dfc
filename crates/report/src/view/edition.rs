//! The report in one language as every format lays it out.

use std::collections::BTreeMap;

use equifinal_study::config::Length;
use serde::{Serialize, Serializer};

use super::block::{Block, Figure, Section};
use super::front::Front;
use super::table::Table;
use crate::script::Script;

/// The report in one language, laid out by every format.
#[derive(Debug, Serialize)]
pub struct Edition {
    /// The language's tag.
    pub(crate) language: String,
    /// The script of the language.
    pub(crate) script: Script,
    /// The language's own name.
    pub(crate) language_name: String,
    /// The study's title.
    pub(crate) title: String,
    /// The study's id.
    pub(crate) study: String,
    /// The kind of report.
    pub(crate) kind: String,
    /// The labels of the page's controls.
    pub(crate) controls: Controls,
    /// The paths that a page shows on demand, as JSON, equal in every language.
    #[serde(skip)]
    pub(crate) paths: Option<String>,
    /// The heading of the table of contents.
    pub(crate) contents: String,
    /// The origin of the data.
    pub(crate) provenance: Banner,
    /// Warnings that come before everything else.
    pub(crate) alarms: Vec<String>,
    /// The heading of these warnings.
    pub(crate) alarm_heading: String,
    /// The part of the report that this is; templates see its word in study files.
    #[serde(serialize_with = "named")]
    pub(crate) length: Length,
    /// The first screen of the page; other formats print it in a full report.
    pub(crate) front: Front,
    /// The sections, in order.
    pub(crate) sections: Vec<Section>,
    /// Blocks of the page that the study replaces, by name, as markup.
    pub(crate) custom: BTreeMap<String, String>,
}

/// A length by its word in study files.
fn named<S: Serializer>(length: &Length, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(length.name())
}

/// The labels of the page's controls.
#[derive(Debug, Serialize)]
pub(crate) struct Controls {
    /// The filter of table rows.
    pub(super) filter: String,
    /// The slider of the consistency cutoff.
    pub(super) cutoff: String,
    /// The button that shows the solutions at all cutoffs.
    pub(super) every: String,
    /// The heading of a path's details.
    pub(super) path: String,
    /// Its parameters of fit: consistency, PRI, raw and unique coverage.
    pub(super) fit: [String; 4],
    /// Its cases.
    pub(super) cases: String,
    /// The button that closes them.
    pub(super) close: String,
    /// The button that copies a table, and its words afterwards.
    pub(super) copy: String,
    pub(super) copied: String,
}

/// The origin of the data, for the banner.
#[derive(Debug, Serialize)]
pub(crate) struct Banner {
    /// True if the data are neither the authors' own nor published.
    pub(crate) strong: bool,
    /// The kind of data.
    pub(crate) name: String,
    /// The meaning of that kind.
    pub(crate) meaning: String,
}

impl Edition {
    /// The language's tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The tables of all parts, in order.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &Table> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
    }

    /// The figures of all parts, in order; that of the first screen, which has no number, comes first.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.front.chart.iter().chain(self.numbered_figures())
    }

    /// The figures with a number, in order.
    pub(crate) fn numbered_figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
            Block::Figures(figures) | Block::MoreFigures { figures, .. } => figures.as_slice(),
            Block::Heading(_)
            | Block::Fold(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Findings(_)
            | Block::Table(_) => &[],
        })
    }
}
