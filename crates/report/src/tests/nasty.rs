//! Strings with special meaning in a format, as the label of a set, the id of a case, and a note.

use super::hostile::check_text;
use std::io::{Cursor, Read};

use crate::fixture::{Fixture, both, lipset};
use crate::picture::Picture;

/// The texts of the cells of a Word file, without the places where a line may break.
fn word_cells(fixture: &Fixture) -> Vec<String> {
    let edition = fixture.edition("en");
    let picture = Picture { width: 30, height: 20, png: Vec::new() };
    let drawn: Vec<_> = edition.figures().map(|figure| (format!("{}.en", figure.id), picture.clone())).collect();
    let file = crate::docx(&edition, &drawn).unwrap();
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let cells = document.descendants().filter(|node| named(node, "tc"));
    let words = |cell: roxmltree::Node<'_, '_>| {
        let runs = cell.descendants().filter(|node| named(node, "t"));
        runs.filter_map(|run| run.text()).collect::<String>().replace('\u{200B}', "")
    };
    cells.map(words).collect()
}

/// The first cell of the second line of the sheet of variables.
fn sheet_cell(fixture: &Fixture) -> String {
    let files = fixture.tables(&fixture.editions());
    let text = &files.iter().find(|(name, _)| name == "variables.en.csv").unwrap().1;
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let lines: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    lines.iter().find(|line| line.get(1) == Some("DEV")).unwrap()[0].to_owned()
}

/// A label as every face has it: HTML, Markdown, LaTeX, Typst, a spreadsheet, a Word file.
fn check(label: &str, [html, markdown, latex, typst, sheet, word]: [&str; 6]) {
    let mut fixture = lipset();
    fixture.study.sets[0].label = Some(both(label, label));
    check_text(fixture.edition("en"), label, [html, markdown, latex, typst]);
    assert_eq!(sheet_cell(&fixture), sheet, "{label:?}");
    let cells = word_cells(&fixture);
    assert!(cells.iter().any(|cell| cell == word), "{label:?}: {cells:?}");
    // Drawings are XML, whatever their words are.
    for figure in fixture.edition("en").figures() {
        assert!(roxmltree::Document::parse(&figure.svg).is_ok(), "{}", figure.id);
    }
}

#[test]
fn markup_of_any_face_is_words_in_every_face() {
    check("<b>&\"'", ["&lt;b&gt;&amp;&quot;&#39;", r#"&lt;b\>&"'"#, r#"<b>\&"'"#, r#"<b>&\"'"#, "<b>&\"'", "<b>&\"'"]);
    check("A|b`c`", ["A|b`c`", r"A\|b\`c\`", "A|b`c`", "A|b`c`", "A|b`c`", "A|b`c`"]);
    check(
        r"\alpha{x}_y^2",
        [
            r"\alpha{x}_y^2",
            r"\\alpha{x}\_y^2",
            r"\textbackslash{}alpha\{x\}\_\allowbreak{}y\textasciicircum{}2",
            r"\\alpha{x}_y^2",
            r"\alpha{x}_y^2",
            r"\alpha{x}_y^2",
        ],
    );
    check(
        "#panic() $x$",
        ["#panic() $x$", r"\#panic() \$x\$", r"\#panic() \$x\$", "#panic() $x$", "#panic() $x$", "#panic() $x$"],
    );
    check(
        "50 % ~ *a*",
        ["50 % ~ *a*", r"50 % \~ \*a\*", r"50 \% \textasciitilde{} *", "50 % ~ *a*", "50 % ~ *a*", "50 % ~ *a*"],
    );
    check(
        "{{ x }}{% y %}",
        [
            "{{ x }}{% y %}",
            "{{ x }}{% y %}",
            r"\{\{ x \}\}\{\% y \%\}",
            "{{ x }}{% y %}",
            "{{ x }}{% y %}",
            "{{ x }}{% y %}",
        ],
    );
}

#[test]
fn formulas_are_words_in_spreadsheets_alone() {
    for label in ["=1+1", "+cmd", "-2+3", "@x", "＝1"] {
        let defused = format!("'{label}");
        check(label, [label, label, label, label, &defused, label]);
    }
    check("A;=1", ["A;=1", "A;=1", "A;=1", "A;=1", "A;'=1", "A;=1"]);
}

#[test]
fn signs_that_hide_or_steer_are_gone_everywhere() {
    for (label, clean) in [
        ("Abc\u{202E}fdp", "Abcfdp"),
        ("A\u{200B}b\u{FEFF}", "Ab"),
        ("Two\nlines", "Two lines"),
        ("Bell\u{7}", "Bell"),
        ("县域\u{2066}医共体\u{2069}", "县域医共体"),
    ] {
        check(label, [clean; 6]);
    }
}

/// An id of a case in the truth table of each face.
#[test]
fn ids_of_cases_are_words_too() {
    for id in ["<i>x</i>", "=2+2", "a, b", "\"q\"", "x\u{202E}y", "~A*B", "$5"] {
        let mut fixture = lipset();
        for findings in &mut fixture.findings {
            id.clone_into(&mut std::sync::Arc::make_mut(&mut findings.cases)[0]);
        }
        let shown: String = id.chars().filter(|c| *c != '\u{202E}').collect();
        assert!(word_cells(&fixture).contains(&shown), "{id:?}");
        let page = crate::html(&[fixture.edition("en")]).unwrap();
        assert!(page.contains(&format!(">{}<", crate::escape::xml(id))), "{id:?}");
        let lines = super::sheets::rows(&fixture, "truth-table.survival.en.csv");
        let defused = if id.starts_with('=') { format!("'{id}") } else { shown };
        assert!(lines.iter().any(|line| *line.last().unwrap() == defused), "{id:?}: {lines:?}");
    }
}
