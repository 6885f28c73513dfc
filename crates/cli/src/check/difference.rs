//! Where a committed report first differs from a new one.

use crate::language::tell;
use std::path::Path;

use crate::output::Output;
use crate::report_folder::{MANIFEST, is_compared};

/// The first place at which two versions of a file differ.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The file, relative to the report.
    pub(super) file: String,
    /// The kind of difference, with the text that differs.
    pub(super) what: What,
}

/// How a file differs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The committed report lacks it.
    Missing,
    /// No run writes it any more.
    Superfluous,
    /// A line of it.
    Line {
        /// Its number, from 1.
        number: usize,
        /// As committed.
        committed: String,
        /// As it is now.
        now: String,
    },
}

/// The first differing file and how many others differ; tables come first, for their rows say most.
pub(super) fn first_difference(committed: &[Output], now: &[Output]) -> Option<(Difference, usize)> {
    let mut differing: Vec<Difference> = Vec::new();
    for (file, bytes) in now.iter().filter(|(file, _)| is_compared(file)) {
        let what = match find(committed, file) {
            None => What::Missing,
            Some(old) if old == bytes => continue,
            Some(old) => line(old, bytes),
        };
        differing.push(Difference { file: file.clone(), what });
    }
    for (file, _) in committed.iter().filter(|(file, _)| is_compared(file) && find(now, file).is_none()) {
        differing.push(Difference { file: file.clone(), what: What::Superfluous });
    }
    differing.sort_by_key(|difference| rank(&difference.file));
    let others = differing.len().checked_sub(1)?;
    differing.into_iter().next().map(|first| (first, others))
}

/// The bytes of a file of a report.
pub(super) fn find<'a>(outputs: &'a [Output], file: &str) -> Option<&'a Vec<u8>> {
    outputs.iter().find(|(name, _)| name == file).map(|(_, bytes)| bytes)
}

fn rank(file: &str) -> (u8, String) {
    let kind = match file {
        MANIFEST => 3,
        _ if file.starts_with("tables/") => 0,
        "results.json" => 1,
        _ => 2,
    };
    (kind, file.to_owned())
}

fn line(committed: &[u8], now: &[u8]) -> What {
    let (old, new) = (String::from_utf8_lossy(committed), String::from_utf8_lossy(now));
    let (mut old, mut new) = (old.split('\n'), new.split('\n'));
    for number in 1.. {
        match (old.next(), new.next()) {
            (Some(committed), Some(now)) if committed == now => {}
            (None, None) => break,
            (committed, now) => {
                let text = |line: Option<&str>| line.map_or_else(|| tell!("end-of-file"), str::to_owned);
                return What::Line { number, committed: text(committed), now: text(now) };
            }
        }
    }
    // Only bytes that are no text differ.
    What::Line { number: 1, committed: tell!("other-bytes"), now: tell!("other-bytes") }
}

/// The longest part of a line that is shown.
const SHOWN: usize = 160;

impl Difference {
    /// The message for the user.
    pub(super) fn message(&self, report: &Path) -> Vec<String> {
        let file = report.join(&self.file);
        match &self.what {
            What::Missing => vec![tell!("file-missing", file = file.display())],
            What::Superfluous => vec![tell!("file-superfluous", file = file.display())],
            What::Line { number, committed, now } => {
                let from = common_start(committed, now);
                vec![
                    tell!("at-line", file = file.display(), number),
                    tell!("committed", cut = cut(committed, from)),
                    tell!("now", cut = cut(now, from)),
                ]
            }
        }
    }
}

/// Number of leading characters that two lines share.
fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// A line, or where it is long the part around the place from which it differs.
fn cut(line: &str, from: usize) -> String {
    let length = line.chars().count();
    if length <= SHOWN {
        return line.to_owned();
    }
    let start = from.saturating_sub(SHOWN / 3);
    let part: String = line.chars().skip(start).take(SHOWN).collect();
    let (before, after) = (if start > 0 { "…" } else { "" }, if start + SHOWN < length { "…" } else { "" });
    format!("{before}{part}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(files: &[(&str, &str)]) -> Vec<Output> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[track_caller]
    fn check(committed: &[(&str, &str)], now: &[(&str, &str)], expected: Option<(&str, &str, usize)>) {
        let found = first_difference(&report(committed), &report(now)).map(|(difference, others)| {
            let what = match difference.what {
                What::Missing => "missing".to_owned(),
                What::Superfluous => "superfluous".to_owned(),
                What::Line { number, committed, now } => format!("{number}: {committed} -> {now}"),
            };
            (difference.file, what, others)
        });
        let found = found.as_ref().map(|(file, what, others)| (file.as_str(), what.as_str(), *others));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_first_differing_table_row_is_reported() {
        let old = [("results.json", "1"), ("tables/b.csv", "x\n1\n"), ("manifest.json", "m"), ("report.pdf", "?")];
        check(&old, &[("results.json", "1"), ("tables/b.csv", "x\n1\n"), ("manifest.json", "m")], None);
        check(
            &old,
            &[("results.json", "2"), ("tables/b.csv", "x\n2\n"), ("manifest.json", "n")],
            Some(("tables/b.csv", "2: 1 -> 2", 2)),
        );
        check(
            &old,
            &[("results.json", "1"), ("tables/b.csv", "x\n1\n"), ("manifest.json", "n")],
            Some(("manifest.json", "1: m -> n", 0)),
        );
        check(&old, &[("results.json", "1"), ("manifest.json", "m")], Some(("tables/b.csv", "superfluous", 0)));
        check(&[], &[("results.json", "1"), ("manifest.json", "m")], Some(("results.json", "missing", 1)));
        check(&[("a.md", "1\n")], &[("a.md", "1")], Some(("a.md", "2:  -> (end of the file)", 0)));
    }

    #[test]
    fn long_lines_are_shortened_around_the_difference() {
        let (old, new) = (format!("{}a{}", "x".repeat(500), "y".repeat(500)), format!("{}b", "x".repeat(500)));
        let from = common_start(&old, &new);
        assert_eq!(from, 500);
        assert!(cut(&old, from).contains("xay") && cut(&old, from).starts_with('…') && cut(&old, from).ends_with('…'));
        assert!(cut(&new, from).ends_with("xb"));
    }
}
