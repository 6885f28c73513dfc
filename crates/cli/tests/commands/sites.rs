//! The index page of reports: when it is written, its content, and that `check` detects a stale one.

use crate::trial::{SMALL, Trial};

/// Two studies of the same cases, one with a claim that does not hold.
fn two() -> Trial {
    let claim = "claims:\n  - {id: none, text: No, claim: {path_count: {analysis: main, count: 9}}}\n";
    let other =
        SMALL.replace("id: small\n", "id: other\n").replace("title: A small study", "title: {en: Another, zh: 另一项}");
    Trial::small().file("configs/other.yaml", format!("{other}{claim}"))
}

#[test]
fn the_index_lists_all_reports() {
    let trial = two();
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let page =
        |trial: &Trial, folder: &str| String::from_utf8(trial.bytes(&format!("{folder}/index.html"))).expect("text");
    let alone = page(&trial, "reports");
    assert!(alone.contains("A small study") && !alone.contains("Another"), "{alone}");
    trial.run(&["run", "configs/other.yaml"]).code(0);
    let both = page(&trial, "reports");
    for wanted in [
        "A small study",
        "另一项",
        "href=\"other/report.html#zh\"",
        "0 supported, 1 not supported, 0 undecided",
        "none stated",
    ] {
        assert!(both.contains(wanted), "{wanted}\n{both}");
    }
    trial.run(&["run", "configs/small.yaml", "configs/other.yaml", "--out", "elsewhere"]).code(0);
    assert_eq!(page(&trial, "elsewhere"), both);
    assert_eq!(trial.names("elsewhere"), ["index.html", "other", "small"]);
    trial.run(&["run", "configs/small.yaml", "--out", "alone/small"]).code(0);
    assert_eq!(trial.names("alone"), ["small"]);
    assert_eq!(trial.names("."), ["alone", "configs", "data", "elsewhere", "reports"]);
}

#[test]
fn folders_that_hold_no_report_are_passed_over() {
    let trial = Trial::small().file("reports/notes/results.json", "{}").file("reports/notes/manifest.json", "no JSON");
    trial.run(&["run", "configs/small.yaml"]).code(0).says(&["notes: not listed in index.html"]);
    trial.run(&["check"]).code(0);
}

#[test]
fn checking_all_studies_compares_the_index() {
    let old = "{\"entry\": {\"title\": \"Old\", \"provenance\": \"published\", \"sources\": [], \"years\": null, \
               \"claims\": {}}, \"outputs\": {}}";
    for (change, told) in [
        (None, None),
        (Some(("index.html", "")), Some("reports/index.html, line 1")),
        (Some(("old/manifest.json", old)), Some("the page of all reports is stale")),
    ] {
        let mut trial = two();
        trial.run(&["run", "configs/small.yaml"]).code(0);
        std::fs::remove_file(trial.path("configs/other.yaml")).expect("a file");
        if let Some((file, text)) = change {
            trial = trial.file(&format!("reports/{file}"), text);
        }
        let said = trial.run(&["check"]).code(if told.is_some() { 5 } else { 0 }).stdout();
        assert!(said.contains(told.unwrap_or("up to date")), "{said}");
        assert_eq!(said.contains("to replace it: equifinal run configs/*.yaml"), told.is_some(), "{said}");
        trial.run(&["check", "small"]).code(0);
    }
    let trial = two();
    trial.run(&["run", "configs/small.yaml", "configs/other.yaml"]).code(0);
    std::fs::remove_file(trial.path("reports/index.html")).expect("a file");
    trial.run(&["check"]).code(6);
}
