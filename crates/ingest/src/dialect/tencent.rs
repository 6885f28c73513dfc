//! 腾讯问卷 (wj.qq.com): its table with `6.words:option`, and the answers of its API.

use super::layout::{Field, Layout, Role, group_neighbours, normal, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// The table, or the API's answers as JSON.
pub(super) const FORMATS: &[&str] = &["tencent", "tencent_json"];

const ROLES: [(&str, Role); 24] = [
    ("编号", Role::Id),
    ("开始答题时间", Role::Started),
    ("结束答题时间", Role::Ended),
    ("答题时长", Role::Seconds),
    ("语言", Role::Platform),
    ("清洗数据结果", Role::Platform),
    ("地理位置国家和地区", Role::Private(Personal::Place)),
    ("地理位置国家", Role::Private(Personal::Place)),
    ("地理位置省份", Role::Private(Personal::Place)),
    ("地理位置省", Role::Private(Personal::Place)),
    ("地理位置城市", Role::Private(Personal::Place)),
    ("地理位置市", Role::Private(Personal::Place)),
    ("IP", Role::Private(Personal::Ip)),
    ("UA", Role::Private(Personal::Device)),
    ("Referrer", Role::Private(Personal::Device)),
    ("用户类型", Role::Platform),
    ("自定义字段", Role::Private(Personal::Account)),
    ("survey_id", Role::Platform),
    ("answer_id", Role::Id),
    ("respondent_id", Role::Private(Personal::Account)),
    ("started_at", Role::Started),
    ("ended_at", Role::Ended),
    ("score", Role::Platform),
    ("openid", Role::Private(Personal::Account)),
];

/// The layout of an export of 腾讯问卷.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let has = |name: &str| grid.header.iter().any(|header| header == name);
    let format = match (has("编号") && has("开始答题时间"), has("answer_id") && has("started_at")) {
        (true, _) => "tencent",
        (_, true) => "tencent_json",
        _ => return None,
    };
    let mut fields: Vec<Field> = grid.header.iter().map(|header| field(&normal(header))).collect();
    group_neighbours(&mut fields);
    Some(Layout { separator: "┋", ranking: "→", ..Layout::new(format, fields) })
}

fn field(header: &str) -> Field {
    if let Some(role) = role_in(&ROLES, header) {
        return Field::of(role, header);
    }
    if header.starts_with("respondent/") {
        return Field::of(Role::Private(Personal::Account), header);
    }
    let is_numbered = header.starts_with(|c: char| c.is_ascii_digit());
    match header.rsplit_once([':', '：']) {
        Some((question, option)) if is_numbered && !option.is_empty() => {
            Field { option: Some(option.to_owned()), ..Field::question(question, question) }
        }
        _ => Field::question(header, header),
    }
}
