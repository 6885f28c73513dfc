//! Paths that a page shows on demand: the fit and the cases of each, once for all languages.

use std::collections::BTreeMap;

use equifinal_qca::findings::Path;
use equifinal_study::natural;
use serde_json::{Value, json};

use super::solutions::{PRINTED, enhanced};
use super::table::Piece;
use crate::input::Input;
use crate::number;
use crate::plain_text::clean;
use crate::warnings::SOLUTIONS;

/// Every path of every printed model, numbered from 1.
#[derive(Debug, Default)]
pub(crate) struct PathBook {
    cases: Vec<String>,
    entries: Vec<Value>,
    numbers: BTreeMap<Key, usize>,
}

/// What tells paths apart: analysis, term, unique coverage, cases.
type Key = (String, String, Option<u64>, Vec<usize>);

impl PathBook {
    /// The paths of all solutions of a run, those under other consistency cutoffs included.
    pub(crate) fn of(input: &Input<'_>) -> Self {
        let mut cases = input.memberships.cases.clone();
        cases.sort_by(|a, b| natural::compare(a, b));
        let mut book = Self { cases, ..Self::default() };
        for findings in input.findings {
            let standard = SOLUTIONS.iter().map(|&kind| findings.solution(kind));
            let solutions = standard.chain(enhanced(findings).map(|(_, solution)| solution)).flatten();
            for path in solutions.flat_map(|found| found.models.iter().take(PRINTED)).flat_map(|model| &model.paths) {
                book.add(&findings.analysis.name, &findings.write_term(&path.term), path, &findings.cases);
            }
        }
        for found in &input.tried.thresholds {
            let solutions = found.stretches.iter().filter_map(|stretch| stretch.solution.as_ref().ok());
            for (term, path) in solutions.filter_map(|found| found.models.first()).flat_map(|model| &model.paths) {
                book.add(&found.analysis, term, path, &input.tried.cases);
            }
        }
        book
    }

    fn key(&self, analysis: &str, term: &str, path: &Path, cases: &[String]) -> Key {
        let named = path.cases.iter().filter_map(|&case| cases.get(case));
        let positions =
            named.filter_map(|name| self.cases.binary_search_by(|own| natural::compare(own, name)).ok()).collect();
        (analysis.to_owned(), term.to_owned(), path.unique_coverage.map(f64::to_bits), positions)
    }

    fn add(&mut self, analysis: &str, term: &str, path: &Path, cases: &[String]) {
        let key = self.key(analysis, term, path, cases);
        if !self.numbers.contains_key(&key) {
            let fit = [path.fit.consistency, path.fit.pri, path.fit.coverage, path.unique_coverage].map(number::ratio);
            self.entries.push(json!({"analysis": analysis, "term": term, "fit": fit, "cases": key.3}));
            self.numbers.insert(key, self.entries.len());
        }
    }

    /// Words that show a path of an analysis where the book has it; `cases` are those that the path counts.
    pub(crate) fn piece(&self, words: &str, (analysis, term): (&str, &str), path: &Path, cases: &[String]) -> Piece {
        let number = self.numbers.get(&self.key(analysis, term, path, cases)).copied();
        Piece { text: words.to_owned(), path: number }
    }

    /// The book as JSON; nothing where there is no path.
    pub(crate) fn json(&self) -> Option<String> {
        let names = || self.cases.iter().map(|name| clean(name)).collect::<Vec<_>>();
        let book = || json!({"cases": names(), "paths": self.entries}).to_string();
        (!self.entries.is_empty()).then(book)
    }
}
