//! KoboToolbox and ODK: groups in the header; a multiple choice has one joint column and one column per option.

use super::layout::{Field, Layout, Role, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// With names or labels.
pub(super) const FORMATS: &[&str] = &["kobo"];

const ROLES: [(&str, Role); 29] = [
    ("start", Role::Started),
    ("end", Role::Ended),
    ("today", Role::Platform),
    ("deviceid", Role::Private(Personal::Device)),
    ("username", Role::Private(Personal::Name)),
    ("phonenumber", Role::Private(Personal::Telephone)),
    ("_id", Role::Id),
    ("_uuid", Role::Platform),
    ("_submission_time", Role::Platform),
    ("_validation_status", Role::Platform),
    ("_notes", Role::Platform),
    ("_status", Role::Platform),
    ("_submitted_by", Role::Private(Personal::Name)),
    ("__version__", Role::Platform),
    ("_tags", Role::Platform),
    ("_index", Role::Platform),
    ("_parent_table_name", Role::Platform),
    ("_parent_index", Role::Platform),
    ("_xform_id_string", Role::Platform),
    ("meta/instanceID", Role::Platform),
    ("formhub/uuid", Role::Platform),
    ("instanceID", Role::Platform),
    ("KEY", Role::Id),
    ("SubmissionDate", Role::Platform),
    ("SubmitterID", Role::Private(Personal::Name)),
    ("SubmitterName", Role::Private(Personal::Name)),
    ("DeviceID", Role::Private(Personal::Device)),
    ("AttachmentsPresent", Role::Platform),
    ("ReviewState", Role::Platform),
];

/// The layout of an export of KoboToolbox or ODK.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let has = |name: &str| grid.header.iter().any(|header| header == name);
    let is_kobo = has("_submission_time") && (has("_uuid") || has("_id") || has("_index"));
    let is_odk = has("KEY") && has("SubmissionDate");
    if !is_kobo && !is_odk {
        return None;
    }
    let position = |name: &str| grid.header.iter().position(|header| header == name);
    let mut fields: Vec<Field> = Vec::with_capacity(grid.width());
    for header in &grid.header {
        if let Some(role) = role_in(&ROLES, header) {
            fields.push(Field::of(role, header));
        } else if has(&latitude_of(header)) || is_part_of_a_point(header) {
            fields.push(Field::of(Role::Private(Personal::Place), header));
        } else {
            // A column for a choice stands after the column of its question, or without it.
            let split = header
                .rsplit_once('/')
                .filter(|(question, _)| position(question).is_some() || is_split(grid, header, question));
            fields.push(match split {
                Some((question, option)) => {
                    let group = position(question).or_else(|| first_of(grid, question));
                    Field { option: Some(option.to_owned()), group, ..Field::question(question, question) }
                }
                None => Field::question(header, header),
            });
        }
    }
    Some(Layout { separator: " ", ranking: " ", ..Layout::new("kobo", fields) })
}

/// The name of the latitude column of a geopoint: `_point_latitude`, in the same group.
fn latitude_of(header: &str) -> String {
    match header.rsplit_once('/') {
        Some((group, point)) => format!("{group}/_{point}_latitude"),
        None => format!("_{header}_latitude"),
    }
}

/// True if a column is a coordinate of a geopoint.
fn is_part_of_a_point(header: &str) -> bool {
    let name = header.rsplit('/').next().unwrap_or(header);
    let ends = ["_latitude", "_longitude", "_altitude", "_precision"];
    name.starts_with('_') && ends.iter().any(|end| name.ends_with(end))
}

fn first_of(grid: &Grid, question: &str) -> Option<usize> {
    grid.header.iter().position(|header| header.rsplit_once('/').is_some_and(|(before, _)| before == question))
}

/// Number of records examined.
const SAMPLE: usize = 200;

/// True if a column below `question` and all its neighbours hold only 0 and 1; then `question` is a multiple choice and
/// not a group of questions.
fn is_split(grid: &Grid, header: &str, question: &str) -> bool {
    let siblings: Vec<usize> = grid
        .header
        .iter()
        .enumerate()
        .filter(|(_, other)| other.rsplit_once('/').is_some_and(|(before, _)| before == question))
        .map(|(place, _)| place)
        .collect();
    let records = grid.height().min(SAMPLE);
    let mut cells = siblings.iter().flat_map(|place| (0..records).map(|record| grid.cell(record, *place)));
    let is_mark = |cell: &str| ["", "0", "1", "True", "False", "TRUE", "FALSE"].contains(&cell);
    !header.is_empty() && siblings.len() > 1 && cells.all(is_mark)
}
