//! Names of sets, and drafts of any table, which run.

use equifinal_ingest::{Codebook, Limits, Source as Responses, preview, read_codebook};
use equifinal_studyfile::parse::parse;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::draft_survey::draft_survey;
use equifinal_engine::{Engine, EngineError, Files};

#[test]
fn set_names_are_valid_and_unique() {
    let mut taken = Vec::new();
    for (column, name) in [
        ("GNP", "GNP"),
        ("gnp", "gnp_2"),
        ("urban share (%)", "urban_share"),
        ("得分", "得分"),
        ("每千人口医生数（人）", "每千人口医生数_人"),
        ("ＡＢ", "C6"),
        ("3、医院的支持", "C_3_医院的支持"),
        ("2020", "C_2020"),
        ("~x", "x"),
        ("true", "true"),
        (&"long ".repeat(60), "long_long_long_long_long_long_long_long"),
        (&"long ".repeat(61), "long_long_long_long_long_long_long_long_2"),
    ] {
        assert_eq!(set_name(column, &mut taken), name);
    }
}

/// Names of columns that YAML, expressions, regular expressions or files of a report could stumble over.
const NAMES: [&str; 44] = [
    "true",
    "null",
    "~",
    "no",
    "Y",
    "NaN",
    ".inf",
    "1e5",
    "a\\b",
    "\\",
    "q\"x",
    "'",
    "İ",
    "ı",
    "ſ",
    "K",
    "é",
    "e\u{301}",
    "a#b",
    "a: b",
    "- a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "{a}",
    "[a",
    "a,b",
    "|",
    ">",
    "?",
    "=1+1",
    "A*B",
    "~A",
    "A[1]",
    "x\u{7f}y",
    "\u{85}q",
    "\u{2028}x",
    "x\u{200b}",
    "a\tb",
    "a\nb",
    "(a|b",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&NAMES[..]).prop_map(str::to_owned),
        2 => "[ -~]{0,12}",
        1 => "\\PC{1,8}",
        1 => "[a-zA-Zİı得_ ]{200,300}",
        1 => select(&["q1", "Q1", "q 1", "id", "case", "name"][..]).prop_map(str::to_owned),
    ]
}

/// The cells of a column of so many rows: numbers of several kinds, labels of scales, options, or anything.
fn cells(rows: usize) -> impl Strategy<Value = Vec<String>> {
    let some = |of: &'static [&'static str]| proptest::collection::vec(select(of), rows).boxed();
    let words = prop_oneof![
        some(&["0", "1"]),
        some(&["0", "1", "2"]),
        some(&["0.2", "0.7", "1", "0"]),
        some(&["0.02", "0.31", "0.066"]),
        some(&["3", "41", "7.5", "120", "-8"]),
        some(&["同意", "不同意", "一般", "非常同意", "非常不同意"]),
        some(&["yes", "no", "true", "null", "~", "a: b", "\\", "\""]),
        some(&["A. 男", "B. 女"]),
        some(&["a;b", "a", "b;c", ""]),
        some(&["", "1", "2"]),
    ];
    let words = words.prop_map(|cells| cells.into_iter().map(str::to_owned).collect());
    prop_oneof![
        6 => words,
        1 => proptest::collection::vec("\\PC{0,6}", rows),
        1 => Just((0..rows).map(|row| format!("k{row}")).collect::<Vec<String>>()),
    ]
}

/// A table of text in which every cell is quoted.
fn table() -> impl Strategy<Value = String> {
    let columns = (3..7_usize, 4..14_usize)
        .prop_flat_map(|(width, height)| proptest::collection::vec((name(), cells(height)), width));
    columns.prop_map(|columns| {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: Vec<&str>| cells.into_iter().map(quoted).collect::<Vec<_>>().join(",");
        let height = columns.first().map_or(0, |(_, cells)| cells.len());
        let mut lines = vec![line(columns.iter().map(|(name, _)| name.as_str()).collect())];
        lines.extend((0..height).map(|row| line(columns.iter().map(|(_, cells)| cells[row].as_str()).collect())));
        lines.join("\n")
    })
}

/// Passes if the drafted study is accepted and its data are read and analysed.
fn check(draft: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let study = parse("s.yaml", draft.as_bytes());
    let study = study.map_err(|refused| TestCaseError::fail(format!("{refused}\n{draft}")))?;
    let refused = |error: EngineError| TestCaseError::fail(format!("{error}\n{draft}"));
    let world = Files::default().with("s/a.csv", bytes);
    Engine::default().findings(&study, &world).map(drop).map_err(refused)
}

/// Drafts a table of cases and a survey from the same text; returns the number of drafts.
fn drafts(text: &str) -> Result<usize, TestCaseError> {
    let bytes = text.as_bytes();
    let mut count = 0;
    if let Ok(preview) = preview("a.csv", bytes, Limits::default()) {
        let source =
            Source { id: "null", file: "s/a.csv", preview: &preview, outcome: None, because: None, cases: None };
        if let Ok(drafted) = draft(&source) {
            check(&drafted, bytes)?;
            count += 1;
        }
    }
    let source = Responses { file: "a.csv", id: None, format: None };
    if let Ok(codebook) = read_codebook(&source, bytes, Limits::default()) {
        let codebook: Codebook = codebook;
        check(&draft_survey("true", "s/a.csv", (&codebook, None), bytes), bytes)?;
        count += 1;
    }
    Ok(count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 5_000 }))]

    #[test]
    fn drafts_of_any_table_run(text in table()) {
        drafts(&text)?;
    }
}

#[test]
fn names_special_in_yaml_give_valid_drafts() {
    for name in NAMES {
        let (quoted, second) = (name.replace('"', "\"\""), format!("{name}2").replace('"', "\"\""));
        let rows = (0..8).map(|row| format!("k{row},{},{},0.{row}\n", 1.5 * f64::from(row), row % 2));
        let rows: String = rows.collect();
        let text = format!("id,\"{quoted}\",\"{second}\",out\n{rows}");
        match drafts(&text) {
            Ok(count) => assert_eq!(count, 2, "{name:?}"),
            Err(error) => panic!("{name:?}: {error}"),
        }
    }
}
