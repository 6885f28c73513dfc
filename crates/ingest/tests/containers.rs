//! The same table in every file format.

use equifinal_ingest::{Limits, Source, Wanted, read_cases, read_responses};
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};
use equifinal_study::responses::ItemAnswers;
use equifinal_study::table::{Cells, ColumnKind};

use crate::fixture;

fn check(file: &str, ids: &[&str], days: &[&str], lines: &[usize], detected: &str) {
    let wanted = |name: &str, kind| (name.to_owned(), kind);
    let columns =
        vec![wanted("share", ColumnKind::Number), wanted("day", ColumnKind::Text), wanted("sex", ColumnKind::Number)];
    let table = read_cases(
        file,
        &fixture(file),
        &Wanted { id: "case".to_owned(), columns, ..Wanted::default() },
        Limits::default(),
    );
    let table = table.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(table.cases, ids, "{file}");
    assert_eq!(table.columns[0].cells, Cells::Numbers(vec![0.67, 0.33, 1.0]), "{file}");
    let days = days.iter().map(|day| (*day).to_owned()).collect();
    assert_eq!(table.columns[1].cells, Cells::Texts(days, Vec::new()), "{file}");
    assert_eq!(table.columns[2].cells, Cells::Numbers(vec![1.0, 2.0, 2.0]), "{file}");
    assert_eq!(table.lines, lines, "{file}");
    assert_eq!(table.detected.to_string(), format!("{detected}, 3 cases × 5 columns"), "{file}");
}

#[test]
fn cases_are_read_from_every_format() {
    let (chinese, latin) = (["甲", "乙", "丙"], ["a", "b", "c"]);
    let days = ["2026-03-20", "2026-03-21", "2026-03-22"];
    check("container.xlsx", &chinese, &days, &[2, 3, 4], "Excel workbook");
    check("container.xls", &chinese, &days, &[2, 3, 4], "Excel 97 workbook");
    check("container.ods", &chinese, &days, &[2, 3, 4], "OpenDocument workbook");
    check("container.json", &chinese, &days, &[1, 2, 3], "JSON file");
    check("container.parquet", &chinese, &days, &[1, 2, 3], "Parquet file");
    check("container.sav", &chinese, &days, &[1, 2, 3], "SPSS file");
    check("container.zsav", &chinese, &days, &[1, 2, 3], "SPSS file");
    check("container_15.dta", &chinese, &days, &[1, 2, 3], "Stata file");
    check("container_8.dta", &latin, &days, &[1, 2, 3], "Stata file");
    check("container.tsv", &chinese, &days, &[2, 3, 4], "UTF-16LE with a byte order mark, tabs");
}

#[test]
fn one_object_per_line_is_a_list() {
    let lines = "{\"id\": \"x\", \"share\": 1}\n{\"share\": \"０．５\", \"id\": \"y\"}\n";
    let wanted =
        || Wanted { id: "id".to_owned(), columns: vec![("share".to_owned(), ColumnKind::Number)], ..Wanted::default() };
    let table = read_cases("a.jsonl", lines.as_bytes(), &wanted(), Limits::default()).unwrap();
    assert_eq!(
        (table.cases, &table.columns[0].cells),
        (vec!["x".to_owned(), "y".to_owned()], &Cells::Numbers(vec![1.0, 0.5]))
    );
    for (text, expected) in [
        ("[1, 2]".to_owned(), "it must hold a list of objects, one for each response"),
        (format!("{lines}3\n"), "it must hold a list of objects, one for each response"),
        (format!("{lines}{{\n"), "EOF while parsing an object at line 4 column 0"),
        ("{\"share\": 1}".to_owned(), "a.jsonl: there is no column `id`; the file has `share`"),
    ] {
        let errors = read_cases("a.jsonl", text.as_bytes(), &wanted(), Limits::default()).unwrap_err().to_string();
        assert!(errors.contains(expected), "{errors}");
    }
}

/// Labels replace codes, and values declared missing are missing.
#[test]
fn statistical_files_provide_labels() {
    let item = |name: &str, kind, scale: Option<&str>| Item {
        name: name.to_owned(),
        column: ColumnRef::Header(name.to_owned()),
        kind,
        scale: scale.map(str::to_owned),
        reversed: false,
        private: false,
    };
    let codes = [("不同意", 1.0), ("一般", 2.0), ("同意", 3.0)].map(|(label, code)| (label.to_owned(), code));
    let instrument = Instrument {
        scales: [("worth".to_owned(), Scale { codes: codes.to_vec() })].into(),
        items: vec![
            item("worth", ItemKind::Scale, Some("worth")),
            item("sex", ItemKind::Single, None),
            item("day", ItemKind::Date, None),
        ],
        ..Instrument::default()
    };
    for file in ["container.sav", "container.zsav", "container_15.dta"] {
        let source = Source { file, id: Some("case"), format: None };
        let found = read_responses(&source, &fixture(file), Some(&instrument), Limits::default()).unwrap();
        let ItemAnswers::Codes(worth) = &found.items[0].answers else { panic!("{file}: codes") };
        assert_eq!(
            worth.iter().map(|answer| answer.copied().ok()).collect::<Vec<_>>(),
            [Some(3.0), None, None],
            "{file}"
        );
        assert_eq!(found.items[0].question, "我的工作有价值", "{file}");
        let ItemAnswers::Texts(sex) = &found.items[1].answers else { panic!("{file}: texts") };
        assert_eq!(sex.iter().filter_map(Result::ok).collect::<Vec<_>>(), ["男", "女", "女"], "{file}");
        let ItemAnswers::Texts(day) = &found.items[2].answers else { panic!("{file}: texts") };
        assert_eq!(day.get(1), Some(Ok(&"2026-03-21".to_owned())), "{file}");
    }
}
