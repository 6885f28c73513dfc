//! Checks a template before the engine reads it: only tags and expressions that cannot create values larger than their
//! inputs, with a counting step in every loop iteration.

/// Maximum size of a template in bytes.
pub const MOST_BYTES: usize = 16 * 1024;
/// The reserved name of the counting function.
pub(super) const STEP: &str = "equifinal_step";

/// Tags allowed in a study's own template.
const TAGS: [&str; 9] = ["if", "elif", "else", "endif", "for", "endfor", "break", "continue", "include"];

/// A template with counting steps.
#[derive(Debug)]
pub(super) struct Guarded {
    /// The text for the engine.
    pub(super) text: String,
    /// The inserted steps: line from 1, column from 0 in `text`, length.
    steps: Vec<(usize, usize, usize)>,
}

/// The problem with its place: line and column from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) problem: String,
}

impl Guarded {
    /// The original column of a column reported by the engine.
    pub(super) fn column(&self, line: usize, column: usize) -> usize {
        let before = self.steps.iter().filter(|(on, at, length)| *on == line && at + length <= column);
        column - before.map(|(.., length)| length).sum::<usize>()
    }
}

/// Reads a template.
pub(super) fn guarded(source: &str) -> Result<Guarded, Flaw> {
    if source.len() > MOST_BYTES {
        let problem = format!("a template has {} bytes at most, this one {}", MOST_BYTES, source.len());
        return Err(Flaw { line: 1, column: 1, problem });
    }
    let mut guarded = Guarded { text: String::with_capacity(2 * source.len()), steps: Vec::new() };
    // Templates that include one another often work without any loop.
    guarded.step(false);
    let mut rest = source;
    while let Some(start) = rest.find("{%").into_iter().chain(rest.find("{{")).chain(rest.find("{#")).min() {
        let (before, from) = rest.split_at(start);
        guarded.text.push_str(before);
        let closing = match from.get(..2) {
            Some("{%") => "%}",
            Some("{{") => "}}",
            _ => "#}",
        };
        let Some(length) = end(from, closing) else {
            // The engine says what is left open.
            rest = from;
            break;
        };
        let (piece, after) = from.split_at(length);
        let tag = piece.trim_start_matches("{%").trim_start_matches('-').split_whitespace().next();
        let tag = tag.map(|word| word.trim_end_matches("%}").trim_end_matches('-')).unwrap_or_default();
        if closing == "%}" && !TAGS.contains(&tag) {
            let place = source.len() - from.len();
            return Err(flaw(
                source,
                place,
                format!("the tag `{tag}` is not for a study's own templates: {} are", TAGS.join(", ")),
            ));
        }
        if closing != "#}"
            && let Some((at, problem)) = growth(piece)
        {
            return Err(flaw(source, source.len() - from.len() + at, problem.to_owned()));
        }
        guarded.text.push_str(piece);
        if closing == "%}" && tag == "for" {
            guarded.step(piece.ends_with("-%}"));
        }
        rest = after;
    }
    guarded.text.push_str(rest);
    Ok(guarded)
}

impl Guarded {
    /// Inserts a step here; `trimmed` if following blanks are removed.
    fn step(&mut self, trimmed: bool) {
        let step = format!("{{{{ {STEP}() {}}}}}", if trimmed { "-" } else { "" });
        let line = 1 + self.text.matches('\n').count();
        let column = self.text.rsplit('\n').next().unwrap_or_default().chars().count();
        self.steps.push((line, column, step.chars().count()));
        self.text.push_str(&step);
    }
}

/// The length of a tag, expression or comment including its delimiters; quoted text does not end it.
fn end(from: &str, closing: &str) -> Option<usize> {
    if closing == "#}" {
        return from.find(closing).map(|at| at + 2);
    }
    outside_quotes(from)
        .find(|&(at, _)| at >= 2 && from.as_bytes()[at..].starts_with(closing.as_bytes()))
        .map(|(at, _)| at + 2)
}

/// The unquoted bytes of a tag or expression with their positions.
fn outside_quotes(piece: &str) -> impl Iterator<Item = (usize, u8)> {
    let (mut quote, mut escaped): (Option<u8>, bool) = (None, false);
    piece.bytes().enumerate().filter(move |&(_, byte)| {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if byte == b'\\' => escaped = true,
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
            None => return true,
        }
        false
    })
}

/// The first place in a tag or expression that could create a value larger than its inputs, with an alternative. Values
/// that cannot grow keep the work of every step within the size of the template's inputs.
fn growth(piece: &str) -> Option<(usize, &'static str)> {
    let inner = 2..piece.len() - 2;
    let code: Vec<(usize, u8)> = outside_quotes(piece).filter(|(at, _)| inner.contains(at)).collect();
    code.iter().find_map(|&(at, byte)| match byte {
        b'~' => Some((at, "`~` is not for a study's own templates: join two words by the filter `append(text=…)`")),
        b'{' => Some((at, "a map written in a template is not for a study's own templates")),
        b'[' if !ends_a_value(piece.get(..at)?) && !is_constant(piece.get(at..)?) => {
            Some((at, "a list written in a template holds only words in quotes and numbers"))
        }
        _ => None,
    })
}

/// Words after which a value begins.
const BEFORE_A_VALUE: [&str; 8] = ["in", "if", "elif", "else", "and", "or", "not", "is"];

/// True if a value ends here, so that a following `[` is an index and not a list.
fn ends_a_value(before: &str) -> bool {
    let before = before.trim_end();
    let of_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = before.rsplit(|c| !of_word(c)).next().unwrap_or_default();
    match word {
        "" => before.ends_with([']', ')', '?', '"', '\'', '`']),
        word => !BEFORE_A_VALUE.contains(&word),
    }
}

/// True for a list of quoted words and numbers only.
fn is_constant(list: &str) -> bool {
    let inside = outside_quotes(list).skip(1).map(|(_, byte)| byte).take_while(|&byte| byte != b']');
    inside
        .into_iter()
        .all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace() || matches!(byte, b',' | b'-' | b'.'))
}

fn flaw(source: &str, place: usize, problem: String) -> Flaw {
    let before = source.get(..place).unwrap_or_default();
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    Flaw { line, column, problem }
}
