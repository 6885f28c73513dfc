//! Templates of a study's own: rendered apart from ours, with no file, no environment and no clock within reach.
//!
//! The engine is Tera's, with fewer tags and filters. What is left cannot switch escaping off and cannot make one
//! value out of many copies of another, every turn of a loop is counted and so is every byte of the output: a template
//! ends, and ends soon.

mod guard;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tera::{Context, ErrorKind, EscapeFn, Kwargs, State, Tera, TeraResult, Value};

use crate::error::ReportError;
use guard::{Guarded, STEP};

/// A template may be so many bytes long.
pub const MOST_BYTES: usize = 16 * 1024;
/// Its loops may turn so many times in all.
const STEPS: usize = 100_000;
/// It may write so many bytes.
const OUTPUT: usize = 4 * 1024 * 1024;
/// A range may have so many numbers.
const RANGE: i64 = 10_000;
/// Filters of Tera that would switch escaping off, or multiply what they are given.
const REFUSED: [&str; 9] =
    ["safe", "escape", "escape_html", "escape_xml", "newlines_to_br", "replace", "indent", "join", "str"];
/// What every template knows.
pub const KNOWN: &str = "edition, results, figure(id=…), range(end=…), list (a filter), its own loops, and Tera's filters but for safe, escape, replace, indent, join and str";

/// The templates of a study by their files, for one way of escaping.
pub(crate) struct Sandbox {
    engine: Tera,
    guarded: BTreeMap<String, Guarded>,
    steps: Arc<AtomicUsize>,
}

impl Sandbox {
    /// An engine for those of `files` that end like `file`, which is one of them; `figures` are drawings by id.
    ///
    /// # Errors
    /// Mistakes in any of them, by file, line and column.
    pub(crate) fn new(
        files: &BTreeMap<String, String>,
        file: &str,
        escape: EscapeFn,
        figures: BTreeMap<String, String>,
    ) -> Result<Self, ReportError> {
        let ending = file.rsplit('.').next().unwrap_or_default();
        let suffix = format!(".{ending}");
        let mut guarded = BTreeMap::new();
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(&suffix)) {
            let text = guard::guarded(text).map_err(|flaw| ReportError::Custom {
                file: name.clone(),
                line: flaw.line,
                column: flaw.column,
                problem: flaw.problem,
            })?;
            guarded.insert(name.clone(), text);
        }
        let steps = Arc::new(AtomicUsize::new(0));
        let mut engine = engine(escape, figures, Arc::clone(&steps));
        engine.autoescape_on([".html", ".md", ".tex"]);
        let mut sandbox = Self { engine, guarded, steps };
        let texts: Vec<(&String, &str)> = sandbox.guarded.iter().map(|(name, of)| (name, of.text.as_str())).collect();
        sandbox.engine.add_raw_templates(texts).map_err(|error| sandbox.told(file, &error))?;
        Ok(sandbox)
    }

    /// What a template says.
    ///
    /// # Errors
    /// What it cannot say, by file, line and column.
    pub(crate) fn render(&self, file: &str, context: &Context) -> Result<String, ReportError> {
        self.steps.store(0, Ordering::Relaxed);
        let mut output = Limited(Vec::new());
        self.engine.render_to(file, context, &mut output).map_err(|error| self.told(file, &error))?;
        Ok(String::from_utf8_lossy(&output.0).into_owned())
    }

    /// An error of the engine, at its place in the file as it was written.
    fn told(&self, file: &str, error: &tera::Error) -> ReportError {
        let at = |file: &str, line, column, problem: &str| {
            let column = self.guarded.get(file).map_or(column, |guarded| guarded.column(line, column)) + 1;
            let (file, problem) = (file.to_owned(), problem.replace(STEP, "").trim_end_matches('.').to_owned());
            ReportError::Custom { file, line, column, problem }
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                at(report.filename(), report.span().start_line, report.span().start_col, report.message())
            }
            ErrorKind::Io(_) => at(file, 1, 0, &format!("it writes more than {OUTPUT} bytes: leave something out")),
            ErrorKind::CircularInclude { include_chain, .. } => {
                at(file, 1, 0, &format!("circular inclusion: {}", include_chain.join(" → ")))
            }
            other => {
                let said = other.to_string();
                let (file, line, column, problem) = printed(&said).unwrap_or((file, 1, 0, &said));
                at(file, line, column, problem)
            }
        }
    }
}

/// File, line from 1, column from 0 and message of an error that the engine has printed already: names that it does not
/// know, as `error: MESSAGE`, then ` --> FILE:LINE:COLUMN` and the line itself.
fn printed(said: &str) -> Option<(&str, usize, usize, &str)> {
    let (problem, rest) = said.strip_prefix("error: ")?.split_once('\n')?;
    let place = rest.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let (place, column) = place.rsplit_once(':')?;
    let (file, line) = place.rsplit_once(':')?;
    Some((file, line.parse().ok()?, column.parse::<usize>().ok()?.checked_sub(1)?, problem))
}

/// Tera without what a stranger could misuse.
fn engine(escape: EscapeFn, figures: BTreeMap<String, String>, steps: Arc<AtomicUsize>) -> Tera {
    let mut engine = Tera::new();
    engine.set_escape_fn(escape);
    for name in REFUSED {
        engine.register_filter(name, move |_: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(tera::Error::message(format!("the filter `{name}` is not for a study's own templates")))
        });
    }
    engine.register_filter("list", list);
    engine.register_function("range", range);
    engine.register_function("figure", move |arguments: Kwargs, _: &State<'_>| {
        let id: String = arguments.must_get("id")?;
        figures.get(&id).map(|drawing| Value::safe_string(drawing)).ok_or_else(|| {
            let known: Vec<&str> = figures.keys().map(String::as_str).collect();
            tera::Error::message(format!("there is no figure `{id}`; those of this report are {}", known.join(", ")))
        })
    });
    engine.register_function(STEP, move |_: Kwargs, _: &State<'_>| {
        if steps.fetch_add(1, Ordering::Relaxed) < STEPS {
            return Ok(Value::normal_string(""));
        }
        Err(tera::Error::message(format!("its loops turn more than {STEPS} times: loop over less")))
    });
    engine
}

/// Words one after another, with commas.
fn list(values: &[Value], _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let word = |value: &Value| match value.as_str() {
        Some(text) => Ok(text.to_owned()),
        None if value.is_number() => Ok(value.to_string()),
        None => Err(tera::Error::message("`list` joins words and numbers")),
    };
    Ok(Value::normal_string(&values.iter().map(word).collect::<TeraResult<Vec<_>>>()?.join(", ")))
}

/// The numbers from `start`, 0 where absent, up to but without `end`.
fn range(arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let (start, end): (Option<i64>, i64) = (arguments.get("start")?, arguments.must_get("end")?);
    let start = start.unwrap_or(0);
    if end.saturating_sub(start) > RANGE {
        return Err(tera::Error::message(format!("a range has {RANGE} numbers at most")));
    }
    Ok(Value::from_serializable(&(start..end).collect::<Vec<i64>>()))
}

/// Bytes up to a limit.
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
