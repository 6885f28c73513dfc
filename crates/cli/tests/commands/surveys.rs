//! Respondents as cases, from a table of responses to memberships.

use crate::trial::Trial;

const STUDY: &str = "\
format: equifinal/study/1
id: survey
title: A small survey
provenance: synthetic
data:
  people: {file: survey/people.csv, id: id, sent: 8}
instruments:
  people:
    scales: {agreement: {low: 1, middle: 3, high: 5}}
    missing: [\"\"]
    items:
      a1: {column: a1, scale: agreement}
      a2: {column: {matches: ^a2}, scale: agreement, reversed: true}
      b: {column: {index: 4}, type: number}
      y: {column: y, type: number}
screening:
  people:
    - {rule: {missing: {above: 0.5}}}
constructs:
  able: {table: people, items: [a1, a2], missing: {at_most: 0.5}}
sets:
  A: {from: {construct: able}, calibrate: {direct: {exclusion: 1, crossover: 2.5, inclusion: 5}}}
  B: {column: b, calibrate: {given: crisp}}
  Y: {column: y, calibrate: {given: fuzzy}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {consistency: 0.8}}
";

const PEOPLE: &str = "\
id,a1,a2,b,y
p1,high,low,1,0.9
p2,middle,,0,0.2
p3,low,high,1,0.1
p4,,,,0.5
p5,high,middle,1,0.8
";

fn trial(study: &str, people: &str) -> Trial {
    Trial::new().file("configs/survey.yaml", study).file("data/survey/people.csv", people)
}

#[test]
fn answers_become_scores_and_scores_memberships() {
    let trial = trial(STUDY, PEOPLE);
    trial.run(&["run", "configs/survey.yaml", "--out", "out"]).code(0);
    let results = trial.results("out");
    let measured = &results["measurement"]["people"];
    let audit = trial.bytes("out/tables/found-responses.csv");
    assert_eq!(
        audit,
        "\u{FEFF}\"response\",\"step\",\"rule\",\"action\",\"measured\"\n\"p4\",1,\"missing\",\"drop\",0.75\n"
            .as_bytes()
    );
    let flow =
        String::from_utf8(trial.bytes("out/figures/screening-flow.en.svg")).expect("UTF-8").replace('\u{a0}', " ");
    for said in ["sent (n = 8)", "Not returned (n = 3)", "Returned (n = 5)", "Excluded (n = 1)", "Valid (n = 4)"] {
        assert!(flow.contains(said), "{said}");
    }
    assert_eq!([&measured["sent"], &measured["returned"], &measured["valid"]], [8, 5, 4]);
    let rows = results["analyses"]["main"]["truth_table"].as_array().expect("rows");
    let of = |number: u64| rows.iter().find(|row| row["row"] == number).expect("a row")["cases"].clone();
    assert_eq!(measured["constructs"]["able"]["scores"]["n"], 4);
    assert_eq!(measured["constructs"]["able"]["items"][1]["reversed"], true);
    // The scores are 5 and 4 in row 4, 3 where an answer is missing, and 1.
    assert_eq!(
        [of(4), of(3), of(2)],
        [serde_json::json!(["p1", "p5"]), serde_json::json!(["p2"]), serde_json::json!(["p3"])]
    );
}

/// A second table of responses, beside the first.
const MORE: &str = "  staff: {file: survey/people.csv, id: id}
instruments:
  staff: {items: {s: {column: y, type: number}}}
";

#[test]
fn tables_of_responses_stand_side_by_side() {
    let both = STUDY.replace("instruments:\n", MORE);
    let alone = both.split("sets:").next().expect("a part");
    let trial = trial(alone, PEOPLE);
    trial.run(&["run", "configs/survey.yaml", "--out", "out"]).code(0);
    let results = trial.results("out");
    assert_eq!([&results["measurement"]["people"]["valid"], &results["measurement"]["staff"]["valid"]], [4, 5]);
    let report = String::from_utf8(trial.bytes("out/report.en.md")).expect("UTF-8");
    for said in ["| staff |", "Files of the study", "Responses: people", "UTF-8"] {
        assert!(report.contains(said), "{said}");
    }
}

#[test]
fn respondents_stand_beside_a_table_of_cases() {
    let study = STUDY.replace("data:\n", "data:\n  cases: {file: survey/cases.csv, id: id}\n");
    let study = study.replace("column: b, calibrate: {given: crisp}", "column: rural, calibrate: {given: crisp}");
    let study = study.replace("Y: {column: y,", "Y: {column: grade,");
    let rows = "id,grade,rural\np5,0.8,1\np4,0.5,0\np3,0.1,1\np2,0.2,0\np1,0.9,1\n";
    trial(&study, PEOPLE)
        .file("data/survey/cases.csv", rows)
        .run(&["run", "configs/survey.yaml", "--out", "out", "--only", "results"])
        .code(0);
    for (from, to, said) in
        [("p2,", "p7,", "p2 are not in survey/cases.csv"), ("p4,", "p9,", "p9 of survey/cases.csv did not respond")]
    {
        trial(&study, PEOPLE)
            .file("data/survey/cases.csv", rows.replace(from, to))
            .run(&["run", "configs/survey.yaml", "--out", "out"])
            .code(4)
            .says(&[said]);
    }
}

#[test]
fn problems_with_respondents_are_reported() {
    for (from, to, code, said) in [
        ("{above: 0.5}", "{above: 0.9}", 4, "p4 have no value of `able`"),
        ("column: b,", "column: c,", 4, "`c` is neither a construct nor an item with codes"),
        ("missing: {above: 0.5}", "attention: {item: y, answer: 7}", 4, "screening leaves no response"),
        ("^a2", "^a9", 4, "a2"),
        (
            "[a1, a2], missing: {at_most: 0.5}",
            "[a1, a2, b], score: factor",
            4,
            "people.csv: construct able has no factor score: everyone gives the same answer to item b",
        ),
        (
            ", reversed: true",
            "",
            0,
            "In able, items run against the other items (corrected item-total correlation): a1 (-",
        ),
        ("construct: able", "construct: abel", 3, "did you mean `able`"),
    ] {
        let study = STUDY.replace(from, to);
        assert_ne!(study, STUDY);
        trial(&study, PEOPLE).run(&["run", "configs/survey.yaml", "--out", "out"]).code(code).says(&[said]);
    }
}

/// Cases from a table, with the means of their staff's answers.
const WARDS: &str = "\
format: equifinal/study/1
id: wards
title: Wards and their staff
provenance: synthetic
data:
  cases: {file: wards/cases.csv, id: ward}
  staff: {file: wards/staff.csv, id: id}
instruments:
  staff:
    scales: {agreement: {low: 1, middle: 3, high: 5}}
    items:
      ward: {column: ward}
      a1: {column: a1, scale: agreement}
      a2: {column: a2, scale: agreement}
      a3: {column: a3, scale: agreement}
constructs:
  trust: {table: staff, items: [a1, a2, a3], score: {weighted: {a1: 2, a2: 1, a3: 1}}, by: ward}
factors:
  staff: {extraction: maximum_likelihood, rotation: oblimin, count: 1}
sets:
  A: {from: {construct: trust}, calibrate: {direct: {exclusion: 1, crossover: 2.9, inclusion: 5}}}
  T: {column: trust, calibrate: {given: crisp}}
  Y: {column: grade, calibrate: {given: fuzzy}}
analyses:
  main: {outcome: Y, conditions: [A, T], truth_table: {consistency: 0.8}}
robustness:
  resample: {measurement_error: {draws: 20}}
report: {languages: [en, zh], formats: [md]}
";

const STAFF: &str = "\
id,ward,a1,a2,a3
1,north,high,high,middle
2,north,high,middle,high
3,south,low,low,low
4,south,low,middle,low
5,west,middle,high,middle
6,west,high,middle,middle
7,west,middle,middle,high
";

#[test]
fn respondents_are_averaged_into_their_cases() {
    // The table of cases has a column by the name of the construct; neither is taken for the other.
    let trial = |cases: &str, staff: &str| {
        let trial = Trial::new().file("configs/wards.yaml", WARDS).file("data/wards/staff.csv", staff);
        trial.file("data/wards/cases.csv", cases)
    };
    let cases = "ward,trust,grade\nsouth,1,0.1\nnorth,0,0.9\nwest,1,0.8\n";
    let good = trial(cases, STAFF);
    good.run(&["run", "configs/wards.yaml", "--out", "out"]).code(0);
    let results = good.results("out");
    let averaged = &results["measurement"]["staff"]["constructs"]["trust"]["averaged"];
    let means: Vec<_> = averaged["cases"].as_array().expect("cases").iter().map(|one| one["mean"].clone()).collect();
    // Weighted means of 4.5 and 4.5 in the north, 1 and 1.5 in the south; 3.5, 4 and 3.5 in the west.
    assert_eq!(means, [4.5.into(), 1.25.into(), serde_json::json!(11.0 / 3.0)]);
    let icc = averaged["icc2"].as_f64().expect("a number");
    assert!(averaged["icc1"].as_f64().is_some_and(|one| one < icc && icc < 1.0), "{averaged}");
    let redrawn = &results["robustness"]["resample"][0]["redrawn"];
    assert_eq!(
        (&redrawn["method"], &redrawn["sets"]["A"]["reliability"]),
        (&"plausible_true_scores".into(), &icc.into())
    );
    let mean = (4.5 + 1.25 + 11.0 / 3.0) / 3.0;
    assert!(redrawn["sets"]["A"]["mean"].as_f64().is_some_and(|found| (found - mean).abs() < 1e-12), "{redrawn}");
    assert_eq!(redrawn["kept"], serde_json::json!(["T", "Y"]));
    let rows = results["analyses"]["main"]["truth_table"].as_array().expect("rows");
    let of = |number: u64| rows.iter().find(|row| row["row"] == number).map(|row| row["cases"].clone());
    let of_case = |number, case: &str| assert_eq!(of(number), Some(serde_json::json!([case])), "row {number}");
    [(3, "north"), (4, "west"), (2, "south")].into_iter().for_each(|(number, case)| of_case(number, case));
    let exploration = &results["measurement"]["staff"]["exploration"];
    assert_eq!([&exploration["extraction"], &exploration["rotation"]], ["maximum_likelihood", "oblimin"]);
    for (language, said) in [("en", "Respondents averaged into cases"), ("zh", "受访者数据聚合为案例")] {
        let report = String::from_utf8(good.bytes(&format!("out/report.{language}.md"))).expect("UTF-8");
        assert!(report.contains(said), "{said}");
    }
    for (cases, staff, said) in [
        (cases.replace("west,1,0.8\n", ""), STAFF.to_owned(), "case west is not in wards/cases.csv: add it there"),
        (format!("{cases}east,0,0.4\n"), STAFF.to_owned(), "trust of case east has no score: nobody who is kept"),
    ] {
        trial(&cases, &staff).run(&["run", "configs/wards.yaml", "--out", "out"]).code(4).says(&[said]);
    }
}

/// A screening rule that cannot judge and one that leaves an item out are reported in results, report and stderr.
#[test]
fn rules_that_cannot_judge_are_reported_everywhere() {
    let rules = "[{rule: {attention: {item: a1, answer: 5}}}, {rule: {mahalanobis: {p: 0.001}}, action: flag}, \
                 {rule: {too_fast: {seconds: 60}}}, {rule: {long_string: {run: 9}}}]";
    let study = STUDY.replace("    - {rule: {missing: {above: 0.5}}}\n", &format!("    {rules}\n"));
    let more = (0..12).map(|at| format!("q{at},high,{},1,0.{at}\n", ["low", "middle", "high"][at % 3]));
    let trial = trial(&study, &(PEOPLE.to_owned() + &more.collect::<String>()));
    let ended = trial.run(&["run", "configs/survey.yaml", "--out", "out"]).code(0);
    let steps = &trial.results("out")["measurement"]["people"]["screening"];
    assert_eq!(steps[1]["constant_items"], serde_json::json!(["a1"]));
    assert_eq!(steps[1]["cannot_judge"], serde_json::Value::Null);
    assert_eq!(steps[2]["cannot_judge"]["reason"], "not_recorded");
    assert_eq!(steps[3]["cannot_judge"], serde_json::json!({"reason": "too_few_ratings", "found": 2, "needed": 9}));
    let report = String::from_utf8(trial.bytes("out/report.en.md")).expect("UTF-8");
    for said in [
        "does not use a1: everyone who comes to it gives the same answer there",
        "assesses no response: the file does not record what it looks at",
        "assesses no response: it needs 9 items on a rating scale, and there are 2",
    ] {
        assert!(ended.text().contains(said), "{said}: {}", ended.text());
        assert!(report.matches(said).count() > 1, "{said}");
    }
}
