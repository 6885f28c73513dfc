//! The command-line program, and the only crate that uses files, terminal, environment and signals.
//!
//! [`main`] is the whole program. It is a library so that [`embedded`] serves programs in the same process, and tests and
//! fuzz targets can call [`untrusted`].
//! The commands are `run`, `check`, `new`, `fit`, `audit` and others; `equifinal_engine` runs the study, `output`
//! writes reports to disk, `manifest` records what a report was made from, and `exit` lists the exit codes.

mod archive;
mod args;
mod audit;
mod cases_or_responses;
mod check;
mod columns;
mod data_folder;
mod diff;
mod draft;
mod draft_analysis;
mod draft_panel;
mod draft_survey;
pub mod embedded;
mod exit;
mod explain;
mod export;
mod failure;
mod fingerprint;
mod fit;
mod help;
mod import;
mod init;
mod interrupt;
mod language;
mod ledger;
mod limits;
mod links;
mod manifest;
mod manual;
mod new;
mod output;
mod pack;
mod pdf;
mod plain_file;
mod plan;
mod prepared;
mod preview;
mod progress;
mod register;
mod report_folder;
mod run;
mod shared_file;
mod simulate;
mod site;
mod study_file;
mod sweep;
mod template;
mod temporary;
mod terminal;
mod unchanged;
pub mod untrusted;
mod usage;
mod whole_file;
mod yaml_text;

use crate::language::tell;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::panic::{self, AssertUnwindSafe};
use std::process::{ExitCode, Termination};

use clap::{CommandFactory, FromArgMatches};
use equifinal_ingest::is_reading;
use equifinal_study::language::Language;
use equifinal_studyfile::reference::reference;
use equifinal_studyfile::schema::schema;
use rayon::ThreadPoolBuilder;

use crate::args::{Cli, Command, SchemaFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::terminal::{print_error, say};

/// Runs the command line; returns the exit code.
pub fn main() -> impl Termination {
    ExitCode::from(command_line(std::env::args_os()))
}

/// Runs a command line, whose first word is the name of the program; returns the exit code. Signals end the process.
pub fn command_line(words: impl IntoIterator<Item = OsString>) -> u8 {
    run_words(words.into_iter().collect()).code()
}

fn run_words(words: Vec<OsString>) -> Exit {
    let language = language::choose();
    // Only the help and mistakes need the command line in the words of a language.
    let cli = match parse(Cli::command(), &words).or_else(|_| parse(help::command_line(language), &words)) {
        Ok(cli) => cli,
        Err(error) => return print_help_or_error(&error, language),
    };
    let progress = Progress::start();
    interrupt::install();
    limits::set(cli.memory_limit);
    install_panic_hook();
    // Without a pool of its own the work would run on rayon's default one.
    let threads = ThreadPoolBuilder::new().num_threads(cli.threads.unwrap_or_default()).build_global();
    if let Err(error) = threads {
        tracing::error!("{}", tell!("threads-not", error = error.to_string()));
        return Exit::Bug;
    }
    panic::catch_unwind(AssertUnwindSafe(|| command(&cli.command, &progress))).unwrap_or(Exit::Bug)
}

/// Reads the command line.
fn parse(mut line: clap::Command, words: &[OsString]) -> Result<Cli, clap::Error> {
    let found = line.try_get_matches_from_mut(words).and_then(|found| Cli::from_arg_matches(&found));
    found.map_err(|error| error.with_cmd(&line))
}

/// Prints the help, the version, or the error in the command line.
fn print_help_or_error(error: &clap::Error, language: Language) -> Exit {
    if let Some(words) = usage::in_words(error, language) {
        print_error(&words);
        return Exit::Usage;
    }
    match error.print() {
        Ok(()) if error.use_stderr() => Exit::Usage,
        Err(source) if source.kind() != ErrorKind::BrokenPipe => answer(Err(Failure::Answer(source))),
        _ => Exit::Fine,
    }
}

fn command(command: &Command, progress: &Progress) -> Exit {
    match command {
        Command::Run(args) => run::run(args, progress),
        Command::Check(args) => check::check(args, progress),
        Command::Explain(args) => answer(explain::explain(args)),
        Command::Diff(args) => answer(diff::diff(args)),
        Command::Export(args) => answer(export::export(args)),
        Command::Import(args) => answer(import::import(args)),
        Command::Pack(args) => pack::pack(args, progress),
        Command::Preview(args) => answer(preview::preview(args)),
        Command::Schema(options) => answer(Ok(match options.format {
            SchemaFormat::Json => format!("{:#}", schema()),
            SchemaFormat::Markdown => reference().trim_end().to_owned(),
        })),
        Command::Register(args) => answer(register::register(args)),
        Command::Init(args) => answer(init::init(args)),
        Command::New(args) => answer(new::new(args)),
        Command::Fit(args) => answer(fit::fit(args)),
        Command::Audit(args) => answer(audit::audit(args)),
        Command::Sweep(command) => answer(sweep::sweep(command)),
        Command::Template(command) => answer(template::template(command)),
        Command::Simulate(args) => answer(simulate::simulate(args)),
        Command::Completions { shell } => answer(Ok(manual::completions(*shell))),
        Command::Man { command } => answer(manual::page(command.as_deref())),
    }
}

/// Prints the answer of a command, or its failure.
fn answer(answer: Result<String, Failure>) -> Exit {
    match answer.and_then(|words| say(&words)) {
        Ok(()) => Exit::Fine,
        Err(failure) => {
            print_error(&failure.to_string());
            failure.exit()
        }
    }
}

/// Installs the panic hook, which reports a panic as a bug and where it happened. Panics inside third-party readers are
/// not reported: they become the refusal of the damaged file.
fn install_panic_hook() {
    panic::set_hook(Box::new(|panic| {
        if is_reading() {
            return;
        }
        print_error(&tell!("panic", version = env!("CARGO_PKG_VERSION"), panic = panic.to_string()));
    }));
}

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
