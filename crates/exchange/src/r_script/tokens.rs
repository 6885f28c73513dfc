//! The tokens of an R script, each with its line (R Language Definition, section 10.3).

/// A token of R.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A number, `1`, `.5`, `1e-3`, `0x1F` or `2L`.
    Number(f64),
    /// A text in quotes, or a raw text `r"(…)"`.
    Text(String),
    /// A name, with or without backticks.
    Name(String),
    /// A reserved word that begins or joins a statement, `if` or `function`.
    Word(&'static str),
    /// An operator or a bracket.
    Sign(String),
    /// The end of a line or `;`.
    End,
    /// A character that R does not know here, or a text without its end.
    Unknown,
}

const WORDS: [&str; 9] = ["if", "else", "for", "in", "while", "repeat", "function", "next", "break"];

/// The signs of R, longer ones before those that they begin with.
const SIGNS: [&str; 40] = [
    "<<-", "->>", ":::", "<-", "->", "<=", ">=", "==", "!=", "&&", "||", "|>", "::", ":=", "**", "[[", "+", "-", "*",
    "/", "^", "<", ">", "=", "!", "&", "|", "~", "?", ":", "$", "@", "(", ")", "{", "}", "[", "]", ",", "\\",
];

/// The tokens of a script in their order, with their lines from 1.
pub(super) fn tokens(text: &str) -> Vec<(Token, usize)> {
    let mut reader = Reader { rest: text, line: 1 };
    let mut found = Vec::new();
    while let Some((token, line)) = reader.next() {
        found.push((token, line));
    }
    found
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<(Token, usize)> {
        loop {
            let first = self.rest.chars().next()?;
            if first == '#' {
                self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if first != '\n' && (first.is_whitespace() || first == '\u{feff}') {
                self.take(first.len_utf8());
            } else {
                let line = self.line;
                return Some((self.token(first), line));
            }
        }
    }

    fn token(&mut self, first: char) -> Token {
        let second = self.rest.chars().nth(1);
        match first {
            '\n' | ';' => {
                self.take(1);
                Token::End
            }
            '"' | '\'' => self.quoted(first).map_or(Token::Unknown, Token::Text),
            '`' => self.quoted(first).map_or(Token::Unknown, Token::Name),
            'r' | 'R' if matches!(second, Some('"' | '\'')) => self.raw(),
            '%' => self.percent(),
            '0'..='9' => self.number(),
            '.' if second.is_some_and(|next| next.is_ascii_digit()) => self.number(),
            _ if first.is_alphabetic() || first == '.' => self.name(),
            _ => self.sign(first),
        }
    }

    /// Takes so many bytes, which must end between two characters.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn quoted(&mut self, quote: char) -> Option<String> {
        self.take(1);
        let mut text = String::new();
        loop {
            let next = self.rest.chars().next()?;
            self.take(next.len_utf8());
            if next == quote {
                return Some(text);
            }
            if next != '\\' {
                text.push(next);
                continue;
            }
            let escaped = self.rest.chars().next()?;
            self.take(escaped.len_utf8());
            text.push(match escaped {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'x' | 'u' | 'U' => self.code_point(escaped)?,
                other => other,
            });
        }
    }

    /// The character of `\x41`, `\u00e9` or `\u{e9}`.
    fn code_point(&mut self, kind: char) -> Option<char> {
        let in_braces = kind != 'x' && self.rest.starts_with('{');
        if in_braces {
            self.take(1);
        }
        let longest = match kind {
            'x' => 2,
            'u' => 4,
            _ => 8,
        };
        let digits = self.rest.bytes().take(longest).take_while(u8::is_ascii_hexdigit).count();
        let value = u32::from_str_radix(self.take(digits), 16).ok()?;
        if in_braces && self.take(1) != "}" {
            return None;
        }
        char::from_u32(value)
    }

    /// `r"(…)"`, `R'--[…]--'`.
    fn raw(&mut self) -> Token {
        let quote = self.take(2).chars().nth(1).unwrap_or('"');
        let dashes = self.rest.bytes().take_while(|byte| *byte == b'-').count();
        self.take(dashes);
        let close = match self.rest.chars().next() {
            Some('(') => ')',
            Some('[') => ']',
            Some('{') => '}',
            _ => return Token::Unknown,
        };
        self.take(1);
        let end = format!("{close}{}{quote}", "-".repeat(dashes));
        let Some(length) = self.rest.find(&end) else {
            self.take(self.rest.len());
            return Token::Unknown;
        };
        let text = self.take(length).to_owned();
        self.take(end.len());
        Token::Text(text)
    }

    /// `%in%`, `%>%`; it ends in its line.
    fn percent(&mut self) -> Token {
        let line = self.rest.lines().next().unwrap_or_default();
        match line.get(1..).and_then(|rest| rest.find('%')) {
            Some(length) => Token::Sign(self.take(length + 2).to_owned()),
            None => {
                self.take(1);
                Token::Unknown
            }
        }
    }

    fn number(&mut self) -> Token {
        let bytes = self.rest.as_bytes();
        let is_hex = matches!(bytes, [b'0', b'x' | b'X', ..]);
        let mut length = if is_hex { 2 } else { 0 };
        while let Some(byte) = bytes.get(length) {
            let after_exponent = !is_hex && length > 0 && matches!(bytes.get(length - 1), Some(b'e' | b'E'));
            let is_part = match byte {
                b'+' | b'-' => after_exponent,
                b'.' | b'e' | b'E' if !is_hex => true,
                _ if is_hex => byte.is_ascii_hexdigit(),
                _ => byte.is_ascii_digit(),
            };
            if !is_part {
                break;
            }
            length += 1;
        }
        let written = self.take(length);
        if self.rest.starts_with(['L', 'i']) {
            self.take(1);
        }
        let value = match written.get(2..).filter(|_| is_hex) {
            Some(digits) => u32::from_str_radix(digits, 16).ok().map(f64::from),
            None => written.parse().ok(),
        };
        value.map_or(Token::Unknown, Token::Number)
    }

    fn name(&mut self) -> Token {
        let is_part = |next: char| next.is_alphanumeric() || next == '.' || next == '_';
        let name = self.take(self.rest.find(|next| !is_part(next)).unwrap_or(self.rest.len()));
        WORDS.iter().find(|word| **word == name).map_or_else(|| Token::Name(name.to_owned()), |word| Token::Word(word))
    }

    fn sign(&mut self, first: char) -> Token {
        match SIGNS.iter().find(|sign| self.rest.starts_with(**sign)) {
            Some(sign) => {
                self.take(sign.len());
                Token::Sign((*sign).to_owned())
            }
            None => {
                self.take(first.len_utf8());
                Token::Unknown
            }
        }
    }
}
