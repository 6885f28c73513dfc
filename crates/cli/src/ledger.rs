//! The registered plan of a study and the ledger of every specification tried since.
//!
//! `configs/registered/ID.plan.json` is frozen once. `configs/registered/ID.ledger.jsonl` grows by one line for each
//! set of decisions that a run tries and the plan does not have; every line carries the digest of the one before, the
//! first that of the plan, so that none can be changed or left out unnoticed.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use equifinal_report::{Deviation, Registration};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::manifest::digest;
use crate::output::Lock;
use crate::plan::{Decisions, decisions, digest_of};
use crate::{data_folder, whole_file};

/// A registered study: its plan, what was tried since, and what is tried now.
#[derive(Debug)]
pub(crate) struct Ledger {
    file: PathBuf,
    planned: Decisions,
    used: Decisions,
    /// The lines as they stand.
    lines: String,
    /// Digests of the decisions of each line.
    tried: Vec<String>,
    /// The digest that the next line carries.
    last: String,
}

fn file_of(study: &Path, id: &str, ending: &str) -> PathBuf {
    study.parent().unwrap_or(Path::new("")).join("registered").join(format!("{id}.{ending}"))
}

/// Freezes the plan of a study; gives the file.
pub(crate) fn register(study: &Path, id: &str, normal_form: &Value) -> Result<PathBuf, Failure> {
    let file = file_of(study, id, "plan.json");
    let plan = json!({"format": "equifinal/plan/1", "study": id, "decisions": decisions(normal_form)});
    match whole_file::create(&file, format!("{plan:#}\n").as_bytes()) {
        Ok(()) => Ok(file),
        Err(source) if source.kind() == io::ErrorKind::AlreadyExists => Err(Failure::Usage(format!(
            "{}: exists already; a plan is registered once, and deviations are recorded",
            file.display()
        ))),
        Err(source) => Err(Failure::Write { path: file, source }),
    }
}

/// Keeps other runs from a ledger as long as it lives, so that what was read of it stays true until a line follows.
#[derive(Debug)]
pub(crate) struct Held(#[expect(dead_code, reason = "released when it goes")] Lock);

/// Holds the ledger of a study, waiting for whoever does; nothing where the study is not registered.
pub(crate) fn hold(study: &Path, id: &str) -> Result<Option<Held>, Failure> {
    if !file_of(study, id, "plan.json").exists() {
        return Ok(None);
    }
    let path = file_of(study, &format!(".{id}"), "lock");
    Lock::acquire(&path).map(|lock| Some(Held(lock))).map_err(|source| Failure::Write { path, source })
}

/// The ledger of a study, verified; nothing where it is not registered.
pub(crate) fn ledger(study: &Path, id: &str, normal_form: &Value) -> Result<Option<Ledger>, Failure> {
    let (plan_file, file) = (file_of(study, id, "plan.json"), file_of(study, id, "ledger.jsonl"));
    let restored =
        |why: &str| Failure::Usage(format!("{}: {why}; restore the file from version control", file.display()));
    let Some(plan) = bytes(&plan_file)? else {
        let orphan = restored("the plan that it follows is gone");
        return if file.exists() { Err(orphan) } else { Ok(None) };
    };
    let planned = serde_json::from_slice::<Value>(&plan)
        .ok()
        .and_then(|plan| serde_json::from_value(plan["decisions"].clone()).ok());
    let planned =
        planned.ok_or_else(|| Failure::Usage(format!("{}: is no plan of this program", plan_file.display())))?;
    let lines = String::from_utf8_lossy(&bytes(&file)?.unwrap_or_default()).into_owned();
    let (tried, last) = verified(&lines, &digest(&plan)).map_err(|why| restored(&why))?;
    Ok(Some(Ledger { file, planned, used: decisions(normal_form), lines, tried, last }))
}

fn bytes(file: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let failed = |source| Failure::Read { path: file.to_owned(), source };
    let mut bytes = Vec::new();
    match data_folder::open(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => io::Read::read_to_end(&mut opened.map_err(failed)?, &mut bytes).map_err(failed)?,
    };
    Ok(Some(bytes))
}

/// The digests of the decisions of each line and the digest that the next line carries, or which line is wrong.
fn verified(lines: &str, plan: &str) -> Result<(Vec<String>, String), String> {
    let (mut tried, mut last) = (Vec::new(), plan.to_owned());
    for (line, number) in lines.lines().zip(1..) {
        let changed = || format!("line {number} was changed after it was written");
        let mut entry: Value = serde_json::from_str(line).map_err(|_| changed())?;
        let hash = entry.as_object_mut().and_then(|entry| entry.remove("hash")).ok_or_else(changed)?;
        if hash != digest(entry.to_string().as_bytes()) {
            return Err(changed());
        }
        if entry["number"] != number || entry["previous"] != last.as_str() {
            return Err(format!(
                "line {number} does not follow what stands before it: a line or the plan was changed, moved or left out"
            ));
        }
        tried.push(entry["decisions"].as_str().unwrap_or_default().to_owned());
        last = hash.as_str().unwrap_or_default().to_owned();
    }
    Ok((tried, last))
}

impl Ledger {
    /// What the report prints.
    pub(crate) fn registration(&self) -> Registration {
        let mut specifications: BTreeSet<String> = self.tried.iter().cloned().collect();
        specifications.extend([digest_of(&self.planned), digest_of(&self.used)]);
        Registration { specifications: specifications.len(), deviations: self.deviations() }
    }

    fn deviations(&self) -> Vec<Deviation> {
        let paths: BTreeSet<&String> = self.planned.keys().chain(self.used.keys()).collect();
        let deviation = |path: &String| {
            let (registered, used) = (self.planned.get(path).cloned(), self.used.get(path).cloned());
            (registered != used).then(|| Deviation { decision: path.clone(), registered, used })
        };
        paths.into_iter().filter_map(deviation).collect()
    }

    /// Appends what a run has tried and what it gave, where neither the plan nor a line has these decisions. The ledger
    /// was read while it was held.
    pub(crate) fn append(&self, resulted: &[String], _held: &Held) -> Result<bool, Failure> {
        let decisions = digest_of(&self.used);
        if decisions == digest_of(&self.planned) || self.tried.contains(&decisions) {
            return Ok(false);
        }
        let changed: Vec<Value> = self
            .deviations()
            .iter()
            .map(|one| json!({"decision": one.decision, "registered": one.registered, "used": one.used}))
            .collect();
        let mut entry = json!({
            "number": self.tried.len() + 1,
            "previous": self.last,
            "decisions": decisions,
            "changed": changed,
            "resulted": resulted,
        });
        let hash = digest(entry.to_string().as_bytes());
        if let Some(entry) = entry.as_object_mut() {
            entry.insert("hash".to_owned(), json!(hash));
        }
        // Every line before, and this one, so that no reader sees half a line.
        let written = whole_file::replace(&self.file, |file| writeln!(file, "{}{entry}", self.lines));
        written.map_err(|source| Failure::Write { path: self.file.clone(), source })?;
        Ok(true)
    }
}
