//! A table as the platform that wrote it means it: what each column is for.

use crate::personal::Personal;

/// The role of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The answers to a question.
    Answer,
    /// The platform's number of the response.
    Id,
    /// The time when the questionnaire was opened.
    Started,
    /// The time of submission.
    Ended,
    /// The duration.
    Seconds,
    /// True or false for a completed response.
    Finished,
    /// The platform's code for the kind of response: 0 is real, others are previews.
    Status,
    /// Other metadata of the platform.
    Platform,
    /// Personal data of this kind.
    Private(Personal),
}

/// A column in the platform's layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// The code of the question in the file, without the option.
    pub(crate) code: String,
    /// The question text, with the title of its matrix.
    pub(crate) question: String,
    /// The option, if a question has a column per option.
    pub(crate) option: Option<String>,
    /// The number of the question, if it has several columns.
    pub(crate) group: Option<usize>,
    /// The role of the column.
    pub(crate) role: Role,
}

impl Field {
    /// A column that is a question of its own.
    pub(super) fn question(code: impl Into<String>, question: impl Into<String>) -> Self {
        Self { code: code.into(), question: question.into(), option: None, group: None, role: Role::Answer }
    }

    /// A metadata column of the platform.
    pub(super) fn of(role: Role, code: &str) -> Self {
        Self { role, ..Self::question(code, code) }
    }
}

/// A table in the platform's layout.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The name of the platform and export format, as `format` accepts it.
    pub(crate) format: &'static str,
    /// Number of records below the first that belong to the header.
    pub(crate) header_records: usize,
    /// The columns.
    pub(crate) fields: Vec<Field>,
    /// Cell texts that mean "not answered".
    pub(crate) missing: &'static [&'static str],
    /// Cell texts that mean "not applicable".
    pub(crate) skipped: &'static [&'static str],
    /// The separator between several options in one cell.
    pub(crate) separator: &'static str,
    /// The separator between ranked options.
    pub(crate) ranking: &'static str,
    /// True if dates are written month first.
    pub(crate) month_first: bool,
}

impl Layout {
    /// A layout with the defaults of most platforms.
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

/// The format name of a table that no platform exported.
pub(crate) const PLAIN: &str = "table";

/// A text with each run of whitespace replaced by one space, and trimmed.
pub(crate) fn normal(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The role of a header among a platform's metadata columns.
pub(super) fn role_in(roles: &[(&str, Role)], header: &str) -> Option<Role> {
    roles.iter().find(|(name, _)| name.eq_ignore_ascii_case(header)).map(|(_, role)| *role)
}

/// Groups adjacent columns that share a code and each have an option; a single column is not a group.
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
