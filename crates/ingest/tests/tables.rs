//! Tables among titles, notes and totals, as text; workbooks that real programs wrote are in the tests of `cli`.

use equifinal_ingest::{Limits, Wanted, preview, read_cases};
use equifinal_study::config::{Exclusion, LineRange, SheetRef, TableLayout};
use equifinal_study::table::ColumnKind;
use equifinal_study::table_notes::TableNotes;
use equifinal_study::text::Text;

use crate::{file_of, table};

/// The notes on a table, a line each.
fn said(notes: &TableNotes) -> Vec<String> {
    let header = format!("header {:?}", notes.header_lines);
    let passed = notes.passed_over.iter().map(|it| format!("{} {}-{} {}", it.why.name(), it.first, it.last, it.text));
    let kept = notes.kept_totals.iter().map(|it| format!("kept {} {}", it.line, it.text));
    std::iter::once(header).chain(passed).chain(kept).collect()
}

/// Passes if the text holds this table, with these notes.
fn check(text: &str, expected: &str, notes: &[&str]) {
    assert_eq!(table("a.csv", text.as_bytes()), expected, "{text}");
    let found = preview("a.csv", text.as_bytes(), Limits::default()).map(|found| said(&found.detected.notes));
    assert_eq!(found.unwrap_or_default(), notes, "{text}");
}

/// A table with its names in the first line is read as it stands, whatever its names look like.
#[test]
fn plain_tables_are_read_as_they_stand() {
    for (text, expected) in [
        ("id,a\nx,1\ny,2\n", "id: x | y\na: 1 | 2"),
        ("地区,2018,2019\n甲,1,2\n乙,3,4\n", "地区: 甲 | 乙\n2018: 1 | 3\n2019: 2 | 4"),
        ("id,,a\nx,y,z\n", "id: x\na: z"),
        (
            "case,condition,coder,score\nA,F,me,1\nA,F,you,0\n",
            "case: A | A\ncondition: F | F\ncoder: me | you\nscore: 1 | 0",
        ),
        ("id,a\nx,\ny,2\nz,\n", "id: x | y | z\na: 2"),
        ("id,a\nx,NA\ny,2\nz,3\n", "id: x | y | z\na: NA | 2 | 3"),
        ("id\nx\ny\n", "id: x | y"),
    ] {
        check(text, expected, &["header [1]"]);
    }
}

#[test]
fn titles_and_notes_are_passed_over() {
    let table = "id: 甲 | 乙 | 丙\na: 1 | 2 | 3\nb: 4 | 5 | 6";
    for (text, notes) in [
        (
            "表3 各地区情况,,\n,,\nid,a,b\n甲,1,4\n乙,2,5\n丙,3,6\n",
            &["header [3]", "above_header 1-1 表3 各地区情况"] as &[&str],
        ),
        (
            "各地区情况\n2019年,,单位：万人\n\nid,a,b\n甲,1,4\n乙,2,5\n丙,3,6\n注：不含港澳台。\n资料来源：年鉴\n",
            &["header [4]", "above_header 1-2 各地区情况", "note 8-9 注：不含港澳台。"],
        ),
        (
            "id,a,b\n甲,1,4\n乙,2,5\n丙,3,6\n\nMade up for this test.\n",
            &["header [1]", "note 6-6 Made up for this test."],
        ),
        ("id,a,b\n甲,1,4\nid,a,b\n乙,2,5\n丙,3,6\n", &["header [1]", "repeated_header 3-3 id"]),
        (
            "Table 1;;\n(unit: persons);;\nid;a;b\n甲;1;4\n乙;2;5\n丙;3;6\nSource: made up;;\n",
            &["header [3]", "above_header 1-2 Table 1", "note 7-7 Source: made up"],
        ),
    ] {
        check(text, table, notes);
    }
}

