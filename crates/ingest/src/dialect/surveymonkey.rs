//! SurveyMonkey: two header rows; a question's name is only above its first column.

use super::layout::{Field, Layout, Role, normal, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// The export with a column per option.
pub(super) const FORMATS: &[&str] = &["surveymonkey"];

const ROLES: [(&str, Role); 11] = [
    ("Respondent ID", Role::Id),
    ("RespondentID", Role::Id),
    ("Collector ID", Role::Platform),
    ("CollectorID", Role::Platform),
    ("Start Date", Role::Started),
    ("StartDate", Role::Started),
    ("End Date", Role::Ended),
    ("EndDate", Role::Ended),
    ("IP Address", Role::Private(Personal::Ip)),
    ("First Name", Role::Private(Personal::Name)),
    ("Last Name", Role::Private(Personal::Name)),
];

/// Second-row texts above a column that is the whole question.
const WHOLE: [&str; 4] = ["Response", "Open-Ended Response", "Points", ""];

/// The layout of an export of SurveyMonkey.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let first = grid.header.first()?;
    if !matches!(role_in(&ROLES, first), Some(Role::Id)) || !grid.cell(0, 0).is_empty() {
        return None;
    }
    let mut fields: Vec<Field> = Vec::with_capacity(grid.width());
    let (mut question, mut start) = (String::new(), 0);
    for (place, header) in grid.header.iter().enumerate() {
        let header = normal(header);
        if let Some(role) = role_in(&ROLES, &header) {
            fields.push(Field::of(role, &header));
            continue;
        }
        if !header.is_empty() {
            (question, start) = (header, place);
        }
        let below = normal(grid.cell(0, place));
        fields.push(if WHOLE.contains(&below.as_str()) {
            Field::question(question.clone(), question.clone())
        } else {
            Field { option: Some(below), group: Some(start), ..Field::question(question.clone(), question.clone()) }
        });
    }
    Some(Layout { header_records: 1, month_first: true, ..Layout::new("surveymonkey", fields) })
}
