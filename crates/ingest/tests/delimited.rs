//! Delimited text as spreadsheets, statistical programs and people write it: what every column holds.

use equifinal_ingest::{Limits, preview};
use proptest::prelude::*;

use crate::table;

fn check(text: &str, expected: &str) {
    assert_eq!(table("a.csv", text.as_bytes()), expected, "{text:?}");
}

#[test]
fn quotation_marks() {
    for (text, expected) in [
        ("id,a\nx,\"1\"\n", "id: x\na: 1"),
        ("\"id\",\"a\"\n\"x\",\"1\"\n", "id: x\na: 1"),
        ("id,a\nx,\"p,q\"\n", "id: x\na: p,q"),
        ("id,a\nx,\"p\"\"q\"\n", "id: x\na: p\"q"),
        ("id,a\nx,\"\"\"p\"\"\"\n", "id: x\na: \"p\""),
        ("id,a\nx,\"\"\ny,z\n", "id: x | y\na:  | z"),
        ("id,a\nx,\"p\r\nq\"\n", "id: x\na: p\r\nq"),
        ("id,a\nx,\" p \"\n", "id: x\na: p"),
        ("id,a\nx,5'7\"\n", "id: x\na: 5'7\""),
        ("id,a\nx,p\"q\"r\n", "id: x\na: p\"q\"r"),
        // A mark after a blank is part of the cell.
        ("id,a\nx, \"p\n", "id: x\na: \"p"),
        ("id,a\nx,'p'\n", "id: x\na: 'p'"),
        ("id,a\nx,“p”\n", "id: x\na: “p”"),
        ("\"a,b\",id\n1,x\n", "a,b: 1\nid: x"),
        ("\"a\nb\",id\n1,x\n", "a\nb: 1\nid: x"),
    ] {
        check(text, expected);
    }
}

#[test]
fn separators() {
    for (text, expected) in [
        ("id;a\nx;1\n", "id: x\na: 1"),
        ("id\ta\nx\t1\n", "id: x\na: 1"),
        ("id;a\nx;0,5\n", "id: x\na: 0.5"),
        ("id;a,b;c\nx;1;2\n", "id: x\na,b: 1\nc: 2"),
        ("id\ta\nx, y\t1\n", "id: x, y\na: 1"),
        ("id,a\nx;y,1\n", "id: x;y\na: 1"),
        // Whatever else separates cells is part of them.
        ("id|a\nx|1\ny|2\n", "id|a: x|1 | y|2"),
        ("id，a\nx，1\n", "id，a: x，1"),
        ("id\nx\ny\n", "id: x | y"),
        ("id,a,\nx,1,\n", "id: x\na: 1"),
        ("id,,a\nx,,1\n", "id: x\na: 1"),
        // The separator under which most records are as wide as the header.
        ("id;a\nx;1,2,3\ny;4,5,6\n", "id: x | y\na: 1,2,3 | 4,5,6"),
        ("id,a\nx;1,2\ny;3,4\n", "id: x;1 | y;3\na: 2 | 4"),
    ] {
        check(text, expected);
    }
}

#[test]
fn lines() {
    for (text, expected) in [
        ("id,a\nx,1", "id: x\na: 1"),
        ("id,a\rx,1\r", "id: x\na: 1"),
        ("id,a\r\nx,1\r\ny,2\r\n", "id: x | y\na: 1 | 2"),
        ("id,a\r\nx,1\ny,2\rz,3\n", "id: x | y | z\na: 1 | 2 | 3"),
        ("\n\nid,a\n\nx,1\n\n\n", "id: x\na: 1"),
        (" \t\nid,a\nx,1\n   \n", "id: x\na: 1"),
        ("\u{feff}id,a\nx,1\n", "id: x\na: 1"),
        ("\u{feff}\"id\",a\nx,1\n", "id: x\na: 1"),
        ("\u{3000}id\u{3000},\u{a0}a\nx\u{3000},\u{a0}1\n", "id: x\na: 1"),
        ("id,a\nx\ty,1\n", "id: x\ty\na: 1"),
    ] {
        check(text, expected);
    }
}

#[test]
fn headers() {
    let long = "条件".repeat(200);
    for (text, expected) in [
        ("城市,经费（万元）\n甲,1\n", "城市: 甲\n经费（万元）: 1".to_owned()),
        ("id,A,a\nx,1,2\n", "id: x\nA: 1\na: 2".to_owned()),
        ("id,1,2.5\nx,3,4\n", "id: x\n1: 3\n2.5: 4".to_owned()),
        ("id,a b,a  b\nx,1,2\n", "id: x\na b: 1\na  b: 2".to_owned()),
        ("id,a,,\nx,1,2,\n", "id: x\na: 1".to_owned()),
        (&format!("id,{long}\nx,1\n"), format!("id: x\n{long}: 1")),
        (
            "id,a,a\nx,1,2\n",
            "a.csv: line 1: the column name `a` stands in columns 2 and 3; names must differ".to_owned(),
        ),
        (
            "id, a,a \nx,1,2\n",
            "a.csv: line 1: the column name `a` stands in columns 2 and 3; names must differ".to_owned(),
        ),
    ] {
        check(text, &expected);
    }
    let unnamed = |text: &str| preview("a.csv", text.as_bytes(), Limits::default()).unwrap().unnamed;
    assert_eq!(unnamed("id,,a,,\nx,1,2,,3\n"), [2, 5]);
    assert_eq!(unnamed("id,a\nx,1\n"), Vec::<usize>::new());
}

