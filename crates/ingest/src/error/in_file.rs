//! The errors of one file, printed: one line each, and the same fault in many columns or cells once.

use std::mem::discriminant;

use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::{display_in_english, say};

use super::{IngestError, KEPT};
use crate::wording::{beginning, listed, shown};

/// Maximum number of printed errors per kind; the rest is counted.
const PRINTED_PER_KIND: usize = 20;

/// Maximum number of printed errors in cells of a column with the same text; the rest is counted.
const PRINTED_PER_VALUE: usize = 3;

/// The errors in one file, at least one, ordered by kind and line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IngestErrors {
    /// The file, relative to `data/`.
    pub file: String,
    /// The errors.
    pub errors: Vec<IngestError>,
}

impl IngestErrors {
    /// A single error in a file.
    pub fn one(file: &str, error: IngestError) -> Self {
        Self { file: file.to_owned(), errors: vec![error] }
    }
}

impl Worded for IngestErrors {
    fn in_language(&self, language: Language) -> String {
        let of_a_kind = |a: &IngestError, b: &IngestError| discriminant(a) == discriminant(b);
        let mut lines: Vec<Message> = Vec::new();
        let mut seen = Vec::new();
        for error in &self.errors {
            if seen.contains(&discriminant(error)) {
                continue;
            }
            seen.push(discriminant(error));
            let mut kind: Vec<&IngestError> = self.errors.iter().filter(|other| of_a_kind(error, other)).collect();
            kind.sort_by_key(|error| error.line());
            lines.extend(printed_lines(&kind));
        }
        let lines = lines.iter().map(|line| format!("{}: {}", self.file, line.in_language(language)));
        lines.collect::<Vec<_>>().join("\n")
    }
}

display_in_english!(IngestErrors);

/// The lines about errors of one kind. The same fault in many columns or cells is said once, with their number.
fn printed_lines(kind: &[&IngestError]) -> Vec<Message> {
    let lacking: Vec<&str> = kind.iter().filter_map(|error| error.lacking()).collect();
    let mut cells: Vec<((&str, &str), usize)> = Vec::new();
    let (mut lines, mut printed, mut left) = (Vec::new(), 0, 0);
    for error in kind {
        let mut is_printed = error.lacking().is_none() || error.lacking() == lacking.first().copied();
        if let Some(cell) = error.cell() {
            let place = cells.iter().position(|(other, _)| *other == cell).unwrap_or(cells.len());
            if place == cells.len() {
                cells.push((cell, 0));
            }
            if let Some((_, count)) = cells.get_mut(place) {
                *count += 1;
                is_printed = *count <= PRINTED_PER_VALUE;
            }
        }
        if is_printed && printed < PRINTED_PER_KIND {
            printed += 1;
            lines.push(error.message());
        } else if is_printed {
            left += 1;
        }
    }
    if let [_, others @ ..] = lacking.as_slice()
        && !others.is_empty()
    {
        let names: Vec<String> = others.iter().map(|name| (*name).to_owned()).collect();
        lines.push(say!("neither-columns", names = listed(&names)));
    }
    for ((column, value), count) in cells.iter().filter(|(_, count)| *count > PRINTED_PER_VALUE) {
        let (more, column, value) = (count - PRINTED_PER_VALUE, beginning(column), shown(value));
        lines.push(match *count < KEPT {
            true => say!("more-cells", more, column, value),
            false => say!("more-than-cells", more, column, value),
        });
    }
    if left > 0 {
        lines.push(if kind.len() < KEPT { say!("more-of-kind", left) } else { say!("more-than-of-kind", left) });
    }
    lines
}

impl std::error::Error for IngestErrors {}
