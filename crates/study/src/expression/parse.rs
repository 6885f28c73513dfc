//! Parses a set expression: a union of intersections of literals, with optional parentheses.

mod foreign;

use super::{Expression, Literal};
use crate::message::Message;
use crate::names::{is_in_name, is_letter, quoted};
use crate::signs::{self, described, in_plain};
use crate::{say, worded};

/// The reason why a text is not a valid set expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ExpressionError {
    /// The byte offset of the mistake.
    pub at: usize,
    /// The text found there, and what is allowed.
    pub message: Message,
}

impl ExpressionError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        self.message.clone()
    }
}

worded!(ExpressionError);

/// Maximum depth of nested parentheses.
const MAX_DEPTH: usize = 32;

impl Expression {
    /// Parses `A*~B + C[2]`: names, levels in brackets, `~` not, `*` and, `+` or, parentheses.
    ///
    /// # Errors
    /// The first place at which `text` is not a valid expression.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        parse_located(text).map(|(expression, _)| expression)
    }
}

/// An expression with the byte offset of every literal's name, left to right.
///
/// # Errors
/// The first mistake, with its place.
pub fn parse_located(text: &str) -> Result<(Expression, Vec<(usize, Literal)>), ExpressionError> {
    located(text, true)
}

/// As [`parse_located`]; only if `is_own` are mistakes explained by the signs of other programs.
fn located(text: &str, is_own: bool) -> Result<(Expression, Vec<(usize, Literal)>), ExpressionError> {
    let mut parser = Parser { text, at: 0, depth: 0, literals: Vec::new(), is_own };
    let expression = parser.union()?;
    match parser.peek() {
        None => Ok((expression, parser.literals)),
        Some(_) => Err(parser.unexpected(say!("wanted-operator-or-end"))),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    literals: Vec<(usize, Literal)>,
    is_own: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn unexpected(&mut self, wanted: Message) -> ExpressionError {
        if let Some(slipped) = slipped(self.text) {
            return slipped;
        }
        let whole = quoted(self.text);
        if let Some(here) = foreign::written_here(self.text).filter(|here| self.is_own && is_expression(here)) {
            let message = say!("expression-foreign", whole, here = quoted(&here));
            return ExpressionError { at: self.at, message };
        }
        let left = ["=>", "->", "="].iter().find_map(|arrow| self.text.split_once(arrow)).map(|(left, _)| left.trim());
        if let Some(here) = left.filter(|left| self.is_own && is_expression(left)) {
            return ExpressionError { at: self.at, message: say!("expression-arrow", whole, here = quoted(here)) };
        }
        let message = match self.peek() {
            Some(found) => {
                say!("expression-instead", found = quoted(found.encode_utf8(&mut [0; 4])), wanted, whole)
            }
            None => say!("expression-ends", whole, wanted),
        };
        ExpressionError { at: self.at, message }
    }

    fn union(&mut self) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.intersection()?];
        while self.eat('+') {
            parts.push(self.intersection()?);
        }
        Ok(joined(parts, Expression::Or))
    }

    fn intersection(&mut self) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.factor()?];
        while self.eat('*') {
            parts.push(self.factor()?);
        }
        Ok(joined(parts, Expression::And))
    }

    fn factor(&mut self) -> Result<Expression, ExpressionError> {
        let mut negated = false;
        while self.eat('~') {
            negated = !negated;
        }
        if self.eat('(') {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                let message = say!("expression-deep", most = MAX_DEPTH);
                return Err(ExpressionError { at: self.at, message });
            }
            let inner = self.union()?;
            self.depth -= 1;
            if !self.eat(')') {
                return Err(self.unexpected(Message::verbatim("`)`")));
            }
            return Ok(if negated { not(inner) } else { inner });
        }
        self.literal(negated).map(Expression::Literal)
    }

    fn literal(&mut self, negated: bool) -> Result<Literal, ExpressionError> {
        if !self.peek().is_some_and(is_letter) {
            return Err(self.unexpected(say!("wanted-literal")));
        }
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|sign| !is_in_name(sign)).unwrap_or(rest.len());
        self.at += length;
        let set = rest.get(..length).unwrap_or_default().to_owned();
        let level = if self.eat('[') { Some(self.level()?) } else { None };
        let literal = Literal { set, level, negated };
        self.literals.push((start, literal.clone()));
        Ok(literal)
    }

    fn level(&mut self) -> Result<usize, ExpressionError> {
        self.peek();
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let Some(level) = rest.get(..length).and_then(|digits| digits.parse().ok()) else {
            return Err(self.unexpected(say!("wanted-level")));
        };
        self.at += length;
        if self.eat(']') { Ok(level) } else { Err(self.unexpected(Message::verbatim("`]`"))) }
    }
}

/// True if a text is an expression.
fn is_expression(text: &str) -> bool {
    located(text, false).is_ok()
}

