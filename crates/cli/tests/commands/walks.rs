//! The first mile, walked: from a file as people have it to a first report without an edit, and to a publishable one with
//! at most ten changed lines.

use crate::trial::{Trial, of_project};

/// The reason of drafted anchors, which counts as none.
const FROM_SAMPLE: &str =
    "    because: {source: sample, text: anchors from the sample; replace them by ones that you can defend}";

/// The most lines of a draft that a publishable study changes.
const MOST_EDITS: usize = 10;

/// Walks from a file to a report, and on to one whose anchors and expectations have reasons. `conditions` are those of
/// the draft.
#[track_caller]
fn check(file: &str, bytes: &[u8], conditions: &[&str]) {
    let trial = Trial::new().file(file, bytes);
    trial.run(&["new", "walk", file]).code(0);
    let drafted = String::from_utf8(trial.bytes("configs/walk.yaml")).expect("UTF-8");
    assert!(drafted.contains(&format!("conditions: [{}]", conditions.join(", "))), "{drafted}");
    // Word files are tested elsewhere, and take the most time.
    let trial = trial.file("configs/walk.yaml", drafted.replace("docx, ", ""));
    let first = trial.run(&["run", "walk"]).code(0).stderr();
    assert!(trial.names("reports/walk").contains(&"report.html".to_owned()));
    let (mut edits, mut is_expected) = (0, false);
    let edited: String = drafted
        .lines()
        .map(|line| {
            let changed = match line {
                FROM_SAMPLE => "    because: The plan of 2016 names these values".to_owned(),
                line if line.starts_with("    # expectations: ") => {
                    is_expected = true;
                    let expected: Vec<String> = conditions
                        .iter()
                        .map(|condition| format!("{condition}: {{expect: present, because: Earlier studies found so}}"))
                        .collect();
                    format!("    expectations: {{{}}}", expected.join(", "))
                }
                line => return format!("{line}\n"),
            };
            edits += 1;
            format!("{changed}\n")
        })
        .collect();
    assert!(is_expected && edits <= MOST_EDITS, "{edits} lines");
    let trial = trial.file("configs/walk.yaml", edited.replace("docx, ", ""));
    let second = trial.run(&["run", "walk"]).code(0).stderr();
    let has_anchors = drafted.contains(FROM_SAMPLE);
    assert_eq!(first.contains("follow the sample and move with its cases"), has_anchors, "{first}");
    assert!(!second.contains("follow the sample"), "{second}");
}

#[test]
fn provinces_from_excel() {
    let bytes = of_project("crates/ingest/tests/yearbooks/provinces.xlsx");
    check("各省.xlsx", &bytes, &["医联体数", "每千人口_医生", "每千人口_护士"]);
}

#[test]
fn respondents_of_a_survey() {
    check("医生问卷.csv", crate::drafts::survey().as_bytes(), &["工作意义", "组织支持"]);
}

#[test]
fn twelve_crisp_cases_with_chinese_names() {
    let names = ["安吉", "德清", "长兴", "桐庐", "淳安", "建德", "余姚", "慈溪", "象山", "宁海", "瑞安", "乐清"];
    let row = |(at, name): (usize, &str)| {
        let [pay, digital, lead] = [at % 2, at / 2 % 2, at / 4 % 2];
        format!("{name},{pay},{digital},{lead},{}\n", usize::from(pay + digital == 2 || lead == 1))
    };
    let rows: String = names.into_iter().enumerate().map(row).collect();
    let table = format!("县域,医保打包支付,远程会诊,牵头医院为三级,成效显著\n{rows}");
    check("十二县.csv", table.as_bytes(), &["医保打包支付", "远程会诊", "牵头医院为三级"]);
}

#[test]
fn a_labelled_file_with_missing_codes() {
    let bytes = of_project("crates/ingest/tests/yearbooks/counties.sav");
    check("counties.sav", &bytes, &["gdp", "beds", "digital"]);
}
