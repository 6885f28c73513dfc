//! The cache of one thread; it does not change any result.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use equifinal_qca::findings::{Output, SufficiencyFit};
use equifinal_qca::frame::{Answers, Cases, Frame, ObservedRow};
use equifinal_qca::space::Cube;
use equifinal_study::config::{AtCrossover, Calibration, Expect, Study};
use equifinal_study::memberships::{Set, SetKind};
use equifinal_study::table::CaseTable;

/// Number of cached truth tables before the cache is cleared.
const TABLES: usize = 1 << 16;

/// Number of cached frames.
const FRAMES: usize = 256;

/// The cache of one thread.
#[derive(Debug, Default)]
pub struct Memory {
    /// The table without the cases last left out.
    pub(crate) table: Option<CaseTable>,
    /// The cases last left out.
    pub(crate) drop_cases: BTreeSet<String>,
    /// The last calibration of each set.
    pub(crate) sets: Vec<Option<Kept>>,
    /// The frames so far.
    pub(crate) frames: Vec<(FrameKey, Arc<Frame>)>,
    /// The last memberships and rows of each analysis.
    pub(crate) samples: Vec<Option<Sampled>>,
    /// Solutions by frame and truth table.
    solved: BTreeMap<(usize, Table), (u64, Arc<Answers>)>,
    /// Number of stamps issued.
    stamps: u64,
}

/// Observed rows and their outputs.
type Table = Vec<(Cube, Output)>;

/// A calibrated set.
#[derive(Debug)]
pub(crate) struct Kept {
    /// Its calibration.
    pub(crate) calibration: Calibration,
    /// The memberships.
    pub(crate) set: Arc<Set>,
    /// Changes whenever the memberships may change.
    pub(crate) stamp: u64,
}

/// The inputs of a frame.
#[derive(Debug, PartialEq)]
pub(crate) struct FrameKey {
    pub(crate) analysis: usize,
    pub(crate) kinds: Vec<SetKind>,
    pub(crate) drop_conditions: BTreeSet<String>,
    pub(crate) expectations: BTreeMap<String, Expect>,
    pub(crate) at_crossover: Option<AtCrossover>,
}

/// Memberships and rows of one analysis, with the fits computed from them.
#[derive(Debug)]
pub(crate) struct Sampled {
    pub(crate) frame: Arc<Frame>,
    pub(crate) stamps: Vec<u64>,
    pub(crate) cases: Arc<Cases>,
    pub(crate) rows: Arc<Vec<ObservedRow>>,
    pub(crate) fits: BTreeMap<u64, Arc<[SufficiencyFit; 3]>>,
}

impl Memory {
    /// Uses other memberships instead of the study's own, as long as no decision changes a calibration.
    pub(crate) fn impose(&mut self, study: &Study, sets: Vec<Set>) {
        self.forget_sets();
        self.sets = study.sets.iter().map(|_| None).collect();
        for (at, (spec, set)) in study.sets.iter().zip(sets).enumerate() {
            self.keep_set(at, Kept { calibration: spec.calibrate.clone(), set: Arc::new(set), stamp: 0 });
        }
    }

    /// Forgets the sets, because other cases are left out.
    pub(crate) fn forget_sets(&mut self) {
        self.sets.clear();
        self.samples.clear();
    }

    /// Remembers a set under a new stamp.
    pub(crate) fn keep_set(&mut self, at: usize, kept: Kept) {
        self.stamps += 1;
        if let Some(slot) = self.sets.get_mut(at) {
            *slot = Some(Kept { stamp: self.stamps, ..kept });
        }
    }

    /// Caches a frame and returns its number.
    pub(crate) fn keep_frame(&mut self, key: FrameKey, frame: Arc<Frame>) -> usize {
        if self.frames.len() == FRAMES {
            self.frames.clear();
            self.samples.clear();
            self.solved.clear();
        }
        self.frames.push((key, frame));
        self.frames.len() - 1
    }

    /// The solutions of a truth table, computed by `solve` unless cached.
    pub(crate) fn solved(
        &mut self,
        frame: usize,
        table: Table,
        solve: impl FnOnce(&[(Cube, Output)]) -> Answers,
    ) -> (u64, Arc<Answers>) {
        let key = (frame, table);
        if let Some((number, answers)) = self.solved.get(&key) {
            return (*number, Arc::clone(answers));
        }
        if self.solved.len() >= TABLES {
            self.solved.clear();
        }
        self.stamps += 1;
        let answers = Arc::new(solve(&key.1));
        self.solved.insert(key, (self.stamps, Arc::clone(&answers)));
        (self.stamps, answers)
    }
}
