//! 问卷网 (wenjuan.com): `Q1`, `Q2_A1` for options and ranks, `Q3_R1` for rows of a matrix.

use super::layout::{Field, Layout, Role, group_neighbours, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// Labels (`All_Data_Readable`) or codes (`All_Data_Original`).
pub(super) const FORMATS: &[&str] = &["wenjuan"];

const ROLES: [(&str, Role); 7] = [
    ("序号", Role::Id),
    ("答题序号", Role::Id),
    ("开始时间", Role::Started),
    ("结束时间", Role::Ended),
    ("答题时长", Role::Seconds),
    ("IP", Role::Private(Personal::Ip)),
    ("来源", Role::Platform),
];

/// The layout of an export of 问卷网.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let question = |header: &str| {
        let number = header.strip_prefix('Q')?;
        let (number, rest) = number.split_once('_').map_or((number, None), |(number, rest)| (number, Some(rest)));
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| (format!("Q{number}"), rest.map(str::to_owned)))
    };
    let questions = grid.header.iter().filter(|header| question(header).is_some()).count();
    if !grid.header.iter().any(|header| header == "答题时长") || questions == 0 {
        return None;
    }
    let mut fields: Vec<Field> = grid
        .header
        .iter()
        .map(|header| match (role_in(&ROLES, header), question(header)) {
            (Some(role), _) => Field::of(role, header),
            (None, Some((code, Some(option)))) if option.starts_with('A') => {
                Field { option: Some(option), ..Field::question(code, header) }
            }
            _ => Field::question(header, header),
        })
        .collect();
    group_neighbours(&mut fields);
    Some(Layout {
        missing: &["(空)", "-2"],
        skipped: &["(跳过)", "-3"],
        separator: "┋",
        ranking: "→",
        ..Layout::new("wenjuan", fields)
    })
}
