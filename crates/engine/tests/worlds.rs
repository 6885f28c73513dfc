//! Requests of the engine to a world: the files, their order, and the refusal of a file that is not there.
#![expect(clippy::expect_used, reason = "tests stop at the first surprise")]

use equifinal_study::message::Message;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use equifinal_engine::{
    Edition, Engine, EngineError, Files, Long, Part, Stage, Unreadable, World, digest, digest_of, study,
};
use equifinal_ingest::Limits;
use equifinal_report::Templates;
use equifinal_study::config::Decision;

const HEAD: &str = "format: equifinal/study/1\nid: worlds\ntitle: Worlds\nprovenance: synthetic\n";

const CASES: &str = "case,A,B,Y\na,1,1,1\nb,1,0,0\nc,0,1,0\nd,0,0,0\n";

const STUDY: &str = "\
data: {cases: {file: cases.csv, id: case}}
sets: {A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, Y: {calibrate: {given: crisp}}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {frequency: 1, consistency: 0.8}}
";

/// A world that records what it is asked, and may allow less memory.
struct Asked {
    files: Files,
    memory: u64,
    log: Mutex<Vec<String>>,
}

impl Asked {
    fn new(files: &[(&str, &str)]) -> Self {
        let files = files.iter().fold(Files::default(), |files, (name, text)| files.with(name, *text));
        Self { files, memory: Limits::default().memory, log: Mutex::default() }
    }

    fn note(&self, what: String) {
        self.log.lock().expect("a log").push(what);
    }
}

impl World for Asked {
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable> {
        self.note(format!("data {file}"));
        let bytes = self.files.data(file)?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.limits().check_bytes(size).map_err(|error| equifinal_ingest::IngestErrors::one(file, error))?;
        Ok(bytes)
    }

    fn included(&self, file: &str) -> Result<Vec<u8>, Message> {
        self.note(format!("included {file}"));
        self.files.included(file)
    }

    fn limits(&self) -> Limits {
        Limits { memory: self.memory }
    }

    fn begins(&self, stage: Stage) {
        self.note(stage.words().to_string());
    }
}

/// Runs a study in a world: the lines of its solutions, or of the refusal, and what the world was asked.
fn run(text: &str, world: &Asked) -> (Vec<String>, Vec<String>) {
    let found = study("worlds.yaml", format!("{HEAD}{text}").as_bytes(), world)
        .and_then(|study| Engine::default().run(&Arc::new(study), &[], world))
        .map(|found| found.solutions().iter().map(ToString::to_string).collect());
    let lines: Vec<String> = found.unwrap_or_else(|refused| refused.to_string().lines().map(str::to_owned).collect());
    (lines, world.log.lock().expect("a log").clone())
}

#[track_caller]
fn check(text: &str, files: &[(&str, &str)], expected: &[&str], asked: &[&str]) {
    let (lines, log) = run(text, &Asked::new(files));
    assert_eq!(lines, expected);
    assert_eq!(log, asked);
}

#[test]
fn stages_begin_in_their_order() {
    check(
        STUDY,
        &[("cases.csv", CASES)],
        &["main: A*B => Y (intermediate)"],
        &["reading cases", "data cases.csv", "calibrating", "analysing", "varying"],
    );
    assert!(Stage::ALL.is_sorted());
}

#[test]
fn a_refusal_ends_the_run_at_its_stage() {
    let read = ["reading cases", "data cases.csv"];
    check(STUDY, &[("other.csv", "")], &["cases.csv: there is no such file; there are other.csv"], &read);
    check(
        STUDY,
        &[("cases.csv", "case,A,B\na,1,1\na,0,x\n")],
        &[
            "cases.csv: line 1: there is no column `Y`; the file has `case`, `A`, `B`",
            "cases.csv: line 3, column `B`, case `a`: \"x\" is not a valid number; correct the cell, or take the case out of the \
             study under `exclude: {a: why}`",
            "cases.csv: line 3, column `case`: the case id `a` stands in line 2 already; ids must differ: give each row a name of its own, such as place and year together",
        ],
        &read,
    );
    check(
        &STUDY.replace("cases.csv,", "case.csv,"),
        &[("cases.csv", CASES)],
        &["case.csv: there is no such file; there are cases.csv"],
        &["reading cases", "data case.csv"],
    );
}

#[test]
fn a_file_is_refused_where_the_world_allows_too_little_memory() {
    let mut world = Asked::new(&[("cases.csv", CASES)]);
    world.memory = 2 * CASES.len() as u64 - 1;
    let remedy = "leave out rows and columns that the study does not use, or allow more with --memory-limit";
    let (size, most) = (CASES.len(), CASES.len() - 1);
    assert_eq!(
        run(STUDY, &world).0,
        [format!(
            "cases.csv: the file has {size} bytes; at most {most} bytes are read, half of the memory allowed for one file: {remedy}"
        )]
    );
    world.memory += 1;
    let limit = world.memory;
    assert_eq!(
        run(STUDY, &world).0,
        [format!(
            "cases.csv: reading it would take more than the {limit} bytes of memory allowed for one file: {remedy}"
        )]
    );
}

