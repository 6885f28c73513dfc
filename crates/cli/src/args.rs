//! The command line.

mod check;
mod examples;
mod export;
mod import;
mod pack;
mod schema;
mod simulate;

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::RangedU64ValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use equifinal_study::config::Decision;
use equifinal_study::config::decision::{self, DecisionError};

use crate::language::Lang;
use crate::limits;
pub(crate) use check::{Check, CheckFormat};
pub(crate) use export::{Export, To};
pub(crate) use import::Import;
pub(crate) use pack::Pack;
pub(crate) use schema::{Schema, SchemaFormat};
pub(crate) use simulate::Simulate;

const EXIT_CODES: &str = "\
Exit codes: 0 fine, 1 a bug of ours, 2 command line, 3 study file refused, 4 data refused,
5 report stale or concern unanswered, 6 a claim does not hold, 7 interrupted.
The environment variable RUST_LOG sets how much is said on stderr (error, warn, info, debug).";

/// Turn one study file and raw data into the finished report of a Qualitative Comparative Analysis
#[derive(Debug, Parser)]
#[command(name = "equifinal", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Set the number of threads; results do not depend on it [default: one per core]
    #[arg(long, global = true, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub(crate) threads: Option<usize>,
    /// Limit the memory for reading one data file, e.g. 512MiB or 2GiB; a file that needs more is refused
    /// [default: 1GiB]
    #[arg(long, global = true, value_name = "SIZE", value_parser = limits::size)]
    pub(crate) memory_limit: Option<u64>,
    /// Speak English or Chinese in errors, warnings and help [default: as the locale says]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
    /// The command to run.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Rebuild studies into reports
    #[command(after_help = examples::RUN)]
    Run(Run),
    /// Check that committed reports match their studies and that every claim holds; write nothing
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// List, stage by stage, the reasons why `run` would rebuild a study; write nothing
    #[command(after_help = examples::EXPLAIN)]
    Explain(Explain),
    /// Compare two runs: decisions, paths, fit, cases and claims that differ
    #[command(after_help = examples::DIFF)]
    Diff(Diff),
    /// Write a study for another program: a script for R that repeats the analyses, or data and settings for fs/QCA
    #[command(after_help = examples::EXPORT)]
    Export(Export),
    /// Draft a study file, configs/ID.yaml, from an R script with the packages QCA and NCA
    #[command(after_help = examples::IMPORT)]
    Import(Import),
    /// Write a replication package: study, data without private columns, report, R script, papers
    #[command(after_help = examples::PACK)]
    Pack(Pack),
    /// Show the report in a browser, and show it anew whenever a file of the study is saved; write nothing
    #[command(after_help = examples::PREVIEW)]
    Preview(Preview),
    /// Freeze a study's decisions and data; later runs with other decisions are recorded and disclosed in the report
    #[command(after_help = examples::REGISTER)]
    Register(Register),
    /// Print every key of study files: as JSON Schema for editors, or as a page to read
    #[command(after_help = examples::SCHEMA)]
    Schema(Schema),
    /// Make the repository of a paper: configs/, data/, schema, justfile and a check for continuous integration
    #[command(after_help = examples::INIT)]
    Init(Init),
    /// Draft a study file, configs/ID.yaml, from the columns of a data file
    #[command(after_help = examples::NEW)]
    New(New),
    /// Compute the fit of an expression as a sufficient or necessary condition, and list the cases it covers
    #[command(after_help = examples::FIT)]
    Fit(Fit),
    /// Check published figures for consistency with one another and with a recomputation
    #[command(after_help = examples::AUDIT)]
    Audit(Audit),
    /// Run a study's multiverse and write it as a table of universes, in one piece or in shards
    #[command(subcommand, after_help = examples::SWEEP)]
    Sweep(SweepCommand),
    /// List the report templates, or print one
    #[command(subcommand, after_help = examples::TEMPLATE)]
    Template(TemplateCommand),
    /// Draw data from a known expression and count how often the analysis recovers it
    #[command(after_help = examples::SIMULATE)]
    Simulate(Simulate),
    /// Print a script that lets a shell complete commands, options and files
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program or of a command, for `man -l -`
    #[command(after_help = examples::MAN)]
    Man {
        /// A command, such as run
        command: Option<String>,
    },
}

/// Subcommands of `template`.
#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    /// List all templates, the blocks of the page, and the variables for a study's own templates
    List,
    /// Print a template
    Show {
        /// Name of the template, as printed by `template list`
        name: String,
    },
}

/// Subcommands of `sweep`.
#[derive(Debug, Subcommand)]
pub(crate) enum SweepCommand {
    /// Fix the number of shards
    Plan(PlanShards),
    /// Run one shard, or all missing shards; existing shards are not run again
    Run(Shard),
    /// List the missing shards, one number per line
    Missing(SweepFolder),
    /// Merge all shards into sweep.parquet (one row per universe and analysis) and summary.json
    Merge(SweepFolder),
    /// Print the rows of a merged sweep that meet a condition
    Show(ShowSweep),
}

