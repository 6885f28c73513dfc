//! Why a committed report differs, read from its manifest and the new one.

use serde_json::Value;

use super::difference::find;
use crate::ledger::Mark;
use crate::output::Output;
use crate::report_folder::{MANIFEST, is_compared};
use equifinal_engine::digest;

/// Everything that has changed since the report was written.
pub(super) fn causes(committed: &[Output], now: &[Output]) -> Vec<String> {
    if committed.is_empty() {
        return vec!["the report was never written, or not committed".to_owned()];
    }
    let read = |outputs: &[Output]| -> Option<Value> { serde_json::from_slice(find(outputs, MANIFEST)?).ok() };
    let (Some(old), Some(new)) = (read(committed), read(now)) else {
        return vec!["unknown, for the report has no readable manifest.json".to_owned()];
    };
    let mut causes = Vec::new();
    causes.extend(inputs(&old["inputs"], &new["inputs"]));
    if old["study_file"] != new["study_file"] {
        causes.push("study file: it is not the one that the report was written from".to_owned());
    }
    if old["tool"] != new["tool"] {
        let version = |manifest: &Value| manifest["tool"]["version"].as_str().unwrap_or("?").to_owned();
        causes.push(format!("tool: version {} wrote the report, this is {}", version(&old), version(&new)));
    }
    if old["templates"] != new["templates"] {
        causes.push("template: the texts or the layout of reports have changed".to_owned());
    }
    causes.extend(registration(&old["registration"], &new["registration"]));
    causes.extend(edited(&old["outputs"], committed));
    if causes.is_empty() {
        causes.push("tool: another build of the same version gives another result".to_owned());
    }
    causes
}

/// Changes in the registered plan or the ledger since the report was written. A missing plan or line is refused
/// earlier.
fn registration(old: &Value, new: &Value) -> Option<String> {
    let read = |mark: &Value| serde_json::from_value::<Mark>(mark.clone()).ok();
    match (read(old), read(new)) {
        (None, Some(_)) => Some("plan: the study was registered after the report was written".to_owned()),
        (Some(old), Some(new)) if new.since(&old) > 0 => {
            let (count, more) = match new.since(&old) {
                1 => ("one".to_owned(), "specification was"),
                more => (more.to_string(), "specifications were"),
            };
            Some(format!("ledger: {count} more {more} tried since the report was written"))
        }
        _ => None,
    }
}

/// Files of data that have changed, come or gone.
fn inputs(old: &Value, new: &Value) -> Vec<String> {
    let (empty, mut causes) = (serde_json::Map::new(), Vec::new());
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    for (file, digest) in new {
        match old.get(file) {
            None => causes.push(format!("data: {file} is read now and was not when the report was written")),
            Some(before) if before != digest => causes.push(format!("data: {file} has changed")),
            Some(_) => {}
        }
    }
    causes.extend(
        old.keys().filter(|file| !new.contains_key(*file)).map(|file| format!("data: {file} is no longer read")),
    );
    causes
}

/// Files of the report that were edited after the run that wrote them.
fn edited(outputs: &Value, committed: &[Output]) -> Vec<String> {
    let Some(outputs) = outputs.as_object() else { return Vec::new() };
    let changed = |(file, bytes): &Output| match outputs.get(file) {
        _ if !is_compared(file) || file == MANIFEST => None,
        None => Some(format!("report: {file} was added after it was written")),
        Some(known) if known.as_str() == Some(&digest(bytes)) => None,
        Some(_) => Some(format!("report: {file} was changed after it was written")),
    };
    let mut causes: Vec<String> = committed.iter().filter_map(changed).collect();
    let gone = outputs.keys().filter(|file| is_compared(file) && find(committed, file).is_none());
    causes.extend(gone.map(|file| format!("report: {file} was removed after it was written")));
    causes
}