#[test]
fn levels_of_names_are_joined() {
    for (text, expected, lines) in [
        (
            "地区,机构,,人口\n,医院,基层,\n甲,1,2,3\n乙,4,5,6\n",
            "地区: 甲 | 乙\n机构 / 医院: 1 | 4\n机构 / 基层: 2 | 5\n人口: 3 | 6",
            "header [1, 2]",
        ),
        (
            ",机构,,人员,\n地区,医院,基层,医生,护士\n甲,1,2,3,4\n乙,4,5,6,7\n",
            "地区: 甲 | 乙\n机构 / 医院: 1 | 4\n机构 / 基层: 2 | 5\n人员 / 医生: 3 | 6\n人员 / 护士: 4 | 7",
            "header [1, 2]",
        ),
        (
            "地区,医院,医生\nRegion,Hospitals,Doctors\n甲,1,2\n乙,3,4\n丙,5,6\n",
            "地区 / Region: 甲 | 乙 | 丙\n医院 / Hospitals: 1 | 3 | 5\n医生 / Doctors: 2 | 4 | 6",
            "header [1, 2]",
        ),
        (
            "地区,医院数,,医生数,\n,2018,2019,2018,2019\n甲,1,2,3,4\n乙,4,5,6,7\n",
            "地区: 甲 | 乙\n医院数 / 2018: 1 | 4\n医院数 / 2019: 2 | 5\n医生数 / 2018: 3 | 6\n医生数 / 2019: 4 | 7",
            "header [1, 2]",
        ),
        (
            "地区,医院,医生\n,（个）,（人）\n甲,1,2\n乙,3,4\n丙,5,6\n",
            "地区: 甲 | 乙 | 丙\n医院 / （个）: 1 | 3 | 5\n医生 / （人）: 2 | 4 | 6",
            "header [1, 2]",
        ),
        (
            "地区,卫生机构,,,\n,医院,,基层,\n,公立,民营,中心,站\n甲,1,2,3,4\n乙,4,5,6,7\n",
            "地区: 甲 | 乙\n卫生机构 / 医院 / 公立: 1 | 4\n卫生机构 / 医院 / 民营: 2 | 5\n卫生机构 / 基层 / 中心: 3 | 6\n\
             卫生机构 / 基层 / 站: 4 | 7",
            "header [1, 2, 3]",
        ),
    ] {
        check(text, expected, &[lines]);
    }
}

/// A row that is called a total is passed over where its numbers bear it out, and kept with a word otherwise.
#[test]
fn totals_are_passed_over_if_their_numbers_bear_it_out() {
    let three = "id: 甲 | 乙 | 丙\na: 1 | 2 | 3\nb: 0.5 | 0.6 | 0.7";
    for (row, notes) in [
        ("全 国,6,0.61", &["header [1]", "total 2-2 全 国"] as &[&str]),
        // National figures hold more than the rows listed.
        ("全国,6.4,0.61", &["header [1]", "total 2-2 全国"]),
        ("平均,2,0.6", &["header [1]", "total 2-2 平均"]),
        ("Total,6,1.8", &["header [1]", "total 2-2 Total"]),
    ] {
        check(&format!("id,a,b\n{row}\n甲,1,0.5\n乙,2,0.6\n丙,3,0.7\n"), three, notes);
    }
    for (row, shown, notes) in [
        ("Total,2.5,0.55", "Total", &["header [1]", "kept 2 Total"] as &[&str]),
        ("合计,9,0.9", "合计", &["header [1]", "kept 2 合计"]),
        ("Totalia,6,1.8", "Totalia", &["header [1]"]),
    ] {
        let text = format!("id,a,b\n{row}\n甲,1,0.5\n乙,2,0.6\n丙,3,0.7\n");
        let [_, a, b] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        check(&text, &format!("id: {shown} | 甲 | 乙 | 丙\na: {a} | 1 | 2 | 3\nb: {b} | 0.5 | 0.6 | 0.7"), notes);
    }
}

/// The cases, their values and the notes under the keys of a study.
fn read(text: &str, layout: TableLayout) -> String {
    let wanted =
        Wanted { id: "id".to_owned(), columns: vec![("a".to_owned(), ColumnKind::Text)], layout, ..Wanted::default() };
    match read_cases("a.csv", text.as_bytes(), &wanted, Limits::default()) {
        Ok(found) => format!("{} | {}", found.cases.join(" "), said(&found.detected.notes).join("; ")),
        Err(errors) => errors.to_string(),
    }
}

#[test]
fn keys_of_the_study_override_what_is_found() {
    let text = "t,1,2\nid,a,b\n全国,6,6\n甲,1,1\n乙,2,2\n丙,3,3\n";
    let rows = |from: usize, to: usize| Some(LineRange { from: Some(from), to: Some(to) });
    let header = |header_rows: &[usize]| TableLayout { header_rows: header_rows.to_vec(), ..TableLayout::default() };
    for (layout, expected) in [
        (header(&[2]), "甲 乙 丙 | header [2]; above_header 1-1 t; total 3-3 全国"),
        (
            TableLayout { rows: rows(3, 5), ..header(&[2]) },
            "全国 甲 乙 | header [2]; above_header 1-1 t; outside_rows 6-6 丙",
        ),
        (
            TableLayout { rows: rows(4, 9), ..header(&[2]) },
            "甲 乙 丙 | header [2]; above_header 1-1 t; outside_rows 3-3 全国",
        ),
    ] {
        assert_eq!(read(text, layout), expected);
    }
    let shown = "the first lines as read are:\n  line 1: t | 1 | 2\n  line 2: id | a | b\n  line 3: 全国 | 6 | 6\n  \
                 line 4: 甲 | 1 | 1\n  line 5: 乙 | 2 | 2\n  line 6: 丙 | 3 | 3";
    for (layout, expected) in [
        (
            header(&[9]),
            format!("a.csv: `header_rows` names lines of which at least one is blank or not there; {shown}"),
        ),
        (
            TableLayout { rows: rows(8, 9), ..header(&[2]) },
            format!("a.csv: `rows` names lines of which at least one is blank or not there; {shown}"),
        ),
        (
            TableLayout { sheet: Some(SheetRef::Number(2)), ..TableLayout::default() },
            "a.csv: this kind of file has no sheets, and its columns have names of their own: leave out `sheet`"
                .to_owned(),
        ),
    ] {
        assert_eq!(read(text, layout), expected);
    }
}

