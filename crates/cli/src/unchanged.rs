//! Decides if the report of a study is up to date. If so, a run leaves it alone and repeats its messages.
//!
//! Everything is compared by content. The manifest records the inputs and files of the report.
//! `reports/.state/ID.json`, which is never committed, adds the build of the program, the fingerprints of the files, and
//! the messages of the run.

use crate::language::tell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use equifinal_engine::{File, Inputs, Stage, World, digest, digest_of};
use equifinal_study::config::Format;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::fingerprint::{self, PIECE, fingerprint};
use crate::manifest::{MadeFrom, described};
use crate::plain_file::{own, own_bytes};
use crate::plan::WRITING;
use crate::report_folder::{MANIFEST, unlisted_by};
use crate::{pdf, whole_file};

/// The build id of this program.
pub(crate) const BUILD: &str = env!("EQUIFINAL_BUILD");

/// The keys of a study file by the first stage that reads them.
const STAGES: [(Stage, &[&str]); 5] = [
    (
        Stage::Reading,
        &[
            "data",
            "instruments",
            "screening",
            "constructs",
            "factors",
            "answers",
            "indicators",
            "themes",
            "coding",
            "include",
        ],
    ),
    (Stage::Calibrating, &["sets", "targets"]),
    (Stage::Analysing, &["analyses", "nca", "chains", "budget"]),
    (Stage::Varying, &["robustness", "claims", "published"]),
    (Stage::Writing, &WRITING),
];

/// The messages of a run, in the language in which it spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RunMessages {
    /// The file to open first, relative to the report.
    pub(crate) main: String,
    /// Solutions and verdicts, a line each.
    pub(crate) lines: Vec<String>,
    /// Warnings that readers need before they trust the results.
    pub(crate) warnings: Vec<String>,
}

/// The recorded state of a report.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    build: String,
    /// The digest of the manifest.
    manifest: String,
    /// The fingerprints of the files. Long ones, which were never in memory as a whole, have only the digest of the manifest.
    files: BTreeMap<String, String>,
    /// The Typst compiler that was found; `None` if none was found or needed.
    typst: Option<PathBuf>,
    /// The text of the study file in normal form, to name the changed keys. It is parsed only if there are any.
    study: String,
    said: RunMessages,
}

/// A reason to run a study: the first stage concerned, and the cause.
pub(crate) type Reason = (Stage, String);

/// The path of the recorded state of a report, or of the page that lists the reports.
pub(crate) fn place(written: &Path) -> PathBuf {
    let name = written.file_name().unwrap_or_default().to_string_lossy();
    written.parent().unwrap_or(Path::new("")).join(".state").join(format!("{name}.json"))
}

/// Records the state of a report that was just written.
pub(crate) fn remember(report: &Path, made: &MadeFrom, files: &[File], said: &RunMessages) -> Result<(), Failure> {
    let manifest = files.iter().find(|(name, _)| name == MANIFEST).map_or(&[][..], |(_, bytes)| bytes);
    let state = State {
        build: BUILD.to_owned(),
        manifest: digest(manifest),
        files: files.par_iter().map(|(name, bytes)| (name.clone(), fingerprint(bytes))).collect(),
        typst: typst(made),
        study: made.normal_form.to_string(),
        said: said.clone(),
    };
    let path = place(report);
    let text = serde_json::to_vec(&state).unwrap_or_default();
    whole_file::replace(&path, |file| file.write_all(&text)).map_err(|source| Failure::Write { path, source })
}

