//! Codebooks drafted from small exports: kinds, scales, names, and columns left out.

use equifinal_ingest::{Codebook, Limits, Source, read_codebook};
use equifinal_study::config::ColumnRef;

fn drafted(file: &str, text: &str) -> Codebook {
    let source = Source { file, id: None, format: None };
    read_codebook(&source, text.as_bytes(), Limits::default()).unwrap_or_else(|errors| panic!("{errors}"))
}

fn header(column: &ColumnRef) -> String {
    match column {
        ColumnRef::Header(header) => header.clone(),
        ColumnRef::Index(index) => format!("#{index}"),
        ColumnRef::Matches(pattern) => format!("/{pattern}/"),
    }
}

/// The items as `name: kind scale`, then the id, and the columns left out with the kind of personal data.
fn shown(codebook: &Codebook) -> String {
    let mut lines: Vec<String> = Vec::new();
    for item in &codebook.instrument.items {
        let kind = item.kind.name();
        let scale = item.scale.as_ref().map(|name| {
            let codes = &codebook.instrument.scales[name].codes;
            let codes = codes.iter().map(|(label, code)| format!("{label}={code}"));
            format!(" {name}: {}", codes.collect::<Vec<_>>().join(" "))
        });
        lines.push(format!("{} {kind}{}", item.name, scale.unwrap_or_default()));
    }
    lines.extend(codebook.id.iter().map(|id| format!("id {id}")));
    lines.extend(codebook.left_out.iter().map(|left_out| {
        format!(
            "without {} ({})",
            header(&left_out.column),
            left_out.private.map_or("text or nothing".to_owned(), |kind| kind.to_string())
        )
    }));
    lines.join("\n")
}

/// A draft from a column `q` of these cells, beside a numeric `n`.
fn check(cells: &[&str], expected: &str) {
    let rows = cells.iter().zip(1..).map(|(cell, row)| format!("{row},\"{cell}\"\n"));
    let text = format!("n,q\n{}", rows.collect::<String>());
    let codebook = drafted("a.csv", &text);
    assert_eq!(shown(&codebook), format!("n number\n{expected}"), "{cells:?}");
}

#[test]
fn kinds_of_columns() {
    for (cells, expected) in [
        (&["1", "2", "2.5", ""] as &[&str], "q number"),
        (&["１", "2", "3", "4"], "q number"),
        (&["2026-03-20", "2026/3/21", "", "2026年3月22日"], "q date"),
        (&["男", "女", "男", "女"], "q single"),
        (&["yes", "no", "Yes", "NO"], "q single"),
        (&["急救┋护理", "护理", "急救", "护理"], "q multiple"),
        (&["a;b", "b;c", "a", "b", "c", "a;b;c"], "q multiple"),
        (&["a;", "a;b;", "b;", "a;"], "q multiple"),
        (&["收入→发展", "发展", "发展→收入", "收入"], "q ranking"),
        (&["不同意", "同意", "一般", "同意"], "q scale agreement: 非常不同意=1 不同意=2 一般=3 同意=4 非常同意=5"),
        (
            &["agree", "Neutral", "disagree", "agree"],
            "q scale agreement: strongly disagree=1 disagree=2 Neutral=3 agree=4 strongly agree=5",
        ),
        (&["从不", "有时", "总是", "有时"], "q scale q: 从不=1 有时=2 总是=3"),
        (&["很差", "一般", "很好", "一般"], "q scale q: 很差=1 一般=2 很好=3"),
        (&["增加人手", "多沟通", "涨工资", "没有意见"], "without q (text or nothing)"),
        (&["", "", "", ""], "without q (text or nothing)"),
        (&["13800138000", "13900139000", "13700137000", "13600136000"], "without q (telephone number)"),
        (&["a@b.org", "c@d.org", "", "e@f.org"], "without q (e-mail address)"),
        (&["203.0.113.7(浙江)", "203.0.113.8（上海）", "::1", "203.0.113.9"], "without q (IP address)"),
        (&["33010219900101123X", "330102199001011234", "330102199001011235", ""], "without q (identity number)"),
    ] {
        check(cells, expected);
    }
}

#[test]
fn names_are_made_unique() {
    let codebook = drafted("a.csv", "a b,A-B,甲,a_b_2,2 x,乙丙,#\n1,2,3,4,5,6,7\n2,3,4,5,6,7,8\n");
    let names: Vec<&str> = codebook.instrument.items.iter().map(|item| item.name.as_str()).collect();
    let mut distinct: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 7, "{names:?}");
    let is_name = |name: &&str| name.starts_with(|sign: char| sign.is_ascii_alphabetic());
    assert!(
        names.iter().all(|name| is_name(name) && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_'))
    );
    assert_eq!(&names[..3], ["a_b", "A_B_2", "q"]);
    // Names are cut, and the columns keep their headers.
    let long = format!("{}\n1\n2\n", "word ".repeat(20).trim());
    let codebook = drafted("a.csv", &long);
    assert_eq!(codebook.instrument.items[0].name, "word_word_word_word_word_word_word_word");
    assert_eq!(header(&codebook.instrument.items[0].column), "word ".repeat(20).trim());
}