#[test]
fn records_of_the_wrong_width() {
    let wrong = |line: usize, found: usize, expected: usize| {
        format!("a.csv: line {line}: {found} cells where the header has {expected}")
    };
    for (text, expected) in [
        ("id,a\nx\ny,1\n", vec![wrong(2, 1, 2)]),
        ("id,a\nx,1,\ny,1\n", vec![wrong(2, 3, 2)]),
        ("id,a\nx,1\n\"y\nz\",1,2\nw\n", vec![wrong(3, 3, 2), wrong(5, 1, 2)]),
        ("\n\nid,a\n\nx,1\n\ny\n", vec![wrong(7, 1, 2)]),
        ("id,a\r\nx,1\r\ny\r\n", vec![wrong(3, 1, 2)]),
        ("id,a\rx,1\ry\r", vec![wrong(3, 1, 2)]),
        // Decimal commas in a file of commas.
        ("id,a,b\nx,0,5,1\ny,1,2,0\nz,1,1\n", vec![wrong(2, 4, 3), wrong(3, 4, 3)]),
        (
            "id,a\nx,\"1\ny,2\nz,3\n",
            vec!["a.csv: line 2: a quotation mark is opened in this record and never closed".to_owned()],
        ),
        (
            "id,a\nx,1\ny,\0\n",
            vec!["a.csv: line 3: a NUL character; this is not a text file, or it is damaged".to_owned()],
        ),
    ] {
        check(text, &expected.join("\n"));
    }
}

#[test]
fn kinds_of_columns() {
    for (cells, expected) in [
        (["1", "2.5", "-3"], "1 | 2.5 | -3"),
        (["１", "２", "３"], "1 | 2 | 3"),
        (["1", "", "3"], "1 | 3"),
        (["", "", ""], ""),
        (["1", "x", "3"], "1 | x | 3"),
        (["1", "NA", "3"], "1 | NA | 3"),
        (["12%", "5%", "7%"], "0.12 | 0.05 | 0.07"),
        (["1e3", "1E-2", "+4"], "1000 | 0.01 | 4"),
        (["0.1", "0.10", ".1"], "0.1 | 0.1 | 0.1"),
        (["TRUE", "FALSE", "TRUE"], "TRUE | FALSE | TRUE"),
        (["2026-03-20", "2026-03-21", ""], "2026-03-20 | 2026-03-21 | "),
    ] {
        let rows = cells.iter().zip(1..).map(|(cell, row)| format!("k{row},{cell}\n")).collect::<String>();
        check(&format!("id,a\n{rows}"), &format!("id: k1 | k2 | k3\na: {expected}"));
    }
}

#[test]
fn other_kinds_of_files_are_named() {
    for (start, found) in [
        (&b"%PDF-1.7\n"[..], "a PDF document"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"Rar!\x1a\x07\x00", "a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"{\\rtf1\\ansi", "a rich-text document"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"\xef\xbb\xbf  <html lang=\"zh\">", "a web page"),
        (b"<TABLE border=1><tr>", "a web page"),
    ] {
        assert_eq!(
            table("a.csv", start),
            format!("a.csv: this is {found}; save the table as .csv or .xlsx, without macros and password")
        );
    }
    // A header that only resembles JSON is text.
    check("[id],a\nx,1\n", "[id]: x\na: 1");
    check("{id},a\nx,1\n", "{id}: x\na: 1");
}

/// The same text in every encoding that a mark announces.
fn encoded(text: &str) -> Vec<Vec<u8>> {
    let marked = format!("\u{feff}{text}");
    let units = || marked.encode_utf16();
    vec![
        text.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        units().flat_map(u16::to_le_bytes).collect(),
        units().flat_map(u16::to_be_bytes).collect(),
    ]
}

proptest! {
    /// Cells of any letters come back as they were, for every encoding, separator and line end.
    #[test]
    fn every_encoding_holds_the_same_table(
        cells in prop::collection::vec("[a-z上海é𠀀]{1,6}", 2..8),
        separator in prop::sample::select(vec![",", ";", "\t"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let rows = cells.iter().map(|cell| format!("{cell}{separator}{cell}x{end}")).collect::<String>();
        let text = format!("id{separator}城市{end}{rows}");
        let second: Vec<String> = cells.iter().map(|cell| format!("{cell}x")).collect();
        let expected = format!("id: {}\n城市: {}", cells.join(" | "), second.join(" | "));
        for bytes in encoded(&text) {
            prop_assert_eq!(table("a.csv", &bytes), expected.clone(), "{:?}", text);
        }
    }

    /// The order of columns changes no cell.
    #[test]
    fn columns_may_stand_in_any_order(rows in prop::collection::vec(("[a-z]{1,4}", 0..100_u8, "[A-Z上 ]{0,4}"), 1..6), turn in 0..3_usize) {
        let write = |order: [usize; 3]| {
            let header = ["id", "a", "b"];
            let line = |cells: [String; 3]| format!("{}\n", order.map(|at| cells[at].clone()).join(","));
            let body = rows.iter().map(|(id, a, b)| line([format!("k{id}"), a.to_string(), format!("v{b}")]));
            std::iter::once(line(header.map(str::to_owned))).chain(body).collect::<String>()
        };
        let sorted = |text: String| {
            let mut lines: Vec<String> = table("a.csv", text.as_bytes()).lines().map(str::to_owned).collect();
            lines.sort_unstable();
            lines
        };
        let order = [[1, 0, 2], [2, 1, 0], [1, 2, 0]][turn];
        prop_assert_eq!(sorted(write([0, 1, 2])), sorted(write(order)));
    }
}
