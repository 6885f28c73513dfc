//! Cells of a plain table, read as the answers to an item of every kind.

use equifinal_ingest::{Limits, Source, read_responses};
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};

use crate::platforms::{matching, named, shown_answers};

/// An item `q` of this kind, read from column `q`, with these labels as its scale.
fn item(kind: ItemKind, labels: &[(&str, f64)]) -> Instrument {
    let codes: Vec<(String, f64)> = labels.iter().map(|(label, code)| ((*label).to_owned(), *code)).collect();
    let scale = (!codes.is_empty()).then(|| "s".to_owned());
    let scales = scale.iter().map(|name| (name.clone(), Scale { codes: codes.clone() })).collect();
    let (name, column) = ("q".to_owned(), named("q"));
    let item = Item { name, column, kind, scale, reversed: false, private: false };
    Instrument { scales, items: vec![item], ..Instrument::default() }
}

/// The answers to the first item, one line for each message if the file is refused.
fn read(text: &str, id: Option<&str>, instrument: &Instrument) -> String {
    let source = Source { file: "a.csv", id, format: None };
    match read_responses(&source, text.as_bytes(), Some(instrument), Limits::default()) {
        Ok(found) => found.items.first().map_or_else(String::new, |item| shown_answers(&item.answers)),
        Err(errors) => errors.to_string().replace("a.csv: ", ""),
    }
}

/// Reads these cells, from line 2 of a file.
fn check(instrument: &Instrument, cells: &[&str], expected: &str) {
    let rows = cells.iter().zip(1..).map(|(cell, row)| format!("{row},\"{}\"\n", cell.replace('"', "\"\"")));
    let text = format!("id,q\n{}", rows.collect::<String>());
    assert_eq!(read(&text, Some("id"), instrument), expected, "{cells:?}");
}

const AGREEMENT: [(&str, f64); 3] = [("不同意", 1.0), ("一般", 3.0), ("非常同意", 5.0)];

#[test]
fn numbers_are_codes() {
    let number = item(ItemKind::Number, &[]);
    for (cells, expected) in [
        (&["1", "２．５", "1e3", "", "-0", ".5", "5."] as &[&str], "1 | 2.5 | 1000 | - | 0 | 0.5 | 5"),
        (&[" 7 ", "\u{a0}8", "９\u{3000}", "+1"], "7 | 8 | 9 | 1"),
        (&["", "", "4"], "- | - | 4"),
        (&["三", "3"], "line 2, column `q`: \"三\" is not a valid number"),
        (&["3", "12%"], "line 3, column `q`: \"12%\" is not a valid number; without the percent sign it is 12"),
        (&["0,5"], "line 2, column `q`: \"0,5\" is not a valid number; with a decimal point it is 0.5"),
        (
            &["1,234,567"],
            "line 2, column `q`: \"1,234,567\" is not a valid number; without separators of thousands it is 1234567",
        ),
        (
            &["5 years", "NaN"],
            "line 2, column `q`: \"5 years\" is not a valid number; without `years` it is 5\nline 3, column `q`: \"NaN\" is not a valid number; it must be finite",
        ),
        // A text that stands twice is an error in each of its lines.
        (
            &["x", "1", "x"],
            "line 2, column `q`: \"x\" is not a valid number\nline 4, column `q`: \"x\" is not a valid number",
        ),
    ] {
        check(&number, cells, expected);
    }
}

