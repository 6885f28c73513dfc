//! Paths that a page shows on demand: fit and cases of each, once for all languages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use equifinal_qca::findings::{Findings, Path};
use equifinal_study::config::Style;
use equifinal_study::natural;
use serde_json::{Value, json};

use super::table::Piece;
use crate::input::Input;
use crate::plain_text::clean;
use crate::printed::ratio;
use crate::solution_types::{SOLUTIONS, enhanced};

/// Models of a solution that are printed; `results.json` has the rest.
pub(super) const PRINTED: usize = 10;

/// Every path of every printed model, numbered from 1.
#[derive(Debug, Default)]
pub(crate) struct PathBook<'a> {
    cases: Vec<&'a str>,
    style: Cow<'a, Style>,
    /// Maximum number of listed cases per path.
    most: usize,
    entries: Vec<Value>,
    numbers: BTreeMap<Key, usize>,
}

/// The identity of a path: analysis, term, unique coverage, number of cases, and listed cases.
type Key = (String, String, Option<u64>, usize, Vec<usize>);

impl<'a> PathBook<'a> {
    /// The paths of all solutions of a run, those under other consistency cutoffs included.
    pub(crate) fn of(input: &'a Input<'_>) -> Self {
        let mut cases: Vec<&str> = input.memberships.cases.iter().map(String::as_str).collect();
        cases.sort_by(|a, b| natural::compare(a, b));
        let style = Cow::Borrowed(&input.study.report.style);
        let mut book = Self { cases, style, most: input.study.report.cases, ..Self::default() };
        for (findings, path) in printed(input) {
            book.add(&findings.analysis.name, &findings.write_term(&path.term), path, &findings.cases);
        }
        for found in &input.robustness.thresholds {
            let solutions = found.stretches.iter().filter_map(|stretch| stretch.solution.as_ref().ok());
            for (term, path) in solutions.filter_map(|found| found.models.first()).flat_map(|model| &model.paths) {
                book.add(&found.analysis, term, path, &input.robustness.cases);
            }
        }
        book
    }

    fn key(&self, analysis: &str, term: &str, path: &Path, cases: &[String]) -> Key {
        // Those that are listed are the first in natural order, in which a path has its cases.
        let named = path.cases.iter().take(self.most).filter_map(|&case| cases.get(case));
        let place = |name: &String| self.cases.binary_search_by(|own| natural::compare(own, name)).ok();
        let (positions, count) = (named.filter_map(place).collect(), path.cases.len());
        (analysis.to_owned(), term.to_owned(), path.unique_coverage.map(f64::to_bits), count, positions)
    }

    fn add(&mut self, analysis: &str, term: &str, path: &Path, cases: &[String]) {
        let key = self.key(analysis, term, path, cases);
        if !self.numbers.contains_key(&key) {
            let fit = [path.fit.consistency, path.fit.pri, path.fit.coverage, path.unique_coverage]
                .map(|value| ratio(&self.style, value));
            let mut entry = json!({"analysis": analysis, "term": term, "fit": fit, "cases": key.4});
            if key.3 > key.4.len() {
                entry["more"] = json!(key.3 - key.4.len());
            }
            self.entries.push(entry);
            self.numbers.insert(key, self.entries.len());
        }
    }

    /// Words that open the details of a path, if the book has it; `cases` are those counted for the path.
    pub(crate) fn piece(&self, words: &str, (analysis, term): (&str, &str), path: &Path, cases: &[String]) -> Piece {
        let number = self.numbers.get(&self.key(analysis, term, path, cases)).copied();
        Piece { text: words.to_owned(), path: number }
    }

    /// The book as JSON; `None` without paths.
    pub(crate) fn json(&self) -> Option<String> {
        let listed: BTreeSet<usize> = self.numbers.keys().flat_map(|key| key.4.iter().copied()).collect();
        // A case that no path lists needs no name, but the place that others count by.
        let last = listed.last().map_or(0, |last| last + 1);
        let name = |at: usize| if listed.contains(&at) { clean(self.cases[at]) } else { String::new() };
        let names = || (0..last).map(name).collect::<Vec<_>>();
        let book = || json!({"cases": names(), "paths": self.entries}).to_string();
        (!self.entries.is_empty()).then(book)
    }
}

/// The paths of the printed models of every solution, analysis by analysis.
fn printed<'a>(input: &'a Input<'_>) -> impl Iterator<Item = (&'a Findings, &'a Path)> {
    input.findings.iter().flat_map(|findings| {
        let standard = SOLUTIONS.iter().map(|&kind| findings.solution(kind));
        let solutions = standard.chain(enhanced(findings).map(|(.., solution)| solution)).flatten();
        let models = solutions.flat_map(|found| found.models.iter().take(PRINTED));
        models.flat_map(|model| &model.paths).map(move |path| (findings, path))
    })
}

/// Paths with more cases than the page names, each once: analysis, term, and the cases, sorted.
pub(crate) fn long_lists<'a>(input: &'a Input<'_>) -> Vec<(&'a str, String, Vec<&'a str>)> {
    let long = |(_, path): &(&Findings, &Path)| path.cases.len() > input.study.report.cases;
    let mut known = BTreeSet::new();
    let list = |(findings, path): (&'a Findings, &'a Path)| {
        let (analysis, term) = (findings.analysis.name.as_str(), findings.write_term(&path.term));
        if !known.insert((analysis, term.clone())) {
            return None;
        }
        let mut cases: Vec<&str> =
            path.cases.iter().filter_map(|&case| findings.cases.get(case)).map(String::as_str).collect();
        cases.sort_by(|a, b| natural::compare(a, b));
        Some((analysis, term, cases))
    };
    printed(input).filter(long).filter_map(list).collect()
}