/// The mistake of a text that holds full-width or typographic signs.
pub(super) fn slipped(text: &str) -> Option<ExpressionError> {
    let signs: Vec<char> = text.chars().filter(|sign| signs::plain(*sign).is_some_and(|plain| plain != " ")).collect();
    let at = text.find(*signs.first()?)?;
    let mut distinct: Vec<char> = Vec::new();
    signs.into_iter().for_each(|sign| {
        if !distinct.contains(&sign) {
            distinct.push(sign);
        }
    });
    let plain = in_plain(text);
    let is_whole = is_expression(&plain) || plain.contains(['<', '=']);
    let instead = if is_whole { say!("type-instead", plain = quoted(plain.trim())) } else { Message::empty() };
    let message = Message::clauses(described(&distinct)).then(instead);
    Some(ExpressionError { at, message })
}

/// `parts` under one operator; nested parts with the same operator are flattened.
fn joined(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 {
        return parts.swap_remove(0);
    }
    let operator = std::mem::discriminant(&join(Vec::new()));
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        let same = std::mem::discriminant(&part) == operator;
        match part {
            Expression::And(inner) | Expression::Or(inner) if same => flat.extend(inner),
            other => flat.push(other),
        }
    }
    join(flat)
}

fn not(inner: Expression) -> Expression {
    match inner {
        Expression::Literal(literal) => Expression::Literal(Literal { negated: !literal.negated, ..literal }),
        Expression::Not(inner) => *inner,
        other => Expression::Not(Box::new(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, (usize, &str)>) {
        let found = Expression::parse(text).map(|expression| expression.to_string());
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{text}"),
            (Err(error), Err((at, words))) => {
                assert_eq!(error.at, at, "{text}: {error}");
                assert_eq!(error.message.to_string(), words, "{text}");
            }
            (found, expected) => panic!("{text}: {found:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn expressions_are_parsed_and_printed() {
        check("A*~B + C[2]", Ok("A*~B + C[2]"));
        check(" ~ ~A ", Ok("A"));
        check("~(A)", Ok("~A"));
        check("~(~(A + B))", Ok("A + B"));
        check("~(A*B)+~C[ 1 ]", Ok("~(A*B) + ~C[1]"));
        check("(A+B)*(C*D)", Ok("(A + B)*C*D"));
        check("((A)+(B+C))", Ok("A + B + C"));
        check("经济*~医生_1 + Été[2]", Ok("经济*~医生_1 + Été[2]"));
    }

    #[test]
    fn mistakes_are_located() {
        check("", Err((0, "the expression `` ends where the name of a set, `~` or `(` should stand")));
        check("A**B", Err((2, "`*` where the name of a set, `~` or `(` should stand in the expression `A**B`")));
        for (text, at, here) in [
            ("A B", 2, "A*B"),
            ("A AND B", 2, "A*B"),
            ("A & B", 2, "A*B"),
            ("A && !B || C", 2, "A*~B+C"),
            ("not A", 4, "~A"),
            ("1-A", 0, "~A"),
            ("A=1*B=0", 1, "A*~B"),
            ("A{2}", 1, "A[2]"),
            ("A 且 非B", 2, "A*~B"),
            ("A.B", 1, "A*B"),
        ] {
            let signs = "is not written in the signs `*` for and, `+` for or, `~` for not";
            check(text, Err((at, &format!("`{text}` {signs}: type `{here}`"))));
        }
        check("A·B", Err((1, "`·` is a typographic sign: type `A*B`")));
        check("～A＊B", Err((0, "`～` and `＊` are full-width signs: type `~A*B`")));
        check("A*（B+C）", Err((2, "`（` and `）` are full-width signs: type `A*(B+C)`")));
        check("A×B＋C", Err((1, "`×` is a typographic sign; `＋` is a full-width sign: type `A*B+C`")));
        check("“A”", Err((0, "`“` and `”` are typographic quotation marks")));
        check("Ａ*B", Err((0, "`Ａ` is a full-width sign: type `A*B`")));
        check("A\u{a0}*\u{3000}B", Ok("A*B"));
        check("(A+B", Err((4, "the expression `(A+B` ends where `)` should stand")));
        check("A[x]", Err((2, "`x` where a level (a whole number) should stand in the expression `A[x]`")));
        check(
            "A[99999999999999999999999]",
            Err((2, "`9` where a level (a whole number) should stand in the expression `A[99999999999999999999999]`")),
        );
        check("A[1", Err((3, "the expression `A[1` ends where `]` should stand")));
        check("A + ", Err((4, "the expression `A + ` ends where the name of a set, `~` or `(` should stand")));
        check("2A", Err((0, "`2` where the name of a set, `~` or `(` should stand in the expression `2A`")));
        check(&"(".repeat(500_000), Err((33, "more than 32 parentheses inside one another")));
    }
}
