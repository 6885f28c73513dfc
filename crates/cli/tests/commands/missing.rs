//! Cases that a study excludes, with reasons, and cases without a value.

use serde_json::{Value, json};

use crate::trial::{CASES, SMALL, Trial};

/// [`SMALL`] with a total row in the file; `exclude` is the value of that key.
fn with_total(exclude: &str) -> Trial {
    let study = SMALL.replace("id: case}", &format!("id: case, exclude: {exclude}}}"));
    Trial::new()
        .file("configs/small.yaml", study)
        .file("data/small/cases.csv", format!("{CASES}全国,2.0,—,1.5\nMainland,8,2,\n"))
}

const BOTH: &str = "{全国: 合计行，非案例, Mainland: {en: no province, zh: 合计}}";

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
        "{全国: 合计, Mainlnd: none}",
        4,
        &named("`Mainlnd`, but no row has it in the column `case`: did you mean `Mainland`?"),
    );
    refused("{全国: 合计, Mainland: }", 3, "`exclude: Mainland` is nothing, not a text");
    let all = "{c1: a, c2: b, c3: c, c4: d, 全国: e, Mainland: f}";
    refused(all, 4, "`exclude` leaves no case: it names all 6 rows; keep those that are cases of the study");
}

/// A case that is excluded cannot be left out once more.
#[test]
fn excluded_cases_are_not_dropped_again() {
    let trial = with_total(BOTH);
    let study = String::from_utf8(trial.bytes("configs/small.yaml")).expect("UTF-8");
    let said = "small/cases.csv holds no case `Mainland` to leave out, as the alternative `fewer` does under `drop_cases`: \
                the study excludes it already, under `data`, because \"no province\"; take it out of one of the two";
    let robustness = "robustness: {alternatives: [{id: fewer, drop_cases: [Mainland]}]}\n";
    trial.file("configs/small.yaml", study + robustness).run(&["run", "configs/small.yaml"]).code(4).says(&[said]);
}

/// Cases without a value: `c3` has no A, `c5` no C, and Z is made of both.
const LACKING: &str = "\
format: equifinal/study/1
id: lacking
title: Cases without a value
provenance: synthetic
data:
  cases: {file: lacking/cases.csv, id: case}
