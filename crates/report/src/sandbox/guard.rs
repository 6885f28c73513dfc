//! A template read once before the engine sees it: only harmless tags, and a step counted at every turn of a loop.

/// The function that counts, which nothing else is called.
pub(super) const STEP: &str = "equifinal_step";

/// Tags that a study's own template may have.
const TAGS: [&str; 9] = ["if", "elif", "else", "endif", "for", "endfor", "break", "continue", "include"];

/// A template with its steps.
#[derive(Debug)]
pub(super) struct Guarded {
    /// What the engine reads.
    pub(super) text: String,
    /// Where steps were put in: line from 1, column from 0 in `text`, length.
    steps: Vec<(usize, usize, usize)>,
}

/// What is wrong, and where: line and column from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) problem: String,
}

impl Guarded {
    /// A column of the engine as it is in the file.
    pub(super) fn column(&self, line: usize, column: usize) -> usize {
        let before = self.steps.iter().filter(|(on, at, length)| *on == line && at + length <= column);
        column - before.map(|(.., length)| length).sum::<usize>()
    }
}

/// Reads a template.
pub(super) fn guarded(source: &str) -> Result<Guarded, Flaw> {
    if source.len() > super::MOST_BYTES {
        let problem = format!("a template has {} bytes at most, this one {}", super::MOST_BYTES, source.len());
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
    /// Counts a step here; `trimmed` where blanks that follow are left out.
    fn step(&mut self, trimmed: bool) {
        let step = format!("{{{{ {STEP}() {}}}}}", if trimmed { "-" } else { "" });
        let line = 1 + self.text.matches('\n').count();
        let column = self.text.rsplit('\n').next().unwrap_or_default().chars().count();
        self.steps.push((line, column, step.chars().count()));
        self.text.push_str(&step);
    }
}

/// How long a tag, an expression or a comment is, its marks included; words in quotes end none.
fn end(from: &str, closing: &str) -> Option<usize> {
    if closing == "#}" {
        return from.find(closing).map(|at| at + 2);
    }
    let (mut quote, mut escaped): (Option<u8>, bool) = (None, false);
    for (at, byte) in from.bytes().enumerate().skip(2) {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if byte == b'\\' => escaped = true,
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
            None if from.as_bytes()[at..].starts_with(closing.as_bytes()) => return Some(at + 2),
            None => {}
        }
    }
    None
}

fn flaw(source: &str, place: usize, problem: String) -> Flaw {
    let before = source.get(..place).unwrap_or_default();
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    Flaw { line, column, problem }
}
