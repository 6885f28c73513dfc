//! Tables in memory become the cases of a study, whatever they hold; what does not fit is refused by name.
#![expect(clippy::expect_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::sync::Arc;

use equifinal_engine::{Engine, EngineError, Files, study};
use equifinal_measure::Evidence;
use equifinal_study::table::{CaseTable, Cells, Uncertainty};

const HEAD: &str = "format: equifinal/study/1\nid: joined\ntitle: Joined\nprovenance: synthetic\n";

/// The evidence of a study whose files these are.
fn evidence(study_text: &str, files: &[(&str, &str)]) -> Result<Arc<Evidence>, EngineError> {
    let world = files.iter().fold(Files::default(), |world, (name, text)| world.with(name, *text));
    let text = format!("{HEAD}{study_text}");
    let study = study("joined.yaml", text.as_bytes(), &world).unwrap_or_else(|refused| panic!("{refused}"));
    Engine::default().evidence(&study, &world).map(|(evidence, _)| evidence)
}

/// The cases with the numbers of a column.
#[track_caller]
fn numbers<'a>(table: &'a CaseTable, column: &str) -> Vec<(&'a str, f64)> {
    let found = table.columns.iter().find(|known| known.name == column).expect("the column");
    let Cells::Numbers(numbers) = &found.cells else { panic!("{column} holds texts") };
    table.cases.iter().map(String::as_str).zip(numbers.iter().copied()).collect()
}

#[track_caller]
fn refused(study_text: &str, files: &[(&str, &str)], expected: &[&str]) {
    let refused = evidence(study_text, files).expect_err("a refusal").to_string();
    assert_eq!(refused.lines().collect::<Vec<_>>(), expected);
}

const ANALYSIS: &str = "analyses:\n  main: {outcome: Y, conditions: [A], truth_table: {consistency: 0.8}}\n";

const CODED: &str = "\
data:
  cases: {file: cases.csv, id: case}
  sheets: {file: sheets.csv, kind: codings}
coding:
  papers: {table: sheets, scores: [0, 1]}
sets:
  A: {from: {coding: papers}, calibrate: {given: crisp}}
  Y: {column: y, calibrate: {given: crisp}}
";

const SHEETS: &str = "case,condition,coder,score\nb,A,K,0\nb,A,L,0\na,A,K,1\na,A,L,1\n";

