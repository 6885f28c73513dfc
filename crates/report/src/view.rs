//! The report in one language as headings, sentences, tables and figures of plain strings.
//!
//! Strings are not escaped and not laid out here: the formats do that. Words come from the catalogue, numbers are
//! rounded, and all choices are made.

mod audit;
mod block;
mod claims;
mod coding;
mod concerns;
mod configurations;
mod counterfactuals;
mod data;
mod drawings;
mod evaluation;
mod flow;
mod measurement;
pub(crate) mod names;
mod necessity;
mod numbering;
mod path_book;
mod plots;
mod references;
mod registration;
mod robustness;
mod sets;
pub(crate) mod settings;
pub(crate) mod solutions;
mod standards;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod theory;
pub(crate) mod translations;
mod truth_table;
pub(crate) mod words;

use std::collections::BTreeMap;

use equifinal_study::config::Provenance;
use serde::Serialize;

pub(crate) use block::{Block, Figure, Section};
pub(crate) use measurement::{audit_rows, limitations};
pub(crate) use path_book::{PathBook, long_lists};
pub(crate) use table::{Cell, CellKind, Table, display_width};

use crate::custom;
use crate::error::ReportError;
use crate::input::Input;
use crate::messages::Speaker;
use crate::warnings::{alarm, warnings};
use names::Names;
use numbering::Numbering;

/// The sections of a report, in order.
pub(crate) const SECTIONS: [&str; 23] = [
    "findings",
    "claims",
    "data",
    "measurement",
    "indicators",
    "answers",
    "themes",
    "coding",
    "sets",
    "necessity",
    "truth-table",
    "configurations",
    "solutions",
    "counterfactuals",
    "theory",
    "plots",
    "robustness",
    "audit",
    "registration",
    "settings",
    "standards",
    "warnings",
    "references",
];

/// The report in one language, laid out by every format.
#[derive(Debug, Serialize)]
pub struct Edition {
    /// The language's tag.
    pub(crate) language: String,
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
    /// The sections, in order.
    pub(crate) sections: Vec<Section>,
    /// Blocks of the page that the study replaces, by name, as markup.
    pub(crate) custom: BTreeMap<String, String>,
}

/// The labels of the page's controls.
#[derive(Debug, Serialize)]
pub(crate) struct Controls {
    /// The filter of table rows.
    filter: String,
    /// The slider of the consistency cutoff.
    cutoff: String,
    /// The button that shows the solutions at all cutoffs.
    every: String,
    /// The heading of a path's details.
    path: String,
    /// Its parameters of fit: consistency, PRI, raw and unique coverage.
    fit: [String; 4],
    /// Its cases.
    cases: String,
    /// The button that closes them.
    close: String,
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

/// The context of all parts of a view.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The run.
    pub(crate) input: &'a Input<'a>,
    /// The language.
    pub(crate) speaker: &'a Speaker,
    /// The names of sets in it.
    pub(crate) names: Names<'a>,
    /// The paths that a page shows on demand.
    pub(crate) paths: &'a PathBook,
}

/// The report of a run in one language.
///
/// # Errors
/// A language without a catalogue of messages, or mistakes in the study's own templates.
pub fn edition(input: &Input<'_>, language: &str) -> Result<Edition, ReportError> {
    let speaker = Speaker::of(language)?;
    let paths = PathBook::of(input);
    let names = Names::of(input, &speaker);
    let context = Context { input, speaker: &speaker, names, paths: &paths };
    let mut numbering = Numbering::default();
    let say = |key: &str| speaker.say(key);
    let mut edition = Edition {
        language: language.to_owned(),
        language_name: say("language-name"),
        title: speaker.text(&input.study.title),
        study: input.study.id.clone(),
        kind: kind(input, &speaker),
        controls: Controls {
            filter: say("page-filter"),
            cutoff: say("page-cutoff"),
            every: say("page-every-cutoff"),
            path: say("page-path"),
            fit: ["consistency", "pri", "raw-coverage", "unique-coverage"].map(say),
            cases: say("cases"),
            close: say("page-close"),
        },
        paths: paths.json(),
        contents: say("contents"),
        provenance: banner(input.study.provenance, &speaker),
        alarms: input.pairs().into_iter().filter_map(|pair| alarm(pair, &speaker)).collect(),
        alarm_heading: say("alarm-heading"),
        sections: sections(context, &mut numbering),
        custom: BTreeMap::new(),
    };
    edition.custom = custom::written(input, &edition)?;
    Ok(edition)
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

    /// The figures of all parts, in order.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
            Block::Figures(figures) | Block::MoreFigures { figures, .. } => figures.as_slice(),
            _ => &[],
        })
    }
}

fn sections(context: Context<'_>, numbering: &mut Numbering) -> Vec<Section> {
    let parts: Vec<(&str, Vec<Block>)> = vec![
        ("findings", summary::blocks(context)),
        ("claims", claims::blocks(context, numbering)),
        ("data", data::blocks(context, numbering)),
        ("measurement", measurement::blocks(context, numbering)),
        ("indicators", evaluation::indicators(context, numbering)),
        ("answers", evaluation::answers(context, numbering)),
        ("themes", evaluation::themes(context, numbering)),
        ("coding", coding::blocks(context, numbering)),
        ("sets", sets::blocks(context, numbering)),
        ("necessity", necessity::blocks(context, numbering)),
        ("truth-table", truth_table::blocks(context, numbering)),
        ("configurations", configurations::blocks(context, numbering)),
        ("solutions", solutions::blocks(context, numbering)),
        ("counterfactuals", counterfactuals::blocks(context, numbering)),
        ("theory", theory::blocks(context, numbering)),
        ("plots", plots::blocks(context, numbering)),
        ("robustness", robustness::blocks(context, numbering)),
        ("audit", audit::blocks(context, numbering)),
        ("registration", registration::blocks(context, numbering)),
        ("settings", settings::blocks(context, numbering)),
        ("standards", standards::blocks(context, numbering)),
        ("references", references::blocks(context)),
    ];
    let warned = warnings(context.input, context.speaker);
    let mut sections: Vec<Section> = parts
        .into_iter()
        .filter(|(_, blocks)| !blocks.is_empty())
        .map(|(id, blocks)| Section {
            id: id.to_owned(),
            heading: context.speaker.say(&format!("section-{id}")),
            blocks,
        })
        .collect();
    let blocks = if warned.is_empty() {
        vec![Block::Paragraph(context.speaker.say("no-warnings"))]
    } else {
        vec![Block::List(warned)]
    };
    let warned = Section { id: "warnings".to_owned(), heading: context.speaker.say("section-warnings"), blocks };
    sections.insert(sections.len().saturating_sub(1), warned);
    sections
}

/// The kind of report, and a remark if it does not use the study's own decisions.
fn kind(input: &Input<'_>, speaker: &Speaker) -> String {
    let kind = speaker.say(if input.findings.is_empty() { "kind-evaluation" } else { "kind" });
    let Some(setting) = input.setting else { return kind };
    speaker.say_of("kind-otherwise", &[("kind", kind.into()), ("setting", setting.to_string().into())])
}

fn banner(provenance: Provenance, speaker: &Speaker) -> Banner {
    Banner {
        strong: matches!(provenance, Provenance::Reconstructed | Provenance::Synthetic),
        name: speaker.say(&format!("provenance-{}", provenance.name())),
        meaning: speaker.say(&format!("provenance-{}-meaning", provenance.name())),
    }
}
