//! Parses expressions in the file: every literal is a declared set that is allowed there, with a level if it has
//! levels.

use super::declared_set::{DeclaredSet, Values};
use super::outcome::Made;
use crate::problem::Problems;
use crate::tree::{Node, Span, Value};
use equifinal_study::expression::{Expression, Literal, parse_located};
use equifinal_study::message::Message;
use equifinal_study::names::{meant_set, nearest, quoted};
use equifinal_study::say;

/// The sets that expressions of an analysis may use.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Every set of the file.
    pub(super) sets: &'a [DeclaredSet],
    /// The conditions of the analysis.
    pub(super) conditions: &'a [String],
    /// The collected mistakes.
    pub(super) problems: &'a Problems,
}

impl<'a> Scope<'a> {
    /// The declared set of this name.
    pub(super) fn set(&self, name: &str) -> Option<&'a DeclaredSet> {
        self.sets.iter().find(|set| set.name == name)
    }

    /// Records that no set has this name.
    pub(super) fn unknown_set(&self, name: &str, at: Span) {
        let names = self.sets.iter().map(|set| set.name.as_str());
        self.problems.add(at, say!("not-set", name = quoted(name), hint = meant_set(name, names)));
    }

    /// Records that a set is not a condition of the analysis.
    pub(super) fn no_condition(&self, name: &str, at: Span) {
        // Where the conditions themselves could not be read or are misspelt, this says nothing new.
        let misspelt: Vec<&str> =
            self.conditions.iter().map(String::as_str).filter(|condition| self.set(condition).is_none()).collect();
        if self.conditions.is_empty() || self.set(name).is_some() && nearest(name, &misspelt).is_some() {
            return;
        }
        let hint = meant_set(name, self.conditions.iter().map(String::as_str));
        self.problems.add(at, say!("not-condition-of", name = quoted(name), hint));
    }

    /// An expression over the conditions.
    pub(super) fn over_conditions(&self, node: &Node) -> Option<Expression> {
        let (expression, literals) = parsed(node, self.problems)?;
        let mut good = true;
        for (at, literal) in &literals {
            let span = within(node, *at, literal.set.len());
            if self.set(&literal.set).is_none() {
                self.unknown_set(&literal.set, span);
                good = false;
            } else if !self.conditions.contains(&literal.set) {
                self.no_condition(&literal.set, span);
                good = false;
            } else {
                good &= self.level_fits(literal, span);
            }
        }
        good.then_some(expression)
    }

    /// A conjunction over the conditions.
    pub(super) fn conjunction(&self, node: &Node) -> Option<Expression> {
        let expression = self.over_conditions(node)?;
        if !is_conjunction(&expression) {
            self.no_conjunction(node);
            return None;
        }
        Some(expression)
    }

    /// A conjunction that a term of a model can equal: it names each condition once, and one of its levels.
    pub(super) fn term(&self, node: &Node) -> Option<Expression> {
        let term = self.conjunction(node)?;
        let mut named = Vec::new();
        let mut good = true;
        term.each_literal(&mut |literal| {
            if literal.negated && literal.level.is_some() {
                let message = say!("several-levels", literal = literal.to_string(), set = literal.set);
                self.problems.add(node.span.clone(), message);
                good = false;
            }
            if named.contains(&&literal.set) {
                self.problems
                    .add(node.span.clone(), say!("names-twice", found = node.found(), set = quoted(&literal.set)));
                good = false;
            }
            named.push(&literal.set);
        });
        good.then_some(term)
    }

    /// Conjunctions over the conditions, joined by `+` if there are several.
    pub(super) fn conjunctions(&self, node: &Node) -> Option<Vec<Expression>> {
        let parts = match self.over_conditions(node)? {
            Expression::Or(parts) => parts,
            expression => vec![expression],
        };
        if !parts.iter().all(is_conjunction) {
            self.no_conjunction(node);
            return None;
        }
        Some(parts)
    }

    fn no_conjunction(&self, node: &Node) {
        let message = say!("not-conjunction", found = node.found());
        self.problems.add(node.span.clone(), message);
    }

    /// An outcome: a literal over all sets, an intersection of some, or a set of levels.
    pub(super) fn outcome(&self, node: &Node) -> Option<Literal> {
        if let Some(made) = node.scalar().and_then(Made::of) {
            let sound = made.of.iter().all(|part| self.fits(part, node.span.clone()));
            return sound.then_some(made.literal);
        }
        let (span, literal) = literal(node, &say!("the-outcome"), self.problems)?;
        self.fits(&literal, span).then_some(literal)
    }

    /// True if a literal at this place is of a declared set and has a level if the set has levels.
    pub(super) fn fits(&self, literal: &Literal, span: Span) -> bool {
        if self.set(&literal.set).is_none() {
            self.unknown_set(&literal.set, span);
            return false;
        }
        self.level_fits(literal, span)
    }

    fn level_fits(&self, literal: &Literal, span: Span) -> bool {
        let Some(declared) = self.set(&literal.set) else { return true };
        let name = &literal.set;
        let message = match (declared.values(), literal.level) {
            (Values::Two, Some(level)) => {
                say!("has-no-levels", name, level)
            }
            (Values::Levels(count), Some(level)) if level >= count => {
                say!("no-level", name, level, levels = count - 1)
            }
            (Values::Levels(_) | Values::SomeLevels, None) => {
                say!("say-level", name)
            }
            _ => return true,
        };
        self.problems.add(span, message);
        false
    }
}

/// The single literal in a scalar and the place of its set's name; `what` describes the scalar in messages.
pub(super) fn literal(node: &Node, what: &Message, problems: &Problems) -> Option<(Span, Literal)> {
    let (expression, literals) = parsed(node, problems)?;
    let Expression::Literal(literal) = expression else {
        let message = say!("one-set", what, found = node.found());
        problems.add(node.span.clone(), message);
        return None;
    };
    let at = literals.first().map_or(0, |(at, _)| *at);
    Some((within(node, at, literal.set.len()), literal))
}

/// The expression in a scalar, with the offsets of its literals.
fn parsed(node: &Node, problems: &Problems) -> Option<(Expression, Vec<(usize, Literal)>)> {
    let Value::Text(text) = &node.value else {
        let message = say!("expression-not", found = node.found());
        problems.add(node.span.clone(), message);
        return None;
    };
    match parse_located(text) {
        Ok(parsed) => Some(parsed),
        Err(error) => {
            problems.add(within(node, error.at, 1), error.message);
            None
        }
    }
}

/// A part of a scalar: its place if the scalar is written verbatim, otherwise that of the whole.
fn within(node: &Node, at: usize, length: usize) -> Span {
    let Value::Text(text) = &node.value else { return node.span.clone() };
    let quote = match node.span.len().checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return node.span.clone(),
    };
    let start = node.span.start + quote + at;
    start..start + length
}

/// True if an expression is a literal or literals joined by `*`.
fn is_conjunction(expression: &Expression) -> bool {
    match expression {
        Expression::Literal(_) => true,
        Expression::And(parts) => parts.iter().all(|part| matches!(part, Expression::Literal(_))),
        Expression::Not(_) | Expression::Or(_) => false,
    }
}
