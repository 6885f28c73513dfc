//! A table as the platform that wrote it means it: what each column is for.

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
    pub(super) fn question(code: impl Into<String>, question: impl Into<String>) -> Self {
        Self { code: code.into(), question: question.into(), option: None, group: None, role: Role::Answer }
    }

    /// A column of the platform.
    pub(super) fn of(role: Role, code: &str) -> Self {
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
    pub(super) fn new(format: &'static str, fields: Vec<Field>) -> Self {
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

/// The name of a table that no platform wrote.
pub(crate) const PLAIN: &str = "table";

/// A text with one blank for every run of blanks of any kind, and none around it.
pub(crate) fn normal(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The role of a header among those that a platform adds.
pub(super) fn role_in(roles: &[(&str, Role)], header: &str) -> Option<Role> {
    roles.iter().find(|(name, _)| name.eq_ignore_ascii_case(header)).map(|(_, role)| *role)
}

/// Groups neighbouring columns that share a code and each stand for an option; one alone is no group.
pub(super) fn group_neighbours(fields: &mut [Field]) {
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
