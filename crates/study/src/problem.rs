//! What is wrong with a study file: collected, placed, and shown with the line it stands on.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::tree::{Span, quoted};

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, 1-based.
    pub line: usize,
    /// The column in characters, 1-based.
    pub column: usize,
    /// What was found, what is allowed, what to do.
    pub message: String,
    span: Span,
}

/// A study file that cannot be used, with every mistake in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name as it was given.
    pub file: String,
    /// The mistakes, in the order of the file.
    pub problems: Vec<Problem>,
    source: String,
}

/// Mistakes found so far, each once, in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: RefCell<BTreeSet<(usize, usize, String)>>,
}

impl Problems {
    /// Notes a mistake.
    pub(crate) fn add(&self, span: Span, message: impl Into<String>) {
        self.found.borrow_mut().insert((span.start, span.end, message.into()));
    }

    /// Whether nothing was noted.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Takes over what a second reading found: mistakes inside `inside` as they are; those that the first reading
    /// found elsewhere not again; the rest, which only the change brought about, at `heading`.
    pub(crate) fn take_over(&self, second: Self, inside: &Span, heading: &Span, who: &str) {
        for (start, end, message) in second.found.into_inner() {
            let known = self.found.borrow().contains(&(start, end, message.clone()));
            if inside.contains(&start) {
                self.add(start..end, message);
            } else if !known {
                self.add(heading.clone(), format!("under the alternative {}: {message}", quoted(who)));
            }
        }
    }

    /// The refusal of `file`.
    pub(crate) fn refuse(self, file: &str, source: &str) -> Refused {
        let place = |(start, end, message): (usize, usize, String)| {
            let start = source.floor_char_boundary(start);
            let before = source.get(..start).unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            Problem {
                line: before.matches('\n').count() + 1,
                column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
                message,
                span: start..source.floor_char_boundary(end).max(start),
            }
        };
        let problems = self.found.into_inner().into_iter().map(place).collect();
        Refused { file: file.to_owned(), problems, source: source.to_owned() }
    }
}

impl Refused {
    /// One mistake as `file:line:column: message`, the line, and a caret.
    fn render(&self, problem: &Problem) -> String {
        let title = format!("{}:{}:{}: {}", self.file, problem.line, problem.column, problem.message);
        let line = self.source.lines().nth(problem.line - 1).unwrap_or_default();
        let width = |text: &str| text.len();
        let start: usize = line.chars().take(problem.column - 1).map(char::len_utf8).sum();
        let end = (start + problem.span.len()).clamp(start, width(line));
        let snippet = Snippet::source(line)
            .line_start(problem.line)
            .annotation(AnnotationKind::Primary.span(start..line.floor_char_boundary(end).max(start)));
        Renderer::plain().render(&[Level::ERROR.no_name().primary_title(title).element(snippet)])
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{}\n", self.render(problem))?;
        }
        match self.problems.len() {
            1 => write!(f, "{}: 1 mistake", self.file),
            count => write!(f, "{}: {count} mistakes", self.file),
        }
    }
}

impl std::error::Error for Refused {}

/// ": did you mean `x`?" for the candidate that `found` most likely stands for, else ": choose from …".
pub(crate) fn meant<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let wanted = found.to_lowercase();
    let nearest = candidates
        .iter()
        .map(|candidate| (strsim::osa_distance(&wanted, &candidate.to_lowercase()), candidate))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1));
    match nearest {
        Some((_, candidate)) => format!(": did you mean `{candidate}`?"),
        None if candidates.is_empty() => String::new(),
        None => format!(": there are {}", listed(&candidates)),
    }
}

/// Names in backticks, with commas.
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
