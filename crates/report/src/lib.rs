//! Turns results into pages, tables and figures.
//!
//! `view` turns findings into headings, sentences and tables of plain strings in one language; the formats ([`html`],
//! [`markdown`], [`tables`]) only lay them out. All sentences are in `messages/`, all numbers are printed by `number`,
//! and texts of the study are escaped on output. Formats use the edition, the edition uses results, and `figures` use
//! neither.

mod case_flow;
mod changes;
mod chart;
mod claims;
mod concerns;
mod csv;
mod custom;
mod docx;
mod error;
mod escape;
mod figures;
mod html;
mod input;
mod latex;
mod listing;
mod margins;
mod markdown;
mod messages;
mod names;
mod nca_agreement;
mod number;
mod paper;
mod picture;
mod plain_text;
mod printed;
mod results;
mod sandbox;
mod screening;
mod script;
mod sheet;
mod site;
mod solution_types;
mod standards;
mod svg;
mod templates;
mod typst;
mod view;
mod weaknesses;
mod width;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use changes::{ChangeGroup, Changes, Snapshot, change_groups, changes_page};
pub use claims::{ClaimVerdict, verdicts};
pub use concerns::{ReportedConcern, reported_concerns};
pub use csv::{tables, tables_of_cases, write_memberships};
pub use custom::{blocks, documents, render_template};
pub use docx::docx;
pub use error::{ReportError, known};
pub use html::{html, html_of_one};
pub use input::{Deviation, Input, Registration};
pub use latex::latex;
pub use markdown::markdown;
pub use number::{ratio, runs};
pub use picture::{Picture, picture};
pub use results::audit::audit as audit_json;
pub use results::multiverse::multiverse;
pub use results::write_results;
pub use sandbox::{MOST_BYTES, Templates};
pub use site::{Listed, entry, site};
pub use svg::figures;
pub use templates::{examples, templates};
pub use typst::{fonts, typst};
pub use view::{Edition, edition};

/// The words of this crate's errors. Those of reports are in [`messages`].
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
