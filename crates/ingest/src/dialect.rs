//! Detects the platform of an export, whose layout turns a grid into questions, metadata and private columns.

mod google_forms;
mod kobo;
mod layout;
mod limesurvey;
mod microsoft_forms;
mod qualtrics;
mod redcap;
mod surveymonkey;
mod tencent;
mod wenjuan;
mod wjx;

pub(crate) use layout::{Field, Layout, PLAIN, Role, normal};

use crate::error::IngestError;
use crate::grid::Grid;
use crate::privacy;
use equifinal_study::message::Message;
use equifinal_study::say;

/// Reads a platform's layout from the header of a grid; `None` if it does not match.
type Reader = fn(&Grid, &str) -> Option<Layout>;

/// The readers of all platforms with their format names, the most specific headers first.
const PLATFORMS: [(&[&str], Reader); 10] = [
    (qualtrics::FORMATS, qualtrics::layout),
    (wjx::FORMATS, wjx::layout),
    (tencent::FORMATS, tencent::layout),
    (wenjuan::FORMATS, wenjuan::layout),
    (surveymonkey::FORMATS, surveymonkey::layout),
    (limesurvey::FORMATS, limesurvey::layout),
    (microsoft_forms::FORMATS, microsoft_forms::layout),
    (redcap::FORMATS, redcap::layout),
    (kobo::FORMATS, kobo::layout),
    (google_forms::FORMATS, google_forms::layout),
];

/// Maximum number of columns in a table of responses; each is compared with the others.
const COLUMNS: usize = 10_000;

/// The layout of a grid: that of the named format, or the first that matches.
///
/// # Errors
/// An unknown format, one that does not match the header, or too many columns.
pub(crate) fn layout(grid: &Grid, file: &str, format: Option<&str>) -> Result<Layout, IngestError> {
    if grid.width() > COLUMNS {
        return Err(IngestError::TooManyColumns { found: grid.width(), limit: COLUMNS });
    }
    let mut layout = match format {
        None => PLATFORMS.iter().find_map(|(_, read)| read(grid, file)).unwrap_or_else(|| plain(grid)),
        Some(PLAIN) => plain(grid),
        Some(format) => declared(grid, file, format)?,
    };
    for (place, field) in layout.fields.iter_mut().enumerate() {
        let header = grid.header.get(place).map_or("", String::as_str);
        // An option is a mark or a rating, unless people wrote under it: `Contact: Phone number`.
        let option = field.option.as_deref().filter(|_| privacy::is_written(grid, place)).unwrap_or_default();
        let kind = privacy::kind(header, &field.question).or_else(|| privacy::kind(option, ""));
        if let (Role::Answer | Role::Platform, Some(kind)) = (field.role, kind) {
            field.role = Role::Private(kind);
        }
    }
    Ok(layout)
}

fn declared(grid: &Grid, file: &str, format: &str) -> Result<Layout, IngestError> {
    let Some((name, (_, read))) =
        PLATFORMS.iter().find_map(|platform| Some((*platform.0.iter().find(|name| **name == format)?, platform)))
    else {
        let known: Vec<&str> = PLATFORMS.iter().flat_map(|(names, _)| *names).copied().chain([PLAIN]).collect();
        return Err(IngestError::UnknownFormat {
            format: format.to_owned(),
            known: Message::list(known.into_iter().map(Message::verbatim)),
        });
    };
    if let Some(mut layout) = read(grid, file) {
        layout.format = name;
        return Ok(layout);
    }
    let found = PLATFORMS.iter().find_map(|(_, read)| read(grid, file));
    let found = found.map_or_else(|| say!("plain-table"), |layout| Message::verbatim(format!("`{}`", layout.format)));
    Err(IngestError::WrongFormat { format: format.to_owned(), found })
}

fn plain(grid: &Grid) -> Layout {
    let label = |place: usize| grid.notes.get(place).map_or("", |notes| notes.label.as_str());
    let fields = grid.header.iter().enumerate().map(|(place, name)| {
        let label = label(place);
        Field::question(name.clone(), if label.is_empty() { name } else { label })
    });
    Layout::new(PLAIN, fields.collect())
}
