//! A study's own templates: replaced blocks of the page, and further documents.

use std::collections::BTreeMap;

use equifinal_study::config::TemplateUse;
use serde_json::Value;
use tera::{Context, EscapeFn};

use crate::error::ReportError;
use crate::input::Input;
use crate::sandbox::{Sandbox, Templates};
use crate::view::{Edition, section_ids};
use crate::{escape, write_results};

/// Blocks of the page besides its sections.
const PARTS: [&str; 3] = ["header", "before", "after"];

/// The names of the blocks of the page: header, content before and after the sections, and every section.
pub fn blocks() -> Vec<&'static str> {
    PARTS.into_iter().chain(section_ids()).collect()
}

/// The blocks that a study replaces, by name, in one language.
pub(crate) fn written(input: &Input<'_>, edition: &Edition) -> Result<BTreeMap<String, String>, ReportError> {
    let uses = &input.study.report.blocks;
    if let Some(unknown) = uses.iter().find(|used| !blocks().contains(&used.name.as_str())) {
        return Err(ReportError::NoBlock { block: unknown.name.clone(), known: blocks().join(", ") });
    }
    each(input, edition, uses)
        .map(|written| written.into_iter().map(|(used, text)| (used.name.clone(), text)).collect())
}

/// The further documents of a study, by file name.
///
/// # Errors
/// Mistakes in its templates.
pub fn documents(input: &Input<'_>, editions: &[Edition]) -> Result<Vec<(String, String)>, ReportError> {
    let mut documents = Vec::new();
    for edition in editions {
        for (used, text) in each(input, edition, &input.study.report.documents)? {
            documents.push((format!("report.{}.{}.{}", edition.language(), used.name, ending(&used.file)), text));
        }
    }
    Ok(documents)
}

fn ending(file: &str) -> &str {
    file.rsplit('.').next().unwrap_or_default()
}

/// The output of each of these templates.
fn each<'a>(
    input: &Input<'_>,
    edition: &Edition,
    uses: &'a [TemplateUse],
) -> Result<Vec<(&'a TemplateUse, String)>, ReportError> {
    if uses.is_empty() {
        return Ok(Vec::new());
    }
    let mut view = serde_json::to_value(edition)?;
    without_drawings(&mut view);
    let mut context = Context::new();
    context.insert("edition", &view);
    let mut text = Vec::new();
    write_results(input, &mut text)?;
    context.insert("results", &serde_json::from_slice::<Value>(&text)?);
    let say = |used: &'a TemplateUse| {
        let drawings =
            edition.figures().map(|figure| (figure.id.clone(), drawn(&used.file, &figure.id, &figure.svg, edition)));
        Ok((used, rendered(input.templates, &used.file, &context, drawings.collect())?))
    };
    uses.iter().map(say).collect()
}

/// The output of the template `file`, one of several, from an `edition`, `results` and figures.
///
/// # Errors
/// Mistakes in any of the templates.
pub fn render_template(
    templates: &Templates,
    file: &str,
    edition: &Value,
    results: &Value,
    figures: BTreeMap<String, String>,
) -> Result<String, ReportError> {
    let mut context = Context::new();
    context.insert("edition", edition);
    context.insert("results", results);
    rendered(templates, file, &context, figures)
}

fn rendered(
    templates: &Templates,
    file: &str,
    context: &Context,
    figures: BTreeMap<String, String>,
) -> Result<String, ReportError> {
    Sandbox::new(templates, file, escaping(file), figures)?.render(file, context)
}

/// The escaping for a file with this ending.
fn escaping(file: &str) -> EscapeFn {
    match ending(file) {
        "md" => |text, out| out.write_all(escape::markdown(text).as_bytes()),
        "tex" => |text, out| out.write_all(escape::latex(text).as_bytes()),
        _ => |text, out| out.write_all(escape::xml(text).as_bytes()),
    }
}

/// A figure in a file with this ending: the drawing itself, or a reference to it.
fn drawn(file: &str, id: &str, svg: &str, edition: &Edition) -> String {
    let name = format!("figures/{id}.{}", edition.language());
    match ending(file) {
        "md" => format!("![]({name}.svg)"),
        "tex" => format!("\\includegraphics[width=\\linewidth]{{{name}.png}}"),
        _ => svg.to_owned(),
    }
}

/// Removes drawings, which templates insert by `figure`; as text they would be markup.
fn without_drawings(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove("svg");
            entries.values_mut().for_each(without_drawings);
        }
        Value::Array(items) => items.iter_mut().for_each(without_drawings),
        _ => {}
    }
}
