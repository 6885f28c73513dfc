//! Notices saved files of a study.

use crate::language::tell;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::failure::Failure;
use crate::study_file::is_in_project;

/// How long no file may change before the page is made: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(10);

/// Watches the folders of a study.
pub(super) struct Watch {
    /// It watches as long as it exists.
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Watch {
    /// Watches the folder of the study file and the folder of its data.
    pub(super) fn new(study: &Path, data: &Path) -> Result<Self, Failure> {
        let (to, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(to).map_err(failed)?;
        let configs = study.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A study file outside a project may lie in any folder, with anything below it.
        let depth = if is_in_project(study)? { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        watcher.watch(configs, depth).map_err(failed)?;
        if data.is_dir() {
            watcher.watch(data, RecursiveMode::Recursive).map_err(failed)?;
        }
        Ok(Self { _watcher: watcher, events })
    }

    /// Calls `changed` after each change of a file, until watching fails.
    pub(super) fn each_change(&self, changed: impl Fn()) -> Result<(), Failure> {
        while let Ok(event) = self.events.recv() {
            let mut is_change = is_change(&event.map_err(failed)?);
            while let Ok(event) = self.events.recv_timeout(QUIET) {
                is_change |= self::is_change(&event.map_err(failed)?);
            }
            if is_change {
                changed();
            }
        }
        Ok(())
    }
}

/// True unless a file was only read.
fn is_change(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_))
}

fn failed(error: notify::Error) -> Failure {
    Failure::Usage(tell!("preview-watch", error = error.to_string()))
}