#[test]
fn included_files_are_asked_for_by_their_names() {
    let sets = "sets: {A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}}\n";
    let own = STUDY.replace("A: {calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, ", "");
    let text = format!("include: [shared/sets.yaml]\n{own}");
    check(
        &text,
        &[("shared/sets.yaml", sets), ("cases.csv", CASES)],
        &["main: A*B => Y (intermediate)"],
        &["included shared/sets.yaml", "reading cases", "data cases.csv", "calibrating", "analysing", "varying"],
    );
    let (lines, log) = run(&text, &Asked::new(&[("cases.csv", CASES)]));
    assert_eq!(lines[0], "worlds.yaml:5:11: `shared/sets.yaml` cannot be included: there is no such file");
    // It is read again to find out if a slip of the keyboard is the cause.
    assert!(!log.is_empty() && log.iter().all(|asked| asked == "included shared/sets.yaml"), "{log:?}");
    // A mistake in it is placed in that file.
    let (lines, _) =
        run(&text, &Asked::new(&[("shared/sets.yaml", &sets.replace("crisp}}}", "crsp}}}")), ("cases.csv", CASES)]));
    assert!(lines[0].starts_with("shared/sets.yaml:1:"), "{lines:?}");
}

/// Every file of data is read once, also where several parts of the study use it.
#[test]
fn a_file_is_read_once() {
    let two = "\
data:
  cases: {file: cases.csv, id: case}
  sheets: {file: sheets.csv, kind: codings}
coding:
  papers: {table: sheets, scores: [0, 1]}
sets: {A: {from: {coding: papers}, calibrate: {given: crisp}}, B: {calibrate: {given: crisp}}, Y: {calibrate: {given: crisp}}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {frequency: 1, consistency: 0.8}}
";
    let sheets = "case,condition,coder,score\na,A,K,1\nb,A,K,1\nc,A,K,0\nd,A,K,0\n";
    let files = [("cases.csv", CASES), ("sheets.csv", sheets)];
    check(
        two,
        &files,
        &["main: A*B => Y (intermediate)"],
        &["reading cases", "data cases.csv", "data sheets.csv", "calibrating", "analysing", "varying"],
    );
    let world = Asked::new(&files);
    let text = format!("{HEAD}{two}");
    let study = Arc::new(study("worlds.yaml", text.as_bytes(), &world).expect("a study"));
    let found = Engine::default().run(&study, &[], &world).expect("results");
    let expected: BTreeMap<String, String> =
        files.iter().map(|(name, text)| ((*name).to_owned(), digest(text.as_bytes()))).collect();
    assert_eq!(found.inputs, expected);
}

/// The results are the same for every order of the cases and of the columns.
#[test]
fn the_order_of_the_file_changes_no_result() {
    let text = format!("{HEAD}{STUDY}").replace("given: crisp", "given: fuzzy");
    let rows = ["c1,0.9,0.8,0.7", "c2,0.2,0.6,0.1", "c10,0.7,0.1,0.4", "c11,0.1,0.3,0.2", "c20,0.8,0.9,0.9"];
    let header = "case,A,B,Y";
    let swapped = |row: &str| {
        let cells: Vec<&str> = row.split(',').collect();
        [3, 1, 0, 2].map(|at| cells[at]).join(",")
    };
    let results = |lines: Vec<String>| {
        let world = Files::default().with("cases.csv", lines.join("\n"));
        let study = Arc::new(study("worlds.yaml", text.as_bytes(), &world).expect("a study"));
        let found = Engine::default().run(&study, &[], &world).expect("results");
        let templates = Templates { files: BTreeMap::new(), clock: || Duration::ZERO };
        let mut text = Vec::new();
        let edition = Edition { templates, registration: None };
        found.write(Long::Results, &edition, &mut text).expect("results.json");
        (found.solutions(), text)
    };
    let first = results(std::iter::once(header).chain(rows).map(str::to_owned).collect());
    for turn in 1..rows.len() {
        let mut turned = rows;
        turned.rotate_left(turn);
        turned.swap(0, turn % 3);
        assert_eq!(results(std::iter::once(header).chain(turned).map(str::to_owned).collect()), first, "{turned:?}");
        assert_eq!(results(std::iter::once(header).chain(turned).map(swapped).collect()), first, "{turned:?}");
    }
}