#[test]
fn columns_that_number_the_cases() {
    for (text, expected) in [
        ("城市,q\n甲,1\n乙,2\n", Some("城市")),
        ("城市,q\n甲,1\n甲,2\n", None),
        ("城市,q\n甲,1\n,2\n", None),
        ("n,q\n1,1\n2,2\n", None),
        (",q\n甲,1\n乙,2\n", None),
        ("姓名,q\n甲,1\n乙,2\n", None),
        ("q,城市\n1,甲\n2,乙\n", None),
    ] {
        assert_eq!(drafted("a.csv", text).id.as_deref(), expected, "{text}");
    }
}

#[test]
fn private_columns_are_left_out() {
    let text = "n,姓名,3、您的手机号码：,Email,地址,微信,是否使用微信\n1,x,y,z,u,v,是\n2,x,y,z,u,v,否\n3,x,y,z,u,v,是\n4,x,y,z,u,v,否\n";
    let codebook = drafted("a.csv", text);
    assert_eq!(
        shown(&codebook),
        "n number\nq single\nwithout 姓名 (name)\nwithout 3、您的手机号码： (telephone number)\nwithout Email (e-mail address)\n\
         without 地址 (address)\nwithout 微信 (account)"
    );
}

/// Items share a scale whose labels and codes are equal; a second scale of the same words gets another name.
#[test]
fn scales_are_shared() {
    let text = "n,a,b,c\n1,不同意,同意,不满意\n2,同意,一般,满意\n3,一般,不同意,一般\n4,同意,同意,满意\n";
    let codebook = drafted("a.csv", text);
    let agreement = "agreement: 非常不同意=1 不同意=2 一般=3 同意=4 非常同意=5";
    let satisfaction = "satisfaction: 非常不满意=1 不满意=2 一般=3 满意=4 非常满意=5";
    assert_eq!(shown(&codebook), format!("n number\na scale {agreement}\nb scale {agreement}\nc scale {satisfaction}"));
    assert_eq!(codebook.guessed, ["n", "a", "b", "c"]);
    assert_eq!(codebook.detected, "UTF-8, commas, 4 cases × 4 columns");
}

#[test]
fn dictionaries_of_redcap() {
    let header = "field_name,form_name,field_type,field_label,select_choices_or_calculations,\
                  text_validation_type_or_show_slider_number,identifier\n";
    let field = |name: &str, kind: &str, choices: &str, check: &str, private: &str| {
        format!("{name},f,{kind},Label,\"{choices}\",{check},{private}\n")
    };
    let id = field("record_id", "text", "", "", "");
    for (fields, expected) in [
        (field("a", "radio", "1, no | 2, yes, mostly", "", ""), "a single a: no=1 yes, mostly=2"),
        (
            field("a", "dropdown", "1,disagree|2,neutral|3,agree", "", ""),
            "a scale agreement: disagree=1 neutral=2 agree=3",
        ),
        (field("a", "radio", "a, Low | b, High", "", ""), "a single a: Low=1 High=2"),
        (field("a", "checkbox", "1, x | 2, y", "", ""), "a multiple"),
        (
            field("a", "yesno", "", "", "") + &field("b", "slider", "", "", "") + &field("c", "calc", "1+1", "", ""),
            "a number\nb number\nc number",
        ),
        (field("a", "text", "", "date_ymd", "") + &field("b", "text", "", "integer", ""), "a date\nb number"),
        (field("a", "text", "", "number_2dp", "") + &field("b", "text", "", "datetime_dmy", ""), "a number\nb date"),
        (
            field("a", "text", "", "", "") + &field("b", "notes", "", "", "") + &field("c", "descriptive", "", "", ""),
            "",
        ),
        (field("a", "text", "", "email", "") + &field("b", "radio", "1, x", "", "Y"), ""),
    ] {
        let codebook = drafted("a.csv", &format!("{header}{id}{fields}"));
        assert_eq!(shown(&codebook), expected, "{fields}");
        assert_eq!(codebook.detected, "data dictionary of REDCap");
    }
    let private = field("a", "text", "", "phone", "") + &field("b", "radio", "1, x", "", "y");
    let private = drafted("a.csv", &format!("{header}{id}{private}")).instrument.private;
    assert_eq!(private, ["a", "b"].map(|name| ColumnRef::Header(name.to_owned())));
}
