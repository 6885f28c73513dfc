//! Every number of a sheet equals the one in results.json: whole studies, both languages, sheet by sheet.
//!
//! Expected lines are built from results.json alone, so a number from the wrong place, rounded twice or missing is
//! detected.

mod chains;
mod chart;
mod compared;
mod measures;
mod nca;
mod panel;
mod partitions;
mod ranges;
mod solving;
mod systems;
mod universes;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::fixture::study::{LEVELS, STUDIES, run};
use crate::fixture::whole::{searched, together};
use crate::fixture::{Fixture, lipset};
use crate::messages::Speaker;
use crate::names::Names;

/// A sheet: its lines below the head, without the headings of groups.
type Lines = Vec<Vec<String>>;

/// The sheets of a study in one language, and its results.
struct Report {
    results: Value,
    sheets: BTreeMap<String, Lines>,
    speaker: &'static Speaker,
    /// The sheets that have been compared.
    held: BTreeSet<String>,
}

impl Report {
    fn of(fixture: &Fixture, language: &str) -> Self {
        let ending = format!(".{language}.csv");
        let files = fixture.tables(&fixture.editions());
        let sheets = files.iter().filter_map(|(name, text)| Some((name.strip_suffix(&ending)?.to_owned(), read(text))));
        Self {
            results: serde_json::from_str(&fixture.results()).unwrap(),
            sheets: sheets.collect(),
            speaker: Speaker::of(language).unwrap(),
            held: BTreeSet::new(),
        }
    }

    /// The value at a place of the results; null if there is none.
    fn at(&self, place: &str) -> Value {
        self.results.pointer(place).cloned().unwrap_or(Value::Null)
    }

    /// The names and results of all analyses.
    fn analyses(&self) -> Vec<(String, Value)> {
        // What several outcomes have together is an entry of its own.
        let all = entries(&self.results["analyses"]).into_iter();
        all.filter(|(_, analysis)| analysis.get("systems").is_none()).collect()
    }

    /// The results of the analysis of this name.
    fn analysis(&self, name: &str) -> Value {
        self.results["analyses"][name].clone()
    }

    /// Checks that a sheet exists exactly if it has content, and has these lines.
    fn check(&mut self, sheet: &str, expected: &Lines) {
        match self.sheets.get(sheet) {
            None => assert!(expected.is_empty(), "there is no sheet {sheet} for {expected:#?}"),
            Some(found) => {
                assert_eq!(found, expected, "{sheet} in {}", self.speaker.language());
                assert!(self.held.insert(sheet.to_owned()), "{sheet} is compared twice");
            }
        }
    }

    /// A message without arguments.
    fn say(&self, key: &str) -> String {
        self.speaker.say(key)
    }

    /// Names of a list of the results, as the language lists them.
    fn list(&self, names: &Value) -> String {
        self.speaker.list(texts(names))
    }

    /// The cases of a row or a path, with the deviant ones.
    fn cases(&self, of: &Value) -> String {
        let cases = self.list(&of["cases"]);
        match of.get("deviant") {
            None => cases,
            Some(deviant) => {
                let args = [("cases", cases.into()), ("deviant", self.list(deviant).into())];
                self.speaker.say_of("cases-with-deviant", &args)
            }
        }
    }

    /// The same, with a dash for an empty list.
    fn list_or_dash(&self, names: &Value) -> String {
        if list(names).is_empty() { crate::ratio(None) } else { self.list(names) }
    }
}

/// The lines of a CSV file below its head; a group's heading is one cell alone.
fn read(text: &str) -> Lines {
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let lines = reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    lines.filter(|line| line.len() > 1).collect()
}