#[test]
fn labels_and_codes_of_a_scale() {
    let known = "known are `不同意`, `一般`, `非常同意`";
    for kind in [ItemKind::Scale, ItemKind::Single] {
        let scale = item(kind, &AGREEMENT);
        for (cells, expected) in [
            (&["不同意", "一般", "非常同意", ""] as &[&str], "1 | 3 | 5 | -".to_owned()),
            (&[" 一般 ", "一般\u{3000}", "\u{feff}一般"], "3 | 3 | 3".to_owned()),
            (&["A. 不同意", "B、一般", "C．非常同意"], "1 | 3 | 5".to_owned()),
            (&["1", "3.0", "５"], "1 | 3 | 5".to_owned()),
            (&["2"], format!("line 2, item `q`: \"2\" is not a label of the scale; {known}")),
            (&["一般", "同意"], format!("line 3, item `q`: \"同意\" is not a label of the scale; {known}")),
            (&["a. 一般"], format!("line 2, item `q`: \"a. 一般\" is not a label of the scale; {known}")),
            (&["不同意;一般"], format!("line 2, item `q`: \"不同意;一般\" is not a label of the scale; {known}")),
        ] {
            check(&scale, cells, &expected);
        }
    }
    // A label is found first as it stands, then as a code; capitals count, runs of blanks do not.
    let points = item(ItemKind::Scale, &[("5", 1.0), ("1", 5.0), ("Strongly  agree", 2.0)]);
    check(&points, &["5", "1", "Strongly agree", "2"], "1 | 5 | 2 | 2");
    check(
        &points,
        &["strongly agree"],
        "line 2, item `q`: \"strongly agree\" is not a label of the scale; known are `5`, `1`, `Strongly  agree`",
    );
    let zero = item(ItemKind::Scale, &[("never", -0.0), ("ever", 1.0)]);
    check(&zero, &["never", "0", "-0"], "0 | 0 | 0");
}

#[test]
fn dates() {
    let date = item(ItemKind::Date, &[]);
    for (cells, expected) in [
        (&["2026/3/20", "2026年3月2日", "20.3.2026 08:00"] as &[&str], "2026-03-20 | 2026-03-02 | 2026-03-20 08:00:00"),
        (&["2024-02-29", "", "2026-03-20T22:27:24+08:00"], "2024-02-29 | - | 2026-03-20 22:27:24"),
        (&["2026-02-29"], "line 2, item `q`: \"2026-02-29\" is not a valid day; write it as YYYY-MM-DD"),
        (&["2026-02-28", "3/4/2026"], "line 3, item `q`: \"3/4/2026\" is not a valid day; write it as YYYY-MM-DD"),
        (&["45371"], "line 2, item `q`: \"45371\" is not a valid day; write it as YYYY-MM-DD"),
        (&["2026-03-20 25:00"], "line 2, item `q`: \"2026-03-20 25:00\" is not a valid day; write it as YYYY-MM-DD"),
    ] {
        check(&date, cells, expected);
    }
}

#[test]
fn texts_and_single_options() {
    check(
        &item(ItemKind::Text, &[]),
        &["增加人手", "", " a  b ", "1.0", "其他〖临时〗"],
        "增加人手 | - | a  b | 1.0 | 其他〖临时〗",
    );
    // What respondents wrote under an option is not kept.
    check(&item(ItemKind::Single, &[]), &["男", "其他〖临时〗", "", "A. 女"], "男 | 其他 | - | A. 女");
}

#[test]
fn several_options_in_a_cell() {
    let several = |separator: Option<&str>, labels: &[(&str, f64)]| {
        item(ItemKind::Multiple { separator: separator.map(str::to_owned) }, labels)
    };
    let aid = [("First aid; basic", 1.0), ("First aid", 2.0), ("Care", 3.0)];
    for (instrument, cells, expected) in [
        (several(None, &[]), &["a;b", "b", "", "b;a;b", ";a;;"] as &[&str], "{a + b} | {b} | - | {a + b} | {a}"),
        (several(None, &[]), &[" a ; b ", "a,b", "其他〖x;y〗"], "{a + b} | {a,b} | {y〗 + 其他}"),
        (several(Some("┋"), &[]), &["a┋b", "a;b"], "{a + b} | {a;b}"),
        (several(Some(", "), &[]), &["a, b", "a,b"], "{a + b} | {a,b}"),
        (several(Some(""), &[]), &["a;b"], "{a;b}"),
        // The longest label that ends at a separator.
        (
            several(None, &aid),
            &["First aid; basic;Care", "Care;First aid", "First aid"],
            "{Care + First aid; basic} | {Care + First aid} | {First aid}",
        ),
        (several(None, &aid), &["First aids;Care"], "{Care + First aids}"),
    ] {
        check(&instrument, cells, expected);
    }
    let ranking = item(ItemKind::Ranking { separator: Some("→".to_owned()) }, &[]);
    check(&ranking, &["c→a→b", "a", "", "b→"], "{c + a + b} | {a} | - | {b}");
}

