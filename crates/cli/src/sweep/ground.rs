//! A study whose multiverse is swept, and the folder of the sweep.

use crate::language::tell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Engine, check_cases};
use equifinal_measure::Evidence;
use equifinal_qca::findings::Findings;
use equifinal_robustness::multiverse::Sweep;
use equifinal_robustness::plan::Plan;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::Study;

use crate::args::SweepFolder;
use crate::failure::Failure;
use crate::{study_file, temporary};

/// A study whose multiverse is swept, and the folder of the sweep.
pub(super) struct Ground {
    pub(super) study: Study,
    pub(super) evidence: Arc<Evidence>,
    pub(super) findings: Arc<Vec<Findings>>,
    pub(super) folder: PathBuf,
}

pub(super) fn ground(args: &SweepFolder) -> Result<Ground, Failure> {
    let path = study_file::find(&args.study)?;
    let study = study_file::read(&path)?;
    if study.robustness.multiverse.is_none() {
        let message = tell!("no-multiverse-say");
        return Err(Failure::Usage(tell!("file-why", file = path.display(), message)));
    }
    let (mut engine, data) = (Engine::default(), study_file::data_folder(&path, args.data.as_ref())?);
    let (evidence, _) = engine.evidence(&study, &data)?;
    check_cases(&study, &evidence.cases)?;
    let findings = engine.findings(&study, &data)?;
    let folder = match &args.out {
        Some(out) => out.clone(),
        None => study_file::place(&path, &format!("sweeps/{}", study.id))?,
    };
    temporary::clear(&folder);
    Ok(Ground { study, evidence, findings, folder })
}

impl Ground {
    /// Prepares the sweep and runs `work` on it.
    pub(super) fn with<T>(&self, work: impl FnOnce(&Sweep<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let reanalysis = Reanalysis::new(&self.study, &self.evidence.cases)?;
        let Some(multiverse) = &self.study.robustness.multiverse else {
            return Err(Failure::Usage(tell!("no-multiverse")));
        };
        let plan = Plan::new(&self.study, multiverse, self.findings.first().map_or(0, |first| first.cases.len()));
        work(&Sweep::new(&reanalysis, plan, &self.findings))
    }

    /// A file of the sweep.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// A failure to write a file.
pub(super) fn unwritten(path: &Path, source: impl std::fmt::Display) -> Failure {
    Failure::Write { path: path.to_owned(), source: std::io::Error::other(source.to_string()) }
}

/// A failure to read a file.
pub(super) fn unread(path: &Path, source: impl std::fmt::Display) -> Failure {
    Failure::Read { path: path.to_owned(), source: std::io::Error::other(source.to_string()) }
}
