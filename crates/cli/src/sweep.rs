//! The command `sweep`: a multiverse as a table of universes, in one piece or in shards on several machines.
//!
//! `plan` fixes study, data and number of shards by a digest; `run` computes one shard; `merge` joins them to the same
//! bytes for any number of shards; `show` queries the table.

mod rows;
mod shards;
mod show;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Engine, check_cases};
use equifinal_ingest::Limits;
use equifinal_measure::Evidence;
use equifinal_qca::findings::Findings;
use equifinal_robustness::multiverse::Sweep;
use equifinal_robustness::plan::Plan;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::Study;

use crate::args::{Shard, SweepCommand, SweepFolder};
use crate::failure::Failure;
use crate::{study_file, temporary};

/// A study whose multiverse is swept, and the folder of the sweep.
struct Ground {
    study: Study,
    evidence: Arc<Evidence>,
    findings: Arc<Vec<Findings>>,
    folder: PathBuf,
}

/// Number of rows of a sweep's table given in memory.
pub(crate) fn rows_of(bytes: &[u8], limits: Limits) -> Result<usize, Failure> {
    table::read_bytes(bytes, limits)
}

/// Runs the subcommand.
pub(crate) fn sweep(command: &SweepCommand) -> Result<String, Failure> {
    match command {
        SweepCommand::Plan(args) => {
            let ground = ground(&args.sweep)?;
            ground.with(|sweep| shards::plan(&ground, sweep, args.shards))
        }
        SweepCommand::Run(Shard { sweep, shard }) => {
            let ground = ground(sweep)?;
            ground.with(|sweep| match shard {
                Some(shard) => shards::run(&ground, sweep, *shard),
                None => shards::run_all(&ground, sweep),
            })
        }
        SweepCommand::Merge(args) => {
            let ground = ground(args)?;
            ground.with(|sweep| shards::merge(&ground, sweep))
        }
        SweepCommand::Missing(args) => shards::missing(&ground(args)?.folder),
        SweepCommand::Show(args) => show::show(&ground(&args.sweep)?.folder, args.filter.as_deref(), args.limit),
    }
}

fn ground(args: &SweepFolder) -> Result<Ground, Failure> {
    let path = study_file::find(&args.study)?;
    let study = study_file::read(&path)?;
    if study.robustness.multiverse.is_none() {
        let message = "the study has no multiverse: say under `robustness: multiverse: vary:` what varies";
        return Err(Failure::Usage(format!("{}: {message}", path.display())));
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
    fn with<T>(&self, work: impl FnOnce(&Sweep<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let reanalysis = Reanalysis::new(&self.study, &self.evidence.cases)?;
        let Some(multiverse) = &self.study.robustness.multiverse else {
            return Err(Failure::Usage("the study has no multiverse".to_owned()));
        };
        let plan = Plan::new(&self.study, multiverse, reanalysis.table().cases.len());
        work(&Sweep::new(&reanalysis, plan, &self.findings))
    }

    /// A file of the sweep.
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// A failure to write a file.
fn unwritten(path: &Path, source: impl std::fmt::Display) -> Failure {
    Failure::Write { path: path.to_owned(), source: std::io::Error::other(source.to_string()) }
}

/// A failure to read a file.
fn unread(path: &Path, source: impl std::fmt::Display) -> Failure {
    Failure::Read { path: path.to_owned(), source: std::io::Error::other(source.to_string()) }
}