/// The study of a sweep, and its folder.
#[derive(Debug, Args)]
pub(crate) struct SweepFolder {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// Set the folder of the sweep [default: sweeps/ID beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `sweep plan`.
#[derive(Debug, Args)]
pub(crate) struct PlanShards {
    /// The study and folder.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// Set the number of shards; at most one per 1024 universes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) shards: u64,
}

/// Options of `sweep run`.
#[derive(Debug, Args)]
pub(crate) struct Shard {
    /// The study and folder.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// Run this shard, counted from 1 [default: all missing shards]
    #[arg(long, value_name = "K")]
    pub(crate) shard: Option<u64>,
}

/// Options of `sweep show`.
#[derive(Debug, Args)]
pub(crate) struct ShowSweep {
    /// The study and folder.
    #[command(flatten)]
    pub(crate) sweep: SweepFolder,
    /// Print only rows that meet these comparisons, e.g. "consistency >= 0.8 and same_models = false"
    #[arg(long = "where", value_name = "CONDITION")]
    pub(crate) filter: Option<String>,
    /// Print at most this many rows
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
}

/// Options of `run`.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Study files, or ids of studies in configs/
    #[arg(required = true, value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// Set the folder of the report; with several studies, the parent folder of their reports
    /// [default: reports/ID beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Write only this part of the report
    #[arg(long, value_name = "PART")]
    pub(crate) only: Option<Only>,
    /// Run with another decision, such as pri=0.6, frequency=2, SET.crossover=5, SET.idm=0.9, solution=parsimonious,
    /// expectations.CONDITION=any, drop_conditions=CONDITION, drop_cases=ID, at_crossover=drop, alternative=ID or
    /// universe=N; repeat it, or put commas, for several; needs --out
    #[arg(long, value_name = "SETTING", requires = "out")]
    pub(crate) with: Vec<Settings>,
    /// Rebuild the report even if it is up to date
    #[arg(long)]
    pub(crate) force: bool,
}

impl Run {
    /// The run of one study into its default folder.
    pub(crate) fn of(study: &Path, force: bool) -> Self {
        let studies = vec![study.to_string_lossy().into_owned()];
        Self { studies, out: None, data: None, only: None, with: Vec::new(), force }
    }

    /// The decisions of all `--with`, in one order.
    pub(crate) fn decisions(&self) -> Result<Vec<Decision>, DecisionError> {
        decision::joined(self.with.iter().flat_map(|Settings(decisions)| decisions).cloned())
    }
}

/// The decisions of one `--with`.
#[derive(Debug, Clone)]
pub(crate) struct Settings(Vec<Decision>);

impl FromStr for Settings {
    type Err = DecisionError;

    fn from_str(text: &str) -> Result<Self, DecisionError> {
        decision::read(text).map(Self)
    }
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Study files, or ids of studies in configs/ [default: every study in configs/]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `preview`.
#[derive(Debug, Args)]
pub(crate) struct Preview {
    /// A study file, or the id of a study in configs/ [default: the only study in configs/]
    #[arg(value_name = "STUDY")]
    pub(crate) study: Option<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Options of `diff`.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// A study file, the id of a study in configs/, a results.json, or the folder of a report
    #[arg(value_name = "A")]
    pub(crate) before: String,
    /// The same, for the later run [default: the study A as it is now, compared with its report]
    #[arg(value_name = "B")]
    pub(crate) after: Option<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Set the output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: DiffFormat,
}

/// Output formats of `diff`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Plain text
    Text,
    /// JSON, with numbers in full precision
    Json,
    /// A self-contained page in all languages of reports
    Html,
}

/// Options of `register`.
#[derive(Debug, Args)]
pub(crate) struct Register {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Parts of a report that can be written alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// Write results.json; leave all other files of the folder unchanged
    Results,
}

/// Options of `init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder of the repository; files that are there already are kept
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Id of the study: lower-case letters, digits and hyphens
    pub(crate) id: String,
    /// A table of cases or a survey export, in any supported format; copied to data/ID/ if it is outside data/
    #[arg(value_name = "FILE", required_unless_present = "from")]
    pub(crate) file: Option<PathBuf>,
    /// Name the file as an option
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    pub(crate) from: Option<PathBuf>,
    /// Read labels from this survey form (XLSForm or REDCap data dictionary)
    #[arg(long, value_name = "FORM")]
    pub(crate) codebook: Option<PathBuf>,
    /// Set the column of the outcome [default: the last column that can be a set]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: Option<String>,
    /// Set the column of the case names [default: the first without blanks and duplicates]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) cases: Option<String>,
    /// Take the rows for responses to a survey [default: if the file shows that they are]
    #[arg(long, conflicts_with_all = ["outcome", "cases"])]
    pub(crate) survey: bool,
}

impl New {
    /// The file that is drafted from.
    pub(crate) fn file(&self) -> &Path {
        self.file.as_deref().or(self.from.as_deref()).unwrap_or(Path::new(""))
    }
}

/// Options of `fit`.
#[derive(Debug, Args)]
pub(crate) struct Fit {
    /// A study file, or the id of a study in configs/
    pub(crate) study: String,
    /// The relation to evaluate: "A*B + ~C => Y" (sufficient) or "A <= Y" (necessary)
    pub(crate) relation: String,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Set the output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Shown,
}

/// Options of `audit`.
#[derive(Debug, Args)]
pub(crate) struct Audit {
    /// Study files, or ids of studies in configs/ [default: every configs/*.yaml]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Set the output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Shown,
}

/// Output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shown {
    /// Plain-text table
    Text,
    /// JSON, with numbers in full precision
    Json,
}
