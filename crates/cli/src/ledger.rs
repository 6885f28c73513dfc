//! The registered plan of a study and the ledger of all specifications run since.
//!
//! `configs/registered/ID.plan.json` is written once. `configs/registered/ID.ledger.jsonl` gains one line for each new
//! specification (decisions and data) that is in neither the plan nor an earlier line. Each line carries the digest of
//! the line before it, the first line that of the plan, so that a changed or missing line is detected. Lines removed
//! from the end are detected by the manifest of the report, which records the length of the ledger.

mod chain;
mod mark;

use crate::language::tell;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use equifinal_report::{Deviation, Registration};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::links::is_inside;
use crate::output::Lock;
use crate::plain_file::own_bytes;
use crate::plan::{Decisions, Plan, digest_of};
use crate::report_folder::MANIFEST;
use crate::{study_file, temporary, whole_file};
use chain::{Line, Specification};
use equifinal_engine::{Inputs, digest};
pub(crate) use mark::Mark;

/// The paths of the plan, the ledger and the report of a study.
#[derive(Debug)]
pub(crate) struct Place {
    plan: PathBuf,
    ledger: PathBuf,
    lock: PathBuf,
    report: PathBuf,
}

/// A registered study: its plan, the specifications run since, and the decisions of this run.
#[derive(Debug)]
pub(crate) struct Ledger {
    file: PathBuf,
    planned: Plan,
    /// The digest of the plan's file, which the first line carries.
    plan: String,
    used: Decisions,
    /// The text of the ledger.
    text: String,
    lines: Vec<Line>,
}