#[test]
fn scores_of_codings_join_the_table_of_cases_by_name() {
    let files = [("cases.csv", "case,y\na,1\nb,0\n"), ("sheets.csv", SHEETS)];
    let found = evidence(&format!("{CODED}{ANALYSIS}"), &files).expect("evidence");
    assert_eq!(numbers(&found.cases, "A"), [("a", 1.0), ("b", 0.0)]);
    assert_eq!(numbers(&found.cases, "y"), [("a", 1.0), ("b", 0.0)]);
    let coded = found.cases.columns.iter().find(|column| column.name == "A").expect("A");
    assert_eq!(coded.uncertainty, Uncertainty::Codings(vec![vec![1.0, 1.0], vec![0.0, 0.0]]));
    assert_eq!(found.tables.iter().map(|table| table.rows).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn cases_that_only_one_file_has_are_named() {
    let study = format!("{CODED}{ANALYSIS}");
    refused(
        &study,
        &[("cases.csv", "case,y\na,1\nb,0\nc,1\n"), ("sheets.csv", SHEETS)],
        &["sheets.csv: A of case c has no score: code it, or give the set `missing: drop`"],
    );
    refused(
        &study,
        &[("cases.csv", "case,y\na,1\n"), ("sheets.csv", SHEETS)],
        &["sheets.csv: case b is not in cases.csv: add it there"],
    );
    refused(
        &study,
        &[("cases.csv", "case,y\na,1\nd,1\n"), ("sheets.csv", SHEETS)],
        &[
            "sheets.csv: case b is not in cases.csv: add it there",
            "sheets.csv: A of case d has no score: code it, or give the set `missing: drop`",
        ],
    );
}

#[test]
fn coded_cases_need_no_table_of_cases() {
    let study =
        CODED.replace("  cases: {file: cases.csv, id: case}\n", "").replace("{column: y,", "{from: {coding: papers},");
    let sheets = format!("{SHEETS}a,Y,K,1\na,Y,L,1\nb,Y,K,1\nb,Y,L,1\n");
    let found = evidence(&format!("{study}{ANALYSIS}"), &[("sheets.csv", &sheets)]).expect("evidence");
    assert_eq!(found.cases.cases, ["a", "b"]);
    assert_eq!(numbers(&found.cases, "Y"), [("a", 1.0), ("b", 1.0)]);
    assert_eq!(found.cases.file, "sheets.csv");
}

const SURVEY: &str = "\
data:
  people: {file: people.csv, id: id}
instruments:
  people:
    missing: [\"\"]
    items:
      q1: {column: q1, type: number}
      q2: {column: q2, type: number}
      y: {column: y, type: number}
constructs:
  able: {table: people, items: [q1, q2]}
sets:
  A: {from: {construct: able}, calibrate: {direct: {exclusion: 1, crossover: 2.5, inclusion: 5}}}
  Y: {column: y, calibrate: {given: fuzzy}}
";

#[test]
fn respondents_are_cases_where_sets_take_their_answers() {
    let people = "id,q1,q2,y\np2,1,2,0.1\np10,3,5,0.9\np1,4,4,0.7\n";
    let found = evidence(&format!("{SURVEY}{ANALYSIS}"), &[("people.csv", people)]).expect("evidence");
    assert_eq!(numbers(&found.cases, "able"), [("p2", 1.5), ("p10", 4.0), ("p1", 4.0)]);
    assert_eq!(numbers(&found.cases, "y"), [("p2", 0.1), ("p10", 0.9), ("p1", 0.7)]);
    assert_eq!(found.measurements.len(), 1);
    let able = found.cases.columns.iter().find(|column| column.name == "able").expect("able");
    assert!(matches!(able.uncertainty, Uncertainty::Reliability(alpha) if (0.0..=1.0).contains(&alpha)));
}

#[test]
fn respondents_without_a_value_are_named() {
    refused(
        &format!("{SURVEY}{ANALYSIS}"),
        &[("people.csv", "id,q1,q2,y\np1,1,2,\np2,3,5,0.9\np3,4,,0.7\n")],
        &[
            "people.csv: p3 have no value of `able`: give the set `missing: drop`, drop such responses in the screening, or bridge gaps of a construct with `missing: {at_most: …}`",
            "people.csv: p1 have no value of `y`: give the set `missing: drop`, drop such responses in the screening, or bridge gaps of a construct with `missing: {at_most: …}`",
        ],
    );
}

#[test]
fn respondents_stand_beside_a_table_of_cases_only_where_all_are_in_both() {
    let study = SURVEY
        .replace("data:\n", "data:\n  cases: {file: cases.csv, id: case}\n")
        .replace("      y: {column: y, type: number}\n", "");
    let study = format!("{study}{ANALYSIS}");
    let people = "id,q1,q2\np1,1,2\np2,3,5\np3,4,4\n";
    let found = evidence(&study, &[("people.csv", people), ("cases.csv", "case,y\np3,0.3\np1,0.1\np2,0.2\n")]);
    let found = found.expect("evidence");
    assert_eq!(numbers(&found.cases, "y"), [("p1", 0.1), ("p2", 0.2), ("p3", 0.3)]);
    refused(
        &study,
        &[("people.csv", people), ("cases.csv", "case,y\np1,0.1\np2,0.2\np4,0.2\n")],
        &[
            "people.csv: p3 are not in cases.csv: add them, or drop them in the screening",
            "people.csv: p4 of cases.csv did not respond: take them out of one of the files",
        ],
    );
}

#[test]
fn answers_are_averaged_over_the_respondents_of_each_case() {
    let study = SURVEY
        .replace("data:\n", "data:\n  cases: {file: cases.csv, id: case}\n")
        .replace("      y: {column: y, type: number}\n", "      county: {column: county, type: text}\n")
        .replace("items: [q1, q2]}", "items: [q1, q2], by: county}");
    let study = format!("{study}{ANALYSIS}");
    let people = "id,q1,q2,county\np1,1,2,north\np2,3,5,south\np3,4,4,south\np4,2,3,north\n";
    let cases = "case,y\nsouth,0.9\nnorth,0.2\n";
    let found = evidence(&study, &[("people.csv", people), ("cases.csv", cases)]).expect("evidence");
    assert_eq!(numbers(&found.cases, "able"), [("south", 4.0), ("north", 2.0)]);
    refused(
        &study,
        &[("people.csv", people), ("cases.csv", "case,y\nsouth,0.9\nnorth,0.2\neast,0.4\n")],
        &[
            "people.csv: able of case east has no score: nobody who is kept answers for it; loosen the screening, leave the case out, or give the set `missing: drop`",
        ],
    );
}

#[test]
fn years_and_themes_are_read_and_mistakes_in_them_are_named() {
    let study = "data:\n  yearly: {file: yearly.csv, id: year}\n  talks: {file: talks.csv, kind: passages}\n\
                 indicators: {yearly: {visits: {claim_ratio: {first_to_last: 2.0}}}}\n\
                 themes: {debt: {indicators: [visits]}, policy: {}}\n";
    let talks = "theme,interview\ndebt,I1\ndebt,I2\npolicy,I1\n";
    let yearly = "year,visits\n2013,10\n2014,20\n";
    let found = evidence(study, &[("yearly.csv", yearly), ("talks.csv", talks)]).expect("evidence");
    assert_eq!(found.trends.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["visits"]);
    assert_eq!(found.themes.len(), 2);
    assert!(found.joint.is_some());
    refused(
        study,
        &[("yearly.csv", "year,visits\n2013,10\nlast,20\n"), ("talks.csv", talks)],
        &["yearly.csv: line 3: year is \"last\", not a whole year such as 2013"],
    );
    refused(
        study,
        &[("yearly.csv", yearly), ("talks.csv", "theme,interview\ndebts,I1\n")],
        &["talks.csv: line 2: the theme \"debts\" is none of the study's: debt, policy"],
    );
}

#[test]
fn files_that_cannot_be_had_are_named_in_the_order_of_the_study() {
    let study = format!("{CODED}{ANALYSIS}");
    refused(&study, &[("sheets.csv", SHEETS)], &["cases.csv: there is no such file; there are sheets.csv"]);
    refused(
        &study,
        &[("cases.csv", "case,y\na,1\nb,0\n")],
        &["sheets.csv: there is no such file; there are cases.csv"],
    );
    // What is wrong with the first file is said before the second is missed.
    refused(
        &study,
        &[("cases.csv", "case,y\na,1\na,0\n")],
        &[
            "cases.csv: line 3, column `case`: the case id `a` stands in line 2 already; ids must differ: give each row a name of its own, such as place and year together",
        ],
    );
}
