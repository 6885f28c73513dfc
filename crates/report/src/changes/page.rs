//! The page of changes.

use serde::Serialize;
use tera::Context;

use super::words::groups;
use super::{ChangeGroup, Changes};
use crate::error::ReportError;
use crate::html;
use crate::messages::{Speaker, languages};

const CHANGES: &str = "changes.html";

/// One language of the page.
#[derive(Debug, Serialize)]
struct Edition {
    language: &'static str,
    language_name: String,
    heading: String,
    lead: String,
    contents: String,
    none: String,
    groups: Vec<ChangeGroup>,
}

/// A self-contained page of the changes from one run to another, in every language of reports.
///
/// # Errors
/// Only for a bug in the program.
pub fn changes_page(changes: &Changes, before: &str, after: &str) -> Result<String, ReportError> {
    let edition = |language| {
        let speaker = Speaker::of(language)?;
        let sides = [("before", before.to_owned().into()), ("after", after.to_owned().into())];
        Ok(Edition {
            language,
            language_name: speaker.say("language-name"),
            heading: speaker.say("changes-heading"),
            lead: speaker.say_of("changes-lead", &sides),
            contents: speaker.say("contents"),
            none: speaker.say("changes-none"),
            groups: groups(changes, speaker),
        })
    };
    let editions = languages().map(edition).collect::<Result<Vec<_>, ReportError>>()?;
    let mut context = Context::new();
    context.insert("editions", &editions);
    html::page(CHANGES, context)
}
