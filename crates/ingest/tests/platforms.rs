//! Reads one export of every platform with a codebook.

use equifinal_ingest::{Limits, Source, read_responses};
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};
use equifinal_study::responses::{Absent, Answers, ItemAnswers, Responses};

use crate::{CANARIES, fixture};

/// An item: its name, its column, the kind of its answers, and its scale.
pub(crate) type Line<'a> = (&'a str, ColumnRef, ItemKind, Option<&'a str>);

pub(crate) fn named(name: &str) -> ColumnRef {
    ColumnRef::Header(name.to_owned())
}

pub(crate) fn matching(pattern: &str) -> ColumnRef {
    ColumnRef::Matches(pattern.to_owned())
}

pub(crate) const SEVERAL: ItemKind = ItemKind::Multiple { separator: None };
pub(crate) const RANKED: ItemKind = ItemKind::Ranking { separator: None };
pub(crate) const AGREEMENT: Option<&str> = Some("agreement");

pub(crate) fn instrument(lines: &[Line<'_>]) -> Instrument {
    let scale = |labels: &[(&str, f64)]| Scale { codes: labels.iter().map(|(l, c)| ((*l).to_owned(), *c)).collect() };
    let chinese = [("非常不同意", 1.0), ("不同意", 2.0), ("一般", 3.0), ("同意", 4.0), ("非常同意", 5.0)];
    let english = [("Neutral", 3.0), ("Agree", 4.0), ("Strongly agree", 5.0)];
    let agreement = scale(&[chinese.as_slice(), english.as_slice()].concat());
    let skills = scale(&[("First aid, basic", 1.0), ("Nursing", 2.0)]);
    let items = lines.iter().map(|(name, column, kind, scale)| Item {
        name: (*name).to_owned(),
        column: column.clone(),
        kind: kind.clone(),
        scale: scale.map(str::to_owned),
        reversed: false,
        private: false,
    });
    let scales = [("agreement".to_owned(), agreement), ("skills".to_owned(), skills)];
    Instrument { scales: scales.into(), items: items.collect(), ..Instrument::default() }
}

fn joined<T: Default>(answers: &Answers<T>, write: impl Fn(&T) -> String) -> String {
    let cells = answers.iter().map(|answer| match answer {
        Ok(value) => write(value),
        Err(Absent::Missing) => "-".to_owned(),
        Err(Absent::Skipped) => "/".to_owned(),
    });
    cells.collect::<Vec<_>>().join(" | ")
}

fn listed<'a>(options: impl IntoIterator<Item = &'a String>) -> String {
    format!("{{{}}}", options.into_iter().map(String::as_str).collect::<Vec<_>>().join(" + "))
}

/// The answers to an item, one cell per respondent; `-` is missing, `/` skipped.
pub(crate) fn shown_answers(answers: &ItemAnswers) -> String {
    match answers {
        ItemAnswers::Codes(answers) => joined(answers, f64::to_string),
        ItemAnswers::Texts(answers) => joined(answers, String::clone),
        ItemAnswers::Choices(answers) => joined(answers, |options| listed(options)),
        ItemAnswers::Rankings(answers) => joined(answers, |options| listed(options)),
    }
}

/// The responses, one line per property and one cell per respondent; `-` is missing, `/` skipped.
pub(crate) fn shown(responses: &Responses) -> String {
    let mut lines = vec![responses.detected.to_string(), format!("ids: {}", responses.ids.join(" | "))];
    let facts = &responses.facts;
    if !facts.seconds.is_empty() {
        let seconds = facts.seconds.iter().map(|s| s.map_or_else(|| "-".to_owned(), |s| s.to_string()));
        lines.push(format!("seconds: {}", seconds.collect::<Vec<_>>().join(" | ")));
    }
    if let Some(Some(ended)) = facts.ended.first() {
        lines.push(format!("ended: {ended}"));
    }
    if !facts.finished.is_empty() {
        let finished = facts.finished.iter().map(|done| if *done == Some(true) { "yes" } else { "no" });
        lines.push(format!("finished: {}", finished.collect::<Vec<_>>().join(" | ")));
    }
    for item in &responses.items {
        lines.push(format!("{}: {}", item.name, shown_answers(&item.answers)));
    }
    lines.push(format!("private: {}", responses.private_columns));
    lines.join("\n")
}

