//! Encodings, separators, quotes, blanks and line ends.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, WINDOWS_1252};
use equifinal_study::table::Cells;
use proptest::prelude::*;

use crate::read;

/// The ids, the numbers of column `a`, the texts of column `b`, and the lines.
type Table<'a> = (&'a [&'a str], &'a [f64], &'a [&'a str], &'a [usize]);

fn check(bytes: &[u8], expected: Table<'_>, detected: &str) {
    let table = read(bytes, &["a"], &["b"]).unwrap();
    let shown = String::from_utf8_lossy(bytes);
    assert_eq!(table.cases, expected.0, "{shown}");
    assert_eq!(table.column("a").unwrap().cells, Cells::Numbers(expected.1.to_vec()), "{shown}");
    let texts = expected.2.iter().map(|text| (*text).to_owned()).collect();
    assert_eq!(table.column("b").unwrap().cells, Cells::Texts(texts, Vec::new()), "{shown}");
    assert_eq!(table.lines, expected.3, "{shown}");
    assert_eq!(table.detected.to_string(), detected, "{shown}");
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

#[test]
fn separators_quotes_blanks_and_line_ends() {
    let plain: Table<'_> = (&["x", "y"], &[1.0, 2.0], &["p", "q"], &[2, 3]);
    for (text, expected, detected) in [
        ("id,a,b\nx,1,p\ny,2,q\n", plain, "UTF-8, commas"),
        ("id,a,b\nx,1,p\ny,2,q", plain, "UTF-8, commas"),
        ("id;a;b\r\nx;1;p\r\ny;2;q\r\n", plain, "UTF-8, semicolons"),
        ("id\ta\tb\nx\t1\tp\ny\t2\tq\n", plain, "UTF-8, tabs"),
        ("\u{feff}id,a,b\nx,1,p\ny,2,q\n", plain, "UTF-8 with a byte order mark, commas"),
        (" id , a,\"b\"\n\u{a0}x,\u{3000}1 ,\"p\"\ny,\"2\",q \n", plain, "UTF-8, commas"),
        ("id,a,b\r\rx,1,p\ry,2,q\r", (&["x", "y"], &[1.0, 2.0], &["p", "q"], &[3, 4]), "UTF-8, commas"),
        ("\r\n \r\nid,a,b\r\n\r\nx,1,p\r\n\t\r\ny,2,q\r\n\r\n", (plain.0, plain.1, plain.2, &[5, 7]), "UTF-8, commas"),
        (
            "id,a,b\nx,1e3,\"p\nq\nr\"\ny,-0.5,q\n",
            (&["x", "y"], &[1e3, -0.5], &["p\nq\nr", "q"], &[2, 5]),
            "UTF-8, commas",
        ),
        (
            "id,a,b\nx,.5,\"say \"\"p\"\"\"\ny,+2.,5\" q\n",
            (&["x", "y"], &[0.5, 2.0], &["say \"p\"", "5\" q"], &[2, 3]),
            "UTF-8, commas",
        ),
        (
            "id;a;b\nx;1;\"p,q,r\"\ny;2;\"s,t,u\"\n",
            (&["x", "y"], &[1.0, 2.0], &["p,q,r", "s,t,u"], &[2, 3]),
            "UTF-8, semicolons",
        ),
        ("id;\"c,d,e,f\";a;b\nx;\"g,h,i,j\";1;p\ny;\"k,l,m,n\";2;q\n", plain, "UTF-8, semicolons"),
        ("b,id,other,a\np,x,,1\nq,y,,2\n", plain, "UTF-8, commas"),
        ("id,a,b,,\nx,1,p,,\ny,2,q,,\n", plain, "UTF-8, commas"),
    ] {
        let columns = match text {
            t if t.contains("other") || t.contains("c,d,e,f") => 4,
            t if t.contains(",,\n") => 5,
            _ => 3,
        };
        check(text.as_bytes(), expected, &format!("{detected}, 2 cases × {columns} columns"));
    }
}

#[test]
fn encodings() {
    let text = "id,a,b\n上海,1,一般\n北京,0.67,非常同意\n";
    let rare = "id,a,b\n上海,1,一般\n北京,0.67,𠀀同意\n";
    let french = "id,a,b\nCôte,1,été très sûr\nForêt,0.67,à côté\n";
    for (bytes, (first, second), (p, q), detected) in [
        (encoded(text, UTF_8), ("上海", "北京"), ("一般", "非常同意"), "UTF-8"),
        (encoded(text, GBK), ("上海", "北京"), ("一般", "非常同意"), "GBK"),
        (encoded(rare, GB18030), ("上海", "北京"), ("一般", "𠀀同意"), "GBK"),
        (utf16(text, u16::to_le_bytes), ("上海", "北京"), ("一般", "非常同意"), "UTF-16LE"),
        (utf16(text, u16::to_be_bytes), ("上海", "北京"), ("一般", "非常同意"), "UTF-16BE"),
        (
            utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
            ("上海", "北京"),
            ("一般", "非常同意"),
            "UTF-16LE with a byte order mark",
        ),
        (
            utf16(&format!("\u{feff}{text}"), u16::to_be_bytes),
            ("上海", "北京"),
            ("一般", "非常同意"),
            "UTF-16BE with a byte order mark",
        ),
        (encoded(french, WINDOWS_1252), ("Côte", "Forêt"), ("été très sûr", "à côté"), "windows-1252"),
    ] {
        check(
            &bytes,
            (&[first, second], &[1.0, 0.67], &[p, q], &[2, 3]),
            &format!("{detected}, commas, 2 cases × 3 columns"),
        );
    }
}

#[test]
fn short_files_in_legacy_encodings() {
    for (id, encoding) in [
        ("甲", GBK),
        ("县", GBK),
        ("案例", GBK),
        ("很好", GBK),
        ("浙江", GBK),
        ("朱镕基", GBK),
        ("Côte d'Ivoire", WINDOWS_1252),
        ("München", WINDOWS_1252),
        ("Müßig", WINDOWS_1252),
        ("España", WINDOWS_1252),
    ] {
        let bytes = encoded(&format!("id,a,b\n{id},1,p\n"), encoding);
        let detected = format!("{}, commas, 1 cases × 3 columns", encoding.name());
        check(&bytes, (&[id], &[1.0], &["p"], &[2]), &detected);
    }
}

#[test]
fn a_column_can_be_wanted_twice_and_be_the_id() {
    let table = read(b"id\n1\n2\n", &["id"], &["id"]).unwrap();
    assert_eq!(table.columns[0].cells, Cells::Numbers(vec![1.0, 2.0]));
    assert_eq!(table.columns[1].cells, Cells::Texts(vec!["1".to_owned(), "2".to_owned()], Vec::new()));
    assert_eq!(table.cases, ["1", "2"]);
}

proptest! {
    /// Any content of the cells of `b`, quoted as the format demands, is read back unchanged.
    #[test]
    fn any_text_is_read_back_unchanged(cells in prop::collection::vec("[A-Z\"',;\t\n\r é上]{0,8}", 1..8), separator in prop::sample::select(vec![',', ';', '\t'])) {
        let mut text = format!("id{separator}a{separator}b\n");
        for (i, cell) in cells.iter().enumerate() {
            text.push_str(&format!("{i}{separator}{i}{separator}\"{}\"\n", cell.replace('"', "\"\"")));
        }
        let table = read(text.as_bytes(), &["a"], &["b"]).unwrap();
        let expected: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let missing = (0..expected.len()).filter(|&case| expected[case].is_empty()).collect();
        prop_assert_eq!(&table.column("b").unwrap().cells, &Cells::Texts(expected, missing));
        for (case, &line) in table.lines.iter().enumerate() {
            let start = text.find(&format!("\n{case}{separator}{case}{separator}")).unwrap() + 1;
            let before = text[..start].replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(line, 1 + before.matches('\n').count());
        }
    }

    /// Any bytes are either read or refused.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(table) = read(&bytes, &["a"], &["b"]) {
            prop_assert_eq!(table.cases.len(), table.lines.len());
        }
    }
}
