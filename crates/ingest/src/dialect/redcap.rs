//! REDCap: checkboxes as `field___code`, and the completion status of a form in `form_complete`.

use super::layout::{Field, Layout, Role, group_neighbours, role_in};
use crate::grid::Grid;
use crate::personal::Personal;
use crate::redcap_form::COMPLETE;

/// Raw codes or labels.
pub(super) const FORMATS: &[&str] = &["redcap"];

const ROLES: [(&str, Role); 5] = [
    ("redcap_event_name", Role::Platform),
    ("redcap_repeat_instrument", Role::Platform),
    ("redcap_repeat_instance", Role::Platform),
    ("redcap_data_access_group", Role::Platform),
    ("redcap_survey_identifier", Role::Private(Personal::Name)),
];

/// The layout of an export of REDCap.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let has = |test: &dyn Fn(&str) -> bool| grid.header.iter().any(|header| test(header));
    let is_redcap = has(&|header| header.ends_with(COMPLETE))
        && (has(&|header| header.contains("___")) || has(&|header| header.starts_with("redcap_")) || {
            grid.header.first().is_some_and(|first| ["record_id", "study_id", "subject_id"].contains(&first.as_str()))
        });
    if !is_redcap {
        return None;
    }
    let mut fields: Vec<Field> = grid
        .header
        .iter()
        .enumerate()
        .map(|(place, header)| {
            if place == 0 {
                Field::of(Role::Id, header)
            } else if let Some(role) = role_in(&ROLES, header) {
                Field::of(role, header)
            } else if header.ends_with(COMPLETE) {
                Field::of(Role::Platform, header)
            } else if header.ends_with("_timestamp") {
                Field::of(Role::Ended, header)
            } else if let Some((code, option)) = header.split_once("___") {
                Field { option: Some(option.to_owned()), ..Field::question(code, code) }
            } else {
                Field::question(header, header)
            }
        })
        .collect();
    group_neighbours(&mut fields);
    Some(Layout { missing: &["[not completed]"], ..Layout::new("redcap", fields) })
}
