//! LimeSurvey: sub-questions in square brackets, an empty submission date for incomplete responses.

use super::layout::{Field, Layout, Role, group_neighbours, normal, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// With any form of headings.
pub(super) const FORMATS: &[&str] = &["limesurvey"];

const ROLES: [(&str, Role); 20] = [
    ("Response ID", Role::Id),
    ("id", Role::Id),
    ("Date submitted", Role::Finished),
    ("submitdate", Role::Finished),
    ("Last page", Role::Platform),
    ("lastpage", Role::Platform),
    ("Start language", Role::Platform),
    ("startlanguage", Role::Platform),
    ("Seed", Role::Platform),
    ("seed", Role::Platform),
    ("Date started", Role::Started),
    ("startdate", Role::Started),
    ("Date last action", Role::Ended),
    ("datestamp", Role::Ended),
    ("IP address", Role::Private(Personal::Ip)),
    ("ipaddr", Role::Private(Personal::Ip)),
    ("Referrer URL", Role::Private(Personal::Device)),
    ("refurl", Role::Private(Personal::Device)),
    ("Total time", Role::Seconds),
    ("interviewtime", Role::Seconds),
];

/// The layout of an export of LimeSurvey.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let named = |header: &str| header.split_once(". ").map_or_else(|| header.to_owned(), |(code, _)| code.to_owned());
    let headers: Vec<String> = grid.header.iter().map(|header| normal(header)).collect();
    let has = |name: &str| headers.iter().any(|header| header == name || named(header) == name);
    let is_lime = (has("Response ID") && has("Date submitted") && has("Last page"))
        || (has("id") && has("submitdate") && (has("lastpage") || has("startlanguage")));
    if !is_lime {
        return None;
    }
    // A file of the vv kind has the codes in a second row.
    let has_codes = headers.first().is_some_and(|first| first != "id") && grid.cell(0, 0) == "id";
    let mut fields: Vec<Field> = headers
        .iter()
        .enumerate()
        .map(|(place, header)| {
            let role = role_in(&ROLES, header).or_else(|| role_in(&ROLES, &named(header)));
            let question = || if has_codes { coded(&normal(grid.cell(0, place)), header) } else { field(header) };
            role.map_or_else(question, |role| Field::of(role, header))
        })
        .collect();
    group_neighbours(&mut fields);
    Some(Layout {
        header_records: usize::from(has_codes),
        skipped: &["{question_not_shown}"],
        missing: &["N/A"],
        ..Layout::new("limesurvey", fields)
    })
}

/// Parses `Q1_SQ001` with its texts: question and sub-question.
fn coded(code: &str, words: &str) -> Field {
    match code.split_once('_').filter(|_| words.contains('[')) {
        Some((question, option)) => Field { option: Some(option.to_owned()), ..Field::question(question, words) },
        None => Field::question(code, words),
    }
}

/// Parses `Q1[SQ001]`, also with the texts of question and sub-question after it.
fn field(header: &str) -> Field {
    let Some((before, after)) = header.split_once('[') else { return Field::question(header, header) };
    let Some((option, _)) = after.split_once(']') else { return Field::question(header, header) };
    let option = if option == "comment" { None } else { Some(option.to_owned()) };
    let code = if option.is_none() { header } else { before.trim_end() };
    Field { option, ..Field::question(code, header) }
}
