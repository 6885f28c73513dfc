//! Sandbox for a study's own templates: separate from ours, without access to files, environment or time.
//!
//! The engine is Tera with fewer tags, operators and filters. The remaining ones cannot switch escaping off and cannot
//! create values larger than their inputs. Loop iterations and output bytes are counted, and the time is checked at
//! every iteration, so every template ends soon.

mod guard;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tera::{Context, ErrorKind, EscapeFn, Kwargs, State, Tera, TeraResult, Value};

use crate::error::ReportError;
pub use guard::MOST_BYTES;
use guard::{Guarded, STEP};

/// Maximum number of loop iterations of a template.
const STEPS: usize = 100_000;
/// Maximum size of its output in bytes.
const OUTPUT: usize = 4 * 1024 * 1024;
/// Maximum length of a range.
const RANGE: i64 = 10_000;
/// Time limit of one template.
const TIME: Duration = Duration::from_secs(10);
/// Maximum length of the output of the filter `append`, in characters.
const APPENDED: usize = 10_000;
/// Filters of Tera that would switch escaping off or multiply their input.
const REFUSED: [&str; 10] =
    ["safe", "escape", "escape_html", "escape_xml", "newlines_to_br", "replace", "indent", "join", "str", "truncate"];

/// The texts of a study's own templates, and the clock that limits their run time.
#[derive(Debug, Clone)]
pub struct Templates {
    /// The texts by file.
    pub files: BTreeMap<String, String>,
    /// The time since a fixed moment; it never decreases.
    pub clock: fn() -> Duration,
}

/// The templates of a study by their files, for one way of escaping.
pub(crate) struct Sandbox {
    engine: Tera,
    guarded: BTreeMap<String, Guarded>,
    work: Arc<Work>,
}

/// The work of one template so far.
struct Work {
    /// Number of loop iterations.
    steps: AtomicUsize,
    /// The deadline, in nanoseconds of the clock.
    deadline: AtomicU64,
    clock: fn() -> Duration,
}

impl Work {
    fn begin(&self) {
        self.steps.store(0, Ordering::Relaxed);
        self.deadline.store(nanoseconds((self.clock)() + TIME), Ordering::Relaxed);
    }

    /// Counts one step.
    fn step(&self) -> TeraResult<Value> {
        if self.steps.fetch_add(1, Ordering::Relaxed) >= STEPS {
            return Err(tera::Error::message(format!("its loops turn more than {STEPS} times: loop over less")));
        }
        if nanoseconds((self.clock)()) > self.deadline.load(Ordering::Relaxed) {
            let seconds = TIME.as_secs();
            return Err(tera::Error::message(format!("it takes more than {seconds} seconds: loop over less")));
        }
        Ok(Value::normal_string(""))
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl Sandbox {
    /// An engine for the templates among `templates` with the ending of `file`; `figures` are drawings by id.
    ///
    /// # Errors
    /// Mistakes in any of them, with file, line and column.
    pub(crate) fn new(
        templates: &Templates,
        file: &str,
        escape: EscapeFn,
        figures: BTreeMap<String, String>,
    ) -> Result<Self, ReportError> {
        let ending = file.rsplit('.').next().unwrap_or_default();
        let suffix = format!(".{ending}");
        let mut guarded = BTreeMap::new();
        for (name, text) in templates.files.iter().filter(|(name, _)| name.ends_with(&suffix)) {
            let text = guard::guarded(text).map_err(|flaw| ReportError::Custom {
                file: name.clone(),
                line: flaw.line,
                column: flaw.column,
                problem: flaw.problem,
            })?;
            guarded.insert(name.clone(), text);
        }
        let (steps, deadline) = (AtomicUsize::new(0), AtomicU64::new(u64::MAX));
        let work = Arc::new(Work { steps, deadline, clock: templates.clock });
        let mut engine = engine(escape, figures, Arc::clone(&work));
        engine.autoescape_on([".html", ".md", ".tex"]);
        let mut sandbox = Self { engine, guarded, work };
        let texts: Vec<(&String, &str)> = sandbox.guarded.iter().map(|(name, of)| (name, of.text.as_str())).collect();
        sandbox.engine.add_raw_templates(texts).map_err(|error| sandbox.located(file, &error))?;
        Ok(sandbox)
    }

    /// The output of a template.
    ///
    /// # Errors
    /// The error, with file, line and column.
    pub(crate) fn render(&self, file: &str, context: &Context) -> Result<String, ReportError> {
        self.work.begin();
        let mut output = Limited(Vec::new());
        self.engine.render_to(file, context, &mut output).map_err(|error| self.located(file, &error))?;
        Ok(String::from_utf8_lossy(&output.0).into_owned())
    }

    /// An error of the engine, with its place in the original file.
    fn located(&self, file: &str, error: &tera::Error) -> ReportError {
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

/// File, line from 1, column from 0 and message of an error that the engine has formatted: unknown names are reported
/// as `error: MESSAGE`, then ` --> FILE:LINE:COLUMN` and the line itself.
fn printed(said: &str) -> Option<(&str, usize, usize, &str)> {
    let (problem, rest) = said.strip_prefix("error: ")?.split_once('\n')?;
    let place = rest.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let (place, column) = place.rsplit_once(':')?;
    let (file, line) = place.rsplit_once(':')?;
    Some((file, line.parse().ok()?, column.parse::<usize>().ok()?.checked_sub(1)?, problem))
}

/// Tera without the features that foreign templates could misuse.
fn engine(escape: EscapeFn, figures: BTreeMap<String, String>, work: Arc<Work>) -> Tera {
    let mut engine = Tera::new();
    engine.set_escape_fn(escape);
    for name in REFUSED {
        engine.register_filter(name, move |_: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(tera::Error::message(format!("the filter `{name}` is not for a study's own templates")))
        });
    }
    engine.register_filter("list", list);
    engine.register_filter("append", append);
    engine.register_function("range", range);
    engine.register_function("figure", move |arguments: Kwargs, _: &State<'_>| {
        let id: String = arguments.must_get("id")?;
        figures.get(&id).map(|drawing| Value::safe_string(drawing)).ok_or_else(|| {
            let known: Vec<&str> = figures.keys().map(String::as_str).collect();
            tera::Error::message(format!("there is no figure `{id}`; those of this report are {}", known.join(", ")))
        })
    });
    engine.register_function(STEP, move |_: Kwargs, _: &State<'_>| work.step());
    engine
}

/// Words joined with commas.
fn list(values: &[Value], _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let word = |value: &Value| match value.as_str() {
        Some(text) => Ok(text.to_owned()),
        None if value.is_number() => Ok(value.to_string()),
        None => Err(tera::Error::message("`list` joins words and numbers")),
    };
    Ok(Value::normal_string(&values.iter().map(word).collect::<TeraResult<Vec<_>>>()?.join(", ")))
}

/// A word with another appended.
fn append(word: &str, arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let text: Value = arguments.must_get("text")?;
    let text = match text.as_str() {
        Some(text) => text.to_owned(),
        None if text.is_number() => text.to_string(),
        None => return Err(tera::Error::message("`append` adds a word or a number")),
    };
    if word.chars().count() + text.chars().count() > APPENDED {
        return Err(tera::Error::message(format!("`append` makes {APPENDED} signs at most")));
    }
    Ok(Value::normal_string(&format!("{word}{text}")))
}

/// The numbers from `start` (0 by default) to `end`, excluded.
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
