//! Shared parts of the formats for paper: the template context, and codes that may break.

use std::io::{self, Write};

use tera::{Context, Tera};

use crate::error::ReportError;
use crate::sheet::sheets;
use crate::view::Edition;

/// A function from text to text.
pub(crate) type Filter = fn(&str) -> String;

/// A format whose template is written for paper.
pub(crate) struct PaperFormat {
    /// The name of the template, whose ending chooses the escaping.
    pub(crate) name: &'static str,
    /// The template.
    pub(crate) source: &'static str,
    /// Escapes text for the template.
    pub(crate) write: fn(&str, &mut dyn Write) -> io::Result<()>,
    /// Additional filters: a name and a function from escaped text to text.
    pub(crate) filters: &'static [(&'static str, Filter)],
}

impl PaperFormat {
    /// The report in this format.
    pub(crate) fn render(&self, edition: &Edition) -> Result<String, ReportError> {
        let mut context = Context::new();
        context.insert("sheets", &sheets(edition));
        context.insert("edition", edition);
        self.engine()
            .and_then(|engine| engine.render(self.name, &context))
            .map_err(|problem| ReportError::Template { template: self.name, problem: problem.to_string() })
    }

    fn engine(&self) -> Result<Tera, tera::Error> {
        let mut engine = Tera::new();
        let ending = self.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        engine.autoescape_on([format!(".{ending}")]);
        engine.set_escape_fn(self.write);
        for &(name, filter) in self.filters {
            engine.register_filter(name, move |text: &str, _: tera::Kwargs, _: &tera::State<'_>| {
                tera::Value::safe_string(&filter(text))
            });
        }
        engine.add_raw_templates([(self.name, self.source)])?;
        Ok(engine)
    }
}

/// Removes trailing blanks and repeated blank lines, and ends with one line feed.
pub(crate) fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    let mut tidied = lines.join("\n").trim_end().to_owned();
    tidied.push('\n');
    tidied
}