/// The messages of the run that wrote the report, if a run now would write the same; otherwise the reasons to run.
///
/// `made` says what the report would be made from now, given the version of the Typst compiler that the manifest names. It
/// reads all data, so it is called only if there is a report to compare with.
pub(crate) fn unchanged(
    report: &Path,
    made: impl FnOnce(Option<String>) -> MadeFrom,
) -> Result<RunMessages, Vec<Reason>> {
    let everything = |why: String| vec![(Stage::Reading, why)];
    let old = own_bytes(&report.join(MANIFEST)).ok().flatten();
    let Some(old) = old else { return Err(everything(tell!("reason-no-report"))) };
    let Some(state) = recorded(report, &old) else {
        return Err(everything(tell!("reason-unknown-program")));
    };
    let mut reasons = Vec::new();
    if state.build != BUILD {
        reasons.extend(everything(tell!("reason-other-build")));
    }
    let parsed = serde_json::from_slice::<Value>(&old).unwrap_or_default();
    let made = made(parsed["typst"].as_str().map(str::to_owned));
    // Through text as well: a number that is read may be the neighbour of the one that was written.
    let new = described(&made, Value::Null, BTreeMap::new()).to_string();
    let new = serde_json::from_str::<Value>(&new).unwrap_or_default();
    reasons.extend(of_manifests(&parsed, &new));
    if parsed["study_file"] != new["study_file"] {
        let keys = of_study(&normal_form(&state.study), &made.normal_form);
        let unknown = keys.is_empty().then(|| (Stage::Reading, tell!("reason-study")));
        reasons.extend(keys.into_iter().chain(unknown));
    }
    if state.typst != typst(&made) {
        reasons.push((Stage::Writing, tell!("reason-typst")));
    }
    reasons.extend(of_files(report, &parsed, &state.files));
    reasons.sort();
    reasons.dedup();
    if reasons.is_empty() { Ok(state.said) } else { Err(reasons) }
}

/// The study file in normal form that the report in this folder was written from; `None` if that is not recorded.
pub(crate) fn recorded_study(report: &Path) -> Option<Value> {
    let manifest = own_bytes(&report.join(MANIFEST)).ok().flatten()?;
    recorded(report, &manifest).map(|state| normal_form(&state.study))
}

/// The normal form with this text.
fn normal_form(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The state that was recorded with this manifest.
fn recorded(report: &Path, manifest: &[u8]) -> Option<State> {
    let state = own_bytes(&place(report)).ok().flatten()?;
    let state: State = serde_json::from_slice(&state).ok()?;
    (state.manifest == digest(manifest)).then_some(state)
}

/// The digest of every data file of the study that can be read.
pub(crate) fn inputs<'a>(files: impl IntoIterator<Item = &'a str>, world: &dyn World) -> Inputs {
    let digest = |file: &str| Some((file.to_owned(), digest(&world.data(file).ok()?)));
    files.into_iter().filter_map(digest).collect()
}

fn typst(made: &MadeFrom) -> Option<PathBuf> {
    made.study.report.formats.contains(&Format::Pdf).then(pdf::program).flatten()
}

/// Differences of two manifests in data, templates, plan and ledger.
fn of_manifests(old: &Value, new: &Value) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let files = |manifest: &Value| manifest["inputs"].as_object().cloned().unwrap_or_default();
    let (before, now) = (files(old), files(new));
    let names = before.keys().chain(now.keys().filter(|name| !before.contains_key(*name)));
    for name in names.filter(|name| before.get(*name) != now.get(*name)) {
        reasons.push((Stage::Reading, tell!("reason-data", name)));
    }
    if old["templates"] != new["templates"] {
        reasons.push((Stage::Writing, tell!("reason-templates")));
    }
    if old["registration"] != new["registration"] {
        reasons.push((Stage::Writing, tell!("reason-plan")));
    }
    // Whatever else a manifest says follows from the study file and the build.
    let rest = |manifest: &Value| {
        let known = ["entry", "inputs", "templates", "registration", "outputs", "typst"];
        let entries = manifest.as_object().into_iter().flatten().filter(|(key, _)| !known.contains(&key.as_str()));
        entries.map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>()
    };
    if reasons.is_empty() && old["study_file"] == new["study_file"] && rest(old) != rest(new) {
        reasons.push((Stage::Reading, tell!("reason-study")));
    }
    reasons
}

/// The keys of the study file that have changed.
fn of_study(old: &Value, new: &Value) -> Vec<Reason> {
    let empty = Map::new();
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    let keys = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
    let changed = keys.filter(|key| old.get(*key) != new.get(*key));
    changed.map(|key| (stage(key), tell!("reason-key", key))).collect()
}

