//! The command line.

use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use equifinal_qca::Budget;
use equifinal_robustness::claims::Setting;
use equifinal_robustness::simulate::Limits;
use equifinal_study::config;

use crate::limits;

const EXIT_CODES: &str = "\
Exit codes: 0 fine, 1 a bug of ours, 2 command line, 3 study file refused, 4 data refused,
5 report stale, 6 a claim does not hold, 7 interrupted.
The environment variable RUST_LOG sets how much is said on stderr (error, warn, info, debug).";

/// From one study file and raw data to a finished report of a qualitative comparative analysis.
#[derive(Debug, Parser)]
#[command(name = "equifinal", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Threads to work with; results do not depend on it [default: one a core]
    #[arg(long, global = true, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub(crate) threads: Option<usize>,
    /// Memory that reading one file of data may take, as 512MiB or 2GiB; a file that needs more is refused
    /// [default: 1GiB]
    #[arg(long, global = true, value_name = "SIZE", value_parser = limits::size)]
    pub(crate) memory_limit: Option<u64>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Rebuild studies into reports
    Run(Run),
    /// Say whether committed reports are what their studies give, and whether every claim holds; writes nothing
    Check(Check),
    /// Say, stage by stage, why `run` would rebuild a study; writes nothing
    Explain(Explain),
    /// Freeze the decisions and the data of a study; every later run with others is recorded, and the report says so
    Register(Register),
    /// Print the JSON Schema of study files
    Schema,
    /// Begin a study: configs/ID.yaml, written from the columns of a data file
    New(New),
    /// Say how well any expression fits as a sufficient or necessary condition, and which cases it covers
    Fit(Fit),
    /// Hold published figures against one another and against a recomputation
    Audit(Audit),
    /// Run a study's multiverse as a table of universes, in one piece or in shards
    #[command(subcommand)]
    Sweep(SweepCommand),
    /// Name the templates of reports, or show one
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Draw data from a known expression and say how often the analysis finds it again
    Simulate(Simulate),
}

/// What of templates is wanted.
#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    /// Name the blocks of the page, what templates of a study's own know, and all templates
    List,
    /// Print a template
    Show {
        /// Its name, as `template list` gives it
        name: String,
    },
}

/// What to do with a sweep.
#[derive(Debug, Subcommand)]
pub(crate) enum SweepCommand {
    /// Fix the number of shards
    Plan(PlanShards),
    /// Run one shard, or every one that is not there yet; a shard that is there is left alone
    Run(Shard),
    /// Print the shards that are missing, a number a line
    Missing(SweepFolder),
    /// Join all shards: sweep.parquet, one row a universe and analysis, and summary.json
    Merge(SweepFolder),
    /// Print the rows of a merged sweep that meet a condition
    Show(ShowSweep),
}

/// Which sweep.
#[derive(Debug, Args)]
pub(crate) struct SweepFolder {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// Where the sweep lies [default: sweeps/ID beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The folder that the study reads its data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `sweep plan`.
#[derive(Debug, Args)]
pub(crate) struct PlanShards {
    /// Which sweep.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// How many shards; at most one for every 1024 universes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) shards: u64,
}

/// Options of `sweep run`.
#[derive(Debug, Args)]
pub(crate) struct Shard {
    /// Which sweep.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// The shard, from 1; every missing one where not given
    #[arg(long, value_name = "K")]
    pub(crate) shard: Option<u64>,
}

/// Options of `sweep show`.
#[derive(Debug, Args)]
pub(crate) struct ShowSweep {
    /// Which sweep.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// Comparisons of columns with values: "consistency >= 0.8 and same_models = false"
    #[arg(long = "where", value_name = "CONDITION")]
    pub(crate) filter: Option<String>,
    /// At most so many rows
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
}

/// Options of `simulate`.
#[derive(Debug, Args)]
pub(crate) struct Simulate {
    /// What brings the outcome about: "A*B + ~C"
    pub(crate) truth: String,
    /// Conditions of the analysis [default: those of the expression]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) conditions: Vec<String>,
    /// Cases in each table
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) cases: usize,
    /// Memberships are degrees, not 0 and 1
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Crisp: the share of cases whose outcome is turned round; fuzzy: the standard deviation of noise on it
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    pub(crate) noise: f64,
    /// Raw consistency that a row needs
    #[arg(long, value_name = "CUTOFF", default_value_t = 0.8, value_parser = share)]
    pub(crate) consistency: f64,
    /// PRI that a row needs
    #[arg(long, value_name = "CUTOFF", default_value_t = 0.5, value_parser = share)]
    pub(crate) pri: f64,
    /// Cases that a row needs
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) frequency: usize,
    /// Tables drawn
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = RangedU64ValueParser::<u64>::new().range(1..))]
    pub(crate) draws: u64,
    /// The seed
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// The most memberships in a table: cases times sets, the outcome included
    #[arg(long, value_name = "N", default_value_t = Limits::MEMBERSHIPS)]
    pub(crate) most_memberships: u64,
    /// The most tables
    #[arg(long, value_name = "N", default_value_t = Limits::DRAWS)]
    pub(crate) most_draws: u64,
    /// How much work a solution may be
    #[command(flatten)]
    pub(crate) budget: SolutionBudget,
}

