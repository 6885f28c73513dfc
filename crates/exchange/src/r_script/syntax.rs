//! The grammar of R: a reader by precedence (`?Syntax`) that goes on after a mistake and never nests too deep.

use equifinal_study::message::Message;
use equifinal_study::say;

use super::expression::{Argument, Expression, Kind};
use super::precedence::{OF_BODIES, OF_CALLS, prefix_strength, strength};
use super::tokens::{Token, tokens};

/// The deepest nesting of an expression; R's own limit of expressions is of this size.
const DEEPEST: u16 = 400;

/// The expressions of a script, and the places that could not be read.
#[derive(Debug, Default, PartialEq)]
pub struct RScript {
    /// The expressions of the top level, in their order.
    pub expressions: Vec<Expression>,
    /// The places that are not R, in their order. After one, reading goes on at the next line.
    pub unread: Vec<Unread>,
}

/// A place of a script that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// The reason.
    pub reason: UnreadReason,
}

/// The reason why a place of a script could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadReason {
    /// R does not allow this token here.
    Unexpected,
    /// The script ends in the middle of an expression.
    Ended,
    /// The expression nests deeper than 400 levels.
    TooDeep,
}

impl UnreadReason {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::Unexpected => say!("r-unexpected"),
            Self::Ended => say!("r-ended"),
            Self::TooDeep => say!("r-too-deep"),
        }
    }
}

/// Reads a script. Any text gives a result.
pub fn parse_r_script(text: &str) -> RScript {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0, groups: Vec::new(), depth: 0 };
    let mut script = RScript::default();
    while let Some(token) = reader.peek() {
        if *token == Token::End {
            reader.at += 1;
            continue;
        }
        let before = reader.at;
        let whole = reader.expression(0).and_then(|found| match reader.peek() {
            None | Some(Token::End) => Ok(found),
            Some(_) => Err(reader.unexpected()),
        });
        match whole {
            Ok(expression) => script.expressions.push(expression),
            Err(unread) => {
                script.unread.push(unread);
                reader.groups.clear();
                reader.depth = 0;
                reader.at = reader.at.max(before + 1);
                while reader.peek().is_some_and(|token| *token != Token::End) {
                    reader.at += 1;
                }
            }
        }
    }
    script
}

struct Reader<'a> {
    tokens: &'a [(Token, usize)],
    at: usize,
    /// The open brackets; ends of lines count in braces and outside of all brackets only.
    groups: Vec<char>,
    depth: u16,
}

type Read<T> = Result<T, Unread>;

