//! Progress output: log lines, and a bar for work longer than a second.

use crate::language::spoken;
use equifinal_study::message::Worded;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use equifinal_engine::{Stage, Unreadable, World};
use equifinal_ingest::Limits;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::data_folder::DataFolder;

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(100);

/// The progress of a command on stderr.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Dropped with the progress, which ends the waiting thread.
    _alive: Sender<()>,
}

impl Progress {
    /// No output at all.
    pub(crate) fn silent() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, _alive: mpsc::channel().0 }
    }

    /// Starts logging, at the level of `RUST_LOG` or else `info`, and waits to show a bar if stderr is a terminal.
    pub(crate) fn start() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {prefix} {msg} {pos}/{len}") {
            bar.set_style(style);
        }
        let level = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
        let log = tracing_subscriber::fmt()
            .with_env_filter(level)
            .with_writer(AboveBar(bar.clone()))
            .with_ansi(io::stderr().is_terminal())
            .with_target(false)
            .without_time()
            .finish();
        // It is the first and only one.
        let _ = tracing::subscriber::set_global_default(log);
        let (alive, dropped) = mpsc::channel::<()>();
        if io::stderr().is_terminal() {
            let bar = bar.clone();
            thread::spawn(move || {
                if dropped.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(TICK);
                }
            });
        }
        Self { bar, _alive: alive }
    }

    /// Sets the total number of stages.
    pub(crate) fn expect(&self, stages: usize) {
        self.bar.set_length(u64::try_from(stages).unwrap_or(u64::MAX));
    }

    /// A stage of a study begins.
    pub(crate) fn stage(&self, study: &str, stage: String) {
        self.bar.set_prefix(study.to_owned());
        tracing::debug!("{study}: {stage}");
        self.bar.set_message(stage);
        self.bar.inc(1);
    }

    /// Runs `write` while the bar is hidden.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Stderr, with the bar hidden while a line is written.
#[derive(Debug, Clone)]
struct AboveBar(ProgressBar);

impl Write for AboveBar {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.suspend(|| io::stderr().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

impl MakeWriter<'_> for AboveBar {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// The data folder of a study, which reports the engine's progress.
pub(crate) struct Watched<'a> {
    /// The data.
    pub(crate) data: &'a DataFolder,
    /// The study's id.
    pub(crate) study: &'a str,
    /// Where progress is shown.
    pub(crate) progress: &'a Progress,
}

impl World for Watched<'_> {
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable> {
        self.data.data(file)
    }

    fn limits(&self) -> Limits {
        self.data.limits()
    }

    fn begins(&self, stage: Stage) {
        self.progress.stage(self.study, stage.words().in_language(spoken()));
    }
}
