//! `report: {cases: N}`: maximum number of cases named on a page and drawn in a plot; files have all.

use serde_json::Value;

use crate::fixture::study::{LEVELS, run};

/// Checks page and files for paths with more cases than `limit`.
fn check(limit: usize) {
    let mut fixture = run(LEVELS);
    fixture.study.report.cases = limit;
    let editions = fixture.editions();
    let book: Value = serde_json::from_str(editions[0].paths.as_ref().unwrap()).unwrap();
    let names: Vec<&str> = book["cases"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    let mut longer: Vec<(String, String, Vec<String>)> = Vec::new();
    for entry in book["paths"].as_array().unwrap() {
        let (analysis, term) = (entry["analysis"].as_str().unwrap(), entry["term"].as_str().unwrap());
        let solutions = results["analyses"][analysis]["solutions"].as_object().unwrap();
        let models = solutions.values().filter_map(|solution| solution["models"].as_array()).flatten();
        let mut terms = models.flat_map(|model| model["terms"].as_array().unwrap());
        let listed = entry["cases"].as_array().unwrap();
        assert!(listed.len() <= limit, "{term}");
        // Terms at other cutoffs than the study's are in the book too.
        let Some(found) = terms.find(|other| other["expression"] == term) else { continue };
        let all: Vec<String> =
            found["cases"].as_array().unwrap().iter().map(|case| case.as_str().unwrap().to_owned()).collect();
        let shown: Vec<&str> = listed.iter().map(|at| names[at.as_u64().unwrap() as usize]).collect();
        assert_eq!(shown, all[..limit.min(all.len())], "{term}");
        let more = entry.get("more").map_or(0, |more| more.as_u64().unwrap());
        assert_eq!(more as usize, all.len().saturating_sub(limit), "{term}");
        let known = (analysis.to_owned(), term.to_owned(), all);
        if known.2.len() > limit && !longer.contains(&known) {
            longer.push(known);
        }
    }
    let files = fixture.tables(&editions);
    let file = files.iter().find(|(name, _)| name == "cases-of-paths.csv");
    assert_eq!(file.is_some(), !longer.is_empty(), "with {limit}");
    let mut lines: Vec<String> =
        file.map(|(_, text)| text.lines().skip(1).map(|line| line.replace('"', "")).collect()).unwrap_or_default();
    let expected = longer
        .iter()
        .flat_map(|(analysis, term, cases)| cases.iter().map(move |case| format!("{analysis},{term},{case}")));
    let mut expected: Vec<String> = expected.collect();
    lines.sort();
    expected.sort();
    assert_eq!(lines, expected, "with {limit}");
    // A plot names every case or counts all.
    let crowded = fixture.memberships.cases.len() > limit;
    for figure in editions[0].figures().filter(|figure| figure.id.starts_with("xy.")) {
        assert_eq!(figure.svg.contains("data-cases"), !crowded, "{} with {limit}", figure.id);
    }
}

#[test]
fn cases_are_named_up_to_the_limit_and_counted_beyond() {
    for limit in [1, 2, 3, 5, 14, 15, 1000] {
        check(limit);
    }
}
