//! An R script of the packages `QCA` and `NCA` as a study.
//!
//! The calls that decide something are read: data, calibration, truth table, minimisation, necessary conditions. Values are
//! constants, variables that hold constants, and `c(…)`; nothing is run. Everything else is listed with its line.

mod calibrating;
mod calls;
mod constant;
mod decided;
mod minimising;

use equifinal_study::message::Message;
use equifinal_study::say;
use serde_json::{Map, Value, json};

use crate::r_script::parse_r_script;
use calls::Calls;

/// A study that a script describes.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The study, with the keys of a study file.
    pub study: Value,
    /// The decisions that the script leaves open and that were taken here, a sentence each.
    pub assumed: Vec<Message>,
    /// The lines that were not read, each with the reason.
    pub unread: Vec<(usize, Message)>,
}

/// Reads a script. `id` is that of the study, `data` the name of its file of data if it differs from the script's, and
/// `header` the columns of that file if they are known. `None` if the script makes no analysis that can be read.
///
/// ```
/// use equifinal_exchange::r_import::import_r;
///
/// let script = "d <- read.csv('counties.csv', row.names = 1)
/// d$RICH <- calibrate(d$gdp, type = 'fuzzy', thresholds = c(20, 30, 90))
/// tt <- truthTable(d, outcome = 'GOOD', conditions = c('RICH', 'LEAD'), incl.cut = 0.8)
/// minimize(tt, include = '?', dir.exp = 'RICH, LEAD')";
/// let found = import_r(script, "counties", None, None).unwrap();
/// assert_eq!(found.study["sets"]["RICH"]["calibrate"]["direct"]["crossover"], 30.0);
/// assert_eq!(found.study["analyses"]["good"]["expectations"]["LEAD"], "present");
/// assert_eq!(found.study["analyses"]["good"]["interpret"], "intermediate");
/// ```
pub fn import_r(script: &str, id: &str, data: Option<&str>, header: Option<&[String]>) -> Option<Imported> {
    let parsed = parse_r_script(script);
    let mut calls = Calls::default();
    calls.unread.extend(parsed.unread.iter().map(|one| (one.line, one.reason.message())));
    parsed.expressions.iter().for_each(|expression| calls.visit(expression));
    if calls.analyses.is_empty() && calls.nca.is_empty() {
        return None;
    }
    calls.unread.sort_by_key(|(line, _)| *line);
    let file = data.map(str::to_owned).or_else(|| calls.file.clone());
    let mut study = Map::new();
    for (key, value) in [
        ("format", json!("equifinal/study/1")),
        ("id", json!(id)),
        ("title", json!(id)),
        ("provenance", json!("original")),
        ("data", json!({"cases": {"file": calls.file_of(file), "id": calls.id_of(header)}})),
        ("sets", calls.sets()),
    ] {
        study.insert(key.to_owned(), value);
    }
    if !calls.analyses.is_empty() {
        study.insert("analyses".to_owned(), calls.analyses());
    }
    if !calls.nca.is_empty() {
        study.insert("nca".to_owned(), Value::Object(calls.nca.clone()));
    }
    calls.assumed.push(say!("r-title"));
    Some(Imported { study: Value::Object(study), assumed: calls.assumed, unread: calls.unread })
}