#[test]
fn the_codebook_decides_what_is_missing() {
    let mut number = item(ItemKind::Number, &[]);
    number.missing = vec!["-9".to_owned(), "不知道".to_owned()];
    number.skipped = vec!["-8".to_owned(), String::new()];
    check(&number, &["-9", "-8", "", "不知道", "-7", "9"], "- | / | / | - | -7 | 9");
    // Cells are compared as written.
    check(&number, &["-9.0"], "-9");
    let mut scale = item(ItemKind::Scale, &AGREEMENT);
    scale.missing = vec!["一般".to_owned(), "x".to_owned()];
    scale.skipped = vec!["x".to_owned()];
    check(&scale, &["一般", "x", "不同意"], "- | / | 1");
}

#[test]
fn items_find_their_columns() {
    let text = "id,Worth,worth of  work,worth,,a\n1,2,3,4,5,6\n";
    let several = |items: &str| format!("item `q`: {items}; say which with {{index: …}}");
    for (column, expected) in [
        (named("Worth"), "2".to_owned()),
        (named("worth"), "4".to_owned()),
        (named(" worth of work "), "3".to_owned()),
        (ColumnRef::Index(5), "5".to_owned()),
        (ColumnRef::Index(6), "6".to_owned()),
        (matching("^worth$"), "4".to_owned()),
        (matching("(?i)of  ?work"), "3".to_owned()),
        (matching("orth"), several("the pattern `orth` fits columns `2 Worth`, `3 worth of work`, `4 worth`")),
        (named("wort"), "item `q`: no column fits the header `wort`; did you mean `Worth`?".to_owned()),
        (named("leave"), "item `q`: no column fits the header `leave`".to_owned()),
        (ColumnRef::Index(0), "item `q`: no column fits the index 0".to_owned()),
        (ColumnRef::Index(7), "item `q`: no column fits the index 7".to_owned()),
        (matching("^Q"), "item `q`: no column fits the pattern `^Q`".to_owned()),
    ] {
        let mut number = item(ItemKind::Number, &[]);
        number.items[0].column = column.clone();
        assert_eq!(read(text, Some("id"), &number), expected, "{column:?}");
    }
    let mut number = item(ItemKind::Number, &[]);
    number.items[0].column = matching("(");
    assert_eq!(read(text, Some("id"), &number), "item `q`: regex parse error:\n    (\n    ^\nerror: unclosed group");
    let mut lost = item(ItemKind::Scale, &AGREEMENT);
    lost.items[0].column = named("a");
    lost.scales.clear();
    assert_eq!(read(text, Some("id"), &lost), "item `q`: there is no scale `s`");
}

#[test]
fn columns_with_the_same_header() {
    let number = item(ItemKind::Number, &[]);
    assert_eq!(
        read("id,q,q\n1,2,3\n", Some("id"), &number),
        "item `q`: the header `q` fits columns `2 q`, `3 q`; say which with {index: …}"
    );
    let mut second = number.clone();
    second.items[0].column = ColumnRef::Index(3);
    assert_eq!(read("id,q,q\n1,2,3\n", Some("id"), &second), "3");
}

