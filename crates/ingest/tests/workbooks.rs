//! Excel workbooks, written cell by cell: numbers, dates, truth values, errors, formulas and blanks.

use std::io::{Cursor, Write};

use equifinal_ingest::{Limits, preview};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::table;

/// Number formats of the styles 1 to 6: a day, a day and time, a time, a duration, a percentage, and one of their own.
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>\
    <fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"7\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
    <xf numFmtId=\"22\"/><xf numFmtId=\"21\"/><xf numFmtId=\"46\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

const NAMES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of sheets, each with its name and its rows; days count from 1904 if `since_1904`.
fn workbook(sheets: &[(&str, &str)], since_1904: bool) -> Vec<u8> {
    let mut names = String::new();
    let mut of_book = format!("<Relationship Id=\"s\" Type=\"{NAMES}/styles\" Target=\"styles.xml\"/>");
    let mut parts = vec![("xl/styles.xml".to_owned(), STYLES.to_owned())];
    for ((name, rows), at) in sheets.iter().zip(1..) {
        names += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\"/>");
        of_book +=
            &format!("<Relationship Id=\"r{at}\" Type=\"{NAMES}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>");
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let since = if since_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let book = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{NAMES}\">{since}<sheets>{names}</sheets></workbook>");
    let start = format!("<Relationship Id=\"b\" Type=\"{NAMES}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let relations = |inner: &str| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>");
    parts.push(("xl/workbook.xml".to_owned(), book));
    parts.push(("_rels/.rels".to_owned(), relations(&start)));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&of_book)));
    parts.push(("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"{PACKAGE}/content-types\"/>")));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, content) in &parts {
        archive.start_file(name.as_str(), options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A row of cells from column A on; each is the whole element without its place, or blank.
fn row(number: usize, cells: &[&str]) -> String {
    let cells = cells.iter().zip('A'..).filter(|(cell, _)| !cell.is_empty());
    let cells = cells.map(|(cell, column)| cell.replacen("<c", &format!("<c r=\"{column}{number}\""), 1));
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}

fn text(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

/// A sheet with the header `id`, `a`, and one case with each of these cells.
fn sheet(cells: &[&str]) -> String {
    let (id, a) = (text("id"), text("a"));
    let cases = cells.iter().zip(2..).map(|(cell, number)| row(number, &[&text(&format!("k{number}")), cell]));
    std::iter::once(row(1, &[&id, &a])).chain(cases).collect()
}

fn check(cells: &[&str], expected: &str) {
    check_sheets(&[("Sheet1", &sheet(cells))], false, expected);
}

fn check_sheets(sheets: &[(&str, &str)], since_1904: bool, expected: &str) {
    let found = table("a.xlsx", &workbook(sheets, since_1904));
    let ids = |line: &&str| !line.starts_with("id: ");
    assert_eq!(found.lines().filter(ids).collect::<Vec<_>>().join("\n"), expected, "{sheets:?}");
}

#[test]
fn numbers_and_texts() {
    for (cells, expected) in [
        (&["<c><v>0.5</v></c>", "<c><v>1E-3</v></c>", "<c><v>-7</v></c>"] as &[&str], "a: 0.5 | 0.001 | -7"),
        (&["<c><v>0.1</v></c>", "<c><v>0.30000000000000004</v></c>"], "a: 0.1 | 0.30000000000000004"),
        (&["<c t=\"n\"><v>12</v></c>", "<c t=\"str\"><v>12</v></c>"], "a: 12 | 12"),
        (&[&text("１２"), &text(" 3 ")], "a: 12 | 3"),
        (&[&text("上海"), &text("a &amp; b"), &text(" x\ny ")], "a: 上海 | a & b | x\ny"),
        (&["<c t=\"b\"><v>1</v></c>", "<c t=\"b\"><v>0</v></c>"], "a: TRUE | FALSE"),
        // A cell without a value is empty, and so is one with a style alone.
        (&["<c><v>1</v></c>", "<c/>", "<c s=\"1\"/>", ""], "a: 1"),
        (&[&text("x"), "<c/>", &text("  ")], "a: x |  | "),
        (&["<c s=\"5\"><v>0.125</v></c>", "<c s=\"5\"><v>1</v></c>"], "a: 0.125 | 1"),
        (&["<c t=\"inlineStr\"><is><r><t>上</t></r><r><t>海</t></r></is></c>"], "a: 上海"),
    ] {
        check(cells, expected);
    }
}

#[test]
fn errors_in_cells_are_texts() {
    for error in ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"] {
        check(&["<c><v>1</v></c>", &format!("<c t=\"e\"><v>{error}</v></c>")], &format!("a: 1 | {error}"));
    }
}

#[test]
fn days_and_times() {
    for (style, value, expected) in [
        (1, "45371", "2024-03-20"),
        (1, "1", "1900-01-01"),
        (1, "59", "1900-02-28"),
        (1, "61", "1900-03-01"),
        (1, "36585", "2000-02-29"),
        (2, "45371.5", "2024-03-20 12:00:00"),
        (2, "45371", "2024-03-20"),
        (2, "45371.93569444444", "2024-03-20 22:27:24"),
        (6, "45371", "2024-03-20"),
        // A duration is a number of days.
        (4, "0.5", "0.5"),
        (4, "1.25", "1.25"),
        (0, "45371", "45371"),
    ] {
        check(&[&format!("<c s=\"{style}\"><v>{value}</v></c>")], &format!("a: {expected}"));
    }
    let day = sheet(&["<c s=\"1\"><v>43909</v></c>"]);
    check_sheets(&[("Sheet1", &day)], true, "a: 2024-03-20");
    check(&["<c t=\"d\"><v>2024-03-20</v></c>"], "a: 2024-03-20");
}

/// The value that the file keeps for a formula is read; a formula without one is refused where it matters.
#[test]
fn formulas_have_saved_values() {
    let formula = |cell: &str, line: usize| {
        format!(
            "a.xlsx: line {line}: cell {cell} holds a formula and no value; open the file in Excel and save it, or copy \
             and paste as values"
        )
    };
    for (cells, expected) in [
        (&["<c><f>1+1</f><v>2</v></c>"] as &[&str], "a: 2".to_owned()),
        (&["<c><v>1</v></c>", "<c t=\"str\"><f>A1</f><v>id</v></c>"], "a: 1 | id".to_owned()),
        (&["<c><f>1+1</f><v>2</v></c>", "<c><f>NA()</f></c>"], formula("B3", 3)),
        (&["<c><f>1+1</f></c>", "<c><f>NA()</f></c>"], format!("{}\n{}", formula("B2", 2), formula("B3", 3))),
    ] {
        check(cells, &expected);
    }
    let bytes = workbook(&[("Sheet1", &sheet(&["<c><f>1+1</f><v>2</v></c>", "<c><v>1</v></c>"]))], false);
    assert_eq!(preview("a.xlsx", &bytes, Limits::default()).unwrap().detected.notes.formulas, 1);
}

#[test]
fn rows_and_columns() {
    let blank = [row(1, &[]), row(3, &[&text("id"), "", &text("b")]), row(5, &[&text("k5"), "", "<c><v>1</v></c>"])];
    check_sheets(&[("Sheet1", &blank.concat())], false, "b: 1");
    // A cell right of the header has no name, and is reported as such.
    let wide =
        [row(1, &[&text("id"), &text("a")]), row(2, &[&text("k2"), "<c><v>1</v></c>", "<c><v>1</v></c>"])].concat();
    let found = preview("a.xlsx", &workbook(&[("Sheet1", &wide)], false), Limits::default()).unwrap();
    assert_eq!((found.unnamed, found.columns.len(), found.cases), (vec![3], 2, 1));
    let twice = row(1, &[&text("id"), &text("a"), &text("a")]) + &row(2, &[&text("k"), &text("x"), &text("y")]);
    check_sheets(
        &[("Sheet1", &twice)],
        false,
        "a.xlsx: line 1: the column name `a` stands in columns 2 and 3; names must differ",
    );
    check_sheets(&[("Sheet1", &sheet(&[]))], false, "a.xlsx: the file holds column names but no case");
    let empty = "a.xlsx: the file is empty; it needs a line of column names and a line for each case";
    check_sheets(&[("Sheet1", "")], false, empty);
    check_sheets(&[("Sheet1", &row(1, &["<c/>", &text(" ")]))], false, empty);
}

#[test]
fn the_first_sheet_is_read() {
    let (one, two) = (sheet(&[&text("x")]), sheet(&[&text("y")]));
    for (sheets, expected, detected) in [
        (&[("甲", one.as_str())] as &[(&str, &str)], "a: x", "Excel workbook, 1 cases × 2 columns"),
        (&[("Notes", &two), ("Data", &one)], "a: y", "Excel workbook, the first of 2 sheets, 1 cases × 2 columns"),
    ] {
        check_sheets(sheets, false, expected);
        let found = preview("a.xlsx", &workbook(sheets, false), Limits::default()).unwrap();
        assert_eq!(found.detected.to_string(), detected);
    }
    check_sheets(
        &[],
        false,
        "a.xlsx: the Excel workbook is damaged or of an unknown version: \"it has no sheet\"; save it again",
    );
}

#[test]
fn percentages_are_told_by_their_format() {
    for (cells, expected) in [
        (&["<c s=\"5\"><v>0.1</v></c>", "<c s=\"5\"><v>0.2</v></c>"] as &[&str], true),
        (&["<c s=\"5\"><v>0.1</v></c>", "<c><v>0.2</v></c>"], true),
        (&["<c s=\"5\"><v>0.1</v></c>", "<c><v>0.2</v></c>", "<c><v>0.3</v></c>"], false),
        (&["<c><v>0.1</v></c>", "<c s=\"1\"><v>2</v></c>"], false),
    ] {
        let found = preview("a.xlsx", &workbook(&[("Sheet1", &sheet(cells))], false), Limits::default()).unwrap();
        assert_eq!(found.columns[1].percent, expected, "{cells:?}");
    }
}
