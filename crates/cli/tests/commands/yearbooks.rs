//! Workbooks as people have them, from the file to a report: `new`, then `run` without an edit.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::trial::Trial;

fn workbook(file: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/yearbooks").join(file)).expect(file)
}

/// Drafts a study from a workbook and runs it: the draft holds these parts, its notes are said on stderr and in the
/// report, and `tables` in `results.json` holds these values by their pointers.
fn check(file: &str, parts: &[&str], tables: &[(&str, Value)]) {
    let trial = Trial::new().file(file, workbook(file));
    trial.run(&["new", "book", "--from", file]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/book.yaml")).expect("UTF-8");
    for part in parts {
        assert!(draft.contains(part), "{file}: `{part}` is missing in\n{draft}");
    }
    let stderr = trial.run(&["run", "configs/book.yaml"]).code(0).stderr();
    let said: Vec<&str> = draft.lines().filter_map(|line| line.strip_prefix("# Read so: ")).collect();
    assert!(said.iter().all(|note| stderr.contains(note.trim_end_matches('.'))), "{file}: {stderr}");
    let results = trial.results("reports/book");
    for (pointer, expected) in tables {
        assert_eq!(results["tables"]["cases"].pointer(pointer), Some(expected), "{file}: {pointer}");
    }
    let report = String::from_utf8(trial.bytes("reports/book/report.html")).expect("UTF-8");
    // Which column holds the ids is known to a run only.
    let is_said = !said.is_empty() || stderr.contains("were read from codes as the labels of the file");
    assert_eq!(report.contains("How the data were read"), is_said, "{file}");
}

#[test]
fn workbooks_go_from_file_to_report() {
    check(
        "plain.xlsx",
        &["{file: \"book/plain.xlsx\", id: \"地区\"}"],
        &[("/header_lines", json!([1])), ("/sheet", json!("Sheet1")), ("/rows", json!(6)), ("/kind", json!("xlsx"))],
    );
    check(
        "title_and_notes.xlsx",
        &[
            "# Read so: the column names are in line 4.",
            "# Read so: passed over lines 11 to 13, a note: 注：本表不含村卫生室。",
            "# Keys beside `file` change it: sheet, header_rows, rows, missing, exclude",
        ],
        &[
            ("/header_lines", json!([4])),
            ("/passed_over/0", json!({"lines": [1, 2], "why": "above_header", "text": "3-1 各地区医疗卫生机构情况"})),
            ("/passed_over/1/lines", json!([11, 13])),
        ],
    );
    check("merged_names.xlsx", &["column: \"医院 / 医生\""], &[("/header_lines", json!([2, 3]))]);
    check("nation_first.xlsx", &["a total of the other rows: 全  国"], &[("/passed_over/0/why", json!("total"))]);
    check(
        "firm_called_total.xlsx",
        &["line 2 is called like a total (Total)"],
        &[("/kept_totals/0", json!({"line": 2, "text": "Total"})), ("/rows", json!(3))],
    );
    check("second_sheet.xlsx", &["sheet 2 of 2 (表3)"], &[("/sheet", json!("表3")), ("/sheets", json!(2))]);
    check(
        "percent_text.xlsx",
        &["the file shows 0.58 as 58%, and anchors are shares of 1 too"],
        &[("/conversions/0/kind", json!("percent")), ("/conversions/0/count", json!(6))],
    );
    check("percent_format.xlsx", &["direct: {exclusion: "], &[("/conversions/0/kind", json!("percent_format"))]);
    check("thousands.xlsx", &["such as 10,336 as 10336"], &[("/conversions/0/count", json!(6))]);
    check("chinese_units.xlsx", &["such as 2189万 as 21890000"], &[("/conversions/0/kind", json!("chinese_unit"))]);
    check("decimal_commas.csv", &["GBK"], &[("/separator", json!(";")), ("/conversions/1/count", json!(6))]);
    check(
        "yes_and_no.xlsx",
        &[
            "calibrate: {recode: {\"是\": 1, \"否\": 0}}   # taken for yes and no; 2 cases are in",
            "{recode: {\"有\": 1, \"无\": 0}}",
            "{recode: {\"√\": 1, \"×\": 0}}",
            "{recode: {\"Y\": 1, \"N\": 0}}",
        ],
        &[],
    );
    check("formulas.xlsx", &["values that the file keeps for 6 formulas"], &[("/formulas", json!(6))]);
    check("old.xls", &["sheet 2 of 2 (数据)"], &[("/kind", json!("xls"))]);
    check("open_document.ods", &["人员 / 医生"], &[("/header_lines", json!([1, 2]))]);
    check("ragged.csv", &["a note: 数据为初步核算数"], &[("/encoding", json!("UTF-8"))]);
    check("labels.dta", &["label: \"是否改革\"", "{recode: {\"有\": 1, \"无\": 0}}"], &[("/kind", json!("stata"))]);
}

/// Files of statistical programs hold labels of variables and codes, and codes that mean no answer.
#[test]
fn labelled_files_of_cases_go_from_file_to_report() {
    for file in ["counties.sav", "counties.dta"] {
        check(
            file,
            &[
                "# Taken for a table of cases, since column `county` names every row; `--survey` takes",
                "label: \"人均GDP（万元）\"\n    missing: drop   # 1 of 12 cells hold no value",
                "    missing: drop   # 1 of 12 cells hold no value (",
                "{recode: {\"有\": 1, \"无\": 0}}   # taken for yes and no; 7 cases are in",
                "no set from column \"level\": its codes stand for categories (二级乙等, 二级甲等, 三级乙等)",
                "languages: [zh, en]",
            ],
            &[("/rows", json!(12))],
        );
    }
}

/// The file that a study gives no layout is read where its table is; what the study says goes first.
#[test]
fn a_study_says_where_the_table_stands() {
    let keys = "sheet: 表3, header_rows: [2], rows: {from: 4, to: 8}";
    let study = format!(
        "format: equifinal/study/1\nid: book\ntitle: Book\nprovenance: synthetic\n\
         data: {{cases: {{file: book.xlsx, id: 地区, {keys}}}}}\n\
         sets:\n  A: {{column: 床位数, calibrate: {{direct: {{exclusion: 5, crossover: 20, inclusion: 40}}}}}}\n  \
         Y: {{column: 医生比, calibrate: {{direct: {{exclusion: 2.8, crossover: 2.95, inclusion: 4}}}}}}\n\
         analyses: {{main: {{outcome: Y, conditions: [A], truth_table: {{frequency: 1, consistency: 0.8}}}}}}\n"
    );
    let trial = Trial::new().file("data/book.xlsx", workbook("second_sheet.xlsx")).file("configs/book.yaml", study);
    let stderr = trial.run(&["run", "configs/book.yaml"]).code(0).stderr();
    assert!(stderr.contains("passed over line 3, outside `rows`: 北京"), "{stderr}");
    let results = trial.results("reports/book");
    assert_eq!(results["tables"]["cases"]["rows"], 5);
}