#[test]
fn private_columns_are_not_read() {
    let refused = |column: usize, kind: &str| {
        format!("item `q`: column {column} holds private data ({kind}); mark the item `private: true` or leave it out")
    };
    let text = "id,q,姓名,您的手机号码\n1,2,x,y\n";
    let mut text_item = item(ItemKind::Text, &[]);
    text_item.items[0].column = ColumnRef::Index(3);
    assert_eq!(read(text, Some("id"), &text_item), refused(3, "name"));
    text_item.items[0].column = matching("手机");
    assert_eq!(read(text, Some("id"), &text_item), refused(4, "telephone number"));
    text_item.items[0].private = true;
    assert_eq!(read(text, Some("id"), &text_item), "");
    // The codebook may call any column private.
    let mut number = item(ItemKind::Number, &[]);
    number.private = vec![matching("^q")];
    assert_eq!(read(text, Some("id"), &number), refused(2, "by the codebook"));
    number.private = vec![matching("[")];
    assert_eq!(
        read(text, Some("id"), &number),
        "item `private`: regex parse error:\n    [\n    ^\nerror: unclosed character class"
    );
    // A scale's codes give nothing away.
    let mut scale = item(ItemKind::Scale, &[("x", 1.0)]);
    scale.items[0].column = named("姓名");
    assert_eq!(read(text, Some("id"), &scale), "1");
}

#[test]
fn ids_are_found_and_checked() {
    let number = item(ItemKind::Number, &[]);
    for (text, id, expected) in [
        ("q,id\n7,a\n8,b\n", None, "7 | 8"),
        ("q,id\n7,a\n8,b\n", Some("id"), "7 | 8"),
        ("q, my  id\n7,a\n", Some("my id"), "7"),
        (
            "q,id\n7,a\n8,a\n",
            Some("id"),
            "line 3, column `id`: the case id `a` stands in line 2 already; ids must differ: give each row a name of its own, such as place and year together",
        ),
        ("q,id\n7,\n8,a\n", Some("id"), "line 2, column `id`: the case id is empty"),
        ("q,id\n7,a\n", Some("ID"), "line 1: there is no column `ID`; did you mean `id`?"),
        ("q,id\n7,a\n", Some("doctor"), "line 1: there is no column `doctor`; the file has `q`, `id`"),
        (
            "q,姓名\n7,a\n",
            Some("姓名"),
            "item `id`: column 2 holds private data (name); mark the item `private: true` or leave it out",
        ),
        ("q,id\n", None, "the file holds column names but no case"),
        ("q,id\n7\n", None, "line 2: 1 cells where the header has 2"),
    ] {
        assert_eq!(read(text, id, &number), expected, "{text:?}, {id:?}");
    }
}

#[test]
fn formats_are_checked() {
    let formats = "qualtrics, qualtrics_legacy, wjx_text, wjx_number, wjx_score, tencent, tencent_json, wenjuan, \
                   surveymonkey, limesurvey, microsoft_forms, redcap, kobo, google_forms, table";
    for (format, expected) in [
        ("wjx", format!("a.csv: there is no format `wjx`; known are {formats}")),
        (
            "kobo",
            "a.csv: the header is not that of `kobo`; it looks like a plain table: correct or leave out `format`"
                .to_owned(),
        ),
        ("table", String::new()),
    ] {
        let source = Source { file: "a.csv", id: None, format: Some(format) };
        let found = read_responses(&source, b"q,id\n7,a\n", None, Limits::default());
        assert_eq!(found.err().map_or_else(String::new, |errors| errors.to_string()), expected);
    }
    // A platform's export may be read as a plain table, with all its columns.
    let source = Source { file: "a.csv", id: None, format: Some("table") };
    let mut number = item(ItemKind::Number, &[]);
    number.items[0].column = named("所用时间");
    let wjx = "序号,提交答卷时间,所用时间\n9,2026/3/20 22:27:24,207\n";
    let found = read_responses(&source, wjx.as_bytes(), Some(&number), Limits::default()).expect("a table");
    assert_eq!((found.ids, shown_answers(&found.items[0].answers)), (vec!["1".to_owned()], "207".to_owned()));
    assert_eq!(found.facts.seconds, []);
    let wide = format!("{}\n", (0..10_001).map(|at| format!("c{at}")).collect::<Vec<_>>().join(","));
    let refused = read_responses(&Source { format: None, ..source }, wide.as_bytes(), None, Limits::default());
    assert_eq!(
        refused.expect_err("too many columns").to_string(),
        "a.csv: a table of responses with 10001 columns, of which at most 10000 are read: leave out columns that the \
         study does not use"
    );
}
