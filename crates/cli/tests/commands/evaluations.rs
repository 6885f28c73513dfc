//! Evaluation studies without QCA: indicators, answers, themes.

use serde_json::json;

use crate::trial::Trial;

const STUDY: &str = "\
format: equifinal/study/1
id: decade
title: Ten years
provenance: synthetic
data:
  people: {file: decade/people.csv, id: id}
  yearly: {file: decade/yearly.csv, id: year}
  talks: {file: decade/talks.csv, kind: passages}
instruments:
  people:
    scales: {rating: {low: 1, middle: 3, high: 5}}
    missing: [\"\"]
    items:
      content: {column: content, scale: rating}
      place: {column: place, type: single}
answers:
  people: {frequencies: [content], means: [content], by: place, shares: {satisfied: {item: content, at_least: 3}}}
indicators:
  yearly:
    visits: {claim_ratio: {first_to_last: 2.0}}
    rate: {unit: share, target: 0.9}
themes:
  debt: {indicators: [rate]}
  policy: {}
published:
  percentages: [{id: satisfaction, value: 88.32, at_most: 600}]
";

const YEARLY: &str = "year,visits,rate\n2013,10,0.8\n2014,,0.85\n2015,20,0.95\n";
const TALKS: &str = "theme,interview,locator,quote\ndebt,I1,3,we owe\ndebt,I2,1,\npolicy,I1,9,no rules\n";
const PEOPLE: &str = "id,content,place\n1,high,town\n2,middle,town\n3,low,county\n4,,county\n5,high,county\n";

fn trial(study: &str, yearly: &str, talks: &str) -> Trial {
    Trial::new()
        .file("configs/decade.yaml", study)
        .file("data/decade/people.csv", PEOPLE)
        .file("data/decade/yearly.csv", yearly)
        .file("data/decade/talks.csv", talks)
}

#[test]
fn an_evaluation_runs_without_sets_and_analyses() {
    let trial = trial(STUDY, YEARLY, TALKS);
    trial.run(&["run", "configs/decade.yaml"]).code(0);
    let results = trial.results("reports/decade");
    let trends = &results["indicators"];
    assert_eq!(trends["visits"]["series"], json!([[2013, 10.0], [2015, 20.0]]));
    assert_eq!((&trends["visits"]["first_to_last"], &trends["visits"]["claim_ratio_met"]), (&json!(2.0), &json!(true)));
    assert_eq!((&trends["rate"]["target_met"], &trends["rate"]["years_on_target"]), (&json!(true), &json!([2015])));
    let satisfied = &results["answers"]["people"]["shares"]["satisfied"];
    assert_eq!((&satisfied["count"], &satisfied["of"]), (&json!(3), &json!(4)));
    assert_eq!(results["answers"]["people"]["by"]["shares"][0]["counts"], json!([[1, 1], [0, 2]]));
    assert_eq!(results["themes"][0]["interviews"], 2);
    assert_eq!(results["joint_display"]["rows"][1], json!({"indicator": "rate", "themes": ["debt"]}));
    assert_eq!(results["joint_display"]["without_indicator"], json!(["policy"]));
    assert_eq!(results["audit"][0]["possible_sizes"].as_array().map(Vec::len), Some(19));
    for part in
        ["report.html", "figures/indicators.en.svg", "tables/joint-display.en.csv", "tables/means.people.en.csv"]
    {
        assert!(trial.path(&format!("reports/decade/{part}")).exists(), "{part}");
    }
    assert!(!trial.path("reports/decade/tables/memberships.csv").exists());
}

#[test]
fn years_and_groups_are_compared() {
    let people = PEOPLE.replace("5,high,county", "5,high,village").replace("4,,county", "4,low,county");
    let trial = trial(STUDY, &YEARLY.replace("2014,,", "2014,15,"), TALKS).file("data/decade/people.csv", people);
    trial.run(&["run", "configs/decade.yaml"]).code(0);
    let means = &trial.results("reports/decade")["answers"]["people"]["by"]["means"][0];
    // Ranks 3 and 4.5 in town, 1.5 twice in the county, 4.5 in the village: H is 3.15, over 0.9 for the two ties, and with
    // two degrees of freedom p is e^(−H/2).
    assert_eq!(means["welch"], json!(null));
    let number = |key: &str| means["kruskal_wallis"][key].as_f64().expect(key);
    for (key, expected) in [("h", 3.5), ("df", 2.0), ("p", 0.173_773_943_450_445), ("epsilon_squared", 0.875)] {
        assert!((number(key) - expected).abs() < 1e-12, "{key}: {}", number(key));
    }
    let growth = String::from_utf8(trial.bytes("reports/decade/tables/growth.en.csv")).expect("UTF-8");
    assert_eq!(growth, "\u{FEFF}\"Year\",\"visits\"\n2014,\"50.0%\"\n2015,\"33.3%\"\n");
    let report = String::from_utf8(trial.bytes("reports/decade/report.en.md")).expect("UTF-8");
    assert!(
        report.contains("H(2) = 3.500, p = 0.174, ε² = 0.875") && report.contains("Kruskal and Wallis"),
        "{report}"
    );
    let open = YEARLY.replace("2015,20,", "2015,,");
    let trial = trial.file("data/decade/yearly.csv", open);
    let said = "visits: there is no value for 2015; what is claimed of the last year is judged by 2013.";
    trial.run(&["run", "configs/decade.yaml"]).code(0).says(&[said]);
    assert_eq!(trial.results("reports/decade")["indicators"]["visits"]["years_without_value"], json!([2014, 2015]));
    let report = String::from_utf8(trial.bytes("reports/decade/report.en.md")).expect("UTF-8");
    assert!(report.contains("visits: no value for 2014, 2015.") && report.contains(said), "{report}");
}

#[test]
fn tables_that_do_not_fit_are_refused_with_their_lines() {
    for (yearly, talks, words) in [
        (YEARLY.replace("2014,", "2013,"), TALKS.to_owned(), "rate: year 2013 appears twice"),
        (YEARLY.replace("2014,", "last year,"), TALKS.to_owned(), "line 3: year is \"last year\", not a whole year"),
        (YEARLY.replace("0.85", "much"), TALKS.to_owned(), "line 3"),
        (YEARLY.replace("visits", "visit"), TALKS.to_owned(), "visits"),
        (
            YEARLY.to_owned(),
            TALKS.replace("policy", "politics"),
            "line 4: the theme \"politics\" is none of the study's",
        ),
    ] {
        trial(STUDY, &yearly, &talks).run(&["run", "configs/decade.yaml"]).code(4).says(&[words]);
    }
}
