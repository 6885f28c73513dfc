//! Workbooks as people have them: the table that each gives, and what is said of it. `yearbooks/make.py` writes both.

use std::collections::BTreeSet;

use equifinal_ingest::{Limits, PreviewCells, Wanted, preview, read_cases};
use equifinal_study::table::{Cells, ColumnKind};

use crate::file_of;

/// The expected text about a file.
fn expected(file: &str, ending: &str) -> String {
    String::from_utf8(file_of("yearbooks/expected", &format!("{file}.{ending}"))).unwrap()
}

/// The table of a file as text, the first column that names its rows as ids: numbers where all cells of a column are, and a blank for a
/// missing value.
fn read(file: &str) -> (String, String) {
    let bytes = file_of("yearbooks", file);
    let found = preview(file, &bytes, Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let kind = |cells: &PreviewCells| match cells {
        PreviewCells::Numbers(_) => ColumnKind::Number,
        PreviewCells::Texts(_) => ColumnKind::Text,
    };
    let columns: Vec<_> = found.columns.iter().map(|column| (column.name.clone(), kind(&column.cells))).collect();
    let id = found.columns.iter().find(|column| column.identifies).map(|column| column.name.clone()).unwrap();
    let wanted = Wanted {
        id: id.clone(),
        may_lack: columns.iter().cloned().collect::<BTreeSet<_>>(),
        columns: columns.clone(),
        ..Wanted::default()
    };
    let table = read_cases(file, &bytes, &wanted, Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(table.detected.notes, found.detected.notes, "{file}: drafts and runs say the same");
    let mut text = columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(",") + "\n";
    for case in 0..table.cases.len() {
        let cell = |cells: &Cells| match cells {
            Cells::Numbers(numbers) if numbers[case].is_nan() => String::new(),
            Cells::Numbers(numbers) => numbers[case].to_string(),
            Cells::Texts(texts, _) => texts[case].clone(),
        };
        let cells = table.columns.iter().map(|column| match column.name == id {
            true => table.cases[case].clone(),
            false => cell(&column.cells),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    let said: String = table.detected.notes.sentences().iter().map(|note| format!("{note}\n")).collect();
    (text, said)
}

#[test]
fn workbooks_give_the_table_that_people_see() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/yearbooks/expected");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| Some(name.strip_suffix(".csv")?.to_owned()))
        .collect();
    files.sort();
    assert!(files.len() >= 20, "{files:?}");
    for file in &files {
        let (text, said) = read(file);
        assert_eq!(text, expected(file, "csv"), "{file}");
        assert_eq!(said, expected(file, "txt"), "{file}");
    }
}
