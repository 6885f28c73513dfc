//! 问卷星 (Wenjuanxing): numbering restarts, matrix titles only on the first row, options in brackets.

use crate::personal::Personal;
use std::sync::LazyLock;

use regex::Regex;

use super::layout::{Field, Layout, Role, group_neighbours, normal, role_in};
use crate::grid::Grid;
use crate::number::finite;

/// Labels, option numbers, or scores in the cells.
pub(super) const FORMATS: &[&str] = &["wjx_text", "wjx_number", "wjx_score"];

const ROLES: [(&str, Role); 9] = [
    ("序号", Role::Id),
    ("提交答卷时间", Role::Ended),
    ("所用时间", Role::Seconds),
    ("来源", Role::Platform),
    ("来源详情", Role::Platform),
    ("来自IP", Role::Private(Personal::Ip)),
    ("总分", Role::Platform),
    ("开始答卷时间", Role::Started),
    ("用户ID", Role::Private(Personal::Account)),
];

/// A question: `5、words`, `5. words`, `5：words`, `第5题`; then perhaps an option or row in brackets.
static HEADER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:第(?<old>\d{1,3})题|(?<number>\d{1,3}))\s*(?:[、．.：:]\s*)?(?<words>.*?)\s*(?:[(（](?<option>[^(（]+)[)）])?$").ok()
});

struct Parts<'a> {
    number: &'a str,
    words: &'a str,
    option: Option<&'a str>,
}

fn parts(header: &str) -> Option<Parts<'_>> {
    let found = HEADER.as_ref()?.captures(header)?;
    let number = found.name("old").or_else(|| found.name("number"))?.as_str();
    let words = found.name("words").map_or("", |words| words.as_str());
    Some(Parts { number, words, option: found.name("option").map(|option| option.as_str()) })
}

/// The layout of an export of 问卷星.
pub(super) fn layout(grid: &Grid, file: &str) -> Option<Layout> {
    let has = |name: &str| grid.header.iter().any(|header| header == name);
    if !(has("序号") && (has("提交答卷时间") || has("所用时间"))) {
        return None;
    }
    let headers: Vec<String> = grid.header.iter().map(|header| normal(header)).collect();
    let mut fields = Vec::with_capacity(headers.len());
    let mut title: Option<(String, u32)> = None;
    let mut group: Option<(String, String)> = None;
    for (place, header) in headers.iter().enumerate() {
        if let Some(role) = role_in(&ROLES, header) {
            fields.push(Field::of(role, header));
            continue;
        }
        if let Some(field) = option_column(header, headers.get(place + 1), &mut group) {
            title = None;
            fields.push(field);
            continue;
        }
        fields.push(Field::question(header.clone(), titled(header, &mut title)));
    }
    group_neighbours(&mut fields);
    Some(Layout {
        missing: &["(空)", "（空）", "-2"],
        skipped: &["(跳过)", "（跳过）", "-3"],
        separator: "┋",
        ranking: "→",
        ..Layout::new(format(grid, file, &fields), fields)
    })
}

/// Parses a column of one option: `4. words(first)`, then `4 (second)` or `4(third)`; or each as `第4题(option)`.
fn option_column(header: &str, next: Option<&String>, group: &mut Option<(String, String)>) -> Option<Field> {
    let field = |words: &str, option: &str| Field { option: Some(option.to_owned()), ..Field::question(words, words) };
    let found = parts(header);
    let Some((Parts { number, words, option: Some(option) }, header)) = found.map(|parts| (parts, header)) else {
        *group = None;
        return None;
    };
    if let Some((open, whole)) = group.as_ref()
        && open == number
        && words.is_empty()
    {
        return Some(field(whole, option));
    }
    let goes_on = next
        .and_then(|next| parts(next))
        .is_some_and(|next| next.number == number && next.words.is_empty() && next.option.is_some());
    if !goes_on {
        *group = None;
        return None;
    }
    let whole = header.rfind(['(', '（']).and_then(|at| header.get(..at)).unwrap_or(header).trim_end();
    let whole = whole.strip_suffix(option).unwrap_or(whole);
    *group = Some((number.to_owned(), whole.to_owned()));
    Some(field(whole, option))
}

/// The question text; the title of a matrix is carried to its other rows.
fn titled(header: &str, title: &mut Option<(String, u32)>) -> String {
    let number = |text: &str| parts(text).and_then(|parts| parts.number.parse::<u32>().ok());
    if let Some((before, row)) = header.split_once('—') {
        let row = row.trim_start_matches('—');
        *title = Some((before.to_owned(), number(row).unwrap_or(0)));
        return format!("{before}—{row}");
    }
    match (title.as_mut(), number(header)) {
        (Some((words, last)), Some(number)) if number > *last && *last > 0 => {
            *last = number;
            format!("{words}—{header}")
        }
        _ => {
            *title = None;
            header.to_owned()
        }
    }
}

/// Number of records examined to distinguish labels from numbers.
const SAMPLE: usize = 200;

fn format(grid: &Grid, file: &str, fields: &[Field]) -> &'static str {
    for (words, format) in [("按文本", "wjx_text"), ("按序号", "wjx_number"), ("按分数", "wjx_score")] {
        if file.contains(words) {
            return format;
        }
    }
    let answers = fields.iter().enumerate().filter(|(_, field)| field.role == Role::Answer);
    let (mut filled, mut numbers) = (0_usize, 0_usize);
    for (place, _) in answers {
        let mut cells = (0..grid.height().min(SAMPLE))
            .map(|record| grid.cell(record, place))
            .filter(|cell| !cell.is_empty())
            .peekable();
        filled += usize::from(cells.peek().is_some());
        numbers += usize::from(cells.peek().is_some() && cells.all(|cell| finite(cell).is_some()));
    }
    // Free text stays text in every form; numbers typed in stay numbers.
    if 2 * numbers > filled { "wjx_number" } else { "wjx_text" }
}

#[cfg(test)]
mod tests {
    use equifinal_study::detected::FileKind;
    use equifinal_study::table_notes::TableNotes;

    use super::*;

    #[test]
    fn options_and_matrices_are_distinguished() {
        let header = "序号,所用时间,1、您的性别（单选）,2. 培训内容(急救),2 (护理),2(其他：),维度一：投入—1. 我愿意,2. 我努力,3. 我坚持,1. 满意,第5题(甲),第5题(乙)";
        let grid = Grid {
            header: header.split(',').map(str::to_owned).collect(),
            header_line: 1,
            columns: Vec::new(),
            lines: Vec::new(),
            notes: Vec::new(),
            kind: FileKind::Excel(1),
            found: TableNotes::default(),
            top: equifinal_study::message::Message::empty(),
        };
        let layout = layout(&grid, "a.xlsx").unwrap();
        let found: Vec<_> =
            layout.fields.iter().skip(2).map(|f| (f.question.as_str(), f.option.as_deref(), f.group)).collect();
        assert_eq!(
            found,
            [
                ("1、您的性别（单选）", None, None),
                ("2. 培训内容", Some("急救"), Some(3)),
                ("2. 培训内容", Some("护理"), Some(3)),
                ("2. 培训内容", Some("其他："), Some(3)),
                ("维度一：投入—1. 我愿意", None, None),
                ("维度一：投入—2. 我努力", None, None),
                ("维度一：投入—3. 我坚持", None, None),
                ("1. 满意", None, None),
                ("第5题", Some("甲"), Some(10)),
                ("第5题", Some("乙"), Some(10)),
            ]
        );
    }
}