fn stage(key: &str) -> Stage {
    STAGES.iter().find(|(_, keys)| keys.contains(&key)).map_or(Stage::Reading, |(stage, _)| *stage)
}

/// Files of the report that were changed, or that no run wrote.
fn of_files(report: &Path, manifest: &Value, fingerprints: &BTreeMap<String, String>) -> Vec<Reason> {
    let listed = manifest["outputs"].as_object().into_iter().flatten();
    let long = listed.filter(|(name, _)| !fingerprints.contains_key(*name));
    let long = long.map(|(name, digest)| (name.as_str(), Known::Digest(digest.as_str().unwrap_or_default())));
    let known = fingerprints.iter().map(|(name, known)| (name.as_str(), Known::Fingerprint(known)));
    let files: Vec<(&str, Known<'_>)> = long.chain(known).collect();
    let damage = |piece: &mut Vec<u8>, (name, known): &(&str, Known<'_>)| match own(&report.join(name))
        .and_then(|file| file.map(|file| known.is_of(file, piece)).transpose())
    {
        Ok(Some(true)) => None,
        Ok(Some(false)) => Some(tell!("reason-file-changed", name)),
        _ => Some(tell!("reason-file-gone", name)),
    };
    let mut damaged: Vec<String> = files.par_iter().map_init(|| vec![0; PIECE], damage).flatten().collect();
    match unlisted_by(Some(manifest), report) {
        Ok(unlisted) if unlisted.files.is_empty() => {}
        Ok(unlisted) => damaged.push(tell!("reason-folder-holds", message = unlisted.message())),
        Err(error) => damaged.push(tell!("reason-folder-unread", error)),
    }
    damaged.into_iter().map(|why| (Stage::Writing, why)).collect()
}

/// The recorded content of a file.
enum Known<'a> {
    Fingerprint(&'a str),
    Digest(&'a str),
}

impl Known<'_> {
    /// True if the file has this content; `piece` is room to read it.
    fn is_of(&self, mut file: fs::File, piece: &mut [u8]) -> io::Result<bool> {
        Ok(match self {
            Self::Fingerprint(known) => fingerprint::of_file(&mut file, piece)? == *known,
            Self::Digest(known) => digest_of(file)? == *known,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use equifinal_studyfile::schema::schema;
    use serde_json::json;

    use super::*;

    #[test]
    fn every_study_key_has_a_stage() {
        let schema = schema();
        let known = schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        let staged = STAGES.iter().flat_map(|(_, keys)| keys.iter().copied());
        assert_eq!(staged.collect::<BTreeSet<_>>(), known.collect::<BTreeSet<_>>());
    }

    #[test]
    fn keys_belong_to_the_first_stage_that_reads_them() {
        let old = json!({"title": "A", "sets": {"A": 1}, "analyses": 1, "data": 1, "claims": []});
        for (change, expected) in [
            (json!({"title": "B"}), vec![(Stage::Writing, "title")]),
            (json!({"sets": {"A": 2}}), vec![(Stage::Calibrating, "sets")]),
            (json!({"analyses": 2, "claims": [1]}), vec![(Stage::Analysing, "analyses"), (Stage::Varying, "claims")]),
            (json!({"data": 2}), vec![(Stage::Reading, "data")]),
            (json!({"robustness": {}}), vec![(Stage::Varying, "robustness")]),
            (json!({}), vec![]),
        ] {
            let mut new = old.clone();
            let (Some(new_keys), Some(changed)) = (new.as_object_mut(), change.as_object()) else { continue };
            new_keys.extend(changed.clone());
            let found = of_study(&old, &new);
            let said = |key: &str| format!("`{key}` in the study file has changed");
            let expected: Vec<Reason> = expected.into_iter().map(|(stage, key)| (stage, said(key))).collect();
            assert_eq!(found, expected, "{change}");
        }
    }
}
