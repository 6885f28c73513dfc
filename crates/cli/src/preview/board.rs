//! The newest page of a preview, and what is said beside it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use equifinal_report::ChangeGroup;
use serde::Serialize;
use tokio::sync::watch;

/// A page and what is said beside it.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Shown {
    /// The number of the page: 0 before the first one.
    pub(super) version: u64,
    /// The number of the save that it shows.
    pub(super) save: u64,
    /// True while the robustness checks of this page are being computed.
    pub(super) provisional: bool,
    /// The mistakes in the files, in which case the page is an older one.
    pub(super) problem: Option<String>,
    /// The changes that this page brings, by language.
    pub(super) changes: BTreeMap<String, Vec<ChangeGroup>>,
    #[serde(skip)]
    pub(super) page: Bytes,
}

/// Holds what is shown, and lets the server wait for something newer.
#[derive(Debug)]
pub(super) struct Board {
    shown: watch::Sender<Shown>,
    /// The number of the newest save; pages of earlier ones are not shown any more.
    newest: Mutex<u64>,
}

impl Default for Board {
    fn default() -> Self {
        Self { shown: watch::Sender::new(Shown::default()), newest: Mutex::new(0) }
    }
}

impl Board {
    /// The number of a new save.
    pub(super) fn next_save(&self) -> u64 {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        *newest += 1;
        *newest
    }

    /// Changes what is shown, unless there was a later save.
    pub(super) fn show(&self, save: u64, change: impl FnOnce(&mut Shown)) {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if *newest == save {
            self.shown.send_modify(|shown| {
                shown.save = save;
                change(shown);
            });
        }
    }

    /// Follows what is shown.
    pub(super) fn follow(&self) -> watch::Receiver<Shown> {
        self.shown.subscribe()
    }
}

impl Shown {
    /// Shows another page, unless it is the same.
    pub(super) fn turn(&mut self, page: String, provisional: bool) {
        (self.problem, self.provisional) = (None, provisional);
        if self.page != page.as_bytes() {
            self.page = page.into();
            self.version += 1;
        }
    }
}