/// A lock on the ledger: no other run can append to it while this value exists.
#[derive(Debug)]
pub(crate) struct Held(#[expect(dead_code, reason = "released when it goes")] Lock);

impl Place {
    /// The place for a study with this id and file.
    pub(crate) fn of(study: &Path, id: &str) -> Result<Self, Failure> {
        let folder = study.parent().unwrap_or(Path::new("")).join("registered");
        if !is_inside(&study_file::project(study)?, &folder).map_err(|source| unread(&folder, source))? {
            return Err(Failure::LeavesProject(folder));
        }
        Ok(Self {
            plan: folder.join(format!("{id}.plan.json")),
            ledger: folder.join(format!("{id}.ledger.jsonl")),
            lock: folder.join(format!(".{id}.lock")),
            report: study_file::place(study, &format!("reports/{id}"))?,
        })
    }

    /// Writes the plan; returns its path.
    pub(crate) fn register(self, id: &str, plan: &Plan) -> Result<PathBuf, Failure> {
        let taken = |file: &Path| {
            let file = file.display();
            Failure::Usage(tell!("plan-exists", file))
        };
        self.clear();
        // One that is there, or was, is not registered anew.
        if self.read(plan.decisions.clone())?.is_some() {
            return Err(taken(&self.plan));
        }
        let text = json!({"format": "equifinal/plan/1", "study": id, "decisions": plan.decisions, "data": plan.data});
        match whole_file::create(&self.plan, format!("{text:#}\n").as_bytes()) {
            Ok(()) => Ok(self.plan),
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists => Err(taken(&self.plan)),
            Err(source) => Err(Failure::Write { path: self.plan, source }),
        }
    }

    /// Locks the ledger, after waiting for other holders; `None` if the study is not registered.
    pub(crate) fn hold(&self) -> Result<Option<Held>, Failure> {
        if !self.plan.exists() {
            return Ok(None);
        }
        self.clear();
        let failed = |source| Failure::Write { path: self.lock.clone(), source };
        Lock::acquire(&self.lock).map(|lock| Some(Held(lock))).map_err(failed)
    }

    /// Removes temporary files of killed runs beside plan and ledger.
    fn clear(&self) {
        self.plan.parent().into_iter().for_each(temporary::clear);
    }

    /// Reads and verifies the ledger for a run with these decisions; `None` if the study is not registered.
    ///
    /// # Errors
    /// If the plan or a line was changed, moved or removed.
    pub(crate) fn read(&self, used: Decisions) -> Result<Option<Ledger>, Failure> {
        let mark = bytes(&self.report.join(MANIFEST))?.and_then(|manifest| Mark::of(&manifest));
        let known = |why: String| tell!("known-when", why, report = self.report.display());
        let Some(plan) = bytes(&self.plan)? else {
            let file = &self.plan;
            return match mark {
                _ if self.ledger.exists() => Err(restored(&self.ledger, &tell!("plan-gone"))),
                Some(_) => Err(restored(file, &known(tell!("ledger-gone")))),
                None => Ok(None),
            };
        };
        let planned = serde_json::from_slice(&plan).map_err(|_| {
            let file = self.plan.display();
            Failure::Usage(tell!("not-a-plan", file))
        })?;
        let text = String::from_utf8_lossy(&bytes(&self.ledger)?.unwrap_or_default()).into_owned();
        let plan = digest(&plan);
        let lines = chain::verified(&text, &plan).map_err(|why| restored(&self.ledger, &why))?;
        let ledger = Ledger { file: self.ledger.clone(), planned, plan, used, text, lines };
        match mark {
            Some(mark) if mark.plan() != ledger.plan => Err(restored(&self.plan, &known(tell!("plan-other")))),
            Some(mark) => match mark.missed(&ledger.lines) {
                Some(why) => Err(restored(&self.ledger, &known(why))),
                None => Ok(Some(ledger)),
            },
            None => Ok(Some(ledger)),
        }
    }
}

fn restored(file: &Path, why: &str) -> Failure {
    Failure::Usage(tell!("restore", file = file.display(), why))
}

fn unread(file: &Path, source: io::Error) -> Failure {
    Failure::Read { path: file.to_owned(), source }
}

/// The bytes of a file of the program's own; `None` if it does not exist.
fn bytes(file: &Path) -> Result<Option<Vec<u8>>, Failure> {
    own_bytes(file).map_err(|source| unread(file, source))
}

/// True if `text` is a valid ledger that follows the plan with this digest.
pub(crate) fn follows(text: &str, plan: &str) -> bool {
    chain::verified(text, plan).is_ok()
}

impl Ledger {
    /// The current end of the ledger.
    pub(crate) fn mark(&self) -> Mark {
        Mark::new(&self.plan, &self.lines)
    }

    /// The registration that the report of a run on these data discloses.
    pub(crate) fn registration(&self, data: &Inputs) -> Registration {
        let used = self.specification(data);
        let mut tried: BTreeSet<&Specification> = self.lines.iter().map(|line| &line.tried).collect();
        tried.insert(&used);
        let planned = digest_of(&self.planned.decisions);
        let is_planned = |tried: &&Specification| tried.decisions == planned && self.other_data(&tried.data).is_empty();
        let untried = usize::from(!tried.iter().any(is_planned));
        Registration {
            specifications: tried.len() + untried,
            deviations: self.deviations(),
            other_data: self.other_data(data),
            later_data: data.keys().filter(|file| self.planned.lacked(file)).cloned().collect(),
        }
    }

    fn specification(&self, data: &Inputs) -> Specification {
        Specification { decisions: digest_of(&self.used), data: data.clone() }
    }

    fn deviations(&self) -> Vec<Deviation> {
        let planned = &self.planned.decisions;
        let paths: BTreeSet<&String> = planned.keys().chain(self.used.keys()).collect();
        let deviation = |path: &String| {
            let (registered, used) = (planned.get(path).cloned(), self.used.get(path).cloned());
            (registered != used).then(|| Deviation { decision: path.clone(), registered, used })
        };
        paths.into_iter().filter_map(deviation).collect()
    }

    /// The files of data that are not as registered. Those that were not there yet are as the first line has them.
    fn other_data(&self, data: &Inputs) -> Vec<String> {
        let first = |file: &String| self.lines.iter().find_map(|line| line.tried.data.get(file));
        let other = |(file, digest): &(&String, &String)| match self.planned.registered(file) {
            Some(Some(registered)) => registered != *digest,
            Some(None) => first(file).is_some_and(|registered| registered != *digest),
            None => true,
        };
        data.iter().filter(other).map(|(file, _)| file.clone()).collect()
    }

    /// Appends the specification and results of a run, unless the plan or a line has them. The ledger must have been
    /// read under the lock. Returns true if a line was added.
    pub(crate) fn append(&mut self, data: &Inputs, resulted: &[String], _held: &Held) -> Result<bool, Failure> {
        let tried = self.specification(data);
        let planned = tried.decisions == digest_of(&self.planned.decisions) && self.planned.has(data);
        if planned || self.lines.iter().any(|line| line.tried == tried) {
            return Ok(false);
        }
        let changed = self.deviations().into_iter();
        let changed: Vec<Value> = changed
            .map(|one| json!({"decision": one.decision, "registered": one.registered, "used": one.used}))
            .collect();
        let entry = json!({
            "number": self.lines.len() + 1,
            "previous": self.lines.last().map_or(&self.plan, |line| &line.digest),
            "decisions": tried.decisions,
            "data": tried.data,
            "changed": changed,
            "other_data": self.other_data(data),
            "resulted": resulted,
        });
        let (text, line) = chain::written(entry, tried);
        self.text = format!("{}{text}\n", self.text);
        self.lines.push(line);
        // Every line before, and this one, so that no reader sees half a line.
        let written = whole_file::replace(&self.file, |file| file.write_all(self.text.as_bytes()));
        written.map_err(|source| Failure::Write { path: self.file.clone(), source })?;
        Ok(true)
    }
}