sets:
  A: {column: a, missing: drop, calibrate: {direct: {exclusion: 1, crossover: 4.5, inclusion: 9}}, because: Read from a map}
  B: {calibrate: {given: crisp}}
  C: {column: c, missing: drop, calibrate: {recode: {good: 1, bad: 0}}, because: Said by those who were asked}
  Z: {calibrate: {any_of: [A, C]}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  of_a: {outcome: Y, conditions: [A, B], truth_table: {consistency: 0.8, pri: 0.5}}
  of_c: {outcome: Y, conditions: [B, C], truth_table: {consistency: 0.8, pri: 0.5}}
  of_z: {outcome: Y, conditions: [B, Z], truth_table: {consistency: 0.8, pri: 0.5}, negation: true}
robustness:
  ranges: {}
  multiverse: {vary: {consistency: [0.7, 0.8, 0.9], pri: [0.4, 0.6]}}
  resample: {leave_out: 1, permutation: 200, random_data: 50}
";

const LACKING_CASES: &str = "\
case,a,B,c,Y
c1,9,1,good,0.9
c2,8,0,good,0.8
c3,,1,bad,0.1
c4,2,0,bad,0.2
c5,1,1,,0.7
c6,7,1,bad,0.6
c7,3,0,good,0.1
";

/// An analysis of fewer cases is the analysis of a file without them, under every other decision too.
#[test]
fn cases_without_a_value_leave_the_analyses_that_use_it() {
    let all = Trial::new().file("configs/lacking.yaml", LACKING).file("data/lacking/cases.csv", LACKING_CASES);
    all.run(&["run", "configs/lacking.yaml", "--only", "results"]).code(0);
    let all = all.results("reports/lacking");
    for (analysis, gone) in
        [("of_a", &["c3"][..]), ("of_c", &["c5"]), ("of_z", &["c3", "c5"]), ("~of_z", &["c3", "c5"])]
    {
        let stays = |line: &&str| !gone.iter().any(|case| line.starts_with(&format!("{case},")));
        let cases: Vec<&str> = LACKING_CASES.lines().filter(stays).collect();
        let fewer = Trial::new().file("configs/lacking.yaml", LACKING.replace("missing: drop, ", ""));
        let filled = cases.join("\n").replace(",,1,bad", ",1,1,bad").replace(",,0.7", ",bad,0.7");
        let fewer = fewer.file("data/lacking/cases.csv", filled + "\n");
        fewer.run(&["run", "configs/lacking.yaml", "--only", "results"]).code(0);
        let fewer = fewer.results("reports/lacking");
        for key in ["necessity", "necessity_combinations", "truth_table", "solutions", "diversity"] {
            assert_eq!(all["analyses"][analysis][key], fewer["analyses"][analysis][key], "{analysis} {key}");
        }
        let [of_all, of_fewer] =
            [&all, &fewer].map(|results| &results["robustness"]["multiverse"]["analyses"][analysis]);
        assert!(!of_fewer.is_null() && of_all == of_fewer, "{analysis}");
        for key in ["resample", "permutation", "random_data"] {
            let of = |results: &Value| {
                let entries = results["robustness"][key].as_array().expect(key).clone();
                entries.into_iter().find(|one| one["analysis"] == analysis).expect(key)
            };
            assert_eq!(of(&all), of(&fewer), "{analysis} {key}");
        }
        for key in ["ranges", "thresholds"] {
            assert!(!fewer["robustness"][key][analysis].is_null(), "{key}");
            assert_eq!(all["robustness"][key][analysis], fewer["robustness"][key][analysis], "{analysis} {key}");
        }
    }
}

/// Found, excluded, without a value, analysed: with names and reasons, in the results and on every page.
#[test]
fn the_cases_of_each_analysis_are_told() {
    let study = LACKING
        .replace("id: case}", "id: case, exclude: {Total: {en: a sum of the others, zh: 合计行}}}")
        .replace("column: c, missing: drop", "column: c, missing: {impute: {value: good, because: as in 2018}}")
        + "report: {languages: [en, zh], formats: [md]}\n";
    let trial = Trial::new().file("configs/lacking.yaml", study);
    let trial = trial.file("data/lacking/cases.csv", format!("{LACKING_CASES}Total,30,4,,3.4\n"));
    trial.run(&["run", "configs/lacking.yaml"]).code(0);
    let flow = |analysis: &str| trial.results("reports/lacking")["analyses"][analysis]["cases"].clone();
    let total = json!([{"case": "Total", "because": {"en": "a sum of the others", "zh": "合计行"}}]);
    let imputed = json!([{"set": "C", "value": "good", "because": "as in 2018", "cases": ["c5"]}]);
    let expected = |missing: Value, analysed: usize, imputed: Value| json!({"found": 8, "excluded": total, "missing": missing, "dropped": [], "analysed": analysed, "imputed": imputed});
    assert_eq!(flow("of_a"), expected(json!([{"case": "c3", "sets": ["A"]}]), 6, json!([])));
    assert_eq!(flow("of_c"), expected(json!([]), 7, imputed.clone()));
    assert_eq!(flow("~of_z"), expected(json!([{"case": "c3", "sets": ["Z"]}]), 6, imputed));
    let table = trial.results("reports/lacking")["tables"]["cases"].clone();
    assert_eq!(table["excluded"], json!([{"case": "Total", "line": 9, "because": total[0]["because"]}]));
    assert_eq!(table["missing"], json!([{"column": "a", "cases": ["c3"]}, {"column": "c", "cases": ["c5"]}]));
    for (file, lines) in [
        ("case-flow.en.csv", &[r#""of_a",8,1,1,6"#, r#""of_c",8,1,0,7"#, r#""of_z",8,1,1,6"#][..]),
        (
            "case-reasons.en.csv",
            &[
                r#""Excluded","a sum of the others",1,"Total","of_a, of_c, of_z""#,
                r#""Excluded: no value of A","–",1,"c3","of_a""#,
                r#""Imputed: C = good","as in 2018",1,"c5","of_c, of_z""#,
                r#""Excluded: no value of Z","–",1,"c3","of_z""#,
            ],
        ),
        ("case-reasons.zh.csv", &[r#""剔除","合计行",1,"Total","of_a、of_c、of_z""#]),
    ] {
        let text = String::from_utf8(trial.bytes(&format!("reports/lacking/tables/{file}"))).expect("UTF-8");
        let found: Vec<&str> = text.lines().skip(1).take(lines.len()).collect();
        assert_eq!(found, lines, "{file}");
    }
    let table = String::from_utf8(trial.bytes("reports/lacking/tables/memberships.csv")).expect("UTF-8");
    assert!(
        table.contains("\"c3\",\"\",1,0,\"\",0.1\n") && table.contains("\"c5\",0.05000000000000005,1,1,1,0.7\n"),
        "{table}"
    );
}

/// A cell without a value is refused unless its set has a rule, and a rule says what it can.
#[test]
fn rules_for_missing_values() {
    let trial = |from: &str, to: &str| {
        assert!(LACKING.contains(from), "{from}");
        let trial = Trial::new().file("configs/lacking.yaml", LACKING.replacen(from, to, 1));
        trial.file("data/lacking/cases.csv", LACKING_CASES)
    };
    let refused = |from: &str, to: &str, code: i32, says: &[&str]| {
        trial(from, to).run(&["run", "configs/lacking.yaml"]).code(code).says(says);
    };
    let no_a = "lacking/cases.csv: line 4, column `a`, case `c3`: the cell is empty; give it a value, or give its set \
                `missing: drop` or `missing: {impute: {value: …, because: …}}`";
    refused("missing: drop, ", "", 4, &[no_a]);
    let no_c = "lacking/cases.csv: line 6, column `c`, case `c5`: \"\" is not recoded; known values are \"good\", \"bad\"; \
                for a cell without a value list it too, or give the set `missing: drop`";
    refused("column: c, missing: drop", "column: c", 4, &[no_c]);
    refused("missing: drop", "missing: leave", 3, &["`missing` is `leave`: write `drop`, or {impute: {value: 2.1"]);
    refused("missing: drop", "missing: {impute: {value: 2}}", 3, &["`impute` needs the key `because`"]);
    let code = "column: c, missing: {impute: {value: goods, because: so}}";
    refused("column: c, missing: drop", code, 3, &["`goods` is none of the values of `recode`: did you mean `good`?"]);
    refused("Z: {", "Z: {missing: drop, ", 3, &["a set made of others has no column: say `missing` in its parts"]);
    // An imputed value is as if it stood in the file.
    let imputed = trial("missing: drop", "missing: {impute: {value: 7, because: so}}");
    imputed.run(&["run", "configs/lacking.yaml", "--only", "results"]).code(0);
    let written = Trial::new().file("configs/lacking.yaml", LACKING);
    let written = written.file("data/lacking/cases.csv", LACKING_CASES.replace("c3,,", "c3,7,"));
    written.run(&["run", "configs/lacking.yaml", "--only", "results"]).code(0);
    let [imputed, written] = [imputed, written].map(|trial| trial.results("reports/lacking"));
    assert_eq!(imputed["robustness"], written["robustness"]);
    assert_eq!(imputed["analyses"]["of_a"]["solutions"], written["analyses"]["of_a"]["solutions"]);
}

/// A draft keeps a column with a blank, under a rule that is said, and runs.
#[test]
fn drafts_keep_columns_with_few_blanks() {
    let trial =
        Trial::new().file("data/p/towns.csv", "town,beds,share,y\na,2,0.1,0\nb,4,0.6,1\nc,,0.4,1\nd,6,0.9,1\ne,9,,0\n");
    trial.run(&["new", "p", "--from", "data/p/towns.csv"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/p.yaml")).expect("UTF-8");
    assert_eq!(
        draft.matches("    missing: drop   # 1 of 5 cells hold no value (empty): these cases leave").count(),
        2,
        "{draft}"
    );
    trial.run(&["run", "configs/p.yaml", "--only", "results"]).code(0);
    assert_eq!(trial.results("reports/p")["analyses"]["main"]["cases"]["analysed"], json!(3));
}
