//! Google Forms: a first column of timestamps, grids as `question [row]`.

use super::layout::{Field, Layout, Role, normal};
use crate::grid::Grid;
use crate::personal::Personal;

/// The downloaded CSV, or the sheet.
pub(super) const FORMATS: &[&str] = &["google_forms"];

/// The first header in the known languages.
const TIMESTAMP: [&str; 8] =
    ["Timestamp", "时间戳记", "时间戳", "時間戳記", "Zeitstempel", "Horodateur", "Marca temporal", "タイムスタンプ"];

/// The layout of an export of Google Forms.
pub(super) fn layout(grid: &Grid, file: &str) -> Option<Layout> {
    let first = normal(grid.header.first()?);
    if !TIMESTAMP.contains(&first.as_str()) {
        return None;
    }
    let fields = grid.header.iter().enumerate().map(|(place, header)| {
        let header = normal(header);
        match header.as_str() {
            _ if place == 0 => Field::of(Role::Ended, &header),
            "Username" | "用户名" => Field::of(Role::Private(Personal::Name), &header),
            "Email Address" | "Email address" | "电子邮件地址" => {
                Field::of(Role::Private(Personal::Email), &header)
            }
            "Score" | "得分" => Field::of(Role::Platform, &header),
            _ => Field::question(header.clone(), header.clone()),
        }
    });
    // The CSV joins chosen boxes with semicolons, the sheet with commas.
    let separator = if file.to_ascii_lowercase().ends_with(".csv") { ";" } else { ", " };
    // A sheet in another language writes days before months, or nothing to tell them apart.
    let month_first = first == TIMESTAMP[0];
    Some(Layout { separator, ranking: separator, month_first, ..Layout::new("google_forms", fields.collect()) })
}
