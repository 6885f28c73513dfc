//! The newest page of a preview, and what is said beside it.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use equifinal_report::ChangeGroup;
use serde::Serialize;
use tokio::sync::watch;

/// A page in each language of the study, in the study's order.
pub(super) type Pages = Vec<(String, Bytes)>;

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
    /// The languages of the page.
    languages: Vec<String>,
    #[serde(skip)]
    pages: Pages,
    /// The pages before the save, from which the reader learns what has changed.
    #[serde(skip)]
    before: Pages,
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
    /// Shows the first pages of a save, unless they are the same.
    pub(super) fn turn(&mut self, pages: Pages, provisional: bool) {
        (self.problem, self.provisional) = (None, provisional);
        if self.pages != pages {
            self.before = mem::take(&mut self.pages);
            self.replace(pages);
        }
    }

    /// Shows the whole pages in place of the provisional ones.
    pub(super) fn complete(&mut self, pages: Pages) {
        (self.problem, self.provisional) = (None, false);
        self.replace(pages);
    }

    fn replace(&mut self, pages: Pages) {
        if self.pages != pages {
            self.languages = pages.iter().map(|(language, _)| language.clone()).collect();
            self.pages = pages;
            self.version += 1;
        }
    }

    /// The page in a language; empty if there is none.
    pub(super) fn page(&self, language: &str) -> Bytes {
        of(&self.pages, language)
    }

    /// The page in a language before the save; empty if there was none.
    pub(super) fn page_before(&self, language: &str) -> Bytes {
        of(&self.before, language)
    }
}

fn of(pages: &Pages, language: &str) -> Bytes {
    pages.iter().find(|(tag, _)| tag == language).map(|(_, page)| page.clone()).unwrap_or_default()
}
