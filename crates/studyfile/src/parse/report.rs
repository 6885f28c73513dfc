//! Parses the output options of a run: languages, formats, templates of the study.

use super::identifiers::id;
use super::style;
use crate::fields::{Fields, choice, count, word};
use crate::grammar::{self, REPORT, TEMPLATES};
use crate::tree::Entry;
use equifinal_study::config::{Format, Length, ReportSpec, TemplateUse};
use equifinal_study::message::Message;
use equifinal_study::names::quoted;
use equifinal_study::say;

/// Reads `report` of a study.
pub(super) fn read(study: &Fields<'_>) -> ReportSpec {
    let (default, problems) = (ReportSpec::default(), study.problems);
    let fields = study.get("report").and_then(|node| Fields::open(node, &REPORT, problems));
    let Some(fields) = fields else { return default };
    let languages = words(&fields, "languages", grammar::LANGUAGES);
    let formats = words(&fields, "formats", grammar::FORMATS);
    let format = |word: &str| Format::ALL.into_iter().find(|format| format.name() == word);
    let templates = fields.get("templates").and_then(|node| Fields::open(node, &TEMPLATES, problems));
    let used = |key: &str, endings: &[&str]| templates.as_ref().map_or_else(Vec::new, |of| uses(of, key, endings));
    let cases = fields.get("cases").and_then(|node| count(node, 1, "cases", problems));
    let cases = cases.map(|cases| usize::try_from(cases).unwrap_or(usize::MAX));
    if let Some(cases) = cases.filter(|&cases| cases > ReportSpec::MOST_CASES) {
        fields.blame("cases", say!("cases-named", cases, most = ReportSpec::MOST_CASES));
    }
    let length = fields.get("length").and_then(|node| choice(node, grammar::LENGTHS, "length", problems));
    let length = length.and_then(|word| Length::ALL.into_iter().find(|length| length.name() == word));
    ReportSpec {
        length: length.unwrap_or(default.length),
        style: style::read(&fields),
        cases: cases.unwrap_or(default.cases),
        blocks: used("blocks", &["html"]),
        documents: used("documents", &["html", "md", "tex"]),
        languages: languages.map_or(default.languages, |words| words.into_iter().map(str::to_owned).collect()),
        formats: formats.map_or(default.formats, |words| words.into_iter().filter_map(format).collect()),
    }
}

/// The list of distinct words under `name`; `None` if absent.
fn words(fields: &Fields<'_>, name: &str, known: &'static [&'static str]) -> Option<Vec<&'static str>> {
    fields.get(name)?;
    let mut words = Vec::new();
    for node in fields.list(name) {
        let Some(word) = choice(node, known, name, fields.problems) else { continue };
        if words.contains(&word) {
            fields.problems.add(node.span.clone(), say!("word-twice", name, word));
        }
        words.push(word);
    }
    Some(words)
}

/// The templates under `key`, each a file in templates/ with one of these endings.
fn uses(fields: &Fields<'_>, key: &str, endings: &[&str]) -> Vec<TemplateUse> {
    let problems = fields.problems;
    let read = |entry: &Entry| {
        let (name, file) = (id(&entry.key, problems), word(&entry.value, key, problems)?);
        let plain = file.strip_prefix("templates/").filter(|rest| {
            !rest.contains(['/', '\\', ':']) && !rest.starts_with('.') && !rest.chars().any(char::is_control)
        });
        if plain.and_then(|plain| plain.rsplit_once('.')).is_none_or(|(_, ending)| !endings.contains(&ending)) {
            let known = Message::one_of(endings.iter().map(|ending| Message::verbatim(*ending)));
            let message =
                say!("template-file", file = quoted(file), known, first = endings.first().copied().unwrap_or_default());
            problems.add(entry.value.span.clone(), message);
            return None;
        }
        Some(TemplateUse { name: name?, file: file.to_owned() })
    };
    fields.named(key).iter().filter_map(read).collect()
}
