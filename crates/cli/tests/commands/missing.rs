//! Cases that a study excludes, with reasons, and cases without a value.

use crate::trial::{CASES, SMALL, Trial};

/// [`SMALL`] with a total row in the file; `exclude` is the value of that key.
fn with_total(exclude: &str) -> Trial {
    let study = SMALL.replace("id: case}", &format!("id: case, exclude: {exclude}}}"));
    Trial::new()
        .file("configs/small.yaml", study)
        .file("data/small/cases.csv", format!("{CASES}全国,2.0,—,1.5\nTotal,8,2,\n"))
}

const BOTH: &str = "{全国: 合计行，非案例, Total: {en: a sum of the others, zh: 合计}}";

/// Excluded rows are not read: results are those of a file without them.
#[test]
fn excluded_rows_count_nowhere() {
    let without = Trial::small();
    without.run(&["run", "configs/small.yaml", "--only", "results"]).code(0);
    let excluded = with_total(BOTH);
    excluded.run(&["run", "configs/small.yaml", "--only", "results"]).code(0);
    let analyses = |trial: &Trial| trial.results("reports/small")["analyses"].clone();
    assert_eq!(analyses(&excluded)["main"]["truth_table"], analyses(&without)["main"]["truth_table"]);
    assert_eq!(analyses(&excluded)["main"]["solutions"], analyses(&without)["main"]["solutions"]);
}

#[test]
fn exclusions_that_cannot_be_are_refused() {
    let refused = |exclude: &str, code: i32, says: &str| {
        with_total(exclude).run(&["run", "configs/small.yaml"]).code(code).says(&[says]);
    };
    let named = |said: &str| format!("small/cases.csv: `exclude` names the case {said}");
    refused(
        "{全国: 合计, Totl: a sum}",
        4,
        &named("`Totl`, but no row has it in the column `case`: did you mean `Total`?"),
    );
    refused("{全国: 合计, Total: }", 3, "`exclude: Total` is nothing, not a text");
    let all = "{c1: a, c2: b, c3: c, c4: d, 全国: e, Total: f}";
    refused(all, 4, "`exclude` leaves no case: it names all 6 rows; keep those that are cases of the study");
}

/// A case that is excluded cannot be left out once more.
#[test]
fn excluded_cases_are_not_dropped_again() {
    let trial = with_total(BOTH);
    let study = String::from_utf8(trial.bytes("configs/small.yaml")).expect("UTF-8");
    let said = "small/cases.csv holds no case `Total` to leave out, as the alternative `fewer` does under `drop_cases`: \
                the study excludes it already, under `data`, because \"a sum of the others\"; take it out of one of the two";
    let robustness = "robustness: {alternatives: [{id: fewer, drop_cases: [Total]}]}\n";
    trial.file("configs/small.yaml", study + robustness).run(&["run", "configs/small.yaml"]).code(4).says(&[said]);
}
