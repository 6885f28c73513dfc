//! Slips of the keyboard in a study file: full-width signs, missing spaces, tabs, missing quotes and brackets.
//!
//! A slip is a change of the text with which it can be read further. `scan` finds the places where YAML reads signs,
//! `tries` lists the changes that may help there, and `repair` keeps those that do help. A file with slips is always
//! refused: the changes serve the message, which shows the line to type.

mod repair;
mod scan;
mod tries;

use equifinal_study::message::Message;
use equifinal_study::say;
use std::collections::BTreeSet;

use crate::problem::{Mistake, Problems};
use crate::tree::Node;
use equifinal_study::signs::described;

pub(crate) use repair::{of_content, of_syntax};

/// A change of the text, with the place that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slip {
    /// The bytes that are replaced.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The text to be written there.
    pub(super) write: String,
    /// The kind of slip.
    pub(super) kind: Kind,
}

/// The kind of a slip.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A full-width or typographic sign.
    Sign(char),
    /// A colon without a space after it.
    Tight,
    /// A tab in the indentation.
    Tab,
    /// Another indentation than that of the lines beside it.
    Indented { found: usize, expected: usize },
    /// A value that needs quotes.
    Unquoted,
    /// A bracket or quotation mark that is not closed.
    Open(char),
    /// A bracket that is closed and was not opened.
    Closed(char),
    /// A key without a colon.
    NoColon,
    /// A dash before a key, which makes a list of a map.
    Dash,
    /// Two items of a list without a comma.
    NoComma,
    /// A comma in a number, for the decimal point or, if true, for thousands.
    Number(bool),
}

impl Slip {
    /// The sign, if it is a slip by itself.
    fn sign(&self) -> Option<char> {
        if let Kind::Sign(sign) = self.kind { Some(sign) } else { None }
    }

    /// True if the sign itself shows that it is a slip; others must let a text be read to its end.
    fn is_sure(&self) -> bool {
        matches!(self.kind, Kind::Sign(_) | Kind::Tight | Kind::Tab | Kind::Open(_))
    }
}

/// The slips of a text, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Slips(BTreeSet<Slip>);

impl Slips {
    /// True if there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These with others; those that overlap are left out.
    fn with(&self, others: &[Slip]) -> Self {
        let mut all = self.0.clone();
        for slip in others {
            let apart = |other: &&Slip| other.end <= slip.start && other != &slip || slip.end <= other.start;
            if all.iter().filter(|other| !apart(other)).count() == 0 {
                all.insert(slip.clone());
            }
        }
        Self(all)
    }

    /// The text with the changes.
    pub(crate) fn applied(&self, text: &str) -> String {
        let (mut written, mut at) = (String::with_capacity(text.len()), 0);
        for slip in &self.0 {
            written.push_str(text.get(at..slip.start).unwrap_or_default());
            written.push_str(&slip.write);
            at = slip.end;
        }
        written + text.get(at..).unwrap_or_default()
    }

    /// The place in the text of a place in the changed text.
    pub(crate) fn origin(&self, place: usize) -> usize {
        let (mut removed, mut added) = (0, 0);
        for slip in &self.0 {
            let start = slip.start - removed + added;
            if place < start {
                break;
            }
            if place < start + slip.write.len() {
                return slip.start;
            }
            removed += slip.end - slip.start;
            added += slip.write.len();
        }
        place - added + removed
    }

    /// Gives the nodes of the changed text their places in the text.
    pub(crate) fn relocate(&self, node: &mut Node) {
        if !self.is_empty() {
            node.relocate(&|place| self.origin(place));
        }
    }

    /// Records one mistake for each line with slips; places are shifted by `base`.
    pub(crate) fn record(&self, text: &str, base: usize, problems: &Problems) {
        let line_of = |at: usize| text.get(..at).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1);
        let lines: BTreeSet<usize> = self.0.iter().map(|slip| line_of(slip.start)).collect();
        let tabbed = |line: &usize| self.0.iter().any(|slip| line_of(slip.start) == *line && slip.kind == Kind::Tab);
        let mut tabs = lines.iter().filter(|line| tabbed(line)).count();
        for line in lines {
            let on_line: Vec<&Slip> = self.0.iter().filter(|slip| line_of(slip.start) == line).collect();
            let Some(first) = on_line.first() else { continue };
            let is_tab = on_line.iter().all(|slip| slip.kind == Kind::Tab);
            // The same fault in many lines is said once.
            if is_tab && tabs == 0 {
                continue;
            }
            let more = if is_tab { std::mem::take(&mut tabs).saturating_sub(1) } else { 0 };
            let end = text.get(line..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| line + length);
            let changed = Self(on_line.iter().copied().cloned().collect());
            let whole = changed.applied(text.get(..end).unwrap_or_default());
            let instead = whole.get(line..).unwrap_or_default().trim_end().to_owned();
            problems.record(Mistake {
                start: base + first.start,
                end: base + first.end.max(first.start + 1),
                message: message(&on_line, more),
                label: is_tab.then(|| say!("label-tab")),
                instead: Some(instead),
            });
        }
    }
}

/// The message for the slips of one line; `more` other lines have the same slip.
fn message(slips: &[&Slip], more: usize) -> Message {
    let signs: BTreeSet<char> = slips.iter().filter_map(|slip| slip.sign()).collect();
    let in_order = |sign: &char| slips.iter().position(|slip| slip.sign() == Some(*sign));
    let mut signs: Vec<char> = signs.into_iter().collect();
    signs.sort_by_key(in_order);
    let mut parts: Vec<Message> = described(&signs);
    for slip in slips {
        let part = match &slip.kind {
            Kind::Sign(_) => continue,
            Kind::Tight => say!("tight"),
            Kind::Tab => say!("tab", and_lines = and_lines(more)),
            Kind::Indented { found, expected } => {
                say!("indented", found, expected)
            }
            Kind::Unquoted => say!("unquoted"),
            Kind::Open(sign) => say!("open", sign),
            Kind::Closed(sign) => say!("closed", sign),
            Kind::NoColon => say!("no-colon"),
            Kind::Dash => say!("dash"),
            Kind::NoComma => say!("no-comma"),
            Kind::Number(false) => say!("decimal-comma"),
            Kind::Number(true) => say!("thousands"),
        };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Message::clauses(parts)
}

/// The number of other lines with the same slip, in words.
fn and_lines(more: usize) -> Message {
    match more {
        0 => Message::empty(),
        1 => say!("and-one-line"),
        more => say!("and-lines", more),
    }
}
