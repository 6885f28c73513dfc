//! What `new` writes runs as it is.

use crate::trial::{Trial, of_project};

#[test]
fn a_drafted_study_runs() {
    let trial = Trial::new().file("lipset.csv", of_project("data/lipset-democracy/cases.csv"));
    let ended = trial.run(&["new", "my-study", "--from", "lipset.csv"]).code(0);
    assert_eq!(
        ended.stdout(),
        "configs/my-study.yaml: written from 18 cases\nnext: equifinal run configs/my-study.yaml\n"
    );
    assert_eq!(trial.bytes("data/my-study/lipset.csv"), trial.bytes("lipset.csv"));
    let draft = String::from_utf8(trial.bytes("configs/my-study.yaml")).expect("UTF-8");
    for line in [
        "  cases: {file: \"my-study/lipset.csv\", id: \"country\"}",
        "    calibrate: {direct: {exclusion: 52.96, crossover: 95, inclusion: 99.9}}   # percentiles 5, 50 and 95 of values from 38 to 99.9; swap the ends if less is more in; two clusters of values meet at 66.95",
        "    outcome: survival",
        "    conditions: [gnp_per_capita, urban_share, literacy, industrial_share, cabinets]",
    ] {
        assert!(draft.lines().any(|written| written == line), "`{line}` is missing in\n{draft}");
    }
    trial.run(&["run", "configs/my-study.yaml"]).code(0);
    assert_eq!(trial.results("reports/my-study")["analyses"]["main"]["outcome"], "survival");
    trial.run(&["new", "my-study", "--from", "lipset.csv"]).code(2);
    assert_eq!(trial.bytes("configs/my-study.yaml"), draft.as_bytes());
}

/// A table of every kind of column, under names that no expression could hold.
const MIXED: &str = "\
区域;country;满意度;2020 rate (%);group;crisp;notes: \"x\"\t;constant;share;Share;lumped
east;甲;0.2;31.5;0;0;first;3;0.1;1;1
east;乙;0.9;40.25;1;1;second;3;0.7;2;1
west;丙;0.6;28;2;0;third;3;0.4;3;1
west;丁;0.4;99;2;1;\"fo;urth\";3;0.9;4;7
";

#[test]
fn any_kind_of_column_finds_its_place() {
    let trial = Trial::new().file("data/here/mixed data.csv", MIXED);
    trial.run(&["new", "mixed", "--from", "data/here/mixed data.csv", "--outcome", "group"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/mixed.yaml")).expect("UTF-8");
    for part in [
        "{file: \"here/mixed data.csv\", id: \"country\"}",
        "  # no set from column \"区域\": it holds text (east, west); calibrate: {recode: ...} turns it into a set",
        "    label: \"满意度\"\n    column: \"满意度\"\n    calibrate: {given: fuzzy}",
        "  C_2020_rate:\n    label: \"2020 rate (%)\"",
        "  group:\n    calibrate: {given: multivalue}   # the column holds the levels 0 to 2",
        "  crisp:\n    calibrate: {given: crisp}",
        "  # no set from column \"constant\": every case has 3",
        "  Share_2:\n    label: \"Share\"",
        "  lumped:\n    calibrate: {crisp: {threshold: 7}}   # 1 cases reach it",
        "    outcome: \"group[2]\"",
    ] {
        assert!(draft.contains(part), "`{part}` is missing in\n{draft}");
    }
    trial.run(&["run", "configs/mixed.yaml"]).code(0);
    assert!(!trial.path("data/mixed").exists());
}

/// What identifies a person is neither the name of a case nor a set, and none of it reaches the draft or the report.
#[test]
fn private_columns_of_a_table_of_cases_stay_out() {
    let trial = Trial::new().file(
        "a.csv",
        "手机号码,case,联系方式,x,y\n13800138001,k1,13800138001,0.5,0\n13800138002,k2,13800138002,0.7,1\n",
    );
    trial.run(&["new", "s", "--from", "a.csv"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/s.yaml")).expect("UTF-8");
    for part in
        ["id: \"case\"", "  # no set from column \"联系方式\": it is private (telephone number)", "outcome: y", "[x]"]
    {
        assert!(draft.contains(part), "`{part}` is missing in\n{draft}");
    }
    trial.run(&["run", "configs/s.yaml"]).code(0);
    let written = trial.bytes("reports/s/report.html");
    assert!(!draft.contains("13800138") && !String::from_utf8_lossy(&written).contains("13800138"));
}

#[test]
fn a_table_that_makes_no_study_is_refused() {
    let trial = Trial::new()
        .file("a.csv", "id,x\n1,0.5\n2,0.7\n")
        .file("b.csv", "x,y\n1,2\n1,2\n")
        .file("c.csv", "id,x,y,z\na,1,0,p\nb,0,1,q\n");
    for (args, words) in [
        (&["new", "s", "--from", "a.csv"] as &[&str], "1 columns can be sets"),
        (&["new", "s", "--from", "b.csv"], "no column can name the cases"),
        (&["new", "s", "--from", "c.csv", "--outcome", "z"], "column `z` cannot be the outcome: it holds text (p, q)"),
        (&["new", "s", "--from", "c.csv", "--outcome", "w"], "there is no column `w`"),
        (&["new", "s", "--from", "c.csv", "--cases", "w"], "there is no column `w`"),
    ] {
        trial.run(args).code(4).says(&[words]);
    }
    assert_eq!(trial.names("."), ["a.csv", "b.csv", "c.csv"]);
}