fn entries(value: &Value) -> Vec<(String, Value)> {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    object.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts(value: &Value) -> Vec<&str> {
    list(value).iter().map(|text| text.as_str().unwrap()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// A ratio of the results as a report prints it.
fn ratio(value: &Value) -> String {
    crate::ratio(value.as_f64())
}

/// The numbers under some keys, as a report prints them.
fn ratios(object: &Value, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| ratio(object.get(key).unwrap_or_else(|| panic!("no {key}: {object}")))).collect()
}

/// True if a cell is a name, or a label with that name.
fn is_named(report: &Report, fixture: &Fixture, cell: &str, name: &str) -> bool {
    let input = fixture.input();
    let names = Names::of(&input, report.speaker);
    let label = match (name.strip_prefix('~'), name.split_once('[')) {
        (Some(set), _) => names.negation(set),
        (None, Some((set, level))) => names.level(set, level.trim_end_matches(']').parse().unwrap()),
        (None, None) => names.set(name),
    };
    cell == report.speaker.capital(label)
}

/// The name of an analysis in a cell.
fn analysis_title(report: &Report, fixture: &Fixture, name: &str) -> String {
    Names::of(&fixture.input(), report.speaker).analysis_title(name)
}

/// The name of each analysis of an outcome, with that of its negation.
fn negations(fixture: &Fixture) -> Vec<(&str, Option<&str>)> {
    let analyses = || fixture.findings.iter().map(|findings| &findings.analysis);
    let negation = |own: &str| analyses().find(|one| one.negates.as_deref() == Some(own)).map(|one| one.name.as_str());
    let own = analyses().filter(|one| one.negates.is_none());
    own.map(|own| (own.name.as_str(), negation(&own.name))).collect()
}

/// A name of an analysis as files have it.
fn file(analysis: &str) -> String {
    analysis.replace('~', "not-")
}

/// The sheets that hold no numbers of results.json.
const WITHOUT: [&str; 4] = ["variables", "calibration", "settings.", "data"];

fn check(name: &str, fixture: &Fixture, least: usize) {
    for language in crate::messages::languages() {
        let mut report = Report::of(fixture, language);
        solving::check(&mut report, fixture);
        chains::check(&mut report);
        chart::check(&mut report, fixture);
        compared::check(&mut report, fixture);
        measures::check(&mut report, fixture);
        nca::check(&mut report, fixture);
        panel::check(&mut report);
        systems::check(&mut report, fixture);
        partitions::check(&mut report);
        ranges::check(&mut report);
        universes::check(&mut report, fixture);
        concerns(&mut report);
        let left: Vec<&String> = report.sheets.keys().filter(|sheet| !report.held.contains(*sheet)).collect();
        let left: Vec<_> =
            left.iter().filter(|sheet| !WITHOUT.iter().any(|without| sheet.starts_with(without))).collect();
        assert!(left.is_empty(), "{name}: nothing holds {left:?} against the results");
        assert!(report.held.len() >= least, "{name}: only {:?}", report.held);
    }
}

/// The concerns of the sheet are those of the results, in their order, in the words of the language of the results.
fn concerns(report: &mut Report) {
    let found = report.results["concerns"].clone();
    let Some(lines) = report.sheets.get("concerns") else { return assert!(list(&found).is_empty()) };
    let ids = list(&found).iter().map(|concern| text(&concern["id"]));
    assert!(
        lines.iter().zip(ids).all(|(line, id)| line[0] == id || line[0].ends_with(&format!("(`{id}`)"))),
        "{lines:#?}"
    );
    assert_eq!(lines.len(), list(&found).len());
    if report.speaker.language() == crate::messages::RESULTS_LANGUAGE {
        let said: Vec<&str> = lines.iter().map(|line| line[1].as_str()).collect();
        assert_eq!(said, texts(&report.results["warnings"]));
    }
    report.held.insert("concerns".to_owned());
}

#[test]
fn sheets_and_results_hold_the_same_numbers() {
    check("lipset", &lipset(), 9);
    for ((name, texts), least) in STUDIES.into_iter().zip([20, 20, 10, 6]) {
        check(name, &run(texts), least);
    }
}

#[test]
fn sheets_and_results_hold_the_same_of_several_outcomes() {
    let mut fixture = run(LEVELS);
    fixture.systems = together(&fixture);
    fixture.searches = searched(&fixture);
    check("systems", &fixture, 20);
}

#[test]
fn sheets_and_results_hold_the_same_of_what_is_rare() {
    let mut fixture = lipset();
    for findings in &mut fixture.findings {
        findings.rows[21].contradictory = true;
        findings.rows[3].on_the_line = true;
        for row in &mut findings.necessity {
            row.fit.relevance = None;
        }
        for path in &mut findings.solutions[2].as_mut().unwrap().models[0].paths {
            (path.unique_coverage, path.fit.pri) = (None, Some(-0.0));
        }
    }
    check("undefined", &fixture, 9);
    let mut fixture = lipset();
    let solution = fixture.findings[1].solutions[2].as_mut().unwrap();
    solution.models = vec![solution.models[0].clone(); 12];
    (solution.model_count, solution.count_is_exact) = (4000, false);
    check("many models", &fixture, 9);
}
