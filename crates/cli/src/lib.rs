//! The only crate that touches the outside world: files, terminal, environment, signals.
//!
//! [`main`] is the whole command, a library so that [`entrances`] can be tried from outside.
//! `run`, `check`, `new`, `fit` and `audit` are the commands; `equifinal_engine` runs the study; `output` is
//! the way of a report to the disk, `manifest` what it was made from, `exit` what the shell is told.

mod args;
mod audit;
mod check;
mod columns;
mod data_folder;
mod draft;
mod draft_survey;
pub mod entrances;
mod exit;
mod explain;
mod failure;
mod fit;
mod interrupt;
mod ledger;
mod limits;
mod links;
mod manifest;
mod new;
mod output;
mod pdf;
mod plain_file;
mod plan;
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
mod unchanged;
mod whole_file;
mod yaml_text;

use std::io::{ErrorKind, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::Termination;

use clap::Parser;
use equifinal_ingest::is_reading;
use equifinal_studyfile::schema::schema;
use rayon::ThreadPoolBuilder;

use crate::args::{Cli, Command};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;

/// Does what the command line says; gives the exit code.
pub fn main() -> impl Termination {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(told) => return explained(&told),
    };
    let progress = Progress::start();
    interrupt::install();
    limits::set(cli.memory_limit);
    tell_of_bugs();
    // Without a pool of its own the work would run on rayon's default one.
    let threads = ThreadPoolBuilder::new().num_threads(cli.threads.unwrap_or_default()).build_global();
    if let Err(error) = threads {
        tracing::error!("the threads cannot be started: {error}");
        return Exit::Bug;
    }
    panic::catch_unwind(AssertUnwindSafe(|| command(&cli.command, &progress))).unwrap_or(Exit::Bug)
}

/// Help, the version, or what is wrong with the command line.
fn explained(told: &clap::Error) -> Exit {
    match told.print() {
        Ok(()) if told.use_stderr() => Exit::Usage,
        Err(source) if source.kind() != ErrorKind::BrokenPipe => answer(Err(Failure::Answer(source))),
        _ => Exit::Fine,
    }
}

fn command(command: &Command, progress: &Progress) -> Exit {
    match command {
        Command::Run(args) => run::run(args, progress),
        Command::Check(args) => check::check(args, progress),
        Command::Explain(args) => answer(explain::explain(args)),
        Command::Schema => answer(Ok(format!("{:#}", schema()))),
        Command::Register(args) => answer(register::register(args)),
        Command::New(args) => answer(new::new(args)),
        Command::Fit(args) => answer(fit::fit(args)),
        Command::Audit(args) => answer(audit::audit(args)),
        Command::Sweep(command) => answer(sweep::sweep(command)),
        Command::Template(command) => answer(template::template(command)),
        Command::Simulate(args) => answer(simulate::simulate(args)),
    }
}

/// Says what a command answers, or why it cannot.
fn answer(answer: Result<String, Failure>) -> Exit {
    match answer.and_then(|words| say(&words)) {
        Ok(()) => Exit::Fine,
        Err(failure) => {
            complain(&failure.to_string());
            failure.exit()
        }
    }
}

/// Writes to stdout. A reader that has gone away (`| head`) is no error; a full disk is.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{}", harmless(text)).and_then(|()| stdout.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::Answer(source)),
        _ => Ok(()),
    }
}

/// Writes to stderr, whatever the level of logging.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", harmless(text));
}

/// The text without control characters, by which a file could steer the terminal.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}

/// A panic is a bug: it says where, and the process ends with the code for it. One of a reader of somebody else's, which
/// met a damaged file, becomes the refusal of that file instead.
fn tell_of_bugs() {
    panic::set_hook(Box::new(|panic| {
        if is_reading() {
            return;
        }
        complain(&format!("this is a bug in equifinal {}, please report it: {panic}", env!("CARGO_PKG_VERSION")));
    }));
}
