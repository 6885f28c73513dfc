//! One function for each reader of untrusted bytes; each must return for every input.
//!
//! The targets in `fuzz/` search for bytes that cause a panic, a long run or a large allocation. Findings are kept in
//! `fuzz/corpus/` and replayed by a test.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::panic;

use equifinal_ingest::{
    IngestErrors, Limits, Source, Wanted, is_reading, preview, read_cases, read_codebook, read_responses,
};
use equifinal_study::expression::{Expression, Relation};
use equifinal_study::table::ColumnKind;
use equifinal_studyfile::parse::{normal_form, parse_with};
use serde_json::json;

use crate::{ledger, sweep, template};

/// A small memory limit, so that excessive allocation is found soon.
const LIMITS: Limits = Limits { memory: 4 << 20 };

/// A reader of untrusted bytes.
pub type Reader = fn(&[u8]);

/// All readers, by the name of their fuzz target and corpus folder.
pub const READERS: [(&str, Reader); 7] = [
    ("codebook", codebook),
    ("container", container),
    ("expression", expression),
    ("ledger", ledger),
    ("study", study),
    ("sweep", sweep),
    ("template", template),
];

/// Hides from the fuzzer's panic hook the panics of readers that become the refusal of a file.
pub fn hide_caught_panics() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !is_reading() {
            hook(panic)
        }
    }));
}

/// A study file, which includes itself where it includes anything.
pub fn study(bytes: &[u8]) {
    let (file, shared) = ("configs/a.yaml", |_: &str| Ok(bytes.to_vec()));
    let parsed = parse_with(file, bytes, &shared).map(|_| normal_form(file, bytes, &shared).is_ok());
    drop(black_box(parsed.map_err(|refused| refused.to_string())));
}

/// An expression, and one that claims a relation.
pub fn expression(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    drop(black_box(Expression::parse(text).map(|found| found.to_string()).map_err(|error| error.to_string())));
    drop(black_box(Relation::parse(text).map_err(|error| error.to_string())));
}

/// A file of data: as a table of cases whose columns are unknown, of those that it has, and of responses.
pub fn container(bytes: &[u8]) {
    let said = |errors: IngestErrors| errors.to_string();
    let file = "a.csv";
    let found = preview(file, bytes, LIMITS);
    let names: Vec<String> = found.iter().flat_map(|found| &found.columns).map(|column| column.name.clone()).collect();
    drop(black_box(found.map_err(said)));
    let id = names.first().cloned().unwrap_or_default();
    let wanted =
        Wanted { id, columns: names.into_iter().map(|name| (name, ColumnKind::Number)).collect(), ..Wanted::default() };
    drop(black_box(read_cases(file, bytes, &wanted, LIMITS).map_err(said)));
    let source = Source { file, id: None, format: None };
    drop(black_box(read_responses(&source, bytes, None, LIMITS).map_err(said)));
}

/// A form, a data dictionary, or an export that a codebook is drafted from.
pub fn codebook(bytes: &[u8]) {
    let source = Source { file: "a.csv", id: None, format: None };
    drop(black_box(read_codebook(&source, bytes, LIMITS).map_err(|errors| errors.to_string())));
}

/// A template of a study's own, in each kind of file.
pub fn template(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let values = json!({"title": "县", "sections": [{"id": "a", "terms": [1, 0.5, null, "x<y"]}]});
    for file in ["a.html", "a.md", "a.tex"] {
        let templates = template::timed(&BTreeMap::from([(file.to_owned(), text.to_owned())]));
        let said = equifinal_report::render_template(&templates, file, &values, &values, BTreeMap::new());
        drop(black_box(said.map_err(|error| error.to_string())));
    }
}

/// A ledger of specifications.
pub fn ledger(bytes: &[u8]) {
    black_box(ledger::follows(&String::from_utf8_lossy(bytes), "plan"));
}

/// A table of a sweep.
pub fn sweep(bytes: &[u8]) {
    drop(black_box(sweep::rows_of(bytes, LIMITS).map_err(|failure| failure.to_string())));
}