/// Limits of the work of one solution: what `budget` sets in a study file.
#[derive(Debug, Args)]
pub(crate) struct SolutionBudget {
    /// The most steps in search of models
    #[arg(long, value_name = "N", default_value_t = config::Budget::default().search, value_parser = limit())]
    pub(crate) most_search: u64,
    /// The most models that are listed
    #[arg(long, value_name = "N", default_value_t = config::Budget::default().models as u64, value_parser = limit())]
    pub(crate) most_models: u64,
    /// The most prime implicants
    #[arg(
        long,
        value_name = "N",
        default_value_t = config::Budget::default().prime_implicants as u64,
        value_parser = limit()
    )]
    pub(crate) most_prime_implicants: u64,
    /// The most terms of what a solution may not cover
    #[arg(
        long,
        value_name = "N",
        default_value_t = config::Budget::default().complement as u64,
        value_parser = limit()
    )]
    pub(crate) most_complement: u64,
}

impl SolutionBudget {
    /// The budget of a solution.
    pub(crate) fn budget(&self) -> Budget {
        let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
        Budget {
            work: self.most_search,
            models: size(self.most_models),
            prime_implicants: size(self.most_prime_implicants),
            cubes: size(self.most_complement),
        }
    }
}

/// A limit that `budget` can be set to.
fn limit() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=config::Budget::MOST)
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "not a number from 0 to 1".to_owned())
}

/// Options of `run`.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Study files
    #[arg(required = true, value_name = "STUDY")]
    pub(crate) studies: Vec<PathBuf>,
    /// Where the report goes; with several studies, the folder of their reports [default: reports/ID beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The folder that studies read their data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Write this part of the report alone
    #[arg(long, value_name = "PART")]
    pub(crate) only: Option<Only>,
    /// Run under another decision: `pri=0.6,frequency=2`, `SET.crossover=5`, `alternative=ID` or `universe=N`; needs --out
    #[arg(long, value_name = "SETTING", requires = "out")]
    pub(crate) with: Option<Setting>,
    /// Run a study even where its report is up to date
    #[arg(long)]
    pub(crate) force: bool,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Study files, or ids of studies in configs/ [default: every study in configs/]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// The folder that studies read their data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `register`.
#[derive(Debug, Args)]
pub(crate) struct Register {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// The folder that the study reads its data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Study files, or ids of studies in configs/ [default: every study in configs/]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// The folder that studies read their data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Parts of a report that can be had alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// results.json; what else the folder holds stays as it is
    Results,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The study's id: lower-case letters, digits and hyphens
    pub(crate) id: String,
    /// A table of cases, or the export of a survey platform, of any kind of file; copied to data/ID/
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// The form of the survey (XLSForm, data dictionary of REDCap), for its labels
    #[arg(long, value_name = "FORM")]
    pub(crate) codebook: Option<PathBuf>,
    /// The column to explain [default: the last that can be a set]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: Option<String>,
    /// The column that names the cases [default: the first without blanks and repetitions]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) cases: Option<String>,
}

/// Options of `fit`.
#[derive(Debug, Args)]
pub(crate) struct Fit {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// What is claimed of the study's sets: "A*B + ~C => Y" (sufficient) or "A <= Y" (necessary)
    pub(crate) relation: String,
    /// The folder that the study reads its data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Shown,
}

/// Options of `audit`.
#[derive(Debug, Args)]
pub(crate) struct Audit {
    /// Study files, or ids of studies in configs/ [default: every configs/*.yaml]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// The folder that studies read their data from [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Shown,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shown {
    /// A table for people
    Text,
    /// JSON for programs, numbers in full
    Json,
}
