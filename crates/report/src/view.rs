//! The report in one language as headings, sentences, tables and figures of plain strings.
//!
//! Strings are not escaped and not laid out here: the formats do that. Words come from the catalogue, numbers are
//! rounded, and all choices are made.

mod block;
mod chart;
mod context;
mod drawings;
mod edition;
mod file_name;
mod front;
pub(crate) mod further;
mod gates;
mod length;
mod meaning;
mod numbering;
mod path_book;
mod sections;
pub(crate) mod side;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod translations;
pub(crate) mod typical;

use std::collections::BTreeMap;

use equifinal_study::config::decision::write;
use equifinal_study::config::{Provenance, Style};

pub(crate) use block::{Block, Definition, Figure, Finding};
pub(crate) use context::Context;
pub use edition::Edition;
pub(crate) use file_name::file_name;
pub(crate) use path_book::long_lists;
pub(crate) use sections::section_ids;
pub(crate) use table::{Cell, CellKind, Group, Piece, Symbol, Table};

use crate::concerns::{Severity, concerns};
use crate::custom;
use crate::error::ReportError;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use edition::{Banner, Controls};
use path_book::PathBook;

/// The report of a run in one language.
///
/// # Errors
/// A language without a catalogue of messages, or mistakes in the study's own templates.
pub fn edition(input: &Input<'_>, language: &str) -> Result<Edition, ReportError> {
    let style = &input.study.report.style;
    if *style == Style::default() {
        return spoken(input, Speaker::of(language)?);
    }
    spoken(input, &Speaker::styled(language, style)?)
}

/// The report of a run in the language of a speaker.
pub(crate) fn spoken(input: &Input<'_>, speaker: &Speaker) -> Result<Edition, ReportError> {
    let paths = PathBook::of(input);
    let names = Names::of(input, speaker);
    let concerns = concerns(input, speaker);
    let context = Context { input, speaker, names, paths: &paths, concerns: &concerns };
    let say = |key: &str| speaker.say(key);
    let mut edition = Edition {
        language: speaker.language().to_owned(),
        script: speaker.script(),
        language_name: say("language-name"),
        title: speaker.text(&input.study.title),
        study: input.study.id.clone(),
        kind: kind(input, speaker),
        controls: Controls {
            filter: say("page-filter"),
            cutoff: say("page-cutoff"),
            every: say("page-every-cutoff"),
            path: say("page-path"),
            fit: ["consistency", "pri", "raw-coverage", "unique-coverage"].map(say),
            cases: say("cases"),
            close: say("page-close"),
            copy: say("page-copy"),
            copied: say("page-copied"),
        },
        paths: paths.json(),
        contents: say("contents"),
        provenance: banner(input.study.provenance, speaker),
        alarms: alarms(context),
        alarm_heading: say("alarm-heading"),
        length: input.study.report.length,
        front: front::front(context),
        sections: sections::sections(context),
        custom: BTreeMap::new(),
    };
    edition.custom = custom::written(input, &edition)?;
    Ok(edition)
}

/// The concerns that come before everything else.
fn alarms(context: Context<'_>) -> Vec<String> {
    let critical = context.concerns.iter().filter(|concern| concern.severity == Severity::Critical);
    critical.map(|concern| concern.with_answer(context.speaker)).collect()
}

/// The kind of report, and a remark if it does not use the study's own decisions.
fn kind(input: &Input<'_>, speaker: &Speaker) -> String {
    let kind = speaker.say(if input.findings.is_empty() { "kind-evaluation" } else { "kind" });
    if input.decisions.is_empty() {
        return kind;
    }
    speaker.say_of("kind-otherwise", &[("kind", kind.into()), ("setting", write(input.decisions).into())])
}

fn banner(provenance: Provenance, speaker: &Speaker) -> Banner {
    Banner {
        strong: matches!(provenance, Provenance::Reconstructed | Provenance::Synthetic),
        name: speaker.say(&format!("provenance-{}", provenance.name())),
        meaning: speaker.say(&format!("provenance-{}-meaning", provenance.name())),
    }
}
