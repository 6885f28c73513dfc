//! Microsoft Forms: options in one cell, each followed by a semicolon; points and feedback beside each question.

use super::layout::{Field, Layout, Role, normal, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// The workbook.
pub(super) const FORMATS: &[&str] = &["microsoft_forms"];

const ROLES: [(&str, Role); 16] = [
    ("ID", Role::Id),
    ("Start time", Role::Started),
    ("Completion time", Role::Ended),
    ("Email", Role::Private(Personal::Email)),
    ("Name", Role::Private(Personal::Name)),
    ("Last modified time", Role::Platform),
    ("Language", Role::Platform),
    ("Total points", Role::Platform),
    ("Quiz feedback", Role::Platform),
    ("Grade posted time", Role::Platform),
    ("开始时间", Role::Started),
    ("完成时间", Role::Ended),
    ("电子邮件", Role::Private(Personal::Email)),
    ("名称", Role::Private(Personal::Name)),
    ("姓名", Role::Private(Personal::Name)),
    ("上次修改时间", Role::Platform),
];

/// The layout of an export of Microsoft Forms.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let headers: Vec<String> = grid.header.iter().map(|header| normal(header)).collect();
    let has = |name: &str| headers.iter().any(|header| header == name);
    let is_forms = headers.first().is_some_and(|first| first.eq_ignore_ascii_case("id"))
        && ((has("Start time") && has("Completion time")) || (has("开始时间") && has("完成时间")));
    if !is_forms {
        return None;
    }
    let fields = headers.iter().map(|header| match role_in(&ROLES, header) {
        Some(role) => Field::of(role, header),
        None if header.starts_with("Points - ") || header.starts_with("Feedback - ") => {
            Field::of(Role::Platform, header)
        }
        None => Field::question(header.clone(), header.clone()),
    });
    Some(Layout { month_first: true, ..Layout::new("microsoft_forms", fields.collect()) })
}