/// A row that the study excludes by name is its own business: it is not passed over as a total as well.
#[test]
fn excluded_totals_are_not_passed_over() {
    let exclusion = Exclusion { case: "全国".to_owned(), because: Text::plain("a total") };
    let wanted = Wanted {
        id: "id".to_owned(),
        columns: vec![("a".to_owned(), ColumnKind::Number)],
        exclude: vec![exclusion],
        ..Wanted::default()
    };
    let text = "id,a\n全国,6\n甲,1\n乙,2\n丙,3\n合计,6\n";
    let found = read_cases("a.csv", text.as_bytes(), &wanted, Limits::default()).unwrap();
    assert_eq!((found.cases.join(" "), found.excluded[0].line), ("甲 乙 丙".to_owned(), 2));
    assert_eq!(said(&found.detected.notes), ["header [1]", "total 6-6 合计"]);
}

/// Cells that the study declares missing hold no value; an id is one all the same.
#[test]
fn cells_are_declared_missing() {
    let wanted = |kind| Wanted {
        id: "id".to_owned(),
        columns: vec![("a".to_owned(), kind)],
        layout: TableLayout { missing: vec!["NA".to_owned(), "-9".to_owned()], ..TableLayout::default() },
        ..Wanted::default()
    };
    let read = |text: &str| {
        let found = read_cases("a.csv", text.as_bytes(), &wanted(ColumnKind::Number), Limits::default());
        found.map_or_else(|errors| errors.to_string(), |found| found.cases.join(" "))
    };
    assert_eq!(read("id,a\nNA,1\nx,2\n"), "NA x");
    let remedy = "give it a value, or give its set `missing: drop` or `missing: {impute: {value: …, because: …}}`";
    let line = |line: usize, case: &str, cell: &str| {
        format!("a.csv: line {line}, column `a`, case `{case}`: the study declares {cell} missing; {remedy}")
    };
    assert_eq!(read("id,a\nNA,NA\nx,-9\n"), format!("{}\n{}", line(2, "NA", "NA"), line(3, "x", "-9")));
}

/// Codes of a statistical file that name the cases are read as their labels, and other columns keep their labels.
#[test]
fn labels_name_the_cases() {
    let columns = vec![("score".to_owned(), ColumnKind::Number), ("area".to_owned(), ColumnKind::Text)];
    let wanted = Wanted { id: "area".to_owned(), columns, ..Wanted::default() };
    let bytes = file_of("yearbooks", "labelled_ids.sav");
    let found = read_cases("a.sav", &bytes, &wanted, Limits::default()).unwrap();
    assert_eq!(found.cases, ["北京", "天津", "河北"]);
    assert_eq!((found.columns[1].label("12"), found.columns[1].label("15")), (Some("天津"), None));
    let said = found.detected.notes.sentences();
    assert_eq!(said, ["column area: 3 cells were read from codes as the labels of the file, such as 11 as 北京"]);
}

/// A table that cannot be found is shown as read, with the keys that settle it.
#[test]
fn the_first_lines_are_shown_where_no_table_is_found() {
    let keys = "`sheet: NAME`, `header_rows: [3, 4]` (the lines of the column names) and `rows: {from: 5, to: 35}` (the \
                lines of the cases), under `data`, beside `file`";
    for (text, expected) in [
        (
            "Yearbook 2019,,\n甲,1,4\n乙,2,5\n",
            format!(
                "a.csv: the table in it cannot be found: below the title stands a row of numbers, not a line of column \
                 names; the first lines as read are:\n  line 1: Yearbook 2019 |  | \n  line 2: 甲 | 1 | 4\n  \
                 line 3: 乙 | 2 | 5\n  say where it stands: {keys}"
            ),
        ),
        (
            "Yearbook 2019,,\ncity,a,b\n甲,1,4\n乙,2,5\n",
            format!(
                "a.csv: line 2: there is no column `id`; the file has `city`, `a`, `b`\n\
                 a.csv: the column names were found in line 2; the first lines as read are:\n  line 1: Yearbook 2019 |  | \
                 \n  line 2: city | a | b\n  line 3: 甲 | 1 | 4\n  line 4: 乙 | 2 | 5\n  if the names stand elsewhere, \
                 say where: {keys}"
            ),
        ),
    ] {
        assert_eq!(read(text, TableLayout::default()), expected);
    }
}
