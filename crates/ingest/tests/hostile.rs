//! Hostile and broken files are refused in one located sentence, without using much memory.

use equifinal_ingest::{Limits, Source, Wanted, read_cases, read_responses};
use equifinal_study::table::ColumnKind;

use crate::file_of;

fn check(file: &str, expected: &[&str]) {
    check_within(file, Limits::default(), expected);
}

fn check_within(file: &str, limits: Limits, expected: &[&str]) {
    let bytes = file_of("refused", file);
    let wanted =
        Wanted { id: "id".to_owned(), columns: vec![("a".to_owned(), ColumnKind::Number)], ..Wanted::default() };
    let errors = read_cases(file, &bytes, &wanted, limits).expect_err(file).to_string();
    let prefixed: Vec<String> = expected.iter().map(|line| format!("{file}: {line}")).collect();
    assert_eq!(errors.lines().collect::<Vec<_>>(), prefixed, "{file}");
    let source = Source { file, id: None, format: None };
    let responses = read_responses(&source, &bytes, None, limits);
    assert!(responses.is_err() || file == "duplicated.csv", "{file} is read as responses");
}

#[test]
fn archives() {
    let inflates = "the archive inflates to more than the 8449600 bytes allowed for its size, at \
                    \"xl/worksheets/sheet1.xml\"; save it again";
    check("bomb.xlsx", &[inflates]);
    check(
        "bomb_forged.xlsx",
        &[
            "the zip archive is damaged or of an unknown version: \"File is larger than its declared uncompressed size\"; \
           save it again",
        ],
    );
    check("many_entries.xlsx", &["the archive has 1006 entries; at most 1000 are read"]);
    let not = |found: &str| format!("this is {found}; save the table as .csv or .xlsx, without macros and password");
    check("macros.xlsm", &[&not("a workbook with macros")]);
    check("binary.xlsb", &[&not("a binary workbook (.xlsb)")]);
    check("letter.docx", &[&not("an archive without a workbook")]);
    check("encrypted.ods", &[&not("an encrypted workbook")]);
    check("page.csv", &[&not("a web page")]);
    check("document.csv", &[&not("a PDF document")]);
}

#[test]
fn far_cells_and_many_cells() {
    let far = |cell: &str| {
        format!("cell {cell} lies outside the 100000 rows and 2000 columns that are read; delete what stands there")
    };
    let many = "reading it would take more than the 64 MiB of memory allowed for one file: leave out rows and columns \
                that the study does not use, or allow more with --memory-limit";
    check("far_cell.xlsx", &[&far("XFD1048576")]);
    check("many_columns.xlsx", &[&far("BXZ2")]);
    check_within("ten_million.xlsx", Limits { memory: 64 << 20 }, &[many]);
    check("far_column.xls", &[&far("CRXP9001")]);
    check("repeated.ods", &[&far("XFD2")]);
    check("repeated_rows.ods", &[&far("A1048576")]);
}

#[test]
fn workbooks_with_surprises() {
    check(
        "formula.xlsx",
        &[
            "line 3: cell B3 holds a formula and no value; open the file in Excel and save it, or copy and paste as values",
            "line 3, column `a`, case `y`: the cell is empty; give it a value, or give its set `missing: drop` or `missing: {impute: {value: …, because: …}}`",
        ],
    );
    check(
        "out_of_order.xlsx",
        &["the Excel workbook is damaged or of an unknown version: \"cell A1 stands out of order\"; save it again"],
    );
    check("empty.xlsx", &["the file is empty; it needs a line of column names and a line for each case"]);
}

#[test]
fn damaged_files() {
    for (file, container) in [
        ("cut.xlsx", "zip archive"),
        ("cut.xls", "Excel 97 workbook"),
        ("cut.sav", "SPSS file"),
        ("cut.dta", "Stata file"),
        ("cut.parquet", "Parquet file"),
        ("cut.json", "JSON file"),
        ("numbers.json", "JSON file"),
        ("deep.json", "JSON file"),
        ("forged_cases.sav", "SPSS file"),
        ("forged_cases.dta", "Stata file"),
        ("forged_columns.dta", "Stata file"),
        ("forged_old.dta", "Stata file"),
        ("forged_footer.parquet", "Parquet file"),
    ] {
        let bytes = file_of("refused", file);
        let wanted = Wanted { id: "id".to_owned(), ..Wanted::default() };
        let errors = read_cases(file, &bytes, &wanted, Limits::default()).expect_err(file).to_string();
        let start = format!("{file}: the {container} is damaged or of an unknown version: ");
        assert!(errors.starts_with(&start) && errors.lines().count() == 1, "{errors}");
    }
}

#[test]
fn texts() {
    check("nul.csv", &["line 3: a NUL character; this is not a text file, or it is damaged"]);
    check("ragged.csv", &["line 3: 1 cells where the header has 2", "line 4: 3 cells where the header has 2"]);
    check("duplicated.csv", &["line 1: the column name `a` stands in columns 2 and 3; names must differ"]);
    let empty = "the file is empty; it needs a line of column names and a line for each case";
    check("empty.csv", &[empty]);
    check("blank.csv", &[empty]);
    check("mixed_encodings.csv", &["line 3 is not in UTF-8, as line 2 is; save the whole file as UTF-8"]);
}
