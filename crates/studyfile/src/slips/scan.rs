//! The bytes of a study file that YAML reads as signs: those outside quotes, comments and block texts.

/// A text with the role of its bytes.
pub(super) struct Scan<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Start and end of each line, without the line break.
    pub(super) lines: Vec<(usize, usize)>,
    /// For each byte, true if it is outside quotes, comments and block texts.
    plain: Vec<bool>,
    /// Brackets and quotation marks that are open at the end of each line, with their places.
    open: Vec<Vec<(usize, char)>>,
}

/// The position within the signs of YAML.
#[derive(Default)]
struct State {
    open: Vec<(usize, char)>,
    quote: Option<(usize, char)>,
    /// The indentation of the line that begins a block text.
    block: Option<usize>,
}

impl<'a> Scan<'a> {
    /// Scans a text.
    pub(super) fn of(text: &'a str) -> Self {
        let mut scan = Self { text, lines: Vec::new(), plain: vec![true; text.len()], open: Vec::new() };
        let (mut state, mut at) = (State::default(), 0);
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            scan.lines.push((at, at + content.len()));
            scan.line(at, content, &mut state);
            let mut open = state.open.clone();
            open.extend(state.quote);
            scan.open.push(open);
            at += line.len();
        }
        scan
    }

    /// True if the byte is outside quotes, comments and block texts.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.plain.get(at).copied().unwrap_or(false)
    }

    /// The number of the line, from 0, that holds a place.
    pub(super) fn line_at(&self, place: usize) -> usize {
        self.lines.partition_point(|(start, _)| *start <= place).saturating_sub(1)
    }

    /// The text of a line.
    pub(super) fn line_text(&self, line: usize) -> &'a str {
        self.lines.get(line).and_then(|(start, end)| self.text.get(*start..*end)).unwrap_or_default()
    }

    /// The brackets and quotation marks that are open after a line.
    pub(super) fn open_after(&self, line: usize) -> &[(usize, char)] {
        self.open.get(line).map_or(&[], Vec::as_slice)
    }

    /// The end of a line without comment and trailing blanks.
    pub(super) fn content_end(&self, line: usize) -> usize {
        let Some((start, end)) = self.lines.get(line).copied() else { return 0 };
        let text = self.line_text(line);
        let comment = text
            .match_indices('#')
            .map(|(at, _)| at)
            .find(|at| !self.is_plain(start + at) && text.get(..*at).is_some_and(|before| before.ends_with(' ')));
        let content = text.get(..comment.unwrap_or(end - start)).unwrap_or_default();
        start + content.trim_end().len()
    }

    /// The bytes around a place, as far as no sign of YAML ends them.
    pub(super) fn around(&self, start: usize, end: usize) -> (usize, usize) {
        let ends = |sign: char| matches!(sign, '[' | ']' | '{' | '}' | ',' | '"' | '\'' | '#' | ':' | '\n');
        let before = self.text.get(..start).unwrap_or_default();
        let after = self.text.get(end..).unwrap_or_default();
        let from = before.rfind(ends).map_or(0, |at| at + 1);
        (from, after.find(ends).map_or(self.text.len(), |length| end + length))
    }

    fn hide(&mut self, from: usize, to: usize) {
        self.plain.get_mut(from..to).into_iter().flatten().for_each(|plain| *plain = false);
    }

    fn line(&mut self, at: usize, line: &str, state: &mut State) {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some(block) = state.block {
            if line.trim().is_empty() || indent > block {
                self.hide(at, at + line.len());
                return;
            }
            state.block = None;
        }
        // True where a value may begin, and so a quotation mark or bracket has its meaning.
        let (mut is_start, mut before, mut escaped) = (true, ' ', false);
        for (offset, sign) in line.char_indices() {
            let place = at + offset;
            if let Some((_, quote)) = state.quote {
                self.hide(place, place + sign.len_utf8());
                if escaped {
                    escaped = false;
                } else if sign == '\\' && quote == '"' {
                    escaped = true;
                } else if sign == quote {
                    state.quote = None;
                    is_start = false;
                }
            } else if sign == '#' && matches!(before, ' ' | '\t') {
                self.hide(place, at + line.len());
                break;
            } else {
                is_start = Self::sign(sign, place, before, is_start, state);
                if state.quote.is_some() {
                    self.hide(place, place + 1);
                }
            }
            before = sign;
        }
        let value = line.rsplit([' ', '\t']).next().unwrap_or_default();
        if state.quote.is_none() && value.len() <= 3 && value.starts_with(['|', '>']) {
            state.block = Some(indent);
        }
    }

    /// Notes a sign outside quotes; returns true if a value may begin after it.
    fn sign(sign: char, place: usize, before: char, is_start: bool, state: &mut State) -> bool {
        match sign {
            ' ' => is_start || before == ':',
            '-' => is_start,
            '"' | '\'' if is_start => {
                state.quote = Some((place, sign));
                false
            }
            '[' | '{' if is_start || !state.open.is_empty() => {
                state.open.push((place, sign));
                true
            }
            ']' | '}' => {
                state.open.pop();
                false
            }
            ',' => !state.open.is_empty(),
            _ => false,
        }
    }
}