impl Reader<'_> {
    fn peek(&mut self) -> Option<&Token> {
        if self.groups.last().is_some_and(|group| *group != '{') {
            self.skip_ends();
        }
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn skip_ends(&mut self) {
        while matches!(self.tokens.get(self.at), Some((Token::End, _))) {
            self.at += 1;
        }
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(1, |(_, line)| *line)
    }

    fn unexpected(&self) -> Unread {
        let reason = if self.at < self.tokens.len() { UnreadReason::Unexpected } else { UnreadReason::Ended };
        Unread { line: self.line(), reason }
    }

    fn is_sign(&mut self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(found)) if found == sign)
    }

    fn has(&mut self, sign: &str) -> bool {
        let is_there = self.is_sign(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, sign: &str) -> Read<()> {
        if self.has(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn built(&self, line: usize, kind: Kind) -> Read<Expression> {
        let of = |arguments: &[Argument]| {
            arguments.iter().filter_map(|argument| argument.value.as_ref()).map(|value| value.height).max()
        };
        let below = match &kind {
            Kind::Call(inner, arguments) | Kind::Function(arguments, inner) => {
                inner.height.max(of(arguments).unwrap_or(0))
            }
            _ => 0,
        };
        if below >= DEEPEST {
            return Err(Unread { line, reason: UnreadReason::TooDeep });
        }
        Ok(Expression { line, kind, height: below + 1 })
    }

    fn named(&self, line: usize, name: &str) -> Read<Expression> {
        self.built(line, Kind::Name(name.to_owned()))
    }

    fn call(&self, line: usize, name: &str, values: Vec<Expression>) -> Read<Expression> {
        let arguments = values.into_iter().map(Argument::unnamed).collect();
        self.built(line, Kind::Call(Box::new(self.named(line, name)?), arguments))
    }

    /// An expression whose operators are at least so strong.
    fn expression(&mut self, weakest: u8) -> Read<Expression> {
        if self.depth >= DEEPEST / 2 {
            return Err(Unread { line: self.line(), reason: UnreadReason::TooDeep });
        }
        self.depth += 1;
        let mut left = self.first()?;
        loop {
            let line = self.line();
            let Some(Token::Sign(sign)) = self.peek().cloned() else { break };
            if matches!(sign.as_str(), "(" | "[" | "[[") {
                if OF_CALLS < weakest {
                    break;
                }
                left = self.called(left, &sign, line)?;
                continue;
            }
            let Some((_, to_right)) = strength(&sign).filter(|(to_left, _)| *to_left >= weakest) else { break };
            self.at += 1;
            self.skip_ends();
            let right = self.expression(to_right)?;
            left = self.joined(&sign, left, right, line)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// An operator with both sides. As R's parser does, `->` is turned round and `|>` puts its left side into the call.
    fn joined(&self, sign: &str, left: Expression, right: Expression, line: usize) -> Read<Expression> {
        match sign {
            "->" => self.call(line, "<-", vec![right, left]),
            "->>" => self.call(line, "<<-", vec![right, left]),
            "**" => self.call(line, "^", vec![left, right]),
            "|>" => match right.kind {
                Kind::Call(function, mut arguments) => {
                    arguments.insert(0, Argument::unnamed(left));
                    self.built(right.line, Kind::Call(function, arguments))
                }
                _ => Err(Unread { line, reason: UnreadReason::Unexpected }),
            },
            _ => self.call(line, sign, vec![left, right]),
        }
    }

    fn first(&mut self) -> Read<Expression> {
        let line = self.line();
        let Some(token) = self.peek().cloned() else { return Err(self.unexpected()) };
        let line = self.tokens.get(self.at).map_or(line, |(_, line)| *line);
        if matches!(token, Token::End | Token::Unknown) {
            return Err(self.unexpected());
        }
        self.at += 1;
        match token {
            Token::Number(value) => self.built(line, Kind::Number(value)),
            Token::Text(text) => self.built(line, Kind::Text(text)),
            Token::Name(name) => self.built(line, Kind::Name(name)),
            Token::Word(word) => self.statement(word, line),
            Token::Sign(sign) => self.signed(&sign, line),
            Token::End | Token::Unknown => Err(self.unexpected()),
        }
    }

    fn signed(&mut self, sign: &str, line: usize) -> Read<Expression> {
        match sign {
            "(" => {
                let inner = self.in_parentheses()?;
                self.call(line, "(", vec![inner])
            }
            "{" => self.block(line),
            "\\" => self.function(line),
            _ => {
                let Some(strength) = prefix_strength(sign) else {
                    self.at -= 1;
                    return Err(self.unexpected());
                };
                self.skip_ends();
                let inner = self.expression(strength)?;
                self.call(line, sign, vec![inner])
            }
        }
    }

    /// An expression and `)`; the opening one is read.
    fn in_parentheses(&mut self) -> Read<Expression> {
        self.groups.push('(');
        let inner = self.expression(0)?;
        self.expect(")")?;
        self.groups.pop();
        Ok(inner)
    }

    fn block(&mut self, line: usize) -> Read<Expression> {
        self.groups.push('{');
        let mut inner = Vec::new();
        loop {
            self.skip_ends();
            if self.has("}") {
                break;
            }
            inner.push(self.expression(0)?);
            if !self.is_sign("}") && self.peek() != Some(&Token::End) {
                return Err(self.unexpected());
            }
        }
        self.groups.pop();
        self.call(line, "{", inner)
    }

    fn called(&mut self, function: Expression, open: &str, line: usize) -> Read<Expression> {
        self.at += 1;
        let close = if open == "(" { ")" } else { "]" };
        self.groups.push('(');
        let mut arguments = self.arguments(close)?;
        if open == "[[" {
            self.expect("]")?;
        }
        self.groups.pop();
        if open == "(" {
            return self.built(function.line, Kind::Call(Box::new(function), arguments));
        }
        arguments.insert(0, Argument::unnamed(function));
        self.built(line, Kind::Call(Box::new(self.named(line, open)?), arguments))
    }

    /// Arguments up to the closing bracket.
    fn arguments(&mut self, close: &str) -> Read<Vec<Argument>> {
        let mut found = Vec::new();
        if self.has(close) {
            return Ok(found);
        }
        loop {
            found.push(self.argument(close)?);
            if self.has(close) {
                return Ok(found);
            }
            self.expect(",")?;
        }
    }

    fn argument(&mut self, close: &str) -> Read<Argument> {
        let name = match self.peek() {
            Some(Token::Name(name) | Token::Text(name)) => Some(name.clone()),
            _ => None,
        };
        let start = self.at;
        if name.is_some() {
            self.at += 1;
            if self.has("=") {
                let is_empty = self.is_sign(",") || self.is_sign(close);
                let value = if is_empty { None } else { Some(self.expression(5)?) };
                return Ok(Argument { name, value });
            }
            self.at = start;
        }
        let is_empty = self.is_sign(",") || self.is_sign(close);
        Ok(Argument { name: None, value: if is_empty { None } else { Some(self.expression(5)?) } })
    }

    fn statement(&mut self, word: &str, line: usize) -> Read<Expression> {
        match word {
            "function" => self.function(line),
            "next" | "break" => self.call(line, word, Vec::new()),
            "repeat" => {
                let body = self.body()?;
                self.call(line, word, vec![body])
            }
            "while" => {
                self.expect("(")?;
                let parts = vec![self.in_parentheses()?, self.body()?];
                self.call(line, word, parts)
            }
            "if" => self.condition(line),
            "for" => self.repetition(line),
            _ => {
                self.at -= 1;
                Err(self.unexpected())
            }
        }
    }

    fn body(&mut self) -> Read<Expression> {
        self.skip_ends();
        self.expression(OF_BODIES)
    }

    fn condition(&mut self, line: usize) -> Read<Expression> {
        self.expect("(")?;
        let mut parts = vec![self.in_parentheses()?, self.body()?];
        let after = self.at;
        if !self.groups.is_empty() {
            self.skip_ends();
        }
        if self.peek() == Some(&Token::Word("else")) {
            self.at += 1;
            parts.push(self.body()?);
        } else {
            self.at = after;
        }
        self.call(line, "if", parts)
    }

    fn repetition(&mut self, line: usize) -> Read<Expression> {
        self.expect("(")?;
        self.groups.push('(');
        let Some(Token::Name(name)) = self.peek().cloned() else { return Err(self.unexpected()) };
        let name = self.named(line, &name)?;
        self.at += 1;
        if self.peek() != Some(&Token::Word("in")) {
            return Err(self.unexpected());
        }
        self.at += 1;
        let values = self.expression(0)?;
        self.expect(")")?;
        self.groups.pop();
        let body = self.body()?;
        self.call(line, "for", vec![name, values, body])
    }

    fn function(&mut self, line: usize) -> Read<Expression> {
        self.expect("(")?;
        self.groups.push('(');
        let parameters = self.arguments(")")?;
        self.groups.pop();
        let body = self.body()?;
        self.built(line, Kind::Function(parameters, Box::new(body)))
    }
}
