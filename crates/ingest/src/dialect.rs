//! Whose export a table is: each platform's layout turns a grid of text into questions, facts and private columns.

mod google_forms;
mod kobo;
mod limesurvey;
mod microsoft_forms;
mod qualtrics;
mod redcap;
mod surveymonkey;
mod tencent;
mod wenjuan;
mod wjx;

use crate::error::IngestError;
use crate::grid::Grid;
use crate::privacy;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The answers to a question.
    Answer,
    /// The platform's number of the response.
    Id,
    /// When the questionnaire was opened.
    Started,
    /// When it was handed in.
    Ended,
    /// How long it took.
    Seconds,
    /// Whether it was answered to the end.
    Finished,
    /// Whether it is a real response and no preview, in the platform's code: 0 is real.
    Status,
    /// Something else that the platform adds.
    Platform,
    /// What identifies a person.
    Private(&'static str),
}

/// A column as the platform means it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// The name of the question in the file, without the option.
    pub(crate) code: String,
    /// The words of the question, with the title of its matrix.
    pub(crate) question: String,
    /// The option that the column stands for, where a question has a column for each.
    pub(crate) option: Option<String>,
    /// The number of the question that has several columns.
    pub(crate) group: Option<usize>,
    /// What the column is for.
    pub(crate) role: Role,
}

impl Field {
    /// A column that is a question of its own.
    fn question(code: impl Into<String>, question: impl Into<String>) -> Self {
        Self { code: code.into(), question: question.into(), option: None, group: None, role: Role::Answer }
    }

    /// A column of the platform.
    fn of(role: Role, code: &str) -> Self {
        Self { role, ..Self::question(code, code) }
    }
}

/// A table as the platform means it.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The name of the platform and its form of export, as `format` takes it.
    pub(crate) format: &'static str,
    /// Records below the first that belong to the header.
    pub(crate) header_records: usize,
    /// The columns.
    pub(crate) fields: Vec<Field>,
    /// Cells that the platform writes where no answer was given.
    pub(crate) missing: &'static [&'static str],
    /// Cells that the platform writes where a question did not apply.
    pub(crate) skipped: &'static [&'static str],
    /// What the platform puts between several options in one cell.
    pub(crate) separator: &'static str,
    /// What it puts between ranked options.
    pub(crate) ranking: &'static str,
    /// Whether days are written month first.
    pub(crate) month_first: bool,
}

impl Layout {
    /// A layout with what most platforms have in common.
    fn new(format: &'static str, fields: Vec<Field>) -> Self {
        Self {
            format,
            header_records: 0,
            fields,
            missing: &[],
            skipped: &[],
            separator: ";",
            ranking: ";",
            month_first: false,
        }
    }
}

/// Reads the layout of a platform from the header of a grid; nothing where it is another's.
type Reader = fn(&Grid, &str) -> Option<Layout>;

/// The platforms, those with the most particular headers first, with the names of their forms of export.
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

/// The name of a table that no platform wrote.
pub(crate) const PLAIN: &str = "table";

/// Columns of a table of responses: more are no questionnaire, and each is held against the others.
const COLUMNS: usize = 10_000;

/// The layout of a grid: that of the format the study names, or the first that fits.
///
/// # Errors
/// A format that nobody knows, or that the header does not fit; more columns than a questionnaire has.
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
        return Err(IngestError::UnknownFormat { format: format.to_owned(), known: known.join(", ") });
    };
    if let Some(mut layout) = read(grid, file) {
        layout.format = name;
        return Ok(layout);
    }
    let found = PLATFORMS.iter().find_map(|(_, read)| read(grid, file));
    let found = found.map_or_else(|| "a plain table".to_owned(), |layout| format!("`{}`", layout.format));
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

/// A text with one blank for every run of blanks of any kind, and none around it.
pub(crate) fn normal(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The role of a header among those that a platform adds.
fn role_in(roles: &[(&str, Role)], header: &str) -> Option<Role> {
    roles.iter().find(|(name, _)| name.eq_ignore_ascii_case(header)).map(|(_, role)| *role)
}

/// Groups neighbouring columns that share a code and each stand for an option; one alone is no group.
fn group_neighbours(fields: &mut [Field]) {
    let mut start = 0;
    while start < fields.len() {
        let same = |a: &Field, b: &Field| a.code == b.code && a.option.is_some() && b.option.is_some();
        let end = fields
            .iter()
            .enumerate()
            .skip(start + 1)
            .find(|(at, field)| fields.get(at - 1).is_none_or(|before| !same(before, field)))
            .map_or(fields.len(), |(at, _)| at);
        if end > start + 1 {
            fields.iter_mut().take(end).skip(start).for_each(|field| field.group = Some(start));
        }
        start = end;
    }
}
