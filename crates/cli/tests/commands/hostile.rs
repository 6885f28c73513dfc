//! Small files that demand much memory or time: the command reads or refuses each within small limits.

use std::fs;

use crate::trial::{Trial, project};

/// The memory limit for reading a file, and for the whole process in KiB, including threads and code.
const LIMIT: &str = "64MiB";
const PROCESS: &str = "2000000";

#[track_caller]
fn check(file: &str, bytes: impl AsRef<[u8]>, code: i32, words: &str) {
    let trial = Trial::new().file("configs/.keep", "").file(file, bytes);
    let args = ["--memory-limit", LIMIT, "--threads", "2", "new", "x", "--from", file];
    let ended = trial.run_with_memory(&args, PROCESS).code(code).says(&[words]);
    assert!(!ended.text().contains("bug"), "{}", ended.text());
}

const SPENT: &str = "reading it would take more than the 64 MiB of memory allowed for one file: leave out rows and \
                     columns that the study does not use, or allow more with --memory-limit";

const BEYOND: &str = "\"it declares more than it holds\"; save it again";

#[test]
fn files_of_the_folder() {
    let folder = project().join("crates/ingest/tests/refused/memory");
    for (file, code, words) in [
        ("block_size.zsav", 4, "a count is negative"),
        ("characteristic_length.dta", 4, BEYOND),
        ("columns.ods", 4, SPENT),
        ("copied_labels.sav", 4, SPENT),
        ("copied_options.xlsx", 4, SPENT),
        ("declared_groups.parquet", 4, BEYOND),
        ("declared_texts.xlsx", 4, SPENT),
        ("dimensions.xls", 4, "the file holds column names but no case"),
        ("empty_texts.xlsx", 4, SPENT),
        ("formats.xlsx", 4, SPENT),
        ("formulas.xlsx", 4, "below the title stands a row of numbers"),
        ("hidden_list.parquet", 4, BEYOND),
        ("hidden_sheet.xls", 4, "the file is empty"),
        ("inflated_page.parquet", 4, SPENT),
        ("label_length.dta", 4, BEYOND),
        ("long_key.json", 4, SPENT),
        ("long_text.dta", 4, SPENT),
        ("nested_groups.xlsx", 4, SPENT),
        ("one_label_often.dta", 4, SPENT),
        ("one_sheet_often.xls", 4, "no column can name the cases"),
        ("one_text_often.parquet", 4, SPENT),
        ("one_text_often.xlsx", 4, SPENT),
        ("reversed_dimension.xlsx", 4, ".xlsx: "),
        ("rows.dta", 4, "the file is empty"),
        ("rows.ods", 4, SPENT),
        ("shared_rows.xlsx", 4, SPENT),
        ("shared_text.xls", 4, SPENT),
        ("spaces.ods", 4, SPENT),
        ("tables.ods", 4, SPENT),
        ("ten_sheets.xls", 4, "no column can name the cases"),
        ("zeros.zsav", 4, SPENT),
    ] {
        check(file, fs::read(folder.join(file)).expect(file), code, words);
    }
    // None is there that is not tried.
    assert_eq!(fs::read_dir(folder).expect("a folder").count(), 32);
}

#[test]
fn long_texts() {
    let commas = ",".repeat(100_000);
    check("columns.csv", format!("id{commas}\nx{commas}\n"), 4, SPENT);
    let names: Vec<String> = (0..20_000).map(|column| format!("c{column}")).collect();
    check("names.csv", format!("{}\n", names.join(",")), 4, "with 20000 columns, of which at most 10000 are read");
    check("ragged.csv", format!("id,a\n{}", "x\n".repeat(600_000)), 4, "more of this kind");
    check("objects.json", format!("[{}{{}}]", "{},".repeat(600_000)), 4, SPENT);
    check("lists.json", format!("[{{\"a\":[{}1]}}]", "[],".repeat(600_000)), 4, SPENT);
    check("numbers.json", format!("[1,{}1]", "[],".repeat(600_000)), 4, SPENT);
}

#[test]
fn the_limit_is_set_on_the_command_line() {
    let trial = Trial::small();
    trial.run(&["run", "configs/small.yaml", "--memory-limit", "1GB"]).code(2).says(&["512MiB, 2GiB"]);
    let bytes = format!("{}{}\n", crate::trial::CASES, " ".repeat(9 << 20));
    let trial = trial.file("data/small/cases.csv", bytes);
    let words = "cases.csv: the file has 9437248 bytes; at most 8 MiB are read";
    trial.run(&["run", "configs/small.yaml", "--memory-limit", "16MiB"]).code(4).says(&[words]);
    trial.run(&["run", "configs/small.yaml", "--memory-limit", "64MiB"]).code(0);
}