#[test]
fn cases_are_left_out_by_name() {
    let world = Files::default().with("cases.csv", CASES);
    let text = format!("{HEAD}{STUDY}");
    let study = Arc::new(study("worlds.yaml", text.as_bytes(), &world).expect("a study"));
    let mut engine = Engine::default();
    let mut without = |dropped: &[&str]| {
        let dropped: Vec<String> = dropped.iter().map(|case| (*case).to_owned()).collect();
        let found = engine.run(&study, &[Decision::DropCases(dropped)], &world);
        found.map_or_else(|refused| vec![refused.to_string()], |found| found.calibrated.memberships.cases.clone())
    };
    for (dropped, expected) in [
        (&[][..], &["a", "b", "c", "d"][..]),
        (&["b"], &["a", "c", "d"]),
        (&["d", "a"], &["b", "c"]),
        (&["b"], &["a", "c", "d"]),
        (&[], &["a", "b", "c", "d"]),
    ] {
        assert_eq!(without(dropped), expected, "{dropped:?}");
    }
}

/// The parts of a report: each file once, the long ones apart, and the smaller part equal to that of the whole.
#[test]
fn parts_of_a_report_agree() {
    let text = format!("{HEAD}{STUDY}report: {{formats: [html, md, tex]}}\n");
    let world = Files::default().with("cases.csv", CASES);
    let study = Arc::new(study("worlds.yaml", text.as_bytes(), &world).expect("a study"));
    let found = Engine::default().run(&study, &[], &world).expect("results");
    let templates = Templates { files: BTreeMap::new(), clock: || Duration::ZERO };
    let edition = Edition { templates, registration: None };
    let report = |part| found.report(&edition, part).expect("a report");
    let whole = report(Part::Whole);
    let names: Vec<&str> = whole.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(&names[..3], ["report.html", "report.en.md", "report.en.tex"]);
    assert_eq!(
        found.long().into_iter().map(Long::name).collect::<Vec<_>>(),
        ["results.json", "tables/memberships.csv"]
    );
    assert!(found.long().into_iter().all(|file| !names.contains(&file.name())));
    let by_name: BTreeMap<&str, &[u8]> = whole.files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    assert_eq!(by_name.len(), names.len(), "a file twice: {names:?}");
    for (name, bytes) in &report(Part::Committed).files {
        assert_eq!(by_name.get(name.as_str()), Some(&&bytes[..]), "{name}");
        assert!(!name.contains(".png"), "{name}");
    }
    assert!(whole.figures().all(|(name, bytes)| name.starts_with("figures/") && bytes.starts_with(b"<?xml")));
    assert!(whole.figures().count() > 0 && whole.typst.is_empty());
}

/// A template that the study names and the world does not have is an error that names it.
#[test]
fn templates_are_rendered_or_refused() {
    let text = format!("{HEAD}{STUDY}report: {{templates: {{documents: {{models: templates/models.md}}}}}}\n");
    let world = Files::default().with("cases.csv", CASES);
    let study = Arc::new(study("worlds.yaml", text.as_bytes(), &world).expect("a study"));
    let found = Engine::default().run(&study, &[], &world).expect("results");
    let document = |template: Option<&str>| {
        let files = template.map(|text| ("templates/models.md".to_owned(), text.to_owned())).into_iter().collect();
        let templates = Templates { files, clock: || Duration::ZERO };
        let report = found.report(&Edition { templates, registration: None }, Part::Whole)?;
        let of = |(name, bytes): &(String, Vec<u8>)| {
            (name == "report.en.models.md").then(|| String::from_utf8_lossy(bytes).into_owned())
        };
        Ok::<_, EngineError>(report.files.iter().find_map(of).expect("the document"))
    };
    assert_eq!(
        document(Some("1 + 1 = {{ 1 + 1 }}\n")).map_err(|refused| refused.to_string()),
        Ok("1 + 1 = 2\n".to_owned())
    );
    for wrong in [None, Some("{{ nothing_of_this_name }}"), Some("{% if %}")] {
        let refused = document(wrong).err().unwrap_or_else(|| panic!("{wrong:?} is rendered"));
        assert!(refused.to_string().contains("templates/models.md"), "{refused}");
    }
}

/// Test vectors of SHA-256 (NIST FIPS 180-4), and a reader that gives its bytes in pieces.
#[test]
fn files_are_known_by_their_digests() {
    let million = vec![b'a'; 1_000_000];
    for (bytes, expected) in [
        (&b""[..], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (&million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ] {
        assert_eq!(digest(bytes), format!("sha256:{expected}"));
        assert_eq!(digest_of(bytes).expect("a digest"), digest(bytes));
        let (first, second) = bytes.split_at(bytes.len() / 3);
        let pieces = std::io::Read::chain(first, second);
        assert_eq!(digest_of(pieces).expect("a digest"), digest(bytes));
    }
}
