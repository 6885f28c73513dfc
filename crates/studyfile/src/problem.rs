//! Mistakes in a study file: collected, with their places, and printed with their lines.

use std::cell::RefCell;
use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::tree::Span;
use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::{display_in_english, say};

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file: the study's or an included one.
    pub file: String,
    /// The line, 1-based.
    pub line: usize,
    /// The column in characters, 1-based.
    pub column: usize,
    /// The text found, what is allowed, and the remedy.
    pub message: Message,
    /// The whole line to type instead, where it is known.
    pub instead: Option<String>,
    label: Option<Message>,
    span: Span,
    source: usize,
}

/// A mistake with its place in the texts through which spans count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mistake {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The text found, what is allowed, and the remedy.
    pub(crate) message: Message,
    /// A word beside the caret, for signs that cannot be seen.
    pub(crate) label: Option<Message>,
    /// The whole line to type instead.
    pub(crate) instead: Option<String>,
}

/// A study file with mistakes, which cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name as given.
    pub file: String,
    /// The mistakes, in the order of the file, with those in included files last.
    pub problems: Vec<Problem>,
    sources: Sources,
}

/// The texts through which spans count: the study's, then the included ones in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sources(Vec<Source>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Source {
    file: String,
    text: String,
    base: usize,
}

impl Sources {
    /// Adds a text; returns the place of its first byte.
    pub(crate) fn add(&mut self, file: &str, text: &str) -> usize {
        let base = self.end();
        self.0.push(Source { file: file.to_owned(), text: text.to_owned(), base });
        base
    }

    /// The first place after all texts.
    pub(crate) fn end(&self) -> usize {
        // A mistake may stand right behind the last byte of a text, so places there are its own.
        self.0.last().map_or(0, |last| last.base + last.text.len() + 1)
    }

    /// The line of a place in its text, 1-based.
    pub(crate) fn line(&self, place: usize) -> usize {
        let before = self.holding(place).and_then(|(_, source)| source.text.as_bytes().get(..place - source.base));
        before.map_or(0, |before| before.iter().filter(|byte| **byte == b'\n').count()) + 1
    }

    fn holding(&self, place: usize) -> Option<(usize, &Source)> {
        self.0.iter().enumerate().rfind(|(_, source)| source.base <= place)
    }
}

/// Maximum number of printed mistakes.
const MOST_SHOWN: usize = 100;

/// Mistakes found so far, without duplicates, in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: RefCell<BTreeSet<Mistake>>,
}

impl Problems {
    /// Records a mistake.
    pub(crate) fn add(&self, span: Span, message: impl Into<Message>) {
        let Span { start, end } = span;
        self.record(Mistake { start, end, message: message.into(), label: None, instead: None });
    }

    /// Records a mistake with all that is said of it.
    pub(crate) fn record(&self, mistake: Mistake) {
        self.found.borrow_mut().insert(mistake);
    }

    /// The places of all mistakes.
    pub(crate) fn places(&self) -> Vec<Span> {
        self.found.borrow().iter().map(|mistake| mistake.start..mistake.end).collect()
    }

    /// True if no mistake was recorded.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Records all mistakes of another reading.
    pub(crate) fn add_all(&self, other: Self) {
        self.found.borrow_mut().append(&mut other.found.into_inner());
    }

    /// Number of recorded mistakes.
    pub(crate) fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// Adds the mistakes of reading a changed copy: mistakes inside `inside`, where the change is written, are kept; no
    /// others if the original has a mistake already; the rest, caused by the change, are placed at `heading` and
    /// introduced by `how`, unless there is no `heading`.
    pub(crate) fn take_over(&self, copy: Self, inside: &[Span], heading: Option<&Span>, how: &Message) {
        let known: BTreeSet<(usize, usize)> =
            self.found.borrow().iter().map(|mistake| (mistake.start, mistake.end)).collect();
        for mistake in copy.found.into_inner() {
            if inside.iter().any(|span| span.contains(&mistake.start)) {
                self.record(mistake);
            } else if let Some(heading) = heading
                && !known.contains(&(mistake.start, mistake.end))
            {
                self.add(heading.clone(), say!("of-a-copy", how, mistake = mistake.message));
            }
        }
    }

    /// The refusal of the study with which `sources` begin.
    pub(crate) fn refuse(self, sources: Sources) -> Refused {
        let place = |Mistake { start, end, message, label, instead }: Mistake| {
            let (number, Source { file, text: source, base }) = sources.holding(start)?;
            let (start, end) = (source.floor_char_boundary(start - base), end.saturating_sub(*base));
            let before = source.get(..start).unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            Some(Problem {
                file: file.clone(),
                line: before.matches('\n').count() + 1,
                column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
                message,
                instead,
                label,
                span: start..source.floor_char_boundary(end).max(start),
                source: number,
            })
        };
        let problems = self.found.into_inner().into_iter().filter_map(place).collect();
        let file = sources.0.first().map(|source| source.file.clone()).unwrap_or_default();
        Refused { file, problems, sources }
    }
}

impl Refused {
    /// One mistake as `file:line:column: message`, the line, and a caret.
    fn render(&self, problem: &Problem, language: Language) -> String {
        let message = problem.message.in_language(language);
        let title = format!("{}:{}:{}: {message}", problem.file, problem.line, problem.column);
        let label = problem.label.as_ref().map(|label| label.in_language(language));
        let source = self.sources.0.get(problem.source).map_or("", |source| &source.text);
        let line = source.lines().nth(problem.line - 1).unwrap_or_default();
        let width = |text: &str| text.len();
        let start: usize = line.chars().take(problem.column - 1).map(char::len_utf8).sum();
        let end = (start + problem.span.len()).clamp(start, width(line));
        let caret =
            AnnotationKind::Primary.span(start..line.floor_char_boundary(end).max(start)).label(label.as_deref());
        let snippet = Snippet::source(line).line_start(problem.line).annotation(caret);
        let shown = Renderer::plain().render(&[Level::ERROR.no_name().primary_title(title).element(snippet)]);
        let Some(instead) = &problem.instead else { return shown };
        let heading = say!("type-instead").in_language(language);
        format!("{shown}\n{heading}\n{} | {instead}", problem.line)
    }
}

impl Worded for Refused {
    fn in_language(&self, language: Language) -> String {
        let mut said: Vec<String> =
            self.problems.iter().take(MOST_SHOWN).map(|problem| self.render(problem, language) + "\n").collect();
        let count = self.problems.len();
        let all = match count > MOST_SHOWN {
            true => say!("mistakes-first", file = self.file, count, most = MOST_SHOWN),
            false => say!("mistakes", file = self.file, count),
        };
        said.push(all.in_language(language));
        said.join("\n")
    }
}

display_in_english!(Refused);

impl std::error::Error for Refused {}
