//! Studies drafted by `new` run unchanged.

use std::fs;
use std::path::Path;

use crate::trial::{Trial, of_project};

/// Takes Word files out of a drafted report: they take long to write in a test.
fn without_word(trial: Trial, study: &str) -> Trial {
    let drafted = String::from_utf8(trial.bytes(study)).expect("UTF-8");
    assert!(drafted.contains("docx, "), "{drafted}");
    trial.file(study, drafted.replace("docx, ", ""))
}

fn fixture(file: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/fixtures").join(file)).expect(file)
}

#[test]
fn drafted_studies_run() {
    let trial = Trial::new().file("lipset.csv", of_project("data/lipset-democracy/cases.csv"));
    let ended = trial.run(&["new", "my-study", "--from", "lipset.csv"]).code(0);
    assert_eq!(
        ended.stdout(),
        "configs/my-study.yaml: written from 18 cases\n\
         data/my-study/lipset.csv: a copy, which the study reads; edit it and not the original\n\
         next: equifinal run configs/my-study.yaml\n\
         for completion in editors and a check in continuous integration: equifinal init\n"
    );
    assert_eq!(trial.bytes("data/my-study/lipset.csv"), trial.bytes("lipset.csv"));
    let draft = String::from_utf8(trial.bytes("configs/my-study.yaml")).expect("UTF-8");
    for line in [
        "  cases: {file: \"my-study/lipset.csv\", id: \"country\"}",
        "    calibrate: {direct: {exclusion: 52.96, crossover: 95.45, inclusion: 99.9}}   # percentiles 5, 50 and 95 of values from 38 to 99.9; if less is more in, swap the ends and add `direction: falling`; two clusters of values meet at 66.95",
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

/// Where no column names the rows alone, but a unit and a period do together, the cases are a panel.
#[test]
fn panels_are_drafted() {
    let trial = Trial::new().file("panel.csv", of_project("data/panel-example/cases.csv"));
    trial.run(&["new", "years", "--from", "panel.csv", "--outcome", "kept"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/years.yaml")).expect("UTF-8");
    let line = "  cases: {file: \"years/panel.csv\", unit: \"区县\", time: \"年份\"}";
    assert!(draft.lines().any(|written| written == line), "{draft}");
    assert!(draft.contains("conditions: [management, payment, services]"), "{draft}");
    trial.run(&["run", "configs/years.yaml", "--only", "results"]).code(0);
}

/// A table with every kind of column, with names that are invalid in expressions.
const MIXED: &str = "\
区域;country;满意度;2020 rate (%);group;crisp;notes: \"x\"\t;constant;share;Share;lumped
east;甲;0.2;31.5;0;0;first;3;0.1;1;1
east;乙;0.9;40.25;1;1;second;3;0.7;2;1
west;丙;0.6;28;2;0;third;3;0.4;3;1
west;丁;0.4;99;2;1;\"fo;urth\";3;0.9;4;7
";

#[test]
fn every_kind_of_column_is_drafted() {
    let trial = Trial::new().file("data/here/mixed data.csv", MIXED);
    trial.run(&["new", "mixed", "--from", "data/here/mixed data.csv", "--outcome", "group"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/mixed.yaml")).expect("UTF-8");
    for part in [
        "{file: \"here/mixed data.csv\", id: \"country\"}",
        "  # no set from column \"区域\": it holds text (east, west); calibrate: {recode: ...} turns it into a set",
        "  满意度:\n    calibrate: {given: fuzzy}",
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
    let trial = without_word(trial, "configs/mixed.yaml");
    trial.run(&["run", "configs/mixed.yaml"]).code(0);
    assert!(!trial.path("data/mixed").exists());
}

/// Personal data become neither case names nor sets, and do not appear in the draft or the report.
#[test]
fn private_columns_are_not_drafted() {
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
fn tables_without_usable_sets_are_refused() {
    let trial = Trial::new()
        .file("a.csv", "id,x\n1,0.5\n2,0.7\n")
        .file("b.csv", "x,y\n1,2\n1,2\n")
        .file("c.csv", "id,x,y,z\na,1,0,p\nb,0,1,q\n");
    for (args, words) in [
        (&["new", "s", "--from", "a.csv"] as &[&str], "only one column can be a set"),
        (&["new", "s", "--from", "b.csv"], "no column can name the cases"),
        (&["new", "s", "--from", "c.csv", "--outcome", "z"], "column `z` cannot be the outcome: it holds text (p, q)"),
        (&["new", "s", "--from", "c.csv", "--outcome", "w"], "there is no column `w`"),
        (&["new", "s", "--from", "c.csv", "--cases", "w"], "there is no column `w`"),
    ] {
        trial.run(args).code(4).says(&[words]);
    }
    assert_eq!(trial.names("."), ["a.csv", "b.csv", "c.csv"]);
}

/// A column formatted as percentages is not drafted as memberships: with `given: fuzzy` every case would be out.
#[test]
fn percentages_are_drafted_as_raw_values() {
    for file in ["percent.xlsx", "percent.ods", "percent.xls"] {
        let trial = Trial::new().file(file, fixture(file));
        trial.run(&["new", "s", "--from", file]).code(0);
        let draft = String::from_utf8(trial.bytes("configs/s.yaml")).expect("UTF-8");
        for part in [
            "  reach:\n    calibrate: {direct: {exclusion: 0.0668, crossover: 0.16, inclusion: 0.288}}",
            "; the file shows 0.31 as 31%, and anchors are shares of 1 too",
            "  grade:\n    calibrate: {given: fuzzy}",
        ] {
            assert!(draft.contains(part), "{file}: `{part}` is missing in\n{draft}");
        }
        trial.run(&["run", "configs/s.yaml"]).code(0);
        let memberships = String::from_utf8(trial.bytes("reports/s/tables/memberships.csv")).expect("UTF-8");
        let reach = memberships.lines().skip(1).map(|line| line.split(',').nth(1).expect("a second column"));
        let reach: Vec<f64> = reach.map(|cell| cell.parse().expect("a number")).collect();
        assert_eq!(reach.iter().filter(|membership| **membership > 0.5).count(), 2, "{file}: {reach:?}");
    }
}

/// Codes declared missing are not raw values, neither in tables of cases nor in drafts.
#[test]
fn missing_codes_are_not_values() {
    const STUDY: &str = "\
format: equifinal/study/1
id: s
title: Refused
provenance: synthetic
data: {cases: {file: s/FILE, id: case}}
sets:
  R: {column: rate, calibrate: {direct: {exclusion: 5, crossover: 20, inclusion: 45}}}
  Y: {column: y, calibrate: {given: crisp}}
analyses: {main: {outcome: Y, conditions: [R], truth_table: {consistency: 0.8}}}
";
    for (file, marked) in [
        ("gaps_codes.sav", "not applicable (98), refused (99)"),
        ("gaps_range.sav", "not applicable (98), refused (99)"),
        ("gaps_labels.dta", "not applicable (98), refused (99)"),
        ("gaps_tagged.dta", "refused (.a), not applicable (.b), refused (99)"),
    ] {
        let trial = Trial::new().file(&format!("data/s/{file}"), fixture(file));
        let trial = trial.file("configs/s.yaml", STUDY.replace("FILE", file));
        let case = format!("s/{file}: line 3, column `rate`, case `k3`: ");
        trial.run(&["run", "configs/s.yaml"]).code(4).says(&[&case, "refused", "give its set `missing: drop`"]);
        let from = format!("data/s/{file}");
        trial.run(&["new", "cases", "--from", &from, "--outcome", "y"]).code(0);
        let draft = String::from_utf8(trial.bytes("configs/cases.yaml")).expect("UTF-8");
        assert!(draft.contains("# no set from column \"rate\": 2 of 6 cells hold no value ("), "{draft}");
        trial.run(&["run", "configs/cases.yaml"]).code(0);
        trial.run(&["new", "people", "--survey", "--from", &from]).code(0);
        let draft = String::from_utf8(trial.bytes("configs/people.yaml")).expect("UTF-8");
        for part in [
            "      agreement: {\"disagree\": 1, \"neutral\": 3, \"agree\": 5}\n",
            &format!("    # no answers, by the file: {marked}; to take a label for an answer, add it to the scale\n"),
        ] {
            assert!(draft.contains(part), "{file}: `{part}` is missing in\n{draft}");
        }
        trial.run(&["run", "configs/people.yaml"]).code(0);
    }
}

/// Names that are words of YAML, too long for a file name, or differ only in case.
#[test]
fn any_column_names_give_valid_drafts() {
    let long = "x".repeat(300);
    let table = format!("id,true,null,a\\b,\"q\"\"x\",İ,ı,{long},{long}y,No,no\n");
    let rows =
        (0..8).map(|row| format!("k{row},0,{row},{},{},1.5,{row}.5,{row},9,{row},{}\n", 9 - row, row % 2, row % 3));
    let trial = Trial::new().file("a.csv", rows.fold(table, |table, row| table + &row));
    trial.run(&["new", "null", "--from", "a.csv"]).code(0);
    let draft = String::from_utf8(trial.bytes("configs/null.yaml")).expect("UTF-8");
    for part in ["id: \"null\"", "  \"null\":\n    calibrate:", "    label: \"a\\\\b\"", "  \"No\":", "  no_2:"] {
        assert!(draft.contains(part), "`{part}` is missing in\n{draft}");
    }
    trial.run(&["run", "configs/null.yaml"]).code(0);
    let survey = "编号,q1,Q1,true\n".to_owned()
        + &(0..9)
            .map(|row| format!("p{row},同意,{},不同意\n", ["同意", "一般", "不同意"][row % 3]))
            .collect::<String>();
    let trial = trial.file("b.csv", survey);
    trial.run(&["new", "true", "--from", "b.csv"]).code(0);
    trial.run(&["run", "configs/true.yaml"]).code(0);
}

/// A file inside `data/` under a name that a study cannot write is refused before anything is written.
#[test]
fn files_with_invalid_names_are_refused() {
    let trial = Trial::new().file("data/a:b.csv", "id,x,y\na,0.2,0\nb,0.9,1\n");
    trial.run(&["new", "s", "--from", "data/a:b.csv"]).code(2).says(&["rename it"]);
    assert!(!trial.path("configs").exists());
}

/// An export of 问卷星: three matrix questions of three rows each, one check of attention, 180 respondents.
pub(crate) fn survey() -> String {
    const LABELS: [&str; 5] = ["非常不同意", "不同意", "一般", "同意", "非常同意"];
    let mut lines = vec![
        "序号,提交答卷时间,所用时间,来自IP,1、您的性别,维度一：工作意义—1. 我的工作有价值,2. 工作能帮助患者,3. 工作有意义,\
         维度二：组织支持—1. 医院重视我的工作,2. 医院提供条件,3. 医院帮助我,4、本题请选择“同意”,\
         维度三：合作承诺—1. 我愿意继续合作,2. 我希望长期合作,3. 我愿意付出努力"
            .to_owned(),
    ];
    let mut state = 20_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for at in 1..=180 {
        let sex = if draw(2) == 0 { "男" } else { "女" };
        let levels = [draw(4), draw(4)];
        let outcome = levels.iter().copied().max().unwrap_or_default();
        let mut cells = vec![format!("{at},2024/5/1 10:00:00,{}秒,1.2.3.4(北京),{sex}", 90 + at)];
        for (place, level) in [levels[0], levels[1], outcome].into_iter().enumerate() {
            if place == 2 {
                cells.push("同意".to_owned());
            }
            cells.extend((0..3).map(|_| LABELS[usize::try_from(level + draw(2)).expect("small")].to_owned()));
        }
        lines.push(cells.join(","));
    }
    lines.join("\n")
}

#[test]
fn a_survey_with_matrix_questions_is_reported_without_an_edit() {
    let trial = Trial::new().file("医生问卷.csv", survey());
    trial.run(&["new", "doctors", "--from", "医生问卷.csv"]).code(0);
    let drafted = String::from_utf8(trial.bytes("configs/doctors.yaml")).expect("text");
    for wanted in [
        "  工作意义:\n    label: \"维度一：工作意义\"",
        "label: \"维度二：组织支持\"",
        "label: \"维度三：合作承诺\"",
        "rule: {attention: {item: q4, answer: 4}}, action: flag",
        "because: {source: sample,",
        "languages: [zh, en], formats: [html, docx, md]",
    ] {
        assert!(drafted.contains(wanted), "{wanted}\n{drafted}");
    }
    let trial = without_word(trial, "configs/doctors.yaml");
    let said = trial.run(&["run", "configs/doctors.yaml"]).code(0);
    assert!(trial.names("reports/doctors").contains(&"report.html".to_owned()));
    // Every respondent is in a row: no score is a crossover.
    assert!(!said.stderr().contains("no row"), "{}", said.stderr());
    let results: serde_json::Value =
        serde_json::from_slice(&trial.bytes("reports/doctors/results.json")).expect("JSON");
    let analysis = &results["analyses"]["main"];
    assert_eq!(analysis["conditions"].as_array().map(Vec::len), Some(2), "{analysis}");
    assert_eq!(analysis["in_no_row"].as_array().map(Vec::len), Some(0));
}

/// A survey whose questions are only numbered. Neighbours on one scale are taken for a construct where other questions
/// part them; otherwise the draft says what to write, and it runs once that is no comment any more.
#[test]
fn plain_questions_become_constructs_or_the_draft_says_what_to_write() {
    const AGREE: [&str; 5] = ["非常不同意", "不同意", "一般", "同意", "非常同意"];
    const CONTENT: [&str; 5] = ["非常不满意", "不满意", "一般", "满意", "非常满意"];
    let survey = |header: &str, scales: &[[&str; 5]]| {
        let row = |at: usize| {
            let cells =
                scales.iter().enumerate().map(|(place, scale)| scale[(at + at / 5 * (place / 3) + place % 2) % 5]);
            format!("{}\n", cells.collect::<Vec<_>>().join(","))
        };
        format!("{header}\n{}", (0..30).map(row).collect::<String>())
    };
    let draft = |table: String| {
        let trial = Trial::new().file("问卷.csv", table);
        trial.run(&["new", "s", "问卷.csv"]).code(0).says_in_answer(&["Taken for responses to a survey, since"]);
        let text = String::from_utf8(trial.bytes("configs/s.yaml")).expect("UTF-8");
        (without_word(trial, "configs/s.yaml"), text)
    };
    let two_scales = [AGREE, AGREE, AGREE, CONTENT, CONTENT, CONTENT];
    let (trial, text) = draft(survey("Q1,Q2,Q3,Q4,Q5,Q6", &two_scales));
    for part in [
        "or from neighbours on one scale: check them",
        "  Q1_Q3: {table: responses, items: [Q1, Q2, Q3]",
        "outcome: Q4_Q6",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    trial.run(&["run", "s"]).code(0);
    // Labels that number the items of a construct name it.
    let stems = "Q1 信任1：甲,Q2 信任2：乙,Q3 信任3：丙,Q4 投入1：甲,Q5 投入2：乙,Q6 投入3：丙".replace("Q", "");
    let (trial, text) = draft(survey(&stems, &[AGREE; 6]));
    assert!(text.contains("\n  信任: {table") && text.contains("\n    outcome: 投入\n"), "{text}");
    trial.run(&["run", "s"]).code(0);
    let (trial, text) = draft(survey("1、甲,2、乙,3、丙,4、丁,5、戊,6、己", &[AGREE; 6]));
    assert!(text.contains("# Nothing in the file says which of these questions measure one thing"), "{text}");
    let at = text.find("# constructs:\n").expect("constructs");
    let (before, after) = text.split_at(at);
    let trial =
        trial.file("configs/s.yaml", format!("{before}{}", after.replace("\n# ", "\n").trim_start_matches("# ")));
    let results = trial.run(&["run", "s"]).code(0);
    assert!(!results.stderr().contains("sets"), "{}", results.stderr());
    assert!(trial.results("reports/s")["analyses"]["main"].is_object());
}

/// Few named rows are cases unless the command line says otherwise.
#[test]
fn a_file_of_cases_is_taken_for_a_survey_on_request() {
    let sav =
        std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/yearbooks/counties.sav"));
    let trial = Trial::new().file("counties.sav", sav.expect("a file"));
    trial.run(&["new", "s", "counties.sav", "--survey"]).code(0).says_in_answer(&["written from 12 responses"]);
    assert!(String::from_utf8_lossy(&trial.bytes("configs/s.yaml")).contains("kind: responses"));
    trial.run(&["new", "c", "counties.sav", "--survey", "--cases", "county"]).code(2).says(&["cannot be used with"]);
}

#[test]
fn the_calibrated_of_two_twins_is_taken() {
    let rows = (1..=9).map(|at| format!("c{at},{},0.{at},{},0.{}\n", 100 * at, 3 * at % 7, 10 - at));
    let table = format!("case,gdp,fsgdp,doctors,out_fs\n{}", rows.collect::<String>());
    let trial = Trial::new().file("各省资源.csv", table);
    trial.run(&["new", "twins", "各省资源.csv"]).code(0);
    let drafted = String::from_utf8(trial.bytes("configs/twins.yaml")).expect("UTF-8");
    for part in [
        "title: \"各省资源\"",
        "  # no set from column \"gdp\": it is the raw form of \"fsgdp\", which is calibrated already",
        "    conditions: [fsgdp, doctors]",
        "    outcome: out_fs",
    ] {
        assert!(drafted.contains(part), "{part}\n{drafted}");
    }
    trial.run(&["run", "twins"]).code(0);
    // The user's word goes before a name.
    trial.run(&["new", "raw", "各省资源.csv", "--outcome", "gdp"]).code(0);
    assert!(String::from_utf8_lossy(&trial.bytes("configs/raw.yaml")).contains("    outcome: gdp\n"));
}