pub(crate) fn check(file: &str, lines: &[Line<'_>], expected: &[&str]) {
    let instrument = instrument(lines);
    let source = Source { file, id: None, format: None };
    let found = read_responses(&source, &fixture(file), Some(&instrument), Limits::default());
    let found = found.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(shown(&found).lines().collect::<Vec<_>>(), expected, "{file}");
    let everything = format!("{found:?}");
    for canary in CANARIES {
        assert!(!everything.contains(canary), "{file}: {canary} got out");
    }
    let found_platform = found.detected.platform.unwrap_or("a plain table");
    let declared = Source { format: found.detected.platform, ..source };
    assert_eq!(read_responses(&declared, &fixture(file), Some(&instrument), Limits::default()), Ok(found), "{file}");
    let other = Source { format: Some(if file.starts_with("qualtrics") { "wjx_text" } else { "qualtrics" }), ..source };
    let refused = read_responses(&other, &fixture(file), Some(&instrument), Limits::default()).unwrap_err();
    let (format, detected) = (other.format.unwrap_or_default(), found_platform);
    assert_eq!(
        refused.to_string(),
        format!(
            "{file}: the header is not that of `{format}`; it looks like `{detected}`: correct or leave out `format`"
        )
    );
}

#[test]
fn wjx_labels() {
    check(
        "wjx_text.xlsx",
        &[
            ("sex", matching("^1[、.].*性别"), ItemKind::Single, None),
            ("trained", matching("培训"), SEVERAL, None),
            ("wishes", matching("最看重"), RANKED, None),
            ("ws1", named("维度一：工作意义—1. 我的工作有价值"), ItemKind::Scale, AGREEMENT),
            ("ws2", named("维度一：工作意义—2. 我愿意继续"), ItemKind::Scale, AGREEMENT),
            ("leave", ColumnRef::Index(14), ItemKind::Scale, AGREEMENT),
            ("advice", matching("您的建议"), ItemKind::Text, None),
        ],
        &[
            "wjx_text, Excel workbook, 3 cases × 15 columns",
            "ids: 1 | 2 | 3",
            "seconds: 207 | 207 | 3723",
            "ended: 2026-03-20 22:27:24",
            "sex: A. 男 | B. 女 | B. 女",
            "trained: {急救 + 护理} | {其他} | /",
            "wishes: {收入 + 发展 + 环境} | / | {发展 + 收入}",
            "ws1: 5 | 3 | 1",
            "ws2: 4 | / | 5",
            "leave: 4 | 2 | -",
            "advice: 增加人手 | - | 无",
            "private: 2",
        ],
    );
}

#[test]
fn wjx_codes_and_old_headers() {
    check(
        "123_按序号_医生问卷_3_3.xlsx",
        &[
            ("sex", matching("^1[.] 您"), ItemKind::Number, None),
            ("trained", matching("^2[.] 培训"), SEVERAL, None),
            ("ws1", matching("我的工作有价值"), ItemKind::Scale, AGREEMENT),
            ("ws2", matching("我愿意继续"), ItemKind::Scale, None),
        ],
        &[
            "wjx_number, Excel workbook, 3 cases × 15 columns",
            "ids: 1 | 2 | 3",
            "seconds: 207 | 207 | 3723",
            "ended: 2026-03-20 22:27:24",
            "sex: 1 | 2 | 2",
            "trained: {急救 + 护理} | {其他：} | /",
            "ws1: 5 | 3 | 1",
            "ws2: 4 | / | 5",
            "private: 2",
        ],
    );
    check(
        "123_按分数_医生问卷_3_3.xls",
        &[("leave", matching("离职"), ItemKind::Scale, None)],
        &[
            "wjx_score, Excel 97 workbook, 3 cases × 15 columns",
            "ids: 1 | 2 | 3",
            "seconds: 207 | 207 | 3723",
            "ended: 2026-03-20 22:27:24",
            "leave: 0 | 0 | 0",
            "private: 2",
        ],
    );
    check(
        "wjx_old.csv",
        &[
            ("sex", named("1、您的性别"), ItemKind::Single, None),
            ("trained", matching("^第2题"), SEVERAL, None),
            ("ws2", named("第3题(我愿意继续)"), ItemKind::Scale, AGREEMENT),
        ],
        &[
            "wjx_text, GBK, commas, 2 cases × 9 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "sex: 男 | 女",
            "trained: {急救} | {}",
            "ws2: 4 | /",
            "private: 1",
        ],
    );
}

#[test]
fn wenjuan_and_tencent() {
    check(
        "wenjuan_All_Data_Readable.csv",
        &[
            ("sex", named("Q1"), ItemKind::Single, None),
            ("trained", named("Q2"), SEVERAL, None),
            ("ws2", named("Q3_R2"), ItemKind::Scale, AGREEMENT),
        ],
        &[
            "wenjuan, GBK, commas, 2 cases × 10 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "sex: 男 | 女",
            "trained: {A1 + A2} | {A2}",
            "ws2: 4 | -",
            "private: 1",
        ],
    );
    let facts = ["ids: 1 | 2", "seconds: 207 | 95", "ended: 2026-03-20 22:27:24"];
    check(
        "tencent.xlsx",
        &[("trained", named("2.培训内容"), SEVERAL, None), ("ws1", matching("^3[.]"), ItemKind::Scale, AGREEMENT)],
        &[
            "tencent, Excel workbook, 2 cases × 18 columns",
            facts[0],
            facts[1],
            facts[2],
            "trained: {急救 + 护理} | {护理}",
            "ws1: 5 | 3",
            "private: 8",
        ],
    );
    check(
        "tencent.json",
        &[("trained", named("q-2"), SEVERAL, None), ("ws1", named("q-3/g-1"), ItemKind::Scale, AGREEMENT)],
        &[
            "tencent_json, JSON file, 2 cases × 12 columns",
            facts[0],
            "seconds: 207 | 207",
            facts[2],
            "trained: {急救 + 护理} | {护理}",
            "ws1: 5 | 3",
            "private: 3",
        ],
    );
}

#[test]
fn qualtrics() {
    check(
        "qualtrics.csv",
        &[
            ("sex", named("Q1"), ItemKind::Number, None),
            ("trained", named("Q2"), SEVERAL, None),
            ("w1", matching("ist wertvoll"), ItemKind::Scale, AGREEMENT),
            ("w2", named("Q3_2"), ItemKind::Scale, None),
            ("wishes", matching("^Q5"), SEVERAL, None),
        ],
        &[
            "qualtrics, UTF-8 with a byte order mark, commas, 3 cases × 24 columns",
            "ids: R_1 | R_2 | R_3",
            "seconds: 207 | 207 | 207",
            "ended: 2026-03-20 22:27:24",
            "finished: yes | no | no",
            "sex: 1 | 2 | 2",
            "trained: {1 + 3} | {2} | -",
            "w1: 5 | 3 | 1",
            "w2: 4 | - | -",
            "wishes: {Geld} | {Zeit} | -",
            "private: 8",
        ],
    );
    check(
        "qualtrics_legacy.csv",
        &[("w1", named("Q3_1"), ItemKind::Scale, None)],
        &[
            "qualtrics_legacy, UTF-8 with a byte order mark, commas, 2 cases × 13 columns",
            "ids: R_1 | R_2",
            "seconds: 207 | 87",
            "ended: 2015-03-20 22:27:24",
            "finished: yes | no",
            "w1: 5 | 3",
            "private: 4",
        ],
    );
}

#[test]
fn surveymonkey() {
    check(
        "surveymonkey.csv",
        &[
            ("sex", named("Your sex"), ItemKind::Single, None),
            ("trained", named("What were you trained in?"), SEVERAL, None),
            ("w2", ColumnRef::Index(15), ItemKind::Scale, AGREEMENT),
        ],
        &[
            "surveymonkey, UTF-8 with a byte order mark, commas, 2 cases × 15 columns",
            "ids: 1001 | 1002",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "sex: Male | Female",
            "trained: {First aid + Nursing} | -",
            "w2: 4 | -",
            "private: 5",
        ],
    );
}

#[test]
fn forms_of_google_and_microsoft() {
    check(
        "google_forms.csv",
        &[
            ("trained", named("What were you trained in?"), SEVERAL, None),
            ("w1", named("My work [is worth it]"), ItemKind::Scale, AGREEMENT),
        ],
        &[
            "google_forms, UTF-8, commas, 2 cases × 6 columns",
            "ids: 1 | 2",
            "ended: 2026-03-20 22:27:24",
            "trained: {First aid + Nursing} | -",
            "w1: 5 | 3",
            "private: 1",
        ],
    );
    check(
        "google_forms.xlsx",
        &[("trained", matching("trained in"), SEVERAL, Some("skills"))],
        &[
            "google_forms, Excel workbook, 2 cases × 4 columns",
            "ids: 1 | 2",
            "ended: 2026-03-20 22:27:24",
            "trained: {First aid, basic + Nursing} | {Nursing}",
            "private: 1",
        ],
    );
    check(
        "microsoft_forms.xlsx",
        &[
            ("trained", matching("trained in"), SEVERAL, None),
            ("w1", named("My work is worth it"), ItemKind::Scale, None),
            ("w2", named("My work is worth it2"), ItemKind::Scale, None),
        ],
        &[
            "microsoft_forms, Excel workbook, 2 cases × 9 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-07-27 19:06:23",
            "trained: {First aid + Nursing} | {Nursing}",
            "w1: 5 | 3",
            "w2: 4 | -",
            "private: 2",
        ],
    );
}
