//! The report as one HTML page that needs nothing but itself.

use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::ReportError;
use crate::figures::escape;
use crate::input::Input;
use crate::view::{Edition, edition};

const PAGE: &str = "page.html";
/// The digest by which the page's policy knows its one script.
const SCRIPT_DIGEST: &str = "sha256-w6KcQ9AFRF2zmpBLiS3+CgqbwEPva/K84XQiS3E6C0g=";

/// The report as a self-contained page with all languages of the study.
///
/// # Errors
/// A language without a catalogue of messages; otherwise only on a bug of ours.
pub fn html(input: &Input<'_>) -> Result<String, ReportError> {
    let editions: Vec<Edition> =
        input.study.report.languages.iter().map(|language| edition(input, language)).collect::<Result<_, _>>()?;
    let mut context = Context::new();
    context.insert("editions", &editions);
    context.insert("style", include_str!("../templates/page.css"));
    context.insert("script", include_str!("../templates/page.js"));
    context.insert("script_digest", SCRIPT_DIGEST);
    engine()
        .and_then(|engine| engine.render(PAGE, &context))
        .map_err(|problem| ReportError::Template { template: PAGE, problem: problem.to_string() })
}

fn engine() -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on([".html"]);
    engine.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
    engine.register_filter("breakable", breakable);
    engine.add_raw_templates([
        ("blocks.html", include_str!("../templates/blocks.html")),
        (PAGE, include_str!("../templates/page.html")),
    ])?;
    Ok(engine)
}

/// Code, escaped, that may break after each operator or, in a name alone, after each underscore.
fn breakable(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    let (sign, breaking) = if text.contains('*') { ('*', "*<wbr>") } else { ('_', "_<wbr>") };
    Value::safe_string(&escape(text).replace(sign, breaking))
}
