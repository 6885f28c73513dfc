//! Why a committed report differs, read from its manifest and the new one.

use crate::language::tell;
use serde_json::Value;

use super::difference::find;
use crate::ledger::Mark;
use crate::output::Output;
use crate::report_folder::{MANIFEST, is_compared};
use equifinal_engine::digest;

/// Everything that has changed since the report was written.
pub(super) fn causes(committed: &[Output], now: &[Output]) -> Vec<String> {
    if committed.is_empty() {
        return vec![tell!("cause-never")];
    }
    let read = |outputs: &[Output]| -> Option<Value> { serde_json::from_slice(find(outputs, MANIFEST)?).ok() };
    let (Some(old), Some(new)) = (read(committed), read(now)) else {
        return vec![tell!("cause-unknown")];
    };
    let mut causes = Vec::new();
    causes.extend(inputs(&old["inputs"], &new["inputs"]));
    if old["study_file"] != new["study_file"] {
        causes.push(tell!("cause-study"));
    }
    if old["tool"] != new["tool"] {
        let version = |manifest: &Value| manifest["tool"]["version"].as_str().unwrap_or("?").to_owned();
        causes.push(tell!("cause-version", old = version(&old), new = version(&new)));
    }
    if old["templates"] != new["templates"] {
        causes.push(tell!("cause-template"));
    }
    causes.extend(registration(&old["registration"], &new["registration"]));
    causes.extend(edited(&old["outputs"], committed));
    if causes.is_empty() {
        causes.push(tell!("cause-build"));
    }
    causes
}

/// Changes in the registered plan or the ledger since the report was written. A missing plan or line is refused
/// earlier.
fn registration(old: &Value, new: &Value) -> Option<String> {
    let read = |mark: &Value| serde_json::from_value::<Mark>(mark.clone()).ok();
    match (read(old), read(new)) {
        (None, Some(_)) => Some(tell!("cause-plan")),
        (Some(old), Some(new)) if new.since(&old) > 0 => Some(tell!("cause-ledger", count = new.since(&old))),
        _ => None,
    }
}

/// Files of data that have changed, come or gone.
fn inputs(old: &Value, new: &Value) -> Vec<String> {
    let (empty, mut causes) = (serde_json::Map::new(), Vec::new());
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    for (file, digest) in new {
        match old.get(file) {
            None => causes.push(tell!("cause-data-new", file)),
            Some(before) if before != digest => causes.push(tell!("cause-data-changed", file)),
            Some(_) => {}
        }
    }
    causes.extend(old.keys().filter(|file| !new.contains_key(*file)).map(|file| tell!("cause-data-gone", file)));
    causes
}

/// Files of the report that were edited after the run that wrote them.
fn edited(outputs: &Value, committed: &[Output]) -> Vec<String> {
    let Some(outputs) = outputs.as_object() else { return Vec::new() };
    let changed = |(file, bytes): &Output| match outputs.get(file) {
        _ if !is_compared(file) || file == MANIFEST => None,
        None => Some(tell!("cause-file-added", file)),
        Some(known) if known.as_str() == Some(&digest(bytes)) => None,
        Some(_) => Some(tell!("cause-file-changed", file)),
    };
    let mut causes: Vec<String> = committed.iter().filter_map(changed).collect();
    let gone = outputs.keys().filter(|file| is_compared(file) && find(committed, file).is_none());
    causes.extend(gone.map(|file| tell!("cause-file-removed", file)));
    causes
}
